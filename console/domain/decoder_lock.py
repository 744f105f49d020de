"""One lock for whoever has msgspec learn a domain type: two at once crash the process."""

from __future__ import annotations

import threading

DECODER_LOCK = threading.Lock()
"""Held while a decoder is made: msgspec keeps what it learnt of a class on the class, half learnt things too."""
