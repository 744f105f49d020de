"""The site's settings: typed, checked, from file and environment."""
