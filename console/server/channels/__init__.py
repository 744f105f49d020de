"""How phones, trackers and mail speak: pure readers and writers, no database."""
