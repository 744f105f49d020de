"""What leaves of a case: marked pictures, the case file; and who opened what."""
