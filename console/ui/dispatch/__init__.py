"""Whom to send, who is on it, and the strip of officers."""
