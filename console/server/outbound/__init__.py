"""What leaves the server for others: mail to agencies now; later their own systems, from an allow-list."""
