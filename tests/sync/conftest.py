"""Worlds of the sync tests."""

from __future__ import annotations

from tests.worlds.central import central

__all__ = ["central"]
