"""Folds this desk's decisions over the mirror: what screens show until confirmed.

Why so long: every thing a rule reads (units, agencies, standings, outcomes, hazards) is told by the mirror here.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from console.domain.acts import AskNearby, CloseCase, DecideBlock, DispatchUnits, ForwardCase, StrikeReporter
from console.domain.agency import Agency, Site
from console.domain.askable import AskSources
from console.domain.casework.checklist import BY_CHECKLIST
from console.domain.casework.facts import Facts
from console.domain.casework.hazard import hazard_named
from console.domain.casework.project import project
from console.domain.checklist import Checklists
from console.domain.crew_size import CrewFigures
from console.domain.decision import Decision, Refusal
from console.domain.hazard import Hazard
from console.domain.leaving_rules import LeavingRules
from console.domain.outcome import OutcomeList
from console.domain.report import Report
from console.domain.shown_case import ShownCase
from console.domain.standing import Standing
from console.domain.strike_rules import BOUNDS
from console.domain.unit import DUTIES_KEPT, Unit
from console.store.bodies import decode_readable
from console.store.filed import awaited, drop_row, put_row
from console.store.pending import (
    Open,
    Tied,
    mirror_report,
    open_on_units,
    reports_moving_units,
    reports_naming_standings,
    reports_naming_units,
    reports_of,
    reports_with_open_decisions,
    tied,
)
from console.store.row import closed_at_us, queue_place

__all__ = [
    "facts_for", "let_go_of_units", "mirror_agency", "mirror_ask_sources", "mirror_checklists", "mirror_outcomes",
    "mirror_report", "mirror_units", "projected_units", "refold", "reports_with_open_decisions", "shown_case",
    "withdraw",
]  # fmt: skip

_BY_OUTCOME = (CloseCase, DecideBlock, StrikeReporter)
_LEAST, _ = BOUNDS["block_at"]
_WEIGHTY, _STRUCK = (b'"imposed":', b'"deadline":'), b'"evidence":'
"""Marks in a standing's JSON of a block or an appeal, and of one strike: what has none of them is not even decoded."""

_PUT_DERIVED = (
    "UPDATE mirror_report SET urgency = ?, facets = ?, holder_id = ?, folded = ?, closed_us = ? WHERE id = ?"
)


def mirror_units(connection: Connection, ids: Iterable[str]) -> dict[str, Unit]:
    """The server's word on some units; unknown ones are left out."""
    statement = (
        "SELECT t.body FROM json_each(?) AS wanted CROSS JOIN mirror_thing AS t ON t.kind = 'unit'"
        " AND t.id = wanted.value"
    )
    rows = connection.exec_driver_sql(statement, (json.dumps(sorted(set(ids))),))
    return {unit.id: unit for unit in decode_readable((row[0] for row in rows), Unit)}


def mirror_standing(connection: Connection, ids: Iterable[str]) -> dict[str, Standing]:
    """The server's word on these standings; a fresh one where nothing was decided yet."""
    wanted = dict.fromkeys(ids)
    if not wanted:
        return {}
    statement = (
        "SELECT t.body FROM json_each(?) AS wanted CROSS JOIN mirror_thing AS t ON t.kind = 'standing'"
        " AND t.id = wanted.value"
    )
    rows = connection.exec_driver_sql(statement, (json.dumps(list(wanted)),))
    told = {standing.id: standing for standing in decode_readable((row[0] for row in rows), Standing)}
    return {each: told.get(each) or Standing(id=each) for each in wanted}


def mirror_agency(connection: Connection, agency_id: str) -> Agency | None:
    """The server's word on an agency."""
    statement = "SELECT body FROM mirror_thing WHERE kind = 'agency' AND id = ?"
    rows = connection.exec_driver_sql(statement, (agency_id,))
    return next(iter(decode_readable((row[0] for row in rows), Agency)), None)


def mirror_outcomes(connection: Connection) -> OutcomeList | None:
    """The center's outcomes as the server told them; None while it never did."""
    rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'outcomes'")
    return next(iter(decode_readable((row[0] for row in rows), OutcomeList)), None)


