"""A server for every test of a replay."""

from __future__ import annotations

from tests.worlds.central import central

__all__ = ["central"]
