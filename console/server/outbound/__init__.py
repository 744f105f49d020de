"""What leaves the server for others: mail to agencies."""
