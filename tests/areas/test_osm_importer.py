"""Roads and landmarks from an OpenStreetMap extract; broken files; a second import."""

from __future__ import annotations

import builtins
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from console.areas.importer import import_files
from console.areas.layers import DISTRICT, Layers
from console.areas.osm_importer import bounds_of, import_osm
from console.areas.osm_tags import kind_of, names_of, rank_of
from console.areas.pack import Pack
from console.domain.errors import InputFault, SetupFault
from tests.areas import maps
from tests.areas.extracts import write_extract

IJEN = [(-7.9700, 112.6200), (-7.9720, 112.6201), (-7.9740, 112.6200)]
SIDE_ROAD = [(-7.9720, 112.6201), (-7.9720, 112.6250)]
FAR = [(-6.2000, 106.8000), (-6.2010, 106.8010)]
HOSPITAL = [(-7.9720, 112.6310), (-7.9720, 112.6320), (-7.9730, 112.6320), (-7.9730, 112.6310), (-7.9720, 112.6310)]
EVERYWHERE = (-90.0, -180.0, 90.0, 180.0)


def malang(folder: Path, name: str = "malang.osm.pbf", **more: object) -> Path:
    """An invented city: a primary road, a street without a name, a named alley, three landmarks and chaff."""
    return write_extract(
        folder / name,
        nodes=[
            ((-7.9775, 112.6370), {"railway": "station", "name": "Stasiun Malang", "alt_name": "Kota Baru; Stasiun"}),
            ((-7.9800, 112.6300), {"amenity": "place_of_worship", "religion": "muslim", "name": "Masjid Jami'"}),
            ((-7.9801, 112.6301), {"amenity": "bench"}),
            ((-7.9802, 112.6302), {"amenity": "fuel"}),
            ((-7.9803, 112.6303), {"amenity": "fuel", "name": "SPBU\u202e<img src=x>"}),
        ],
        ways=[
            (IJEN, {"highway": "primary", "name": "Jalan Besar Ijen"}),
            (SIDE_ROAD, {"highway": "residential"}),
            (SIDE_ROAD[::-1], {"highway": "footway"}),
            ([IJEN[0], SIDE_ROAD[1]], {"highway": "footway", "name": "Gang Buntu"}),
            (FAR, {"highway": "motorway_link", "ref": "T-1"}),
            (HOSPITAL, {"amenity": "hospital", "name": "RS Karangan"}),
            ([IJEN[0], SIDE_ROAD[1]], {"highway": "construction", "name": "Jalan Esok"}),
        ],
        **more,
    )


def roads(pack: Path, most_rank: int = 7) -> dict[str, int]:
    """Rank by name of every road."""
    layers = Layers(pack)
    found = {road.name: road.rank for road in layers.roads(*EVERYWHERE, most_rank)}
    layers.close()
    return found


def test_roads_and_landmarks_come_into_the_pack_of_the_areas(tmp_path: Path) -> None:
    pack = tmp_path / "areas.pack"
    version = import_files([maps.write_dump(tmp_path, "a.sql", *maps.grid(2))], pack).version
    told: list[tuple[str, int, int]] = []
    report = import_osm(malang(tmp_path), pack, lambda *news: told.append(news))
    assert (report.roads, report.landmarks) == (4, 3)
    assert report.unusable_landmarks == 2
    assert told[-1][1] == told[-1][2] == (tmp_path / "malang.osm.pbf").stat().st_size
    assert roads(pack) == {"Jalan Besar Ijen": 3, "": 6, "Gang Buntu": 7, "T-1": 1}
    assert roads(pack, 3) == {"Jalan Besar Ijen": 3, "T-1": 1}
    layers = Layers(pack)
    (ijen,) = layers.roads(-7.9701, 112.619, -7.9699, 112.6205, 5)
    assert [(round(lat, 5), round(lon, 5)) for lat, lon in ijen.points] == IJEN
    (station,) = layers.landmarks_named("stas mala")
    assert (station.id, station.kind, station.aliases) == ("osm-n1", "stasiun", ("Kota Baru", "Stasiun"))
    assert [each.name for each in layers.landmarks_named("kota baru")] == ["Stasiun Malang"]
    near = {each.name: each.kind for each in layers.landmarks_near(-7.9726, 112.6315)}
    assert near == {"RS Karangan": "rumah sakit", "Masjid Jami'": "masjid", "Stasiun Malang": "stasiun"}
    assert [each.code for each in layers.outlines(DISTRICT, *EVERYWHERE)] == ["35.73.01"]
    layers.close()
    with Pack(pack) as read:
        assert read.version == version
        assert read.attributions()[-1] == "© OpenStreetMap contributors, ODbL"


