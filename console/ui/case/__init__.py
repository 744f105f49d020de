"""The case pane: everything of one case, and the eight decisions."""
