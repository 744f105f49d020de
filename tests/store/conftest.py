"""Worlds of the store's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.store.store import Store
from tests.store.world import KEY, now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty encrypted store."""
    opened = Store.open(tmp_path / "console.db", KEY, now)
    yield opened
    opened.close()