CAMPUS = [
    [(-7.9500, 112.6100), (-7.9500, 112.6140), (-7.9520, 112.6140)],
    [(-7.9520, 112.6140), (-7.9520, 112.6100), (-7.9500, 112.6100)],
    [(-7.9400, 112.6000), (-7.9400, 112.6001), (-7.9401, 112.6000)],
]
CAMPUS_TAGS = {"amenity": "university", "name": "Kampus Karangan"}


@pytest.mark.parametrize("in_memory_bytes", [200_000_000, 0])
def test_a_landmark_drawn_as_a_multipolygon_stands_in_the_middle_of_its_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory_bytes: int
) -> None:
    monkeypatch.setattr("console.areas.osm_file._IN_MEMORY_BYTES", in_memory_bytes)
    lost = [(-7.9, 112.7), (-7.9, 112.8), (-7.8, 112.8)]
    extract = malang(
        tmp_path, lost=lost,
        multipolygons=[(CAMPUS, CAMPUS_TAGS), ([lost], {"amenity": "school", "name": "Sekolah Jauh"}),
                       ([CAMPUS[0]], {"amenity": "school"}), ([CAMPUS[0]], {"building": "yes"})],
    )  # fmt: skip
    report = import_osm(extract, tmp_path / "p")
    assert (report.roads, report.landmarks, report.multipolygons) == (4, 4, 1)
    assert report.unusable_landmarks == 4, "two nodes, a school whose ways are not here, one without a name"
    layers = Layers(tmp_path / "p")
    (campus,) = layers.landmarks_named("kampus")
    assert (campus.id, round(campus.lat, 4), round(campus.lon, 4)) == ("osm-r1", -7.951, 112.612)
    layers.close()
    assert import_osm(extract, tmp_path / "p").multipolygons == 1
    assert not list(tmp_path.glob(".osm-*")), "what was written beside the pack is gone"


def test_the_same_file_is_skipped_and_a_newer_one_takes_its_place(tmp_path: Path) -> None:
    pack, extract = tmp_path / "p", malang(tmp_path)
    import_osm(extract, pack)
    again = import_osm(extract, pack)
    assert (again.skipped, again.roads, again.landmarks) == (True, 4, 3)
    write_extract(extract, ways=[(IJEN, {"highway": "secondary", "name": "Jalan Ijen"})])
    assert import_osm(extract, pack).roads == 1
    assert roads(pack) == {"Jalan Ijen": 2 + 2}
    layers = Layers(pack)
    assert layers.landmarks(*EVERYWHERE) == ()
    assert layers.landmarks_named("stasiun") == ()
    layers.close()


def test_two_extracts_that_overlap_count_a_way_once(tmp_path: Path) -> None:
    import_osm(malang(tmp_path), tmp_path / "p")
    import_osm(malang(tmp_path, "jatim.osm.pbf", lost=[FAR[0]]), tmp_path / "p")
    assert roads(tmp_path / "p") == {"Jalan Besar Ijen": 3, "": 6, "Gang Buntu": 7, "T-1": 1}


