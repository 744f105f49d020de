"""The command line: one short function per command, each imports its part when called."""
