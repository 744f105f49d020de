"""What the base map is drawn from: outlines of areas, or labelled points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


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
