"""Kecamatan and cities outlined from kelurahan: whole, no slivers, only what changed."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from console.areas.geometry import joined, thinned
from console.areas.importer import FileState, import_files
from console.areas.pack_file import FORMAT
from console.areas.shape import Shape, size_m2
from console.areas.varints import decode_rings, to_units
from tests.areas import maps

METRE = 1 / 111_320


def rings_of(ring: maps.Ring) -> tuple[tuple[tuple[int, int], ...]]:
    """A square as the pack keeps it."""
    return (tuple((to_units(lat), to_units(lon)) for lat, lon in ring),)


def shifted(ring: maps.Ring, lat: float = 0.0, lon: float = 0.0) -> maps.Ring:
    """The same ring so many degrees off."""
    return [[a + lat, b + lon] for a, b in ring]


@pytest.mark.parametrize("apart_m", [0.0, 12.0, -12.0, 25.0])
def test_neighbours_drawn_apart_or_over_each_other_become_one_whole(apart_m: float) -> None:
    squares = [rings_of(shifted(maps.square(0, n), lon=n * apart_m * METRE)) for n in range(4)]
    outline = joined(squares)
    assert len(outline) == 1
    assert len(outline[0]) <= 12
    apart = sum(size_m2(square) for square in squares)
    assert size_m2(outline) == pytest.approx(apart, rel=0.02)
    for n in range(4):
        lat, lon = maps.middle(0, n)
        assert Shape(outline).holds(to_units(lat), to_units(lon + n * apart_m * METRE))


def test_a_river_between_them_stays_and_so_does_a_lake() -> None:
    banks = joined([rings_of(maps.square(0, 0)), rings_of(shifted(maps.square(0, 1), lon=80 * METRE))])
    assert len(banks) == 2
    around = [rings_of(maps.square(r, c)) for r in range(3) for c in range(3) if (r, c) != (1, 1)]
    lake = joined(around)
    assert len(lake) == 2
    lat, lon = maps.middle(1, 1)
    assert not Shape(lake).holds(to_units(lat), to_units(lon))


def test_a_gap_where_four_meet_leaves_no_hole() -> None:
    around = [rings_of(maps.square(r, c)) for r in range(2) for c in range(2)]
    corner = maps.square(0.98, 0.98, side=maps.SIDE * 0.02)
    assert len(joined([*around[:3], rings_of(shifted(maps.square(1, 1), 20 * METRE, 20 * METRE))])) == 1
    assert len(joined([*around, rings_of(corner)])) == 1


def test_a_ring_that_crosses_itself_is_mended_and_nothing_at_all_is_nothing() -> None:
    south, west = maps.SOUTH, maps.WEST
    bow = [[south, west], [south + 0.01, west + 0.01], [south + 0.01, west], [south, west + 0.01]]
    assert size_m2(joined([rings_of(bow)])) > 0
    assert joined([]) == ()


def test_a_thinned_line_keeps_its_ends_and_its_bends() -> None:
    line = tuple((0, n * 100) for n in range(50)) + tuple((n * 10_000, 4_900) for n in range(1, 5))
    assert thinned(line, 2.0) == ((0, 0), (0, 4_900), (40_000, 4_900))
    assert thinned(((0, 0), (5, 5)), 2.0) == ((0, 0), (5, 5))


def outlines(pack: Path) -> dict[str, int]:
    """Size in square metres of every outline made, by code."""
    connection = sqlite3.connect(pack)
    rows = connection.execute("SELECT code, rings, size_m2 FROM outlines ORDER BY code").fetchall()
    boxes = connection.execute("SELECT count(*) FROM outline_boxes").fetchone()[0]
    connection.close()
    assert boxes == len(rows)
    assert all(decode_rings(rings) for _, rings, _ in rows)
    return {code: size for code, _, size in rows}


def test_only_what_changed_is_outlined_again(tmp_path: Path) -> None:
    pack = tmp_path / "areas.pack"
    first = maps.write_dump(tmp_path, "a.sql", *maps.grid(2))
    other = maps.write_dump(tmp_path, "b.sql", *(row.replace("35.73.01", "35.78.02") for row in maps.grid(3)))
    assert import_files([first, other], pack).outlined == 4
    before = outlines(pack)
    assert sorted(before) == ["35.73", "35.73.01", "35.78", "35.78.02"]
    assert import_files([first, other], pack).outlined == 0
    more = maps.write_dump(tmp_path, "c.sql", maps.grid(3)[2])
    assert import_files([more], pack).outlined == 2
    after = outlines(pack)
    assert after["35.73"] == after["35.73.01"] == pytest.approx(before["35.73.01"] * 1.5, rel=0.001)
    assert after["35.78"] == before["35.78"]


def test_an_outline_a_file_brings_is_not_made(tmp_path: Path) -> None:
    pack = tmp_path / "areas.pack"
    given = maps.row(1, "Klojen", [maps.square(0, 0, side=maps.SIDE * 3)]).replace("35.73.01.1001", "35.73.01")
    import_files([maps.write_dump(tmp_path, "a.sql", *maps.grid(2))], pack)
    assert sorted(outlines(pack)) == ["35.73", "35.73.01"]
    import_files([maps.write_dump(tmp_path, "b.sql", given)], pack)
    assert sorted(outlines(pack)) == ["35.73"]


def test_a_pack_of_the_first_format_grows_when_it_is_written(tmp_path: Path) -> None:
    pack, dump = tmp_path / "areas.pack", maps.write_dump(tmp_path, "a.sql", *maps.grid(2))
    version = import_files([dump], pack).version
    old = sqlite3.connect(pack)
    for (name,) in old.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('outlines', 'outline_boxes', 'roads',"
        " 'road_boxes', 'landmarks', 'landmark_boxes', 'landmark_words')"
    ).fetchall():
        old.execute(f"DROP TABLE {name}")
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    again = import_files([dump], pack)
    assert (again.version, again.files[0].state, again.outlined) == (version, FileState.SKIPPED, 2)
    assert sorted(outlines(pack)) == ["35.73", "35.73.01"]
    grown = sqlite3.connect(pack)
    assert grown.execute("PRAGMA user_version").fetchone()[0] == FORMAT
    grown.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from console.areas.importer import import_files
def told(what, done, of):
    if what == sys.argv[1] and done >= int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
import_files([Path(name) for name in sys.argv[4:]], sys.argv[3], told)
"""


