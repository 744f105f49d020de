"""The queue: rows paged from the store, painted by one delegate, never moving under the hand."""
