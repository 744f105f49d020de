"""Builds every part, connects them, starts and stops the threads in order."""
