"""Questions to a pack: points, names, outlines; from many threads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from console.areas.area import Level
from console.areas.importer import import_files
from console.areas.pack import Pack
from console.domain.errors import StoreFault
from tests.areas import maps

NAMES = {"35": "Jawa Timur", "35.73": "Kota Malang", "35.73.01": "Blimbing"}


@pytest.fixture
def pack(tmp_path: Path) -> Iterator[Pack]:
    """Four squares in a row, a wide one over the first two, one with a hole, names above, a district."""
    rows = [
        *maps.grid(4),
        maps.row(8, "Oro-oro Lebar", [maps.square(0, 0, maps.SIDE * 2)]),
        maps.row(9, "Rampalcelaket", [maps.square(5, 5, maps.SIDE * 3), maps.square(6, 6)]),
    ]
    district = maps.row(1, "Blimbing", [maps.square(-2, -2, maps.SIDE * 20)]).replace(maps.code(1), "35.73.01")
    path = tmp_path / "areas.pack"
    import_files([maps.write_dump(tmp_path, "kel.sql", *rows, district)], path, names_above=NAMES)
    with Pack(path) as opened:
        yield opened


def test_a_point_in_two_areas_names_both_the_smaller_first(pack: Pack) -> None:
    assert [area.name for area in pack.locate(*maps.middle(0, 1))] == ["Dua", "Oro-oro Lebar"]
    assert [area.name for area in pack.locate(*maps.middle(0, 2))] == ["Tiga"]


def test_a_point_in_a_hole_or_between_areas_belongs_to_the_district_alone(pack: Pack) -> None:
    assert [area.code for area in pack.locate(*maps.middle(6, 6))] == ["35.73.01"]
    assert [area.name for area in pack.locate(*maps.middle(5, 5))] == ["Rampalcelaket"]
    assert pack.locate(*maps.middle(60, 60)) == ()


def test_of_equal_size_the_lower_code_comes_first_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    rows = [maps.row(number, f"K{number}", [maps.square()]) for number in (5, 3, 4)]
    import_files([maps.write_dump(tmp_path, "kel.sql", *rows)], tmp_path / "p")
    with Pack(tmp_path / "p") as pack:
        assert [area.name for area in pack.locate(*maps.middle())] == ["K3", "K4", "K5"]


def test_an_area_carries_its_label_and_the_names_above_it(pack: Pack) -> None:
    area = pack.area(maps.code(1))
    assert area is not None
    assert (area.name, area.district, area.city, area.level) == ("Satu", "Blimbing", "Kota Malang", Level.VILLAGE)
    assert pack.locate(area.lat, area.lon)[0].code == maps.code(1)
    assert pack.area("99.99") is None
    assert pack.name_of("35") == "Jawa Timur"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("rampal celaket", "Rampalcelaket"),
        ("RAMPAL", "Rampalcelaket"),
        ("celaket", "Rampalcelaket"),
        ("oro oro", "Oro-oro Lebar"),
        ("ti", "Tiga"),
        ("tiga malang", "Tiga"),
        ("Blimbing", "Blimbing"),
    ],
)
def test_names_are_found_without_blanks_case_or_being_whole(pack: Pack, asked: str, first: str) -> None:
    assert pack.search(asked)[0].name == first


@pytest.mark.parametrize("asked", ["", "   ", "zzz", '"', "' OR 1=1 --", 'name : "x"', "*", "NEAR(a b)", "ti\0ga x"])
def test_odd_questions_find_nothing_and_break_nothing(pack: Pack, asked: str) -> None:
    assert all(area.name == "Tiga" for area in pack.search(asked))


def test_the_limit_of_a_search_holds(pack: Pack) -> None:
    assert len(pack.search("a", limit=2)) <= 2


def test_outlines_touching_a_box_come_in_code_order_with_rings_and_label(pack: Pack) -> None:
    lat, lon = maps.middle(0, 2)
    found = pack.outlines(lat - 0.001, lon - 0.001, lat + 0.001, lon + 0.001)
    assert [outline.name for outline in found] == ["Tiga"]
    assert found[0].rings == (tuple(tuple(point) for point in maps.square(0, 2)),)
    everything = pack.outlines(-9, 112, -7, 113, level=None)
    assert [outline.code for outline in everything] == sorted(outline.code for outline in everything)
    assert len(everything) == 7
    assert [outline.name for outline in pack.outlines(-9, 112, -7, 113, level=Level.DISTRICT)] == ["Blimbing"]


def test_many_threads_ask_at_once_and_all_agree(pack: Pack) -> None:
    asked = [maps.middle(row, column) for row in range(3) for column in range(6)] * 20
    alone = [pack.locate(*point) for point in asked]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(lambda point: pack.locate(*point), asked)) == alone


def test_an_import_beside_an_open_pack_is_noticed(pack: Pack, tmp_path: Path) -> None:
    before = pack.version
    place = maps.middle(0, 0)
    assert pack.locate(*place)[0].name == "Satu"
    import_files([maps.write_dump(tmp_path, "new.sql", maps.row(1, "Satu Baru", [maps.square()]))], pack.path)
    assert pack.locate(*place)[0].name == "Satu Baru"
    assert pack.version != before


def test_a_damaged_polygon_names_the_file_and_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "areas.pack"
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(1))], path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE areas SET rings = x'ffff'")
    connection.commit()
    connection.close()
    with Pack(path) as pack, pytest.raises(StoreFault, match="import the areas again") as caught:
        pack.locate(*maps.middle())
    assert caught.value.params["file"] == str(path)


def test_a_damaged_or_missing_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "areas.pack"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    for path in (broken, tmp_path / "nowhere.pack"):
        with pytest.raises(StoreFault, match=str(path)):
            Pack(path)
