"""Keeps store and server in step, on its own threads."""
