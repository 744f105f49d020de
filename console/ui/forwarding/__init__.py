"""Passing work to an agency: what leaves, to whom, and whether they took it."""
