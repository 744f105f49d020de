"""Strikes, blocks and appeals on screen: beside the case, and the supervisor's list."""
