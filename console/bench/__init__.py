"""Measurements and proofs behind 'main.py bench NAME'; nothing imports them."""