def mirror_crews(connection: Connection) -> CrewFigures | None:
    """The center's crew sizes as the server told them; None while it never did: the shipped ones hold."""
    rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'crews'")
    return next(iter(decode_readable((row[0] for row in rows), CrewFigures)), None)


def mirror_checklists(connection: Connection) -> Checklists | None:
    """The center's checklists as the server told them; None while it never did."""
    rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'checklists'")
    return next(iter(decode_readable((row[0] for row in rows), Checklists)), None)


def mirror_ask_sources(connection: Connection) -> AskSources | None:
    """Which sources can be asked nearby, as the server told; None while it never did."""
    rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'ask_sources'")
    return next(iter(decode_readable((row[0] for row in rows), AskSources)), None)


def _hazard_of(connection: Connection, decision: Decision) -> Hazard | None:
    """The flag a decision takes down."""
    wanted = hazard_named(decision)
    statement = "SELECT body FROM mirror_thing WHERE kind = 'hazard' AND id = ?"
    rows = connection.exec_driver_sql(statement, (wanted,)) if wanted else ()
    return next(iter(decode_readable((row[0] for row in rows), Hazard)), None)


def shown_case(connection: Connection, report_id: str) -> ShownCase | None:
    """The report with open decisions folded in, oldest first; None when the server never told of it."""
    found = tied(connection, [report_id])
    # One this desk itself filed is not in the mirror, only among its open decisions.
    folded = _folded(connection, found) if found.reports or found.held else None
    return folded.shown(report_id) if folded is not None and report_id in folded.reports else None


def facts_for(connection: Connection, decision: Decision) -> Facts:
    """All a rule reads to judge a new decision, with open ones folded in."""
    found = tied(connection, reports_of(decision))
    return _facts(connection, _folded(connection, found, _unit_ids(decision)), decision)


def projected_units(connection: Connection, only: Mapping[str, Unit] | None = None) -> dict[str, Unit]:
    """Units that open decisions have moved.

    `only` are the units asked about, as the server told of them: what cannot touch them is left alone, and others
    may be missing from the answer. After a night without the server that is nearly all.
    """
    together, named = _beside(connection, only)
    alone = {item.decision.subject.id for item in open_on_units(connection)}
    before = mirror_units(connection, named | (alone if only is None else alone & only.keys()))
    if not before:
        return {}
    folded = _fold(connection, together, before)
    return {unit_id: unit for unit_id, unit in folded.units.items() if unit != before[unit_id]}


def _beside(
    connection: Connection, only: Mapping[str, Unit] | None, skip_reports: Collection[str] = ()
) -> tuple[Tied, set[str]]:
    """What open decisions on other reports than `skip_reports` may move units, in one, and the units they touch.

    In one: a unit freed on one case is sent to another, and only the order decided in says which is last.
    """
    done, named = set(skip_reports), set[str]()
    reports: dict[str, Report] = {}
    held: list[Open] = []
    for report_id in sorted(_moving(connection, only)):
        if report_id in done:
            continue
        found = tied(connection, [report_id])
        done |= found.ids
        own = _named_units(found)
        if own:  # else the server's word on the report shows that decision already
            reports.update(found.reports)
            held.extend(found.held)
            named |= own | _bound_units(found)
    return Tied(reports, tuple(held)), named


def _moving(connection: Connection, only: Mapping[str, Unit] | None) -> frozenset[str]:
    """Reports whose open decisions may move units: they name one, or one is bound to the report or waits for it."""
    every = reports_moving_units(connection)
    if only is None or not every:
        return every
    bound = {unit.report_id for unit in only.values()}
    bound |= {order.report_id for unit in only.values() for order in unit.next_orders}
    return reports_naming_units(connection, only) | (bound & every)


def refold(connection: Connection, report_ids: Iterable[str]) -> frozenset[str]:
    """Write the queue rows of these reports and of those tied to them anew; let go of what the mirror now shows.

    The ids of all of them.
    """
    done: set[str] = set()
    for report_id in report_ids:
        if report_id in done:
            continue
        # Tied before anything is let go: the other side of a merge is written anew with it.
        together = {report_id, *tied(connection, [report_id]).reports}
        for each in together:
            told = mirror_report(connection, each)
            if told is not None or not awaited(connection, each):
                _let_go(connection, each, told)
        done |= together
        # Folded while anything is open, doubtful ones too: reading the row asks again.
        held = reports_with_open_decisions(connection)
        for each in together:
            shown = shown_case(connection, each)
            if shown is None:
                drop_row(connection, each)
            else:
                put_row(connection, shown.report)
                place = queue_place(shown.report, folded=each in held)
                connection.exec_driver_sql(_PUT_DERIVED, (*place, closed_at_us(shown.report), each))
    return frozenset(done)


