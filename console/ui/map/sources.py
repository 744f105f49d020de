"""What the base map is drawn from: outlines of areas, or labelled points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


class AreaOutline(Protocol):
    """An area: official code, name, label point and rings of (lat, lon), all in degrees WGS 84.

    No rings means that only the label point is known.
    """

    @property
    def code(self) -> str:
        """Ministry of Home Affairs code, such as 35.73.02.1001."""
        ...

    @property
    def name(self) -> str:
        """Name as painted."""
        ...

    @property
    def lat(self) -> float:
        """Latitude of the label point."""
        ...

    @property
    def lon(self) -> float:
        """Longitude of the label point."""
        ...

    @property
    def rings(self) -> Sequence[Sequence[tuple[float, float]]]:
        """Rings of (lat, lon); even-odd, so holes are rings too."""
        ...


class OutlineSource(Protocol):
    """Answers tile painters; called from worker threads, several at a time."""

    def outlines(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        """Every area whose bounding box touches the box, degrees."""
        ...


class RoadLine(Protocol):
    """A road: rank 1 (motorway) to 7 (alley), name or '', an open line of (lat, lon) in degrees WGS 84."""

    @property
    def id(self) -> int:
        """Which of the pack's."""
        ...

    @property
    def rank(self) -> int:
        """How important; 1 is the most."""
        ...

    @property
    def name(self) -> str:
        """Name as painted."""
        ...

    @property
    def points(self) -> Sequence[tuple[float, float]]:
        """Its line."""
        ...


@runtime_checkable
class LayeredSource(OutlineSource, Protocol):
    """One that also knows what lies above kelurahan, and roads; boxes in degrees, called from worker threads."""

    def districts(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        """Kecamatan whose box touches the box; none where none were outlined."""
        ...

    def cities(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        """Kabupaten and kota, likewise."""
        ...

    def roads(self, south: float, west: float, north: float, east: float, most_rank: int) -> Sequence[RoadLine]:
        """Roads up to that rank, the least important first."""
        ...


class OutlinesOnly:
    """A source of kelurahan alone, asked as one that knows more."""

    def __init__(self, source: OutlineSource) -> None:
        self.outlines = source.outlines

    def districts(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        """None."""
        return ()

    cities = districts

    def roads(self, south: float, west: float, north: float, east: float, most_rank: int) -> Sequence[RoadLine]:
        """None."""
        return ()


def layered(source: OutlineSource) -> LayeredSource:
    """The source as one that may be asked for everything."""
    return source if isinstance(source, LayeredSource) else OutlinesOnly(source)


@dataclass(frozen=True, slots=True)
class LabelledPoint:
    """An area of which only code, name and label point (degrees) are known."""

    code: str
    name: str
    lat: float
    lon: float
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()


class LabelledPoints:
    """The outline source of a console without an area pack: names at their label points."""

    def __init__(self, points: Iterable[tuple[str, str, float, float]] = ()) -> None:
        """`points` are (code, name, lat, lon), degrees."""
        self._points = tuple(LabelledPoint(*point) for point in points)

    def outlines(self, south: float, west: float, north: float, east: float) -> Sequence[AreaOutline]:
        """The points that lie in the box."""
        return [p for p in self._points if south <= p.lat <= north and west <= p.lon <= east]
