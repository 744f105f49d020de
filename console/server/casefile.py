"""The case on the server: facts in for judging, changed things out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, bindparam, insert, update

from console.contract.codec import decode, encode
from console.domain.acts import AskNearby, CloseCase, DecideBlock, DispatchUnits, ForwardCase, StrikeReporter
from console.domain.agency import Agency, Site
from console.domain.answer import Answers
from console.domain.askable import AskBook, AskSources
from console.domain.casework import Facts
from console.domain.casework.checklist import BY_CHECKLIST
from console.domain.casework.hazard import hazard_named
from console.domain.casework.standing import ON_STANDING
from console.domain.checklist import Checklists
from console.domain.crew_size import CrewFigures
from console.domain.decision import Decision
from console.domain.doubt import DoubtRules
from console.domain.hazard import Hazard
from console.domain.leaving_rules import LeavingRules
from console.domain.outcome import OutcomeList
from console.domain.report import OPEN_ASSIGNMENTS, Report
from console.domain.standing import Standing
from console.domain.unit import Unit
from console.server import tables
from console.server.database import Tx
from console.server.feed import Feed, bodies_of, body_of
from console.server.on_duty import OnDuty

T = TypeVar(
    "T", Report, Unit, Agency, Site, Standing, OutcomeList, Checklists, Answers, Hazard, AskSources, AskBook,
    CrewFigures, DoubtRules,
)  # fmt: skip

Thing = (
    Unit | Agency | Site | Standing | OutcomeList | Checklists | Answers | Hazard | AskSources | AskBook | CrewFigures
    | DoubtRules
)  # fmt: skip
_KIND: dict[type[Report | Thing], str] = {
    Report: "report",
    Unit: "unit",
    Agency: "agency",
    Site: "site",
    Standing: "standing",
    OutcomeList: "outcomes",
    Checklists: "checklists",
    Answers: "answers",
    Hazard: "hazard",
    AskSources: "ask_sources",
    AskBook: "ask_book",
    CrewFigures: "crews",
    DoubtRules: "doubts",
}
_BY_OUTCOME = (CloseCase, StrikeReporter, DecideBlock)
_insert = insert(tables.reports)
_restate = (
    update(tables.reports)
    .where(tables.reports.c.id == bindparam("b_id"))
    .values({
        "category": bindparam("category"), "priority": bindparam("priority"),
        "status": bindparam("status"), "closed_at": bindparam("closed_at"),
    })
)  # fmt: skip


def load(connection: Connection | Tx, kind: type[T], thing_id: str) -> T | None:
    """One report, unit, agency or the site as it is now; None when there is none."""
    body = body_of(connection, _KIND[kind], thing_id)
    return None if body is None else decode(body, kind)


def load_all(connection: Connection | Tx, kind: type[T]) -> tuple[T, ...]:
    """Every unit, agency or report, by id."""
    return tuple(decode(body, kind) for body in bodies_of(connection, _KIND[kind]))


def load_facts(connection: Connection | Tx, decision: Decision) -> Facts:
    """Everything the rules read for this decision: its report, others named, the units bound or named, the agency."""
    report = load(connection, Report, decision.subject.id) if decision.subject.kind == "report" else None
    agency_id = decision.act.agency_id if isinstance(decision.act, ForwardCase) else ""
    named = [thing_id for kind, thing_id in decision.subjects if kind == "unit"]
    for field in ("unit_ids", "unit_id"):
        value = getattr(decision.act, field, ())
        named.extend([value] if isinstance(value, str) else value)
    others = _others_of(connection, decision)
    named.extend(order.unit_id for other in others for order in other.waiting_orders)
    return Facts(
        report=report,
        units=units_of(connection, report, named),
        agency=load(connection, Agency, agency_id) if agency_id else None,
        others=others,
        standing=_standing_for(connection, decision, report),
        outcomes=load(connection, OutcomeList, OutcomeList().id) if isinstance(decision.act, _BY_OUTCOME) else None,
        askable=load(connection, AskSources, AskSources().id) if isinstance(decision.act, AskNearby) else None,
        hazard=load(connection, Hazard, hazard_id) if (hazard_id := hazard_named(decision)) else None,
        crews=load(connection, CrewFigures, CrewFigures().id) if isinstance(decision.act, DispatchUnits) else None,
        checklists=load(connection, Checklists, Checklists().id) if isinstance(decision.act, BY_CHECKLIST) else None,
        leaving=_leaving_of(connection, decision),
    )


def _leaving_of(connection: Connection | Tx, decision: Decision) -> LeavingRules | None:
    """The site's rules of files that leave, read only where some are to."""
    if not (isinstance(decision.act, ForwardCase) and decision.act.files):
        return None
    return (load(connection, Site, Site().id) or Site()).leaving


