"""Small invented maps of squares, written as the files the importer reads."""

from __future__ import annotations

import json
from pathlib import Path

SOUTH, WEST = -7.95, 112.6
"""Corner of the first square, in Malang."""

SIDE = 0.01
Ring = list[list[float]]

HEADER = """/*
filename : db/kel/invented.sql
MIT License
copyright (c) 2025 by invented author; nobody@sigap.example
*/
DELETE FROM wilayah_boundaries WHERE kode LIKE '35.73.%';
"""
INSERT = "INSERT INTO wilayah_boundaries(kode,nama,lat,lng,path) VALUES\n"


def square(row: float = 0, column: float = 0, side: float = SIDE) -> Ring:
    """A square ring, latitude first, `row` and `column` squares from the corner."""
    south, west = SOUTH + row * SIDE, WEST + column * SIDE
    corners = [[south, west], [south, west + side], [south + side, west + side], [south + side, west]]
    return [[round(lat, 7), round(lon, 7)] for lat, lon in corners]


def middle(row: float = 0, column: float = 0, side: float = SIDE) -> tuple[float, float]:
    """The middle of that square: (lat, lon)."""
    return SOUTH + row * SIDE + side / 2, WEST + column * SIDE + side / 2


def code(number: int) -> str:
    """Code of an invented kelurahan."""
    return f"35.73.01.{1000 + number}"


def row(number: int, name: str, nested: object, lat: float = 0.0, lon: float = 0.0) -> str:
    """One record of a dump."""
    quoted = name.replace("'", "''")
    return f"('{code(number)}','{quoted}',{lat},{lon},'{json.dumps(nested, separators=(',', ':'))}')"


def dump(*rows: str) -> str:
    """A whole dump of these records, one a line."""
    return HEADER + INSERT + ",\n".join(rows) + ";\n"


def write_dump(folder: Path, name: str, *rows: str) -> Path:
    """Write such a dump to a file."""
    path = folder / name
    path.write_text(dump(*rows), encoding="utf-8")
    return path


def grid(count: int = 4) -> list[str]:
    """Records of `count` squares in a row: Satu, Dua, Tiga…"""
    names = ["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam"]
    return [row(index + 1, names[index], [square(0, index)]) for index in range(count)]


def point_feature(lat: float, lon: float) -> dict[str, object]:
    """A GeoJSON point, longitude first as RFC 7946 wants it."""
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": {}}


def polygon_feature(code_text: str, name: str, rings: list[Ring]) -> dict[str, object]:
    """A GeoJSON polygon from latitude-first rings."""
    turned = [[[lon, lat] for lat, lon in [*ring, ring[0]]] for ring in rings]
    return {
        "type": "Feature",
        "properties": {"KDEPUM": code_text, "WADMKD": name},
        "geometry": {"type": "Polygon", "coordinates": turned},
    }


def collection(*features: object) -> str:
    """GeoJSON text of these features, one a line."""
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(map(json.dumps, features)) + "\n]}"
