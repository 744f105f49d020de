"""How long past positions are kept, and who looked at them, for an administrator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from console.contract.tracks import TrackLook, TrackLooks
from console.desk.administration import Administration
from console.domain.agency import Site
from console.domain.errors import InputFault
from console.domain.queue_row import QueueRow
from console.domain.unit import Unit

MOST_DAYS = 3_650
PAGE = 200
"""Looks in one answer of the server, at most."""


class KeepingSource(Protocol):
    """What this desk knows of it (the store, by shape); any thread."""

    def site(self) -> Site:
        """The site's facts."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit."""

    def queue_rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows by id; ids not held are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One recorded look at past positions: who, at whose (call signs), of which time, for which case or reason.

    `near`: everybody around a place was asked for, and these were found.
    """

    id: int
    at: datetime
    person: str
    units: tuple[str, ...]
    since: datetime
    until: datetime
    near: bool = False
    place: tuple[float, float, float] | None = None
    number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLog:
    """Looks, the latest first; `days` positions are kept; `more`: there are earlier looks."""

    looks: tuple[Look, ...] = ()
    days: int = 0
    more: bool = False


class TrackKeeping:
    """Every method asks the server: in the background."""

    def __init__(self, administration: Administration, source: KeepingSource) -> None:
        self._ask, self._source = administration.ask, source

    def shown(self, before: int = 0) -> LookLog:
        """The latest looks, or those with an id below `before`.

        Raises:
            NetworkFault, AccessFault: as Administration.ask.
        """
        query = {"most": str(PAGE)} | ({"before": str(before)} if before else {})
        found = self._ask("GET", "/v1/tracks/looks", TrackLooks, query=query).looks
        names = {unit.id: unit.call_sign for unit in self._source.units()}
        rows = self._source.queue_rows({look.report_id for look in found if look.report_id})
        looks = tuple(_look(look, names, rows) for look in found)
        return LookLog(looks=looks, days=self._source.site().track_days, more=len(found) == PAGE)

    def keep(self, typed: str) -> int:
        """Keep positions so many days from now on; older ones are deleted within minutes. Returns the days.

        Raises:
            InputFault: `track_days_wrong`; `list_changed` when another administrator set something of the site.
            NetworkFault, AccessFault: nothing was changed.
        """
        days = read_days(typed)
        site = self._source.site()
        query = {"revision": str(site.revision)}
        return self._ask(
            "POST", "/v1/admin/site", Site, sent=replace(site, track_days=days), query=query
        ).track_days


def read_days(typed: str) -> int:
    """A number of days as typed.

    Raises:
        InputFault: `track_days_wrong`, no whole number from 1 to MOST_DAYS.
    """
    text = typed.strip()
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST_DAYS and len(text) <= 6):
        raise InputFault("track_days_wrong", f"days: 1 to {MOST_DAYS}", field="days", most=MOST_DAYS)
    return int(text)


def _look(look: TrackLook, names: dict[str, str], rows: dict[str, QueueRow]) -> Look:
    place = None
    if look.lat is not None and look.lon is not None and look.radius_m is not None:
        place = (look.lat, look.lon, look.radius_m)
    row = rows.get(look.report_id)
    return Look(
        id=look.id, at=look.at, person=look.actor_name or look.actor_id,
        units=tuple(names.get(each, each) for each in look.unit_ids), since=look.since, until=look.until,
        near=look.way == "near", place=place, number=row.number if row is not None else look.report_id,
        reason=look.reason,
    )  # fmt: skip
