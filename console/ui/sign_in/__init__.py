"""Coming in: first run, sign-in, lock."""
