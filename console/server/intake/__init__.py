"""What comes in from the world: reports, files, positions."""
