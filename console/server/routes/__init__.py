"""Every route of the server, in one table."""
