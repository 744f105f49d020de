"""Locating the points of files: one line for scripts, a table for people."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.areas.importer import import_files
from console.areas.index import AreaIndex
from console.areas.locating import count_table, locate_files
from console.domain.errors import SetupFault
from tests.areas import maps


def test_points_are_counted_inside_ambiguous_and_outside(tmp_path: Path) -> None:
    rows = [*maps.grid(3), maps.row(8, "Lebar", [maps.square(0, 1, maps.SIDE * 2)])]
    import_files([maps.write_dump(tmp_path, "kel.sql", *rows)], tmp_path / "p", names_above={"35": "Jawa Timur"})
    columns = [0, 0, 1, 2, 40]
    points = tmp_path / "titik.geojson"
    points.write_text(
        maps.collection(*(maps.point_feature(*maps.middle(0, column)) for column in columns), {"type": "Feature"})
    )
    index = AreaIndex(tmp_path / "p")
    report = locate_files([points, tmp_path / "nowhere.geojson"], index)
    assert report.headline == "inside=4 ambiguous=2 outside=1"
    assert [(broken.file, broken.field) for broken in report.broken] == [
        ("titik.geojson", "geometry"),
        ("nowhere.geojson", "file"),
    ]
    table = count_table(report, most=2)
    assert table[0] == ("Kode", "Nama", "Kecamatan", "Kota", "Laporan", "Ambigu")
    assert ("35", "Jawa Timur", "", "", "4", "2") in table
    assert table[3][:2] == (maps.code(1), "Satu")
    assert table[-1] == ("…", "1 kelurahan lain", "", "", "1", "1")
    assert locate_files([points], index, within="35.73.01.1001").headline == "inside=2 ambiguous=0 outside=3"
    assert locate_files([points], index, within="35.7").inside == 0
    index.close()


def test_without_a_pack_the_way_out_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupFault, match="import areas"):
        locate_files([], AreaIndex(None))
