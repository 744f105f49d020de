"""An area, an outline to paint, a source, and a record read from a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from console.areas.varints import Ring
from console.domain.place import AreaMethod

CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?\Z")
"""Ministry of Home Affairs code: province, kabupaten/kota, kecamatan, kelurahan/desa."""


_YEAR = re.compile(r"© (\d{4}) (.+)\Z")


class Level(StrEnum):
    """What a code stands for, by its number of parts."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    VILLAGE = "village"


_LEVELS = (Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.VILLAGE)


def level_of(code: str) -> Level:
    """Level of a code of one to four parts. Raises ValueError for anything else."""
    if not CODE.match(code):
        raise ValueError("code must look like 35, 35.73, 35.73.01 or 35.73.01.1001")
    return _LEVELS[code.count(".")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area of the pack: code, name, label point in degrees, size in square metres, names above it."""

    code: str
    name: str
    lat: float
    lon: float
    size_m2: int = 0
    district: str = ""
    city: str = ""

    @property
    def level(self) -> Level:
        """Province, city, district (kecamatan) or village (kelurahan/desa)."""
        return level_of(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a tile painter needs: code, name, label point, open rings of (lat, lon) in degrees."""

    code: str
    name: str
    lat: float
    lon: float
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Answer to 'which kelurahan?': `ambiguous` when two or more polygons hold the point."""

    code: str = ""
    name: str = ""
    method: AreaMethod = AreaMethod.NONE
    pack_version: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where areas of the pack come from: file, what to show beside the map, the full licence text."""

    file: str
    sha256: str
    attribution: str
    licence: str
    records: int
    broken: int
    imported_at: str


def joined_years(attributions: Iterable[str]) -> tuple[str, ...]:
    """Each line once; '© 2024 A' and '© 2025 A' are '© 2024, 2025 A': a map's corner is short."""
    years: dict[str, list[str]] = {}
    for line in attributions:
        found = _YEAR.match(line)
        said = years.setdefault(found[2] if found else line, [])
        if found and found[1] not in said:
            said.append(found[1])
    return tuple(f"© {', '.join(sorted(said))} {holder}" if said else holder for holder, said in years.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An area read from a file, checked; `line` counts from 1, rings in 1e-7 degrees (lat, lon).

    `stated` is the label point the file itself gives, in the same units, wherever it may lie.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]
    line: int
    stated: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A record that was left out: line and record number from 1 (0 = not known), field, reason."""

    file: str
    line: int
    record: int
    field: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        number = f" record {self.record}" if self.record else ""
        return f"{where}{number} {self.field}: {self.reason}"
