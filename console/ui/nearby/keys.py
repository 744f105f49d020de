"""The letter that files what somebody nearby told as a report of its own."""

from __future__ import annotations

FILE_KEY = "M"
"""*masukkan sebagai laporan*, make it a report; the latest answer that was not filed yet."""
