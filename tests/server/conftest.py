"""The server's tests ask a real server."""

from __future__ import annotations

from tests.worlds.central import central as central
