"""Whose a point of the map is, Polsek outlined from their kelurahan, sources told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.areas.area import Area
from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.desk.map_data import MapData
from console.domain.place import AreaMethod
from console.domain.police_area import PoliceArea, PoliceAreas
from tests.areas import maps

TIMUR = PoliceArea(
    polsek="Polsek Timur", polres="Polres Karangan", polda="Polda Karangan", areas=(maps.code(1), maps.code(2)),
    phone="+62 800 000 0001",
)  # fmt: skip
BARAT = PoliceArea(polsek="Polsek Barat", polres="Polres Karangan", polda="Polda Karangan", areas=(maps.code(3),))
ELSEWHERE = PoliceArea(polsek="Polsek Jauh", polres="Polres Jauh", polda="Polda Karangan", areas=("99.99.99.9999",))


class Table:
    """The table as the server told it."""

    def __init__(self, *posts: PoliceArea, own: tuple[str, ...] = ()) -> None:
        self.table = PoliceAreas(posts=posts, own=own, revision=1)
        self.asked = 0

    def police_areas(self) -> PoliceAreas:
        self.asked += 1
        return self.table


@pytest.fixture
def index(tmp_path: Path) -> Iterator[AreaIndex]:
    overlapping = maps.row(5, "Lima", [maps.square(0, 0.5, side=maps.SIDE * 0.2)])
    import_files([maps.write_dump(tmp_path, "kel.sql", *maps.grid(4), overlapping)], tmp_path / "pack")
    facts = [Area(code="35.73.09.1001", name="Tanpa Batas", lat=-7.90, lon=112.70)]
    made = AreaIndex(tmp_path / "pack", facts)
    yield made
    made.close()


def test_each_polsek_is_one_outline_around_its_kelurahan_and_neighbours_differ_in_tint(index: AreaIndex) -> None:
    table = Table(TIMUR, BARAT, ELSEWHERE, own=("Polsek Timur",))
    data = MapData(table, index)
    timur, barat = data.polsek()
    assert (timur.post, timur.own, barat.post, barat.own) == (TIMUR, True, BARAT, False)
    assert timur.tint != barat.tint
    assert len(timur.outline.rings) == 1
    lons = [lon for _, lon in timur.outline.rings[0]]
    assert (min(lons), max(lons)) == pytest.approx((maps.WEST, maps.WEST + 2 * maps.SIDE), abs=0.0001)
    assert data.polsek()[0] is timur
    table.table = PoliceAreas(posts=(BARAT,), revision=2)
    assert [each.post for each in data.polsek()] == [BARAT]
    assert data.polsek()[0].own


def test_whose_a_point_is_says_how_surely(index: AreaIndex) -> None:
    data = MapData(Table(TIMUR, BARAT, own=("Polsek Timur",)), index)
    sure = data.whose(*maps.middle(0, 1))
    assert (sure.area, sure.method, sure.ambiguous, sure.post, sure.own) == ("Dua", AreaMethod.PACK, False, TIMUR, True)
    other = data.whose(*maps.middle(0, 2))
    assert (other.post, other.own) == (BARAT, False)
    nobody = data.whose(*maps.middle(0, 3))
    assert (nobody.area, nobody.post) == ("Empat", None)
    doubled = data.whose(*maps.middle(0, 0.5, side=maps.SIDE * 0.2))
    assert (doubled.area, doubled.ambiguous) == ("Lima", True)
    guessed = data.whose(-7.901, 112.701)
    assert (guessed.area, guessed.method) == ("Tanpa Batas", AreaMethod.NEAREST)
    assert data.whose(5.0, 95.0).method is AreaMethod.NONE


def test_sources_are_told_with_their_licence_and_without_a_pack_there_are_none(index: AreaIndex) -> None:
    (source,) = MapData(Table(), index).sources()
    assert (source.file, source.records) == ("kel.sql", 5)
    assert "MIT" in source.attribution
    alone = MapData(Table(TIMUR), None)
    assert (alone.sources(), alone.polsek(), alone.whose(*maps.middle(0, 0)).post) == ((), (), None)
