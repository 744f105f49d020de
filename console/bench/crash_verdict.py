"""What 'bench crash' finds afterwards in the server's database and the desks' files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Connection, select

from console.bench.crash_server import PASSPHRASE
from console.contract.codec import decode
from console.contract.decisions import DecisionResult, decode_decision
from console.domain import acts
from console.domain.agency import Agency
from console.domain.casework import Facts, apply
from console.domain.decision import Decision, Outcome
from console.domain.person import Actor
from console.domain.report import OPEN_ASSIGNMENTS, Report
from console.domain.shown_case import LedgerState
from console.domain.unit import Unit, UnitStatus
from console.paths import Profile
from console.server import tables
from console.server.casefile import load_all
from console.server.database import Database
from console.server.leases import LAPSED
from console.store.journal import read_journal
from console.store.slots import Slots
from console.store.store import Store


@dataclass(slots=True, kw_only=True)
class Verdict:
    """Decision ids (or words about a thing) by what is wrong with them, and how the acknowledged ended."""

    lost: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    half: set[str] = field(default_factory=set)
    diverged: set[str] = field(default_factory=set)
    outcomes: dict[str, Outcome] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the driver wrote down of one desk: acknowledged ids, and ids begun that a kill cut short."""

    profile: Profile
    login: str
    acknowledged: tuple[str, ...]
    in_doubt: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Central:
    """The server's database at rest; feed rows by kind and id."""

    reports: dict[str, Report]
    units: dict[str, Unit]
    agencies: dict[str, Agency]
    outcomes: dict[str, Outcome]
    seqs: dict[str, int]


def judge_all(url: str, told: list[Told]) -> Verdict:
    """Compare what was acknowledged with what was effected, whole, once and alike everywhere."""
    verdict = Verdict()
    database = Database(url)
    try:
        with database.read() as connection:
            central = _read(connection)
            _check_rows(connection, central, verdict)
    finally:
        database.close()
    verdict.outcomes = central.outcomes
    decisions: dict[str, tuple[Decision, Actor]] = {}
    for desk in told:
        _check_desk(desk, central, verdict, decisions)
    _check_effects(central, decisions, verdict)
    acknowledged = {each for desk in told for each in desk.acknowledged}
    known = acknowledged | {each for desk in told for each in desk.in_doubt}
    verdict.lost |= acknowledged - central.outcomes.keys()
    verdict.half |= {f"nobody decided {each}" for each in central.outcomes.keys() - known}
    return verdict


def _read(connection: Connection) -> _Central:
    outcomes: dict[str, Outcome] = {}
    for decision_id, result in connection.execute(select(tables.receipts.c.decision_id, tables.receipts.c.result)):
        outcomes[str(decision_id)] = decode(cast("bytes", result), DecisionResult).outcome
    seqs = {str(row[0]): int(row[1]) for row in connection.execute(select(tables.feed.c.id, tables.feed.c.seq))}
    return _Central(
        reports={report.id: report for report in load_all(connection, Report)},
        units={unit.id: unit for unit in load_all(connection, Unit)},
        agencies={agency.id: agency for agency in load_all(connection, Agency)},
        outcomes=outcomes,
        seqs=seqs,
    )


def _check_rows(connection: Connection, central: _Central, verdict: Verdict) -> None:
    """The report's row, lease, forwards and units say the same as its feed row: all written in one transaction."""
    reports = tables.reports.c
    for row in connection.execute(select(reports.id, reports.category, reports.priority, reports.status,
                                         reports.closed_at, reports.number)):  # fmt: skip
        report = central.reports.get(str(row[0]))
        if report is None or tuple(row[1:]) != (report.category, report.priority, report.status.value,
                                                report.closed_at, report.number):  # fmt: skip
            verdict.half.add(f"row of report {row[0]}")
    columns = tables.leases.c
    held = connection.execute(select(columns.report_id, columns.token, columns.expires_at))
    leases = {str(row[0]): (row[1], row[2] >= LAPSED) for row in held}
    queued = {str(row[0]) for row in connection.execute(select(tables.outbox.c.forward_id))}
    for report in central.reports.values():
        claim = report.claim
        if leases.get(report.id) != ((claim.token, claim.lapsed) if claim else None):
            verdict.half.add(f"lease of {report.id}")
        bound = {each.unit_id for each in report.assignments if each.status in OPEN_ASSIGNMENTS}
        if bound != {unit.id for unit in central.units.values() if unit.report_id == report.id}:
            verdict.half.add(f"units of {report.id}")
    forwards = {forward.id for report in central.reports.values() for forward in report.forwards}
    verdict.half |= {f"forward {each}" for each in forwards ^ queued}
    numbers = Counter(report.number for report in central.reports.values())
    verdict.twice |= {number for number, count in numbers.items() if count > 1}


