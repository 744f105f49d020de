"""Small tile sets made for tests: png tiles of one colour, MBTiles, PMTiles."""

from __future__ import annotations

import json
import sqlite3
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

Tile = tuple[int, int, int]

MALANG = (-8.05, 112.55, -7.90, 112.70)


def png(red: int, green: int, blue: int, side: int = 256) -> bytes:
    """A png of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\x00" + bytes((red, green, blue)) * side) * side)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


RED, GREEN, BLUE = png(200, 30, 30), png(30, 160, 60), png(40, 80, 200)


def write_mbtiles(path: Path, tiles: Mapping[Tile, bytes], *, index: bool = True, **metadata: str) -> Path:
    """An MBTiles file of these tiles (XYZ); metadata as given, format png unless it says otherwise."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE metadata (name text, value text)")
    connection.execute("CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)")
    if index:
        connection.execute("CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
    connection.executemany("INSERT INTO metadata VALUES (?, ?)", {"format": "png", "name": "Uji", **metadata}.items())
    connection.executemany(
        "INSERT INTO tiles VALUES (?, ?, ?, ?)",
        [(z, x, (1 << z) - 1 - y, body) for (z, x, y), body in tiles.items()],
    )
    connection.commit()
    connection.close()
    return path


def bounds_text(south: float, west: float, north: float, east: float) -> str:
    """Bounds as MBTiles spells them."""
    return f"{west},{south},{east},{north}"


def write_pmtiles(path: Path, tiles: Mapping[Tile, bytes], **said: object) -> Path:
    """A PMTiles file of these tiles by the format's own library; `said` goes into its metadata."""
    from pmtiles.tile import Compression, TileType, zxy_to_tileid
    from pmtiles.writer import Writer

    south, west, north, east = MALANG
    with path.open("wb") as file:
        writer = Writer(file)
        for number, body in sorted((zxy_to_tileid(*tile), body) for tile, body in tiles.items()):
            writer.write_tile(number, body)
        header = {
            "tile_type": TileType.PNG,
            "tile_compression": Compression.NONE,
            "min_lon_e7": round(west * 1e7),
            "min_lat_e7": round(south * 1e7),
            "max_lon_e7": round(east * 1e7),
            "max_lat_e7": round(north * 1e7),
            "center_zoom": 0,
            "center_lon_e7": round(west * 1e7),
            "center_lat_e7": round(south * 1e7),
        }
        writer.finalize(header, json.loads(json.dumps({"name": "Uji", **said})))
    return path
