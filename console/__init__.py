"""Sigap: the desktop console of a police command center."""

from __future__ import annotations

__version__ = "0.1.0"