@pytest.mark.parametrize(("at", "done", "kept"), [("b.sql", 1, 2), ("kecamatan, kota", 1, 4)])
def test_killed_in_the_middle_it_goes_on_where_it_stood(
    tmp_path: Path, repository: Path, at: str, done: int, kept: int
) -> None:
    other = [row.replace("35.73.01", "35.78.02") for row in maps.grid(2)]
    files = [maps.write_dump(tmp_path, "a.sql", *maps.grid(2)), maps.write_dump(tmp_path, "b.sql", *other)]
    pack = tmp_path / "areas.pack"
    start = files[0].stat().st_size + 1 if at == "b.sql" else done
    command = [sys.executable, "-c", KILLED, at, str(start), str(pack), *map(str, files)]
    killed = subprocess.run(command, cwd=repository, env=os.environ | {"PYTHONPATH": str(repository)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    connection = sqlite3.connect(pack)
    assert connection.execute("SELECT count(*) FROM areas").fetchone()[0] == kept
    connection.close()
    again = import_files(files, pack)
    assert again.files[0].state is FileState.SKIPPED
    assert again.areas == 4
    whole = tmp_path / "whole.pack"
    assert again.version == import_files(files, whole).version
    assert outlines(pack) == outlines(whole)
    assert again.outlined == (4 if at == "b.sql" else 2)