def test_only_what_lies_in_the_bounds(tmp_path: Path) -> None:
    report = import_osm(malang(tmp_path), tmp_path / "p", bounds=bounds_of("-7.975,112.61,-7.969,112.622"))
    assert (report.roads, report.landmarks) == (3, 0)
    with pytest.raises(InputFault, match="within these bounds") as caught:
        import_osm(malang(tmp_path, "other.osm.pbf"), tmp_path / "p", bounds=bounds_of("1,1,2,2"))
    assert caught.value.code == "osm_empty"
    assert roads(tmp_path / "p") == {"Jalan Besar Ijen": 3, "": 6, "Gang Buntu": 7}
    for text in ("1,2,3", "a,b,c,d", "2,1,1,2", "nan,1,2,3"):
        with pytest.raises(InputFault, match="south,west,north,east"):
            bounds_of(text)


def test_a_way_whose_nodes_are_cut_off_keeps_the_others_or_is_counted(tmp_path: Path) -> None:
    report = import_osm(malang(tmp_path, lost=[IJEN[1], FAR[0]]), tmp_path / "p")
    assert (report.roads, report.unusable_roads) == (2, 2)
    assert set(roads(tmp_path / "p")) == {"Jalan Besar Ijen", "Gang Buntu"}


@pytest.mark.parametrize("damage", ["cut", "text", "empty"])
def test_a_broken_file_is_named_and_the_pack_is_as_it_was(tmp_path: Path, damage: str) -> None:
    pack, broken = tmp_path / "p", tmp_path / "broken.osm.pbf"
    whole = malang(tmp_path)
    import_osm(whole, pack)
    broken.write_bytes({"cut": whole.read_bytes()[:-40], "text": b"not a map at all" * 9, "empty": b""}[damage])
    with pytest.raises(InputFault, match=r"broken\.osm\.pbf") as caught:
        import_osm(broken, pack)
    assert caught.value.code in ("osm_unreadable", "osm_empty")
    assert len(roads(pack)) == 4


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extract, imported = malang(tmp_path), builtins.__import__

    def without(name: str, *more: object, **named: object) -> object:
        if name.partition(".")[0] == "osmium":
            raise ImportError(name)
        return imported(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SetupFault, match="pip install 'osmium"):
        import_osm(extract, tmp_path / "p")


KILLED = """
import os, signal, sys
from pathlib import Path
from console.areas.osm_importer import import_osm
import_osm(Path(sys.argv[1]), Path(sys.argv[2]), lambda *_: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_killed_in_the_middle_the_pack_is_as_it_was(tmp_path: Path, repository: Path) -> None:
    pack, extract = tmp_path / "p", malang(tmp_path)
    import_files([maps.write_dump(tmp_path, "a.sql", *maps.grid(2))], pack)
    command: Sequence[str] = [sys.executable, "-c", KILLED, str(extract), str(pack)]
    killed = subprocess.run(command, env=os.environ | {"PYTHONPATH": str(repository)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert roads(pack) == {}
    connection = sqlite3.connect(pack)
    assert connection.execute("SELECT count(*) FROM sources").fetchone()[0] == 1
    connection.close()
    assert import_osm(extract, pack).roads == 4


def test_what_tags_mean() -> None:
    assert rank_of({"highway": "trunk_link"}) == 2
    assert rank_of({"highway": "service"}) == 0
    assert rank_of({"highway": "pedestrian", "area": "yes", "name": "Alun-alun"}) == 0
    assert kind_of({"amenity": "place_of_worship", "religion": "christian"}) == "gereja"
    assert kind_of({"amenity": "place_of_worship"}) == "rumah ibadah"
    assert kind_of({"building": "yes"}) == ""
    assert names_of({"name": " RS  A ", "short_name": "RSA;RS  A", "alt_name": "x" * 200}) == ("RS A", ("RSA",))
    assert names_of({"name": "a\u200bb"}) == ("", ())
