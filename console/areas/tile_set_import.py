"""Takes a file of map tiles into the profile: checked first, copied whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from console.areas import mbtiles
from console.areas.tile_set import SUFFIXES, TileSet, TileSetFacts, damaged, foreign, open_tile_set, unreadable, vector
from console.domain.errors import StoreFault
from console.domain.tile_picture import NoTile, is_whole, read_tile

PLACE = ".place"
"""A file of this kind holds the path of a tile set that stays where it is."""
_PART_BYTES = 4 << 20
_SPARE_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Imported:
    """A tile set taken in: its name among the others, what it says of itself, its size, tiles looked at."""

    slug: str
    facts: TileSetFacts
    bytes: int
    looked_at: int


def check_tile_set(path: Path) -> tuple[TileSetFacts, int, bool]:
    """What a tile set says of itself, how many tiles were looked at, whether its tiles are found quickly.

    Raises:
        InputFault: see `open_tile_set`; also when a tile that was looked at is no picture.
    """
    if not path.is_file():
        raise foreign(path, "it is no ordinary file" if path.exists() else "it is not there")
    tiles = open_tile_set(path)
    try:
        quick = not isinstance(tiles, mbtiles.MBTiles) or tiles.is_quick()
        return tiles.facts, _look(path, tiles), quick
    finally:
        tiles.close()


def import_tile_set(
    path: Path, folder: Path, *, in_place: bool = False, told: Callable[[int, int], None] = lambda _done, _all: None
) -> Imported:
    """Check a tile set and copy it into `folder`, or (`in_place`) note there where it lies.

    `told(done, all)` in bytes while it is copied. The same file name again takes the place of the earlier one.

    Raises:
        InputFault: the file is not one we can show.
        StoreFault: `disk_full`, `map_folder_unwritten`.
    """
    facts, looked_at, quick = check_tile_set(path)
    slug, size = slug_of(path.stem), path.stat().st_size
    suffix = SUFFIXES[0] if facts.kind == "MBTiles" else SUFFIXES[1]
    new = folder / (slug + (PLACE if in_place else suffix))
    part = folder / f"{slug}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if in_place:
            part.write_text(str(path.resolve()), encoding="utf-8")
        else:
            _copy(path, part, size, told)
            if not quick:
                mbtiles.make_index(part)
        part.replace(new)
        for other in (*SUFFIXES, PLACE):
            if folder / (slug + other) != new:
                (folder / (slug + other)).unlink(missing_ok=True)
    except OSError as error:
        raise StoreFault(
            "map_folder_unwritten", f"{folder} cannot be written: {error.strerror or error}.", path=str(folder)
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Imported(slug, facts, size, looked_at)


def slug_of(name: str) -> str:
    """A file's name as small letters, digits and dashes, for use in addresses."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:48] or "map"


def tile_set_files(folder: Path) -> dict[str, Path]:
    """The tile sets of a folder by name, wherever they lie; they may be gone."""
    found = {}
    for each in sorted(folder.glob("*")) if folder.is_dir() else ():
        if each.suffix in SUFFIXES:
            found[each.stem] = each
        elif each.suffix == PLACE:
            with suppress(OSError, UnicodeError):
                found[each.stem] = Path(each.read_text(encoding="utf-8").strip())
    return found


def _look(path: Path, tiles: TileSet) -> int:
    looked_at = 0
    for zoom, column, row in tiles.sample():
        body = tiles.tile(zoom, column, row)
        if body is None:
            raise damaged(path, f"tile {zoom}/{column}/{row} should be there and is not")
        try:
            picture = read_tile(body)
        except NoTile as why:
            if "vector" in str(why):
                raise vector(path) from why
            raise damaged(path, f"tile {zoom}/{column}/{row} is no picture: {why}") from why
        if not is_whole(picture):
            raise damaged(path, f"tile {zoom}/{column}/{row} is cut off")
        looked_at += 1
    if not looked_at:
        raise foreign(path, "it holds no tiles")
    return looked_at


def _copy(path: Path, part: Path, size: int, told: Callable[[int, int], None]) -> None:
    free = shutil.disk_usage(part.parent).free
    if free < size + _SPARE_BYTES:
        raise StoreFault(
            "disk_full",
            f"{path.name} needs {size >> 20:,} MiB, {part.parent} has {free >> 20:,}. Make room, or add --in-place.",
            path=str(part.parent),
        )
    done = 0
    try:
        source = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with source, part.open("wb") as copy:
        while piece := source.read(_PART_BYTES):
            copy.write(piece)
            done += len(piece)
            told(done, size)
        copy.flush()
        os.fsync(copy.fileno())
