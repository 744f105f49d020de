"""The queue: rows paged from the store, never moving under the hand."""
