"""A report comes in: checked, numbered, sealed and put on the feed in one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from sqlalchemy import bindparam, select

from console.contract.codec import aware
from console.contract.ids import is_id
from console.contract.intake import MAX_TEXT, NewReport, Received
from console.contract.sealed import Identity as ReporterIdentity
from console.contract.sealed import seal
from console.domain.attachment import Attachment
from console.domain.casework import events
from console.domain.category import CATEGORIES, category_of
from console.domain.place import Place, Provenance
from console.domain.report import Report, ReportKind
from console.domain.reporter import Reporter, mask_name, mask_phone
from console.server import tables
from console.server.counters import new_number
from console.server.database import Tx
from console.server.parts import Parts
from console.server.refusals import RequestRefused, wrong
from console.server.sources import Source

_SHORT = 200
_known = select(tables.reports.c.number, tables.reports.c.source_id).where(tables.reports.c.id == bindparam("id"))
_KIND_CATEGORY = {
    ReportKind.PANIC: "panic",
    ReportKind.ASPIRATION: "aspiration",
    ReportKind.INFORMATION: "information",
    ReportKind.SERVICE: "vehicle_service",
}


def receive(parts: Parts, source: Source, new: NewReport, attachments: tuple[Attachment, ...] = ()) -> Received:
    """Take a report in; sent again by the same source it is the same report.

    Raises:
        RequestRefused: 422 naming the field, 409 when another source has a report of this id.
    """
    check(new)
    with parts.database.write() as tx:
        known = tx.execute(_known, {"id": new.id.lower()}).first()
        if known is not None:
            if known[1] != source.id:
                raise RequestRefused(409, "id_taken", "id: this id is taken, make a new one.", field="id")
            return Received(id=new.id, number=cast("str", known[0]), again=True)
        now = parts.now()
        report = _report(parts, tx, source, new, attachments, now)
        parts.casefile.save_report(tx, report, now, new=True)
    return Received(id=new.id, number=report.number)


def check(new: NewReport) -> None:
    """Turn a report away before anything is stored.

    Raises:
        RequestRefused: 422 naming the field.
    """
    if not is_id(new.id):
        raise wrong("id", "a UUID in canonical text, made by the sender")
    if len(new.text) > MAX_TEXT:
        raise wrong("text", f"at most {MAX_TEXT} characters")
    if new.kind is ReportKind.PANIC and new.text:
        raise wrong("text", "a panic carries a place and an account only")
    if new.category and new.category not in CATEGORIES:
        raise wrong("category", "not one of this center's categories")
    if new.priority is not None and not 1 <= new.priority <= 4:
        raise wrong("priority", "1 to 4")
    if new.accuracy_m is not None and not 0 <= new.accuracy_m < 1e7:
        raise wrong("accuracy_m", "metres, not negative")
    if len(new.place_words) > 1_000:
        raise wrong("place_words", "at most 1000 characters")
    who = new.reporter
    for name, value in (("addressee", new.addressee), ("reporter.name", who.name),
                        ("reporter.account", who.account), ("reporter.phone", who.phone)):  # fmt: skip
        if len(value) > _SHORT:
            raise wrong(name, f"at most {_SHORT} characters")
    if new.happened_at is not None:
        aware(new.happened_at, "happened_at")
    place_of(new)


def place_of(new: NewReport) -> Place:
    """The place as the source gave it.

    Raises:
        RequestRefused: 422 naming lat or lon.
    """
    try:
        return Place(
            lat=new.lat,
            lon=new.lon,
            accuracy_m=new.accuracy_m,
            provenance=new.provenance if new.lat is not None else Provenance.UNKNOWN,
            words=new.place_words,
        )
    except ValueError as error:
        field = "lon" if "lon must" in str(error) else "lat"
        raise wrong(field, str(error)) from error


def _report(
    parts: Parts, tx: Tx, source: Source, new: NewReport, attachments: tuple[Attachment, ...], now: datetime
) -> Report:
    category = new.category or _KIND_CATEGORY.get(new.kind, "other")
    facts = category_of(category)
    report_id = new.id.lower()
    who = new.reporter
    identity = ReporterIdentity(name=who.name, phone=who.phone, account=who.account)
    report = Report(
        id=report_id,
        number=new_number(tx, new.kind, now, parts.casefile.site.zone),
        kind=new.kind,
        source_id=source.id,
        source_kind=source.kind,
        source_name=source.name,
        received_at=now,
        happened_at=aware(new.happened_at, "happened_at") if new.happened_at else None,
        text=new.text,
        category=category,
        priority=new.priority or facts.priority,
        sensitive=facts.sensitive,
        addressee=new.addressee,
        place=place_of(new),
        reporter=Reporter(
            id=f"{source.id}:{who.account}" if who.account else "",
            name_masked=mask_name(who.name),
            phone_masked=mask_phone(who.phone),
            reachable=who.reachable and bool(who.account or who.phone),
            sealed=seal(identity, parts.identity.identity_key, report_id),
        ),
        attachments=attachments,
    )
    return events.received(report)
