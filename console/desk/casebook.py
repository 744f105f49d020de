"""Reads whole cases for the screens: facts, positions and the person at the desk.

Why so long: one question a method, and the store's shape it asks of.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from console.desk.bulk import BulkPlan, junk_plan
from console.desk.case import CaseFacts, CaseView, case_view
from console.desk.decide import tentative
from console.desk.duplicates import Duplicates
from console.desk.elsewhere import NamedPlaces
from console.desk.fleet import CardOrder, FleetCounts, UnitCard, away_units, fleet_counts, unit_cards
from console.desk.forwarding import agencies_ranked
from console.desk.live_units import LiveUnits
from console.desk.permitted import Permitted, permitted
from console.desk.places import AreaSource, Places
from console.desk.ports import PositionsPort
from console.desk.review import ReviewFilter, ReviewRow, review_query, review_rows, shift_start
from console.desk.triage import Words
from console.desk.unit_board import UnitBoard
from console.domain.agency import Agency, Site
from console.domain.answer import Answers
from console.domain.casework.merging import merging_of
from console.domain.changes import Changes
from console.domain.checklist import Checklists
from console.domain.crew_size import CrewFigures
from console.domain.doubt import DoubtRules
from console.domain.errors import Bug
from console.domain.hazard import Hazard
from console.domain.landmark import Landmarks
from console.domain.outcome import OutcomeList
from console.domain.person import Actor
from console.domain.police_area import PoliceAreas
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery, QueueRow
from console.domain.report import Report
from console.domain.shown_case import ShownCase
from console.domain.triage import WordRules
from console.domain.unit import Unit

NUMBERED_LOOKED_AT = 50
"""Most open cases looked at for the end of a number."""

REVIEWED = 300
"""Most ended cases of a shift the thin review lists."""


class HandbookSource(Protocol):
    """What the center wrote for its desks."""

    def checklists(self) -> Checklists:
        """The steps of each category."""

    def answers(self) -> Answers:
        """Standard answers."""

    def hazards(self) -> tuple[Hazard, ...]:
        """Every hazard flag."""

    def landmarks(self) -> Landmarks:
        """The service's landmarks."""


