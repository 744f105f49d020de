"""Where this checkout is, for facts that ship with it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout's folder."""
    return Path(__file__).resolve().parents[2]
