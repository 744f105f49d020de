"""Past ways of units, asked of the server for a stated reason: each look is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.contract.tracks import (
    LONGEST_NEAR,
    LONGEST_TRACK,
    MOST_RADIUS_M,
    MOST_UNITS,
    REASON_CHARACTERS,
    TrackPage,
)
from console.desk.ports import LinkPort, TracksPort
from console.domain.errors import InputFault, NetworkFault
from console.domain.link import LinkState
from console.domain.passing import Passing
from console.domain.track import Track, TrackPoint, track_of

MOST_POINTS = 200_000
"""Fixes of one look: 23 officers for a day at a fix every ten seconds; a map shows no more either."""
_AWAY = (LinkState.OFFLINE, LinkState.REFUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why somebody looks: the case he works on, or a reason in his own words (3 to 200 characters)."""

    report_id: str = ""
    reason: str = ""


class Tracks:
    """Asks the server; every question blocks: in the background.

    Nothing of it is kept at the desk: offline there is no past to look at, and the questions say so.
    """

    def __init__(self, port: TracksPort, link: LinkPort) -> None:
        self._port, self._link = port, link

    def offline(self) -> bool:
        """Whether the server is away, so that there is nothing to look at; answers at once, from memory."""
        return self._link.link().state in _AWAY

    def of(self, unit_ids: Iterable[str], since: datetime, until: datetime, why: Why) -> tuple[Track, ...]:
        """Where units went between two instants at most LONGEST_TRACK apart, in the order given.

        Raises:
            InputFault: `track_span` (params hours), `track_reason`, `track_units`, `track_too_much`; or the server's.
            NetworkFault: `tracks_away` while the server cannot be reached; AccessFault.
        """
        units = tuple(dict.fromkeys(unit_ids))
        if not units:
            raise InputFault("track_units", "units: choose at least one", field="units")
        query, left = _asked(since, until, LONGEST_TRACK, why), MOST_POINTS
        points: dict[str, list[TrackPoint]] = {unit_id: [] for unit_id in units}
        for first in range(0, len(units), MOST_UNITS):
            some = {**query, "units": ",".join(units[first : first + MOST_UNITS])}
            after = ""
            while True:
                page = self._tracks({**some, "after": after} if after else some)
                for track in page.tracks:
                    points.setdefault(track.unit_id, []).extend(track.points)
                    left -= len(track.points)
                if left < 0:
                    raise InputFault(
                        "track_too_much", f"until: more than {MOST_POINTS} fixes; ask for less time", field="until",
                        most=MOST_POINTS,
                    )  # fmt: skip
                after = page.next
                if not after:
                    break
        return tuple(track_of(unit_id, found) for unit_id, found in points.items())

    def near(
        self, lat: float, lon: float, radius_m: float, since: datetime, until: datetime, why: Why
    ) -> tuple[Passing, ...]:
        """Who was within `radius_m` (1 to MOST_RADIUS_M) of a place, the sure and the closest first.

        Raises:
            InputFault: `track_span`, `track_reason`, `track_radius` (params most); or the server's.
            NetworkFault: `tracks_away` while the server cannot be reached; AccessFault.
        """
        if not 1 <= radius_m <= MOST_RADIUS_M:
            raise InputFault("track_radius", f"radius_m: 1 to {MOST_RADIUS_M}", field="radius_m", most=MOST_RADIUS_M)
        around = {"lat": repr(float(lat)), "lon": repr(float(lon)), "radius_m": repr(float(radius_m))}
        query = {**around, **_asked(since, until, LONGEST_NEAR, why)}
        try:
            return self._port.near(query).passings
        except NetworkFault as fault:
            raise _away(fault) from fault

    def _tracks(self, query: dict[str, str]) -> TrackPage:
        try:
            return self._port.tracks(query)
        except NetworkFault as fault:
            raise _away(fault) from fault


def _away(fault: NetworkFault) -> NetworkFault:
    """Nothing is 'sent later' here: the words for a question that has no answer now."""
    if fault.code not in ("unreachable", "timeout"):
        return fault
    return NetworkFault("tracks_away", "The server cannot be reached. Past ways are kept only there.")


def _asked(since: datetime, until: datetime, longest: timedelta, why: Why) -> dict[str, str]:
    """The part of the question that is the same for both ways."""
    if not since <= until <= since + longest:
        hours = longest // timedelta(hours=1)
        raise InputFault("track_span", f"until: at most {hours} hours after since", field="until", hours=hours)
    reason = " ".join(why.reason.split())
    if len(reason) > REASON_CHARACTERS or (not why.report_id and len(reason) < 3):
        raise InputFault("track_reason", f"reason: 3 to {REASON_CHARACTERS} characters", field="reason")
    query = {"since": since.isoformat(), "until": until.isoformat(), "report": why.report_id, "reason": reason}
    return {name: value for name, value in query.items() if value}
