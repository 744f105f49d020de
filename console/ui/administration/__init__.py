"""The administration window: what an administrator edits, a page each, beside the work."""
