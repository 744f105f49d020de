"""Small widgets every screen is made of; texts in them are plain."""
