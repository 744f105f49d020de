"""A base map: painted by ourselves, from a file, or from one's own tile server."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from console.domain.errors import Fault, InputFault

OWN = "own"
"""Id of the map we paint ourselves: always there."""
SERVER = "server"
"""Id of the configured tile server."""
LARGEST_ZOOM = 22
LONGEST_CREDIT = 300
_LOCAL = ("127.0.0.1", "::1")
_HOLES = re.compile(r"\{([^{}]*)\}")
_TAGS = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"\s+")


class Origin(StrEnum):
    """Where the tiles of a base map come from."""

    OWN = "own"
    FILE = "file"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class BaseMap:
    """One base map to choose: `credit` is the attribution to show, bounds are degrees (south, west, north, east).

    Beyond `max_zoom` its tiles are enlarged. An `overlay` lets the own map shine through. `dense`: it has tiles of
    twice the pixels on request. `broken`: why it cannot be used.
    """

    id: str
    origin: Origin
    name: str = ""
    credit: str = ""
    min_zoom: int = 0
    max_zoom: int = LARGEST_ZOOM
    bounds: tuple[float, float, float, float] = (-85.06, -180.0, 85.06, 180.0)
    overlay: bool = False
    dense: bool = False
    broken: Fault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TileServerFacts:
    """The tile server a workstation is told to use: address with {z}/{x}/{y} ('' none), name, attribution, CA file.

    Its tiles are kept in a cache of at most `cache_mib` MiB; beyond `max_zoom` it has none.
    """

    url: str = ""
    name: str = ""
    credit: str = ""
    ca_file: str = ""
    max_zoom: int = 18
    cache_mib: int = 256


LONGEST_NAME = 60
CACHE_MIB = (16, 65_536)
"""The least and the most of a tile cache."""


def checked_facts(facts: TileServerFacts) -> TileServerFacts:
    """The facts without blanks around them.

    Raises:
        InputFault: `tile_address_wrong`, `tile_credit_missing`, `tile_number_wrong`, `too_long`; naming the `field`.
    """
    facts = replace(facts, url=facts.url.strip(), name=facts.name.strip(), credit=facts.credit.strip(),
                    ca_file=facts.ca_file.strip())  # fmt: skip
    if not facts.url:
        return TileServerFacts(max_zoom=facts.max_zoom, cache_mib=facts.cache_mib)
    try:
        checked_template(facts.url)
    except ValueError as error:
        raise InputFault("tile_address_wrong", f"url: {error}", field="url") from error
    if not facts.credit:
        raise InputFault("tile_credit_missing", "credit: whose map it is, shown on the map", field="credit")
    for name, most in (("name", LONGEST_NAME), ("credit", LONGEST_CREDIT)):
        if len(getattr(facts, name)) > most:
            raise InputFault("too_long", f"{name}: at most {most}", field=name, most=most)
    for name, value, (least, most) in (
        ("max_zoom", facts.max_zoom, (1, LARGEST_ZOOM)), ("cache_mib", facts.cache_mib, CACHE_MIB)
    ):  # fmt: skip
        if not least <= value <= most:
            raise InputFault("tile_number_wrong", f"{name}: {least} to {most}", field=name, least=least, most=most)
    return facts


@dataclass(frozen=True, slots=True)
class TileId:
    """Which tile: zoom, column from the west, row from the north (XYZ), twice the pixels or not."""

    zoom: int
    column: int
    row: int
    dense: bool = False

    @property
    def valid(self) -> bool:
        """Whether such a tile exists on the map of the world."""
        if not 0 <= self.zoom <= LARGEST_ZOOM:
            return False
        across = 1 << self.zoom
        return 0 <= self.column < across and 0 <= self.row < across


def plain_credit(text: str) -> str:
    """An attribution as plain text on one line: files bring HTML (MBTiles 1.3), which is never shown as such."""
    bare = _BLANKS.sub(" ", html.unescape(_TAGS.sub("", text[: 8 * LONGEST_CREDIT]))).strip()
    return bare if len(bare) <= LONGEST_CREDIT else bare[: LONGEST_CREDIT - 1] + "…"


def checked_template(address: str) -> str:
    """A tile server's address with {z}, {x}, {y} (or {-y} for rows from the south) and perhaps {r} (@2x).

    Raises:
        ValueError: says what is wrong with it.
    """
    bare = _HOLES.sub("0", address.strip())
    parts = urlsplit(bare)
    local = parts.scheme == "http" and parts.hostname in _LOCAL
    if not parts.hostname or not (parts.scheme == "https" or local):
        raise ValueError("a tile server's address starts with https:// (http:// only to 127.0.0.1 or [::1])")
    if parts.username or parts.password or "{" in urlsplit(address.strip()).netloc:
        raise ValueError("a tile server's host stands there in full, without user, password or {…}")
    holes = sorted(_HOLES.findall(address))
    if holes not in (["x", "y", "z"], ["r", "x", "y", "z"], ["-y", "x", "z"], ["-y", "r", "x", "z"]):
        raise ValueError("a tile server's address holds {z}, {x}, {y} once each, perhaps {r}, and nothing else in {}")
    return address.strip()


def tile_address(template: str, tile: TileId) -> str:
    """The address of one tile."""
    south = (1 << tile.zoom) - 1 - tile.row
    holes = {"z": tile.zoom, "x": tile.column, "y": tile.row, "-y": south, "r": "@2x" if tile.dense else ""}
    return _HOLES.sub(lambda hole: str(holes[hole[1]]), template)
