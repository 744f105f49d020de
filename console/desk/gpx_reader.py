"""Reads tracks from GPX files of any maker; broken points are named, the rest goes on.

Why own code: gpxpy and its like give a whole file up for one broken point, and none refuses a document type.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from xml.parsers import expat

from console.domain.errors import InputFault

MOST_BYTES = 64 * 1024 * 1024
MOST_POINTS = 500_000
DEEPEST = 64
NAME_LENGTH = 120
NAMED_FAULTS = 200
"""So many broken points are named one by one; the rest is counted."""

_TEXT_LENGTH = 400
_START = re.compile(rb"^(?:\xef\xbb\xbf|\s)+")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-?8)([^\"']*)", re.IGNORECASE)
_POINTS = {"trkpt": "trk", "rtept": "rte"}
_KEPT = frozenset({"name", "time", "speed", "course", "mock"})


class Flaw(StrEnum):
    """What is wrong with a point: without a usable place it is left out, without a usable time it stays."""

    PLACE = "place"
    NOWHERE = "nowhere"
    TIME = "time"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFlaw:
    """One flaw and its position: the line of the file, and the how-manieth point of the file it is in (from 1)."""

    flaw: Flaw
    line: int
    point: int
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePoint:
    """A point as its file says it: degrees WGS 84; `at` aware UTC, None where there is none; m/s; degrees true."""

    lat: float
    lon: float
    at: datetime | None = None
    speed_m_s: float | None = None
    course_deg: float | None = None
    mock: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTrack:
    """One track or route of a file: its own name (hostile: plain text only), its pieces in the file's order."""

    name: str
    pieces: tuple[tuple[FilePoint, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTracks:
    """What could be read of a file; `flawed` counts all flaws, `flaws` names the first NAMED_FAULTS."""

    tracks: tuple[FileTrack, ...]
    flaws: tuple[FileFlaw, ...] = ()
    flawed: int = 0
    points: int = 0
    untimed: int = 0


def read_gpx(body: bytes) -> FileTracks:
    """The tracks and routes of a GPX 1.0 or 1.1 file, with or without its namespace.

    Put up with: a byte order mark, blank lines before the declaration, prefixes nobody declared, Latin letters in a
    file that says UTF-8, decimal commas, no times, a file that ends in the middle. Nothing outside the file is ever
    read and nothing in it expanded: a document type (the home of entity bombs) is refused.

    Raises:
        InputFault: `gpx_too_large`, `gpx_doctype`, `gpx_not` (no GPX or no XML, with the line), `gpx_empty`.
    """
    if len(body) > MOST_BYTES:
        raise InputFault("gpx_too_large", "the GPX file is too large", most=MOST_BYTES // 1024 // 1024)
    reading = _Reading()
    return reading.read(body)


class _Reading:
    """One file on its way through expat; names are taken without their prefix."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._text: list[str] | None = None
        self._tracks: list[FileTrack] = []
        self._pieces: list[list[FilePoint]] = []
        self._name = ""
        self._facts: dict[str, str] = {}
        self._place: tuple[float, float] | None = None
        self._line = 0
        self._points = self._seen = self._untimed = self._flawed = 0
        self._flaws: list[FileFlaw] = []

    def read(self, body: bytes) -> FileTracks:
        """Feed the parser; a file that breaks off gives what stood before."""
        plain = body if body.startswith(_UTF16) else _START.sub(b"", body)
        self._parser = parser = expat.ParserCreate(_encoding(plain))
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._take, _refuse
        parser.buffer_text = True
        try:
            parser.Parse(plain, True)
        except (LookupError, ValueError) as error:  # it says it is in letters nobody knows
            raise InputFault("gpx_not", f"not a GPX file: {error}", position=1) from error
        except expat.ExpatError as error:
            if not self._seen:
                raise InputFault("gpx_not", f"not a GPX file: {error}", position=error.lineno) from error
            self._note(Flaw.CUT, error.lineno)
            self._close_track()
        if not self._tracks:
            raise InputFault("gpx_empty", "no track with a usable point in the file", flawed=self._flawed)
        return FileTracks(
            tracks=tuple(self._tracks), flaws=tuple(self._flaws), flawed=self._flawed, points=self._points,
            untimed=self._untimed,
        )  # fmt: skip

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].lower()
        if (not self._path and name != "gpx") or len(self._path) >= DEEPEST:
            where = self._parser.CurrentLineNumber
            raise InputFault("gpx_not", f"not a GPX file: <{tag[:40]}> in line {where}", position=where)
        self._path.append(name)
        self._text = [] if name in _KEPT else None
        if name in _POINTS.values():
            self._close_track()
        elif name == "trkseg" or (name in _POINTS and not self._pieces):
            self._pieces.append([])
        if name in _POINTS:
            self._line, self._facts, self._seen = self._parser.CurrentLineNumber, {}, self._seen + 1
            self._place = self._read_place({key.lower(): value for key, value in attributes.items()})

    def _take(self, text: str) -> None:
        if self._text is not None and len(self._text) < _TEXT_LENGTH:
            self._text.append(text[:_TEXT_LENGTH])

    def _end(self, _tag: str) -> None:
        name = self._path.pop()
        if self._text is not None:
            text, self._text = "".join(self._text).strip(), None
            if self._path and self._path[-1] in _POINTS.values() and name == "name":
                self._name = text[:NAME_LENGTH]
            elif self._path and self._path[-1] in _POINTS:
                self._facts[name] = text
            elif any(each in _POINTS for each in self._path[-3:]):
                self._facts.setdefault(name, text)
        if name in _POINTS:
            self._close_point()
        elif name in _POINTS.values() or not self._path:
            self._close_track()

    def _read_place(self, said: dict[str, str]) -> tuple[float, float] | None:
        lat, lon = _number(said.get("lat", "")), _number(said.get("lon", ""))
        value = f"lat={said.get('lat', '')[:20]} lon={said.get('lon', '')[:20]}"
        if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
            self._note(Flaw.PLACE, self._line, value)
        elif lat == 0 and lon == 0:
            self._note(Flaw.NOWHERE, self._line, value)
        else:
            return lat, lon
        return None

    def _close_point(self) -> None:
        if self._place is None:
            return
        self._points += 1
        if self._points > MOST_POINTS:
            raise InputFault("gpx_too_many", f"more than {MOST_POINTS} points", most=MOST_POINTS)
        at = None
        if written := self._facts.get("time"):
            at = _time(written)
            if at is None:
                self._note(Flaw.TIME, self._line, written[:40])
        self._untimed += at is None
        point = FilePoint(
            lat=self._place[0], lon=self._place[1], at=at, speed_m_s=_number(self._facts.get("speed", "")),
            course_deg=_number(self._facts.get("course", "")), mock=self._facts.get("mock") == "true",
        )  # fmt: skip
        if not self._pieces:
            self._pieces.append([])
        self._pieces[-1].append(point)

    def _close_track(self) -> None:
        pieces = tuple(tuple(piece) for piece in self._pieces if piece)
        if pieces:
            self._tracks.append(FileTrack(name=self._name, pieces=pieces))
        self._pieces, self._name = [], ""

    def _note(self, flaw: Flaw, line: int, value: str = "") -> None:
        self._flawed += 1
        if len(self._flaws) < NAMED_FAULTS:
            self._flaws.append(FileFlaw(flaw=flaw, line=line, point=self._seen, value=value))


def _refuse(*_: object) -> None:
    raise InputFault("gpx_doctype", "the file has a document type; GPX has none, so it is refused")


def _encoding(body: bytes) -> str | None:
    """What to read it as where it is not what it says: Latin letters said to be UTF-8, UTF-8 said to be UTF-16."""
    if body.startswith(_UTF16):
        return None
    if declared := _DECLARED.match(body):
        return "utf-8" if declared[1].lower().startswith(b"utf-16") else None
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut in the middle of a letter is UTF-8 all the same.
        return None if error.start >= len(body) - 3 else "iso-8859-1"
    return None


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _time(text: str) -> datetime | None:
    """ISO 8601; without a zone it is UTC, as GPX prescribes."""
    try:
        at = datetime.fromisoformat(text)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
