"""Reads PMTiles version 3: one file of tiles behind a directory along the Hilbert curve.

Our own reader of the published specification, because the file is a stranger's: every length is checked and
every unpacking bounded. Tests read what PyPI's `pmtiles` writes.

Why so long: header, directories and tile numbers are one format, useless without each other.
"""

from __future__ import annotations

import json
import threading
import zlib
from array import array
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from console.areas.tile_set import (
    PMTILES,
    TileSetFacts,
    cut_off,
    damaged,
    foreign,
    unknown_format,
    unreadable,
    vector,
)
from console.domain.basemap import LARGEST_ZOOM
from console.domain.errors import InputFault
from console.domain.tile_picture import MOST_BYTES

HEADER_BYTES = 127
_GZIP = 2
_PACKINGS = {0: "an unknown packing", 1: "none", _GZIP: "gzip", 3: "brotli", 4: "zstd"}
_KINDS = {2: "png", 3: "jpeg", 4: "webp"}
_VECTOR = (1, 6)
_MOST_PACKED = 4 << 20
_MOST_UNPACKED = 32 << 20
"""A leaf directory has some thousand entries of a few bytes; these are traps beyond any doubt."""
_DEEPEST = 4
_LEAVES_KEPT = 32


@dataclass(frozen=True, slots=True)
class _Header:
    """What the fixed header says, in its order (chapter 3 of the specification)."""

    root: tuple[int, int]
    metadata: tuple[int, int]
    leaves: tuple[int, int]
    tiles: tuple[int, int]
    packing: int
    tile_packing: int
    tile_kind: int
    min_zoom: int
    max_zoom: int
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Directory:
    """Entries as columns: first tile id, run length (0 = a leaf directory), offset, length."""

    ids: array[int]
    runs: array[int]
    offsets: array[int]
    lengths: array[int]


class PMTiles:
    """One PMTiles file, opened read-only; usable from any thread."""

    def __init__(self, path: Path) -> None:
        """Check and open.

        Raises:
            InputFault: see `open_tile_set`.
        """
        self.path = path
        self._lock = threading.Lock()
        self._leaves: OrderedDict[int, _Directory] = OrderedDict()
        try:
            self._file: BinaryIO | None = path.open("rb")
        except OSError as error:
            raise unreadable(path, error) from error
        try:
            self._header = _header(path, self._read(0, HEADER_BYTES))
            self._check_size()
            self._root = self._directory(*self._header.root)
            self.facts = self._read_facts()
        except BaseException:
            self.close()
            raise

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The bytes of a tile (XYZ), None when there is none.

        Raises:
            InputFault: `tile_set_damaged`.
        """
        wanted, directory = tile_number(zoom, column, row), self._root
        with self._lock:
            if self._file is None:
                return None
            for _ in range(_DEEPEST):
                at = bisect_right(directory.ids, wanted) - 1
                if at < 0:
                    return None
                offset, length = directory.offsets[at], directory.lengths[at]
                if directory.runs[at] > 0:
                    inside = wanted - directory.ids[at] < directory.runs[at]
                    return self._tile_bytes(offset, length) if inside else None
                directory = self._leaf(offset, length)
        raise damaged(self.path, "its directories lie too deep")

    def sample(self) -> list[tuple[int, int, int]]:
        """The first and the last tile of the outermost directories, some between."""
        found, waiting = [], [self._root]
        with self._lock:
            for directory in waiting:
                count = len(directory.ids)
                for at in sorted({0, count // 2, count - 1}) if count else ():
                    if directory.runs[at] > 0:
                        found.append(tile_place(directory.ids[at]))
                    elif len(waiting) < 8:
                        waiting.append(self._leaf(directory.offsets[at], directory.lengths[at]))
        return found

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            if self._file is not None:
                self._file.close()
                self._file = None

    def _read(self, offset: int, length: int) -> bytes:
        if self._file is None:
            return b""
        try:
            self._file.seek(offset)
            found = self._file.read(length)
        except (OSError, OverflowError, ValueError) as error:
            raise damaged(self.path, str(error)) from error
        if len(found) < length:
            raise cut_off(self.path, offset + len(found), offset + length)
        return found

    def _check_size(self) -> None:
        header, has = self._header, self.path.stat().st_size
        wants = max(sum(part) for part in (header.root, header.metadata, header.leaves, header.tiles))
        if has < wants:
            raise cut_off(self.path, has, wants)

    def _unpacked(self, packed: bytes, packing: int, most: int) -> bytes:
        if packing != _GZIP:
            return packed
        unpacking = zlib.decompressobj(wbits=31)
        try:
            found = unpacking.decompress(packed, most)
        except zlib.error as error:
            raise damaged(self.path, f"what is packed cannot be unpacked ({error})") from error
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise damaged(self.path, "what is packed does not end where it should")
        return found

    def _directory(self, offset: int, length: int) -> _Directory:
        if not 0 < length <= _MOST_PACKED:
            raise damaged(self.path, f"a directory of {length:,} bytes")
        packed = self._read(offset, length)
        try:
            return _entries(self._unpacked(packed, self._header.packing, _MOST_UNPACKED))
        except (IndexError, OverflowError, ValueError) as error:
            raise damaged(self.path, "a directory of tiles makes no sense") from error

    def _leaf(self, offset: int, length: int) -> _Directory:
        kept = self._leaves.get(offset)
        if kept is not None:
            self._leaves.move_to_end(offset)
            return kept
        start, size = self._header.leaves
        if offset + length > size:
            raise damaged(self.path, "a directory lies outside of its part of the file")
        found = self._leaves[offset] = self._directory(start + offset, length)
        while len(self._leaves) > _LEAVES_KEPT:
            self._leaves.popitem(last=False)
        return found

    def _tile_bytes(self, offset: int, length: int) -> bytes:
        start, size = self._header.tiles
        if length > MOST_BYTES or offset + length > size:
            raise damaged(self.path, f"a tile of {length:,} bytes at {offset:,}")
        return self._unpacked(self._read(start + offset, length), self._header.tile_packing, MOST_BYTES + 1)

    def _read_facts(self) -> TileSetFacts:
        header = self._header
        said: dict[str, object] = {}
        if 0 < header.metadata[1] <= _MOST_PACKED:
            text = self._unpacked(self._read(*header.metadata), header.packing, _MOST_UNPACKED)
            try:
                found = json.loads(text)
            except (ValueError, RecursionError) as error:
                raise damaged(self.path, "its description cannot be read") from error
            said = found if isinstance(found, dict) else {}
        return TileSetFacts(
            kind="PMTiles",
            name=str(said.get("name") or ""),
            attribution=str(said.get("attribution") or ""),
            min_zoom=header.min_zoom,
            max_zoom=header.max_zoom,
            bounds=header.bounds,
            overlay=said.get("type") == "overlay",
        )


def tile_number(zoom: int, column: int, row: int) -> int:
    """A tile's number: all tiles of smaller zooms first, then along the Hilbert curve (Warren, 'Hacker's Delight')."""
    number = ((1 << 2 * zoom) - 1) // 3
    side = 1 << zoom >> 1
    while side:
        right, down = bool(column & side), bool(row & side)
        number += side * side * ((3 if right else 0) ^ (1 if down else 0))
        if not down:
            if right:
                column, row = side - 1 - (column & side - 1), side - 1 - (row & side - 1)
            column, row = row, column
        side >>= 1
    return number


def tile_place(number: int) -> tuple[int, int, int]:
    """Zoom, column and row of a tile's number: the inverse of `tile_number`."""
    zoom = ((3 * number + 1).bit_length() - 1) // 2
    left = number - ((1 << 2 * zoom) - 1) // 3
    column = row = 0
    side = 1
    while side < 1 << zoom:
        right = bool(left & 2)
        down = bool(left & 1) != right
        if not down:
            if right:
                column, row = side - 1 - column, side - 1 - row
            column, row = row, column
        column += side if right else 0
        row += side if down else 0
        left >>= 2
        side <<= 1
    return zoom, column, row


