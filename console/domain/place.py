"""Where something is: coordinates, how sure they are, and the kelurahan they lie in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

EARTH_RADIUS_M = 6_371_008.8
"""Mean Earth radius R1 in metres (IUGG, Moritz 2000, Geodetic Reference System 1980)."""


class Provenance(StrEnum):
    """Where the coordinates come from, least to most certain (screens.md, case pane)."""

    UNKNOWN = "unknown"
    REPORTER = "reporter"
    READ_BACK = "read_back"
    GPS = "gps"
    OFFICER = "officer"


class AreaMethod(StrEnum):
    """How the kelurahan was decided: from polygons, from the nearest label point, or not at all."""

    PACK = "pack"
    NEAREST = "perkiraan"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place; lat/lon WGS 84 degrees or both None; accuracy in metres as the source gave it."""

    lat: float | None = None
    lon: float | None = None
    accuracy_m: float | None = None
    provenance: Provenance = Provenance.UNKNOWN
    words: str = ""
    area_code: str = ""
    area_name: str = ""
    area_method: AreaMethod = AreaMethod.NONE
    area_pack: str = ""
    ambiguous: bool = False

    def __post_init__(self) -> None:
        """Refuse half a coordinate and anything off the globe.

        Raises:
            ValueError: naming the field.
        """
        if (self.lat is None) != (self.lon is None):
            raise ValueError("place: lat and lon come together")
        if self.lat is not None and not (math.isfinite(self.lat) and -90 <= self.lat <= 90):
            raise ValueError("place.lat must lie in -90..90")
        if self.lon is not None and not (math.isfinite(self.lon) and -180 <= self.lon <= 180):
            raise ValueError("place.lon must lie in -180..180")

    @property
    def known(self) -> bool:
        """Whether there are coordinates at all."""
        return self.lat is not None


def distance_m(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in metres between two WGS 84 points in degrees (haversine formula, R1)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_dphi = (phi2 - phi1) / 2
    half_dlam = math.radians(lon2 - lon1) / 2
    a = math.sin(half_dphi) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_dlam) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(a)))
