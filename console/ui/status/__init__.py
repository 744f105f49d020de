"""The bottom line: health of the link, the map, what needs attention, key hints."""
