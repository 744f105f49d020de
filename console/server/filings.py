"""What the server adds to what a desk files or corrects: area, caller, its number."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from console.areas.index import AreaIndex
from console.contract.intake import NewReporter
from console.contract.sealed import open_seal
from console.domain.acts import FileReport, SetCaller, SetPlace
from console.domain.casework import Facts
from console.domain.casework.filing import DESK_SOURCE
from console.domain.decision import Decision
from console.domain.errors import AccessFault
from console.domain.place import Place
from console.domain.report import Report
from console.domain.report_number import read_number
from console.domain.reporter import Reporter
from console.server import tables
from console.server.casefile import Casefile
from console.server.counters import counter, new_number
from console.server.database import Tx
from console.server.identity import Identity
from console.server.intake.reporters import known_reporter, reporter_keys
from console.server.numbers import desk_of_number
from console.server.sources import Source

_COMPLETED = (FileReport, SetCaller, SetPlace)
_taken = select(tables.reports.c.id).where(tables.reports.c.number == bindparam("number"))


class Filings:
    """Completes filings inside the transaction that applies them."""

    def __init__(self, casefile: Casefile, identity: Identity, areas: AreaIndex | None) -> None:
        self._casefile, self._identity, self._areas = casefile, identity, areas

    def completed(self, tx: Tx, decision: Decision, before: Facts, after: Facts, now: datetime) -> Facts:
        """The facts as they are kept; those of other acts as they are."""
        report = after.report
        if report is None or not isinstance(decision.act, _COMPLETED) or report == before.report:
            return after
        if isinstance(decision.act, SetPlace):
            return replace(after, report=replace(report, place=self._located(report.place)))
        if isinstance(decision.act, FileReport):
            report = replace(self._numbered(tx, decision, report), place=self._located(report.place))
        return replace(after, report=replace(report, reporter=self._known(tx, report, now)))

    def _numbered(self, tx: Tx, decision: Decision, report: Report) -> Report:
        """With the number that was read out, if it was this desk's to give; else with a new one, the old one noted."""
        if report.number and self._is_its_own(tx, decision.desk_id, report.number):
            return report
        number = new_number(tx, report.kind, decision.decided_at, self._casefile.site.zone)
        call = replace(report.call, number_told=report.number) if report.call is not None else None
        return replace(report, number=number, call=call)

    def _is_its_own(self, tx: Tx, desk_id: str, number: str) -> bool:
        read = read_number(number)
        if read is None or tx.execute(_taken, {"number": number}).first() is not None:
            return False
        holder = desk_of_number(tx, *read)
        # A restored server may have forgotten whom it gave a block; its own numbers begin behind all of them.
        forgotten = not holder and self._identity.restored_at is not None
        return holder == desk_id or (forgotten and read[1] <= counter(tx, read[0]))

    def _located(self, place: Place) -> Place:
        """A desk without an area pack leaves it to us; what it decided stands (house.md)."""
        if self._areas is None or place.area_code or place.lat is None or place.lon is None:
            return place
        found = self._areas.place_of(place.lat, place.lon)
        return replace(
            place, area_code=found.code, area_name=found.name, area_method=found.method,
            area_pack=found.pack_version, ambiguous=found.ambiguous,
        )  # fmt: skip

    def _known(self, tx: Tx, report: Report, now: datetime) -> Reporter:
        """The caller's record, found by the number under the seal; a seal of another key is kept as it came."""
        seen = report.reporter
        if not seen.sealed:
            return seen
        try:
            who = open_seal(seen.sealed, self._identity.identity_key, report.id)
        except AccessFault:
            return seen
        desk = Source(id=DESK_SOURCE, name=DESK_SOURCE, kind=report.source_kind, per_second=1.0)
        caller = NewReporter(name=who.name, phone=who.phone, reachable=seen.reachable)
        return known_reporter(tx, reporter_keys(self._identity), desk, caller, report.id, now)