def _header(path: Path, raw: bytes) -> _Header:
    if not raw.startswith(PMTILES) or raw[7] != 3:
        said = raw[7] if raw.startswith(PMTILES) else int.from_bytes(raw[2:4], "little")
        message = (
            f"{path.name} is PMTiles of version {said}; version 3 is read. Bring it up to date with "
            "'pmtiles convert', then import it."
        )
        raise InputFault("tile_set_old", message, file=path.name, version=said)
    long = [int.from_bytes(raw[at : at + 8], "little") for at in range(8, 72, 8)]
    degrees = [int.from_bytes(raw[at : at + 4], "little", signed=True) / 1e7 for at in range(102, 118, 4)]
    west, south, east, north = degrees
    packing, tile_packing, tile_kind, min_zoom, max_zoom = raw[97:102]
    if tile_kind in _VECTOR:
        raise vector(path)
    if tile_kind not in _KINDS:
        raise unknown_format(path, {5: "avif"}.get(tile_kind, f"kind {tile_kind}"))
    for each, what in ((packing, "directories"), (tile_packing, "tiles")):
        # Tiles whose packing is not known are pictures as they are.
        if each not in (1, _GZIP) and not (each == 0 and what == "tiles"):
            raise unknown_format(path, f"{what} packed as {_PACKINGS.get(each, str(each))}")
    if not min_zoom <= max_zoom <= LARGEST_ZOOM:
        raise damaged(path, f"its zooms run from {min_zoom} to {max_zoom}")
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        south, west, north, east = -85.06, -180.0, 85.06, 180.0
    if not long[1]:
        raise foreign(path, "it has no directory")
    root, metadata, leaves, tiles = ((long[at], long[at + 1]) for at in range(0, 8, 2))
    bounds = (south, west, north, east)
    return _Header(root, metadata, leaves, tiles, packing, tile_packing, tile_kind, min_zoom, max_zoom, bounds)


def _entries(raw: bytes) -> _Directory:
    """Columns of varints: ids as differences, run lengths, lengths, offsets + 1 (0 = right behind the one before).

    Raises:
        IndexError, OverflowError, ValueError: these are no entries.
    """
    count, at = _varint(raw, 0)
    if count > len(raw):
        raise ValueError("more entries than bytes")
    columns = []
    for _ in range(4):
        column = array("Q")
        for _ in range(count):
            value, at = _varint(raw, at)
            column.append(value)
        columns.append(column)
    ids, runs, lengths, offsets = columns
    last = 0
    for each in range(count):
        last += ids[each]
        ids[each] = last
        offsets[each] = offsets[each] - 1 if offsets[each] else offsets[each - 1] + lengths[each - 1]
    return _Directory(ids, runs, offsets, lengths)


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = raw[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError("a number too long")
