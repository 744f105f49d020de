"""Stores and invented feed rows for the store's tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec

from console.contract.codec import encode
from console.contract.feed import ChangeRow, ChangesPage
from console.contract.ids import new_id
from console.domain import acts
from console.domain.acts import OP_OF, Act
from console.domain.decision import Decision, Subject
from console.domain.person import Actor, Role
from console.domain.place import Place
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.unit import Unit

KEY = bytes(range(32))
NOW = datetime(2026, 3, 3, tzinfo=UTC)
SARI = Actor(id="sari", name="Sari", role=Role.OPERATOR, session_id="s1", desk_id="d1")


def now() -> datetime:
    return NOW


def report(number: int = 1, **more: object) -> Report:
    base = Report(
        id=f"r{number:04}",
        number=f"KJ-2603-{number:04}",
        kind=ReportKind.REPORT,
        source_id="app",
        source_kind=SourceKind.CITIZEN_APP,
        source_name="Aplikasi rekaan",
        received_at=NOW + timedelta(seconds=number),
        text=f"pohon tumbang nomor {number}",
        place=Place(area_name="Klojen"),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def unit(unit_id: str = "u1") -> Unit:
    return Unit(id=unit_id, call_sign=unit_id.upper(), name="Contoh", rank="Bripka")


def row(thing: Report | Unit, seq: int = 1) -> ChangeRow:
    kind = "report" if isinstance(thing, Report) else "unit"
    return ChangeRow(seq=seq, kind=kind, id=thing.id, revision=thing.revision, body=msgspec.Raw(encode(thing)))


def gone(report_id: str, seq: int = 1) -> ChangeRow:
    return ChangeRow(seq=seq, kind="report", id=report_id, gone="withdrawn")


def page(*rows: ChangeRow, next_seq: int = 1, epoch: str = "e1") -> ChangesPage:
    return ChangesPage(epoch=epoch, oldest_seq=0, next_seq=next_seq, more=False, server_time=NOW, rows=tuple(rows))


def of(things: Iterable[Report | Unit], next_seq: int = 1) -> ChangesPage:
    return page(*(row(thing, seq) for seq, thing in enumerate(things, 1)), next_seq=next_seq)


def decision(act: Act, about: Report, *, units: tuple[str, ...] = (), base: bool = True, at_s: int = 60) -> Decision:
    return Decision(
        id=new_id(),
        op=OP_OF[type(act)],
        subject=Subject(kind="report", id=about.id, base_version=about.version if base else None),
        also=tuple(Subject(kind="unit", id=unit_id) for unit_id in units),
        actor_id=SARI.id,
        actor_session_id=SARI.session_id,
        desk_id=SARI.desk_id,
        decided_at=NOW + timedelta(seconds=at_s),
        act=act,
    )


def note(about: Report, text: str = "catatan") -> Decision:
    return decision(acts.AddNote(text=text), about, base=False)
