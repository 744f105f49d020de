"""A file of map tiles, MBTiles or PMTiles: opened by what it is, refused with the way out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from console.domain.errors import InputFault

SQLITE = b"SQLite format 3\x00"
PMTILES = b"PMTiles"
SUFFIXES = (".mbtiles", ".pmtiles")


@dataclass(frozen=True, slots=True)
class TileSetFacts:
    """What a tile set says of itself: attribution as it stands there (perhaps HTML), bounds south, west, north, east.

    `overlay`: it is made to lie over another map.
    """

    kind: str
    name: str
    attribution: str
    min_zoom: int
    max_zoom: int
    bounds: tuple[float, float, float, float]
    overlay: bool = False


class TileSet(Protocol):
    """Tiles of one file; usable from any thread."""

    @property
    def facts(self) -> TileSetFacts:
        """What it says of itself."""

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The bytes of a tile (XYZ: rows from the north), None when it has none.

        Raises:
            InputFault: `tile_set_damaged`.
        """

    def sample(self) -> list[tuple[int, int, int]]:
        """Some tiles that should be there (zoom, column, row), of every zoom at least one."""

    def close(self) -> None:
        """Let the file go; asked again it has no tiles."""


def open_tile_set(path: Path) -> TileSet:
    """Open a tile set read-only by its first bytes, whatever it is called.

    Raises:
        InputFault: `no_tile_set`, `tile_set_cut_off`, `tile_set_vector`, `tile_set_projection`,
            `tile_set_format`, `tile_set_old`, `tile_set_busy`, `tile_set_damaged`; params name the `file`.
    """
    from console.areas.mbtiles import MBTiles
    from console.areas.pmtiles import PMTiles

    try:
        with path.open("rb") as file:
            first = file.read(127)
    except OSError as error:
        raise unreadable(path, error) from error
    if first.startswith(SQLITE):
        return MBTiles(path)
    # Version 1 and 2 began with 'PM' and a number of two bytes.
    if first.startswith(PMTILES) or (first[:2] == b"PM" and path.suffix.lower() == ".pmtiles"):
        return PMTiles(path)
    raise foreign(path, "it begins like neither MBTiles nor PMTiles")


def unreadable(path: Path, error: OSError) -> InputFault:
    """The file cannot be opened or read."""
    reason = error.strerror or str(error)
    return InputFault("tile_set_unreadable", f"{path} cannot be read: {reason}.", file=path.name, reason=reason)


def foreign(path: Path, why: str) -> InputFault:
    """The file is something else."""
    message = f"{path.name} is no tile set: {why}. Give a .mbtiles or .pmtiles file of map pictures."
    return InputFault("no_tile_set", message, file=path.name, reason=why)


def cut_off(path: Path, has: int, wants: int) -> InputFault:
    """The file ends before it should."""
    message = f"{path.name} is cut off: it has {has:,} bytes and should have {wants:,}. Copy or download it again."
    return InputFault("tile_set_cut_off", message, file=path.name, has=has, wants=wants)


def damaged(path: Path, why: str) -> InputFault:
    """The file is one, but broken."""
    message = f"{path.name} is damaged: {why}. Copy or download it again."
    return InputFault("tile_set_damaged", message, file=path.name, reason=why)


def vector(path: Path) -> InputFault:
    """The file holds shapes to be drawn, not pictures."""
    message = (
        f"{path.name} holds vector tiles, which this console does not draw. Ask for the same map as pictures (raster, "
        "png or webp), or have it rendered, for instance by tileserver-gl, and import that file."
    )
    return InputFault("tile_set_vector", message, file=path.name)


def projected(path: Path, said: str) -> InputFault:
    """The file's tiles lie otherwise than all others."""
    message = (
        f"{path.name} is in the projection {said}; only Web Mercator (EPSG:3857) fits the map. "
        "Have it warped to EPSG:3857, for instance by gdalwarp, and import that file."
    )
    return InputFault("tile_set_projection", message, file=path.name, projection=said)


def unknown_format(path: Path, said: str) -> InputFault:
    """The file's tiles are pictures we do not show, or packed in a way we do not open."""
    message = f"{path.name} holds tiles as {said}; png, jpeg and webp are shown. Have it converted, then import it."
    return InputFault("tile_set_format", message, file=path.name, format=said)
