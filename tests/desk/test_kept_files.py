"""The room files may take on a workstation is kept and holds at once, within bounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.desk.kept_files import KeptFiles
from console.domain.errors import InputFault
from console.store.store import Store
from console.sync.media import Downloads
from tests.store.world import KEY, now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "console.db", KEY, now)
    yield opened
    opened.close()


class Nobody:
    """A server that is never asked."""

    def media_span(self, media_id: str, from_byte: int, end_byte: int, sha256: str) -> Iterator[bytes]:
        raise AssertionError("nothing is fetched here")


def test_the_figure_is_kept_and_holds_at_once(store: Store) -> None:
    told: list[int] = []
    kept = KeptFiles(Downloads(store, Nobody(), wake=lambda: None, kept_bytes=1 << 30), told.append)
    store.files.keep_own("0190aaaa-0000-7000-8000-000000000001", b"x" * 1000)
    held = kept.keep_at_most(64)
    assert told == [64]
    assert (held.most_bytes, held.files, held.unsent) == (64 << 20, 1, 1)
    for wrong in (0, 63, 2_000_000):
        with pytest.raises(InputFault):
            kept.keep_at_most(wrong)
    assert told == [64]