def _check_effects(central: _Central, decisions: dict[str, tuple[Decision, Actor]], verdict: Verdict) -> None:
    """Every applied receipt has its line, every line its receipt, and the lines alone lead to the report's state."""
    lines = Counter(entry.decision_id for report in central.reports.values() for entry in report.timeline
                    if entry.decision_id)  # fmt: skip
    verdict.twice |= {each for each, count in lines.items() if count > 1}
    applied = {each for each, outcome in central.outcomes.items() if outcome is Outcome.APPLIED}
    verdict.half |= applied ^ lines.keys()
    for report in central.reports.values():
        again = _replayed(report, central, decisions)
        if again is None or _state(again) != _state(report):
            verdict.twice.add(f"state of {report.id}")


def _replayed(report: Report, central: _Central, decisions: dict[str, tuple[Decision, Actor]]) -> Report | None:
    """The report as it came, with the decisions of its timeline applied once each; None when one is unknown."""
    guarded = [entry.before for entry in report.timeline if entry.before is not None]
    before = guarded[0] if guarded else None
    facts = Facts(
        report=Report(
            id=report.id, number=report.number, kind=report.kind, source_id=report.source_id,
            source_kind=report.source_kind, source_name=report.source_name, received_at=report.received_at,
            place=report.place, priority=before.priority if before else report.priority,
            category=before.category if before else report.category, timeline=report.timeline[:1],
        ),
        # Free, as they were when they were ordered here: what one does at last is another case's matter.
        units=tuple(
            replace(unit, status=UnitStatus.AVAILABLE, report_id="", report_number="", next_orders=())
            for unit in central.units.values()
        ),
    )  # fmt: skip
    for entry in report.timeline:
        if not entry.decision_id:
            continue
        known = decisions.get(entry.decision_id)
        if known is None:
            return None
        agency_id = known[0].act.agency_id if isinstance(known[0].act, acts.ForwardCase) else ""
        facts = apply(known[0], replace(facts, agency=central.agencies.get(agency_id)), known[1])
    return facts.report


def _state(report: Report) -> tuple[object, ...]:
    claim = replace(report.claim, lapsed=False) if report.claim else None
    lines = tuple((entry.decision_id, entry.undone) for entry in report.timeline if entry.decision_id)
    return (
        report.version, report.last_token, claim, report.status, report.priority, report.category, report.outcome,
        report.closed_at, lines, tuple((each.unit_id, each.status) for each in report.assignments),
        tuple(forward.id for forward in report.forwards),
    )  # fmt: skip


def _check_desk(
    desk: Told, central: _Central, verdict: Verdict, decisions: dict[str, tuple[Decision, Actor]]
) -> None:
    """Ledger and journal hold the same; the ledger knows the server's word on each; the mirror is the feed."""
    key = Slots(desk.profile.slots_file).unlock(desk.login, PASSPHRASE)
    store = Store.open(desk.profile.store_file, key, lambda: datetime.now(UTC))
    try:
        raws = {row[0]: (row[1], row[2]) for row in store.ledger_raw()}
        states = {each: row.state for each in raws if (row := store.ledger_row(each)) is not None}
        _, after = store.cursor()
        for report in central.reports.values():
            mine = store.report(report.id)
            if central.seqs[report.id] <= after and mine != report:
                verdict.diverged.add(f"{desk.login} {report.id}")
    finally:
        store.close()
    reading = read_journal(desk.profile.journal_file, key)
    copies = {record.id: (record.raw, record.actor) for record in reading.records}
    apart = {each for each in raws.keys() | copies.keys() if raws.get(each) != copies.get(each)}
    verdict.half |= {f"second copy of {each}" for each in apart}
    if reading.damage:
        verdict.half.add(f"journal of {desk.login} is {reading.damage}")
    verdict.lost |= set(desk.acknowledged) - raws.keys()
    verdict.half |= {f"{each} appeared" for each in raws.keys() - set(desk.acknowledged) - desk.in_doubt}
    for each, state in states.items():
        told = central.outcomes.get(each)
        if state is LedgerState.WAITING or told is None or state.value != told.value:
            verdict.half.add(f"{each} is {state.value} here, {told} there")
    for each, (raw, actor) in raws.items():
        decisions[each] = (decode_decision(raw), decode(actor, Actor))