def withdraw(connection: Connection, report_ids: Iterable[str]) -> None:
    """The server took these reports from this desk: what it had applied on them is over, a filing too."""
    for report_id in report_ids:
        _let_go(connection, report_id, None)


def standings(connection: Connection) -> tuple[Standing, ...]:
    """Every standing a person may have to decide about, with open decisions folded in; most never come so far."""
    rows = connection.exec_driver_sql("SELECT id, body FROM mirror_thing WHERE kind = 'standing'").all()
    weighty = (body for _, body in rows if any(mark in body for mark in _WEIGHTY) or body.count(_STRUCK) >= _LEAST)
    found = {standing.id: standing for standing in decode_readable(weighty, Standing)}
    for report_id in reports_naming_standings(connection):
        found.update(_folded(connection, tied(connection, [report_id])).standing)
    return tuple(found.values())


def _let_go(connection: Connection, report_id: str, report: Report | None) -> None:
    """Close applied decisions that the mirror already shows, or whose report is gone."""
    rows = connection.exec_driver_sql(
        "SELECT seq, id FROM ledger WHERE open = 1 AND report_id = ? AND state = 'applied'", (report_id,)
    ).all()
    mirrored = {entry.decision_id for entry in report.timeline} if report else set()
    for seq, decision_id in rows:
        if report is None or decision_id in mirrored:
            connection.exec_driver_sql("UPDATE ledger SET open = 0 WHERE seq = ?", (seq,))


@dataclass(slots=True)
class _Folded:
    """Tied reports and their units with the open decisions folded in, and by report what each decision came to."""

    found: Tied
    reports: dict[str, Report]
    units: dict[str, Unit]
    standing: dict[str, Standing] = field(default_factory=dict)
    waiting: dict[str, list[str]] = field(default_factory=dict)
    doubtful: dict[str, list[tuple[str, Refusal]]] = field(default_factory=dict)
    tentative: dict[str, bool] = field(default_factory=dict)

    def shown(self, report_id: str) -> ShownCase:
        """One of them as a screen shows it."""
        report = self.reports[report_id]
        on_it = {assignment.unit_id for assignment in report.assignments}
        for item in self.found.held:
            on_it |= _unit_ids(item.decision) if report_id in reports_of(item.decision) else set()
        return ShownCase(
            report=report,
            units=tuple(unit for unit_id, unit in self.units.items() if unit_id in on_it),
            standing=self.standing_of(report),
            waiting=tuple(self.waiting.get(report_id, ())),
            doubtful=tuple(self.doubtful.get(report_id, ())),
            tentative=self.tentative.get(report_id, False) and report.claim is not None,
        )


    def standing_of(self, report: Report | None) -> tuple[Standing, ...]:
        """Of everything its reporter is recognised by, in that order."""
        known = report.reporter.recognised_by if report else ()
        return tuple(self.standing.get(each) or Standing(id=each) for each in known)


def _folded(connection: Connection, found: Tied, also_units: Iterable[str] = ()) -> _Folded:
    wanted = _named_units(found) | _bound_units(found) | set(also_units)
    if not wanted:
        return _fold(connection, found, {})
    units = mirror_units(connection, wanted)
    beside, named = _beside(connection, units, found.ids)
    if not beside.held:
        return _fold(connection, found, units)
    units |= mirror_units(connection, named - units.keys())
    every = Tied({**beside.reports, **found.reports}, (*beside.held, *found.held))
    folded = _fold(connection, every, units)
    # What others' reporters have to answer for is asked about with their own reports.
    own = {each for report in found.reports.values() for each in report.reporter.recognised_by}
    folded.standing = {each: standing for each, standing in folded.standing.items() if each in own}
    return folded


