"""What came of 'bench claims': the desks' own notes against the server's database."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from console.contract.codec import decode
from console.contract.decisions import DecisionResult
from console.domain.decision import Outcome
from console.domain.report import Report
from console.domain.timeline import Entry
from console.server import tables
from console.server.casefile import load_all
from console.server.database import Database


@dataclass(frozen=True, slots=True)
class _Receipt:
    desk_id: str
    result: DecisionResult
    at: datetime


@dataclass(slots=True)
class Verdict:
    """Figures by name."""

    figures: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, count: int = 1) -> None:
        """Count something."""
        self.figures[name] = self.figures.get(name, 0) + count


class Notes:
    """What the desk processes wrote down."""

    def __init__(self, logs: list[Path]) -> None:
        self.acknowledged: dict[str, dict[str, object]] = {}
        self.confident: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
        self.returned: list[dict[str, object]] = []
        self.drained: list[dict[str, object]] = []
        self.faults = 0
        for log in logs:
            for line in log.read_text("utf-8").splitlines():
                self._take(json.loads(line))

    def _take(self, line: dict[str, object]) -> None:
        kind = line["kind"]
        if kind == "acknowledged":
            self.acknowledged[str(line["id"])] = line
        elif kind == "confident":
            found = (int(str(line["token"])), float(str(line["until"])), str(line["desk"]))
            self.confident[str(line["report"])].append(found)
        elif kind == "returned":
            self.returned.append(line)
        elif kind == "drained":
            self.drained.append(line)
        else:
            self.faults += 1


def judge_all(file: Path, logs: list[Path]) -> Verdict:
    """Read everything and count."""
    notes, verdict = Notes(logs), Verdict()
    database = Database(f"sqlite:///{file}")
    try:
        with database.read() as connection:
            reports = load_all(connection, Report)
            columns = tables.receipts.c
            rows = connection.execute(select(columns.desk_id, columns.decision_id, columns.result, columns.at)).all()
    finally:
        database.close()
    receipts = {row[1]: _Receipt(row[0], decode(row[2], DecisionResult), row[3]) for row in rows}
    for report in reports:
        _judge_report(report, receipts, notes, verdict)
    _judge_conflicts({report.id: report for report in reports}, receipts, notes, verdict)
    _judge_kept(reports, receipts, notes, verdict)
    return verdict


def _judge_report(report: Report, receipts: dict[str, _Receipt], notes: Notes, verdict: Verdict) -> None:
    """Along the timeline, as it happened: who was given which token, and what came with which."""
    newest, holder = 0, ""
    for entry in report.timeline:
        if not entry.decision_id:
            continue
        verdict.add("effects")
        told, receipt = notes.acknowledged.get(entry.decision_id, {}), receipts.get(entry.decision_id)
        carried = told.get("token")
        if isinstance(carried, int) and carried < newest:
            verdict.add("stale_accepted")
        if entry.kind == "report.break_claim":
            newest += 1
            verdict.add("broken")
        given = receipt.result.token if receipt is not None else None
        if receipt is None or given is None:
            continue
        if given > newest:
            verdict.add("claims")
            _judge_take_over(entry, receipt, given, notes, verdict)
            newest, holder = given, receipt.desk_id
        elif given == newest and holder not in ("", receipt.desk_id):
            verdict.add("token_twice")


def _judge_take_over(entry: Entry, receipt: _Receipt, given: int, notes: Notes, verdict: Verdict) -> None:
    """Nobody may still have believed to hold what was taken over from him."""
    if "from" not in entry.params:
        return
    verdict.add("taken_over")
    report_id = str(notes.acknowledged.get(entry.decision_id, {}).get("report", ""))
    at_s = receipt.at.timestamp()
    believers = {
        desk
        for token, until, desk in notes.confident[report_id]
        if token < given and until > at_s and desk != receipt.desk_id
    }
    verdict.add("two_holders", len(believers))


def _judge_conflicts(
    reports: dict[str, Report], receipts: dict[str, _Receipt], notes: Notes, verdict: Verdict
) -> None:
    """Claims made offline on a case another took first: each must have been shown, with both acts, at first sync."""
    for line in notes.returned:
        verdict.add("offline_claims")
        receipt = receipts.get(str(line["id"]))
        if receipt is None or receipt.result.outcome is not Outcome.REFUSED:
            continue
        report = reports[str(line["report"])]
        rivals = {
            entry.decision_id
            for entry in report.timeline
            if entry.decision_id in receipts and receipts[entry.decision_id].desk_id != receipt.desk_id
            and receipts[entry.decision_id].at <= receipt.at and receipts[entry.decision_id].result.token is not None
        }  # fmt: skip
        if not rivals:
            continue
        verdict.add("conflicts_made")
        theirs = line["theirs"]
        if line["shown"] and isinstance(theirs, list) and rivals & set(theirs):
            verdict.add("conflicts_shown")


def _judge_kept(
    reports: tuple[Report, ...], receipts: dict[str, _Receipt], notes: Notes, verdict: Verdict
) -> None:
    """Everything acknowledged was answered, and took effect once or was refused."""
    times: dict[str, int] = defaultdict(int)
    for report in reports:
        for entry in report.timeline:
            if entry.decision_id:
                times[entry.decision_id] += 1
    for decision_id in notes.acknowledged:
        verdict.add("acknowledged")
        receipt = receipts.get(decision_id)
        if receipt is None:
            verdict.add("lost")
        elif times[decision_id] != int(receipt.result.outcome is Outcome.APPLIED):
            verdict.add("twice" if times[decision_id] > 1 else "lost")
        elif receipt.result.outcome is Outcome.REFUSED:
            verdict.add("refused")
    verdict.add("lost", sum(1 for line in notes.drained if line["waiting"]))
    verdict.add("faults", notes.faults)
