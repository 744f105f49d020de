"""The central server: could be lifted out and deployed alone."""