def _fold(connection: Connection, found: Tied, units: dict[str, Unit]) -> _Folded:
    """Fold the open decisions in their order; a decision about two reports is judged on both and moves both."""
    known = (each for report in found.reports.values() for each in report.reporter.recognised_by)
    folded = _Folded(found, dict(found.reports), dict(units), mirror_standing(connection, known))
    on_units = [each for each in open_on_units(connection) if _not_yet(each, units)] if units else []
    for item in sorted((*found.held, *on_units), key=lambda each: each.seq):
        decision = item.decision
        projection = project(_facts(connection, folded, decision), [item.pending])
        after = projection.facts
        folded.units.update({unit.id: unit for unit in after.units})
        folded.standing.update({standing.id: standing for standing in after.standing})
        for report in (after.report, *after.others):
            if report is None:
                continue
            taken = decision.op == "report.claim" or _token(folded.reports.get(report.id)) != _token(report)
            if projection.waiting and taken:
                folded.tentative[report.id] = item.waiting
            folded.reports[report.id] = report
            if item.waiting:
                folded.waiting.setdefault(report.id, []).extend(projection.waiting)
                folded.doubtful.setdefault(report.id, []).extend(projection.doubtful)
    return folded


def _facts(connection: Connection, folded: _Folded, decision: Decision) -> Facts:
    """What a rule reads, taken from what was folded so far."""
    report = folded.reports.get(decision.subject.id)
    others = (folded.reports.get(each) for each in reports_of(decision) if each != decision.subject.id)
    return Facts(
        report=report,
        units=tuple(folded.units.values()),
        agency=_agency_of(connection, decision),
        others=tuple(each for each in others if each is not None),
        standing=folded.standing_of(report),
        outcomes=mirror_outcomes(connection) if isinstance(decision.act, _BY_OUTCOME) else None,
        crews=mirror_crews(connection) if isinstance(decision.act, DispatchUnits) else None,
        hazard=_hazard_of(connection, decision),
        askable=mirror_ask_sources(connection) if isinstance(decision.act, AskNearby) else None,
        checklists=mirror_checklists(connection) if isinstance(decision.act, BY_CHECKLIST) else None,
        leaving=_leaving_of(connection, decision),
    )


def _leaving_of(connection: Connection, decision: Decision) -> LeavingRules | None:
    """What may go along with a forward, as the server told; None for what takes no files."""
    if not (isinstance(decision.act, ForwardCase) and decision.act.files):
        return None
    rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'site'")
    return next(iter(decode_readable((row[0] for row in rows), Site)), Site()).leaving


def _not_yet(item: Open, units: dict[str, Unit]) -> bool:
    """Whether a decision on one of these units does not show on it yet."""
    unit = units.get(item.decision.subject.id)
    return unit is not None and all(change.decision_id != item.decision.id for change in unit.duties)


def let_go_of_units(connection: Connection) -> None:
    """Close applied decisions on units that the mirror shows by now, or has shown and forgotten."""
    for item in open_on_units(connection):
        decision = item.decision
        unit = mirror_units(connection, [decision.subject.id]).get(decision.subject.id)
        forgotten = unit is not None and len(unit.duties) >= DUTIES_KEPT and unit.duties[0].at > decision.decided_at
        if not item.waiting and (unit is None or forgotten or not _not_yet(item, {unit.id: unit})):
            connection.exec_driver_sql("UPDATE ledger SET open = 0 WHERE seq = ?", (item.seq,))


def _token(report: Report | None) -> int | None:
    """What tells one lease from another."""
    return None if report is None or report.claim is None else report.claim.token


def _named_units(found: Tied) -> set[str]:
    return {unit_id for item in found.held for unit_id in _unit_ids(item.decision)}


def _bound_units(found: Tied) -> set[str]:
    reports = found.reports.values()
    bound = {assignment.unit_id for report in reports for assignment in report.assignments}
    return bound | {order.unit_id for report in reports for order in report.waiting_orders}


def _unit_ids(decision: Decision) -> set[str]:
    return {thing_id for kind, thing_id in decision.subjects if kind == "unit"}


def _agency_of(connection: Connection, decision: Decision) -> Agency | None:
    agency_id = next((subject.id for subject in decision.also if subject.kind == "agency"), "")
    return mirror_agency(connection, agency_id) if agency_id else None
