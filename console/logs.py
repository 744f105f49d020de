"""Logs as JSON lines in the profile; never the words of a citizen."""
