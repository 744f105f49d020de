"""Starts and stops the server command as a child process of this console."""
