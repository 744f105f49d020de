"""The local encrypted database: the only SQL in the console, and the ledger."""
