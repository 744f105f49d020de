"""Replays files and stories into a server through its public API."""
