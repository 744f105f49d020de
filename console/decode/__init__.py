"""Hostile bytes to pixels, samples and facts, in a jailed process."""