def _others_of(connection: Connection | Tx, decision: Decision) -> tuple[Report, ...]:
    """The reports named besides its subject, each once."""
    named = dict.fromkeys(thing_id for kind, thing_id in decision.subjects[1:] if kind == "report")
    found = (load(connection, Report, report_id) for report_id in named if report_id != decision.subject.id)
    return tuple(report for report in found if report is not None)


def _standing_for(connection: Connection | Tx, decision: Decision, report: Report | None) -> tuple[Standing, ...]:
    """Asked only where a rule reads it: most decisions are on cases still open, whose reporter nobody judged."""
    if report is None or not (report.ended or isinstance(decision.act, ON_STANDING)):
        return ()
    return standing_of(connection, report.reporter.recognised_by)


def standing_of(connection: Connection | Tx, ids: Iterable[str]) -> tuple[Standing, ...]:
    """The standing of each id; a fresh one where nothing was decided yet."""
    return tuple(load(connection, Standing, each) or Standing(id=each) for each in ids)


def units_of(connection: Connection | Tx, report: Report | None, also: Iterable[str] = ()) -> tuple[Unit, ...]:
    """The units bound to a report now or waiting for it, and those named besides."""
    bound = [a.unit_id for a in report.assignments if a.status in OPEN_ASSIGNMENTS] if report else []
    bound += [order.unit_id for order in report.waiting_orders] if report else []
    found = (load(connection, Unit, unit_id) for unit_id in dict.fromkeys([*bound, *also]))
    return tuple(unit for unit in found if unit is not None)


class Casefile:
    """Writes what changed: the thing's feed row, and the columns the server searches reports by.

    `site` is the center's own facts as last committed, asked for with every report; `waited_on` the units for which
    orders wait, by id; `on_duty` knows whose positions may be kept.
    """

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.site = Site()
        self.waited_on: dict[str, Unit] = {}
        self.on_duty = OnDuty()

    def save(self, tx: Tx, before: Facts, after: Facts, at: datetime) -> None:
        """Write every report, unit and agency that differs; `at` is server time."""
        if after.report is not None and after.report != before.report:
            self.save_report(tx, after.report, at, new=before.report is None)
        for other in after.others:
            if other != before.other(other.id):
                self.save_report(tx, other, at)
        for unit in after.units:
            if unit != before.unit(unit.id):
                self.put(tx, unit, at)
        if after.agency is not None and after.agency != before.agency:
            self.put(tx, after.agency, at)
        if after.hazard is not None and after.hazard != before.hazard:
            self.put(tx, after.hazard, at)
        # After the report: a page cut between them shows the line first, and never counts a strike twice.
        for standing in after.standing:
            if standing not in before.standing:
                self.put(tx, standing, at)

    def save_report(self, tx: Tx, report: Report, at: datetime, *, new: bool = False) -> None:
        """Write one report, `new` when it is not there yet; its revision must have been raised already."""
        state = {
            "category": report.category, "priority": report.priority,
            "status": report.status.value, "closed_at": report.closed_at,
        }  # fmt: skip
        if new:
            fixed = {
                "id": report.id, "number": report.number, "source_id": report.source_id, "kind": report.kind.value,
                "reporter_id": report.reporter.id, "received_at": report.received_at,
            }  # fmt: skip
            tx.execute(_insert, {**fixed, **state})
        else:
            tx.execute(_restate, {**state, "b_id": report.id})
        self._feed.put(tx, "report", report.id, report.revision, encode(report), at, new=new)
        if report.sos is not None:
            tx.after_commit.append(lambda: self.on_duty.note_call(report))

    def put(self, tx: Tx, thing: Thing, at: datetime) -> None:
        """Write a unit, an agency, the site or a standing; its revision must have been raised already."""
        self._feed.put(tx, _KIND[type(thing)], thing.id, thing.revision, encode(thing), at)
        if isinstance(thing, Unit):
            tx.after_commit.append(lambda: self.note_waits(thing))
            tx.after_commit.append(lambda: self.on_duty.note(thing))
        if isinstance(thing, Site):
            tx.after_commit.append(lambda: setattr(self, "site", thing))

    def note_waits(self, unit: Unit) -> None:
        """Keep at hand which units have orders that wait (server.orders_due asks each second)."""
        if unit.next_orders:
            self.waited_on[unit.id] = unit
        else:
            self.waited_on.pop(unit.id, None)

    def bury(self, tx: Tx, kind: str, thing_id: str, revision: int, at: datetime, reason: str = "deleted") -> None:
        """Say in the feed that a thing is gone."""
        self._feed.bury(tx, kind, thing_id, revision, reason, at)
