"""Words on the screen: English in the source, Indonesian by default."""
