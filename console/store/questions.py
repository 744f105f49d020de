"""What screens ask the store: cases, units, the queue, and what the center told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from console.domain.agency import Agency, Site
from console.domain.casework.facts import Facts
from console.domain.crew_size import SHIPPED_CREWS, CrewFigures
from console.domain.decision import Decision
from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules
from console.domain.load import Load
from console.domain.outcome import SHIPPED, OutcomeList
from console.domain.police_area import PoliceAreas
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.domain.report import Report
from console.domain.roster import Roster
from console.domain.shown_case import ShownCase
from console.domain.spot import Spot
from console.domain.standing import Standing
from console.domain.triage import WordRules
from console.domain.unit import Unit
from console.store import folding, queue, shift, spots
from console.store.bodies import decode_readable
from console.store.database import Database
from console.store.kept_lists import KeptLists

T = TypeVar("T")


class Questions:
    """The reading half of the store; every method may be called from any thread and sees a snapshot of its own."""

    database: Database
    give_way: Callable[[], None]
    _lists: KeptLists

    def together(self) -> AbstractContextManager[None]:
        """All questions of this thread inside see one snapshot; nothing can be written there."""
        return self.database.together()

    def report(self, report_id: str) -> Report | None:
        """The server's word on a report."""
        with self.database.read() as connection:
            return folding.mirror_report(connection, report_id)

    def shown(self, report_id: str) -> ShownCase | None:
        """The report as screens show it, own open decisions folded in."""
        with self.database.read() as connection:
            return folding.shown_case(connection, report_id)

    def facts(self, decision: Decision) -> Facts:
        """What a rule reads to judge this decision, own open ones folded in."""
        with self.database.read() as connection:
            return folding.facts_for(connection, decision)

    def units(self) -> tuple[Unit, ...]:
        """Every unit by call sign, own open decisions folded in."""
        with self.database.read() as connection:
            found = {unit.id: unit for unit in self._things(connection, "unit", Unit)}
            found.update(folding.projected_units(connection))
        return tuple(sorted(found.values(), key=lambda unit: unit.call_sign))

    def unit(self, unit_id: str) -> Unit | None:
        """One unit, own open decisions folded in."""
        return self.some_units([unit_id]).get(unit_id)

    def some_units(self, ids: Iterable[str]) -> dict[str, Unit]:
        """These units by id, own open decisions folded in; those there are not are left out."""
        with self.database.read() as connection:
            known = folding.mirror_units(connection, ids)
            moved = folding.projected_units(connection, known)
        return {unit_id: moved.get(unit_id, unit) for unit_id, unit in known.items()}

    def standings(self) -> tuple[Standing, ...]:
        """Standings with something to decide or a block, own open decisions folded in."""
        with self.database.read() as connection:
            return folding.standings(connection)

    def agencies(self) -> tuple[Agency, ...]:
        """Every agency by name."""
        return self._lists.of(
            "agency", lambda: tuple(sorted(self._all("agency", Agency), key=lambda agency: agency.name))
        )

    def agency(self, agency_id: str) -> Agency | None:
        """One agency."""
        with self.database.read() as connection:
            return folding.mirror_agency(connection, agency_id)

    def site(self) -> Site:
        """The center's own facts; defaults until the server told."""
        return self._lists.of("site", lambda: next(iter(self._all("site", Site)), Site()))

    def crews(self) -> CrewFigures:
        """How many officers each kind of case needs; the shipped figures until the server told others."""
        return self._lists.of("crews", lambda: next(iter(self._all("crews", CrewFigures)), SHIPPED_CREWS))

    def doubt_rules(self) -> DoubtRules:
        """From where on a file puts its report in doubt; as shipped until the server told otherwise."""
        return self._lists.of("doubts", lambda: next(iter(self._all("doubts", DoubtRules)), SHIPPED_DOUBTS))

    def outcomes(self) -> OutcomeList:
        """How a case may end here; the shipped list until the server told another."""
        return self._lists.of("outcomes", lambda: next(iter(self._all("outcomes", OutcomeList)), SHIPPED))

    def roster(self) -> Roster:
        """Who is on duty on which rung; empty until the server told."""
        return self._lists.of("roster", lambda: next(iter(self._all("roster", Roster)), Roster()))

    def police_areas(self) -> PoliceAreas:
        """Whose police area each kelurahan is; empty until the server told."""
        return self._lists.of(
            "police_areas", lambda: next(iter(self._all("police_areas", PoliceAreas)), PoliceAreas())
        )

    def watched(self) -> tuple[ShownCase, ...]:
        """Open cases the whole shift keeps an eye on, own open decisions folded in."""
        with self.database.read() as connection:
            return shift.watched(connection)

    def loads(self) -> tuple[Load, ...]:
        """Who holds how many open cases, most first."""
        with self.database.read() as connection:
            return shift.loads(connection)

    def word_rules(self, newer_than: int = -1) -> WordRules | None:
        """The site's word rules, None when none of a greater revision are here."""
        rules = self._lists.of("words", lambda: next(iter(self._all("words", WordRules)), None))
        return rules if rules is not None and rules.revision > newer_than else None

    def _all(self, kind: str, shape: type[T]) -> list[T]:
        with self.database.read_anew() as connection:
            return self._things(connection, kind, shape)

    def _things(self, connection: Connection, kind: str, shape: type[T]) -> list[T]:
        rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = ?", (kind,))
        return decode_readable((row[0] for row in rows), shape)

    def queue_page(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """Rows `offset` .. `offset + limit` of the answer."""
        with self.database.read() as connection:
            return queue.page(connection, query, offset, limit, self.give_way)

    def queue_total(self, query: QueueQuery) -> int:
        """How many rows the answer has."""
        with self.database.read() as connection:
            return queue.total(connection, query)

    def queue_offset(self, query: QueueQuery, report_id: str) -> int | None:
        """Where in the answer a report stands, None when it is not in it."""
        with self.database.read() as connection:
            return queue.offset_of(connection, query, report_id)

    def queue_row(self, report_id: str) -> QueueRow | None:
        """One report's row."""
        return self.queue_rows([report_id]).get(report_id)

    def queue_rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows of these reports; withdrawn ones are missing."""
        with self.database.read() as connection:
            return queue.rows_of(connection, ids)

    def own_leases(self, actor_id: str, desk_id: str) -> tuple[tuple[str, int], ...]:
        """(report id, fencing token) of the claims the server says this person holds at this desk."""
        with self.database.read() as connection:
            return queue.own_leases(connection, actor_id, desk_id)

    def pins(self) -> tuple[QueueRow, ...]:
        """Open reports with coordinates, most urgent first."""
        with self.database.read() as connection:
            return queue.pins(connection)

    def spots_since(self, start: datetime, most: int) -> tuple[Spot, ...]:
        """Where and when located reports received since `start` were, the newest `most` of them."""
        with self.database.read() as connection:
            return spots.since(connection, start, most, self.give_way)

    def open_spots(self) -> tuple[Spot, ...]:
        """Where and when the open reports with a place were."""
        with self.database.read() as connection:
            return spots.open_ones(connection, self.give_way)

    def spots_of(self, ids: Iterable[str]) -> dict[str, Spot]:
        """The same of these reports; those withdrawn or without a place are missing."""
        with self.database.read() as connection:
            return spots.of(connection, ids)

    def open_reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Every open report, or those of `ids` that are open; own open decisions folded in."""
        with self.database.read() as connection:
            return queue.open_reports(connection, ids)

    def counts(self, actor_id: str) -> dict[QueueFilter, int]:
        """How many rows each saved filter has."""
        with self.database.read() as connection:
            return queue.counts(connection, actor_id)
