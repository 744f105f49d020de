"""The console playing itself: without a display, packaged, or for pictures."""
