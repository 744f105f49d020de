"""The supervisor's review of what the shift ended."""
