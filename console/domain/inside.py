"""Whether a point lies inside drawn lines: the even-odd rule, on degrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Ring = Sequence[tuple[float, float]]
"""Points (lat, lon) in degrees; whether the first stands again at the end makes no difference."""


def inside(lat: float, lon: float, rings: Iterable[Ring]) -> bool:
    """Whether the point lies inside an odd number of rings: holes and islands come out right.

    The crossing-number rule (W. R. Franklin's pnpoly); edges are straight in degrees, as the map draws them.
    """
    held = False
    for ring in rings:
        before_lat, before_lon = ring[-1] if ring else (0.0, 0.0)
        for here_lat, here_lon in ring:
            if (here_lat > lat) != (before_lat > lat):
                crossing = before_lon + (lat - before_lat) / (here_lat - before_lat) * (here_lon - before_lon)
                if lon < crossing:
                    held = not held
            before_lat, before_lon = here_lat, here_lon
    return held
