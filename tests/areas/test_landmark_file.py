"""Landmarks come from GeoJSON points; what is no landmark is told by line and field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.areas.landmark_file import added, read_landmarks
from console.domain.errors import InputFault


def a_file(folder: Path, *features: dict[str, object]) -> Path:
    file = folder / "patokan.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}, indent=1), encoding="utf-8")
    return file


def a_point(lon: float, lat: float, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def test_names_kinds_and_other_names_are_read_and_the_same_place_counts_once(tmp_path: Path) -> None:
    file = a_file(
        tmp_path,
        a_point(112.637, -7.9775, name="Stasiun Rekaan", railway="station", alt_name="Stasiun Kota; St. Rekaan"),
        a_point(112.6370001, -7.97750001, name="Stasiun Rekaan", railway="station"),
        a_point(112.63, -7.98, NAMA="Alun-alun Rekaan", jenis="alun-alun"),
        a_point(112.63, -7.98),
        a_point(0, 0, name="Nol"),
        a_point(-7.98, 112.63, name="Terbalik"),
    )
    landmarks, broken = read_landmarks(file)
    assert [(each.name, each.kind, each.aliases) for each in landmarks.places] == [
        ("Stasiun Rekaan", "station", ("Stasiun Kota", "St. Rekaan")),
        ("Alun-alun Rekaan", "alun-alun", ()),
    ]
    assert [(each.record, each.field) for each in broken] == [(4, "name"), (5, "lat"), (6, "coordinates")]
    assert added(landmarks, landmarks).places == landmarks.places


def test_a_file_that_is_no_geojson_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x.geojson"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputFault, match=r"x\.geojson"):
        read_landmarks(file)
    file.write_text("name,lat", encoding="utf-8")
    with pytest.raises(InputFault, match="no GeoJSON"):
        read_landmarks(file)