class CaseSource(Protocol):
    """What keeps the cases (the store, by shape); any thread."""

    @property
    def handbook(self) -> HandbookSource:
        """Checklists and standard answers."""

    def together(self) -> AbstractContextManager[None]:
        """All questions of this thread inside see one snapshot."""

    def report(self, report_id: str) -> Report | None:
        """A case as the server told it."""

    def shown(self, report_id: str) -> ShownCase | None:
        """A case with this desk's waiting decisions folded in."""

    def settled_at(self, decision_ids: Sequence[str]) -> Mapping[str, datetime]:
        """When the server answered each of these decisions of this desk."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit."""

    def unit(self, unit_id: str) -> Unit | None:
        """One unit."""

    def some_units(self, ids: Iterable[str]) -> dict[str, Unit]:
        """These units by id; those there are not are left out."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed; returns how to stop."""

    def agencies(self) -> tuple[Agency, ...]:
        """Every agency."""

    def site(self) -> Site:
        """The site's facts."""

    def police_areas(self) -> PoliceAreas:
        """Whose police area each kelurahan is."""

    def word_rules(self, newer_than: int) -> WordRules | None:
        """The site's word rules, None when there are none of a greater revision."""

    def crews(self) -> CrewFigures:
        """How many officers each kind of case needs."""

    def outcomes(self) -> OutcomeList:
        """How a case may end here."""

    def doubt_rules(self) -> DoubtRules:
        """From where on a file puts its report in doubt."""

    def queue_rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows by id; ids not held are left out."""

    def open_reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Every open report, or those of `ids` that are open."""

    def queue_page(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """At most `limit` rows from `offset` on."""


class Casebook:
    """Questions about single cases, units and agencies; all may take milliseconds of disk: ask in the background."""

    def __init__(
        self,
        source: CaseSource,
        positions: PositionsPort,
        actor: Callable[[], Actor | None],
        now: Callable[[], datetime],
        lease_left_s: Callable[[str], float | None] = lambda report_id: math.inf,
        shipped: WordRules | None = None,
        names: AreaSource | None = None,
    ) -> None:
        """`actor` is who is signed in now; `now` estimated server time, aware UTC; `lease_left_s` presence's word.

        `shipped` are the word rules until the server told the site's; `names` knows areas by name.
        """
        self.words = Words(source, shipped)
        self.finder = Places(names, source.site, source.handbook.landmarks)
        self.places = NamedPlaces(names, source.handbook.landmarks, names.names if names is not None else None)
        self._source, self._positions, self._actor, self._now = source, positions, actor, now
        self._lease_left_s = lease_left_s
        self.duplicates = Duplicates(source)
        self._live_units = LiveUnits(source, positions)
        self.board = UnitBoard(self._live_units.units, positions, source, now)

    def actor(self) -> Actor | None:
        """Who is signed in, None when nobody is."""
        return self._actor()

    def now(self) -> datetime:
        """Estimated server time, aware UTC."""
        return self._now()

    def site(self) -> Site:
        """The site's facts."""
        return self._source.site()

    def doubt_rules(self) -> DoubtRules:
        """From where on a file puts its report in doubt."""
        return self._source.doubt_rules()

    def outcomes(self) -> OutcomeList:
        """How a case may end here, in the order of the closing strip."""
        return self._source.outcomes()

    def answers(self) -> Answers:
        """The center's standard answers."""
        return self._source.handbook.answers()

    def case(self, report_id: str, *, opened: bool = False) -> CaseView | None:
        """A case as the pane shows it, None when it is not (or no longer) at this desk.

        Raises:
            Bug: nobody is signed in.
        """
        actor = self._actor()
        if actor is None:
            raise Bug("a case was asked for while nobody is signed in")
        # Only what keeps nothing of its own may be asked together: a cache would keep what was true a moment ago.
        with self._source.together():
            shown = self._source.shown(report_id)
            if shown is None:
                return None
            children, waited_for = self._children(shown.report), self._waited_for(shown.report)
            sent_at, left_s = self._sent_at(shown.report, actor), self._lease_left(shown)
            hazards = self._source.handbook.hazards()
        facts = CaseFacts(
            report=shown.report,
            actor=actor,
            site=self._source.site(),
            fleet=self._live_units.index(),
            agencies=self._source.agencies(),
            areas=self._source.police_areas(),
            similar=self.duplicates.of_report(shown.report),
            children=children,
            waiting=frozenset(shown.waiting),
            doubtful=shown.doubtful,
            tentative=shown.tentative,
            waited_for=waited_for,
            sent_at=sent_at,
            lease_left_s=left_s,
            standing=shown.standing,
            lexicon=self.words.lexicon(),
            elsewhere=self.places.elsewhere(shown.report),
            landmarks=self.finder.near(shown.report.place),
            hazards=hazards,
            crews=self._source.crews(),
            doubt_rules=self._source.doubt_rules(),
            strike_rules=self._source.outcomes().strike_rules if shown.standing else None,
            checklist=self._source.handbook.checklists().of(shown.report.category),
        )
        return case_view(facts, self._now(), opened=opened)

    def may(self, report_id: str) -> Permitted:
        """What would stand on a case now, by op; nothing is known of one that is not at this desk."""
        actor, shown = self._actor(), self._source.shown(report_id)
        if actor is None or shown is None:
            return {}
        left_s = self._lease_left(shown)
        return permitted(shown.report, actor, self._now(), lease_left_s=left_s, standing=shown.standing)

    def junk_plan(self, report_ids: tuple[str, ...]) -> BulkPlan:
        """Which of the marked reports one key may dispose of, and why the others stay.

        Raises:
            Bug: nobody is signed in.
        """
        actor = self._actor()
        if actor is None:
            raise Bug("reports were to be disposed of while nobody is signed in")
        shown = [each for report_id in report_ids if (each := self._source.shown(report_id)) is not None]
        asked = ((each.report, self._lease_left(each)) for each in shown)
        return junk_plan(asked, actor, self._now(), self.words.lexicon())

    def cards(
        self, report_id: str = "", count: int = 24, order: CardOrder = CardOrder.DISTANCE
    ) -> tuple[UnitCard, ...]:
        """Cards of the officers strip, units of that case first."""
        shown = self._source.shown(report_id) if report_id else None
        return unit_cards(
            self._live_units.units(),
            self._positions.latest(),
            self._now(),
            stale_after_s=self._source.site().stale_after_s,
            report=shown.report if shown else None,
            count=count,
            order=order,
        )

    def units(self) -> tuple[Unit, ...]:
        """Every unit, by call sign."""
        return self._live_units.units()

    def unit(self, unit_id: str) -> Unit | None:
        """One unit as it is now, None when there is none."""
        return self._source.unit(unit_id)

    def away(self, count: int) -> tuple[Unit, ...]:
        """Units that operators took off duty, the latest first."""
        return away_units(self._live_units.units(), count)

    def counts(self) -> FleetCounts:
        """How many units do what, for the legend."""
        units, stale_after_s = self._live_units.units(), self._source.site().stale_after_s
        return fleet_counts(units, self._positions.latest(), self._now(), stale_after_s=stale_after_s)

    def agencies_for(self, report: Report) -> tuple[Agency, ...]:
        """All agencies, those for this category first."""
        return agencies_ranked(report, self._source.agencies())

    def numbered(self, tail: str, but_id: str = "") -> tuple[QueueRow, ...]:
        """Open cases whose number ends so, but that one; a whole number is itself alone."""
        wanted = tail.strip().upper()
        if not wanted:
            return ()
        query = QueueQuery(filter=QueueFilter.OPEN, search=wanted.rsplit("-", 1)[-1].zfill(4), order=QueueOrder.NEWEST)
        rows = self._source.queue_page(query, 0, NUMBERED_LOOKED_AT)
        found = tuple(row for row in rows if row.number.endswith(wanted) and row.id != but_id)
        return tuple(row for row in found if row.number == wanted) or found

    def review(self, which: ReviewFilter) -> tuple[ReviewRow, ...]:
        """What this shift ended, latest first; at most REVIEWED."""
        since = shift_start(self._now(), self._source.site().zone)
        rows = self._source.queue_page(review_query(which, since), 0, REVIEWED)
        shown = (self._source.shown(row.id) for row in rows)
        return review_rows((case.report for case in shown if case is not None), which)

    def _lease_left(self, shown: ShownCase) -> float | None:
        left_s = self._lease_left_s(shown.report.id)
        return left_s if left_s or not tentative(shown, self._source.report(shown.report.id)) else math.inf

    def _children(self, report: Report) -> tuple[QueueRow, ...]:
        """The reports merged into this one, in the order they came; those no longer at this desk are missing."""
        ids = [child.report_id for child in merging_of(report).children]
        rows = self._source.queue_rows(ids) if ids else {}
        return tuple(rows[each] for each in ids if each in rows)

    def _waited_for(self, report: Report) -> tuple[Unit, ...]:
        """The units whose orders wait on this case; nearly always none."""
        found = (self._source.unit(order.unit_id) for order in report.waiting_orders)
        return tuple(unit for unit in found if unit is not None)

    def _sent_at(self, report: Report, actor: Actor) -> Mapping[str, datetime]:
        """When decisions made at this desk were confirmed; others' are not in the ledger."""
        own = [entry.decision_id for entry in report.timeline if entry.decision_id and entry.actor_id == actor.id]
        return self._source.settled_at(own[-30:]) if own else {}
