"""Kept tiles stay below their cap, the longest unused go first, a broken file is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.areas.tile_cache import TileCache

KIB = 1024


def _filled(cache: TileCache, count: int) -> None:
    for number in range(count):
        cache.keep("s", f"15/{number}/0", bytes([number % 256]) * KIB, 1)


def _kept(cache: TileCache, count: int) -> list[int]:
    return [number for number in range(count) if cache.tile("s", f"15/{number}/0") is not None]


def test_a_tile_is_found_again_also_by_the_next_console(tmp_path: Path) -> None:
    cache = TileCache(tmp_path / "tiles.sqlite3", 64 * KIB)
    cache.keep("s", "15/1/2", b"tile", 20_000)
    cache.close()
    again = TileCache(tmp_path / "tiles.sqlite3", 64 * KIB)
    found = again.tile("s", "15/1/2")
    assert found is not None
    assert (found.body, found.day) == (b"tile", 20_000)
    assert again.tile("another server", "15/1/2") is None
    again.close()
    assert again.tile("s", "15/1/2") is None


def test_the_cap_holds_and_the_longest_unused_leave_first(tmp_path: Path) -> None:
    cache = TileCache(tmp_path / "tiles.sqlite3", 50 * KIB)
    _filled(cache, 40)
    assert cache.tile("s", "15/0/0") is not None
    for number in range(40, 120):
        cache.keep("s", f"15/{number}/0", bytes(KIB), 1)
        assert cache.taken_bytes <= 50 * KIB
        cache.tile("s", "15/0/0")
    kept = _kept(cache, 120)
    assert kept[0] == 0, "it was used all the while"
    assert kept[1:] == list(range(kept[1], 120))
    assert len(kept) >= 35
    cache.close()
    size = sum(each.stat().st_size for each in tmp_path.iterdir())
    assert size < 4 * 50 * KIB, "what was thrown away leaves the disk too"


def test_a_smaller_cap_holds_from_the_start(tmp_path: Path) -> None:
    cache = TileCache(tmp_path / "tiles.sqlite3", 200 * KIB)
    _filled(cache, 100)
    cache.close()
    smaller = TileCache(tmp_path / "tiles.sqlite3", 30 * KIB)
    assert 0 < smaller.taken_bytes <= 30 * KIB
    assert _kept(smaller, 100)[-1] == 99
    smaller.close()


def test_a_tile_fetched_anew_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    cache = TileCache(tmp_path / "tiles.sqlite3", 50 * KIB)
    for day in range(200):
        cache.keep("s", "15/1/2", bytes(KIB), day)
    found = cache.tile("s", "15/1/2")
    assert found is not None
    assert found.day == 199
    assert cache.taken_bytes < 2 * KIB
    cache.close()


@pytest.mark.parametrize("garbage", [b"not a database at all" * 100, b""])
def test_a_broken_file_is_begun_anew(tmp_path: Path, garbage: bytes) -> None:
    file = tmp_path / "tiles.sqlite3"
    file.write_bytes(garbage)
    cache = TileCache(file, 50 * KIB)
    _filled(cache, 3)
    assert _kept(cache, 3) == [0, 1, 2]
    cache.close()
