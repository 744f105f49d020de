"""The HTTP client of the central server."""
