"""A report comes in: checked, numbered, sealed and put on the feed in one transaction."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import msgspec
from sqlalchemy import bindparam, insert, select, update

from console.contract.audit import named
from console.contract.codec import aware, encode
from console.contract.ids import is_id, new_id
from console.contract.intake import MAX_TEXT, NewReport, Received
from console.domain.attachment import Attachment
from console.domain.callback import CALL_WHYS, CallbackWhy
from console.domain.casework import events
from console.domain.category import CATEGORIES, category_of
from console.domain.place import Place, Provenance
from console.domain.report import Report, ReportKind
from console.domain.sos import Sos
from console.server import tables
from console.server.audit import note, note_file
from console.server.counters import new_number
from console.server.database import Tx
from console.server.intake.callbacks import placed
from console.server.intake.first_sight import first_sight
from console.server.intake.form import File
from console.server.intake.reporters import known_reporter, reporter_keys
from console.server.parts import Parts
from console.server.refusals import RequestRefused, wrong
from console.server.sources import Source
from console.server.standing_door import let_in

_SHORT = 200
_reports = tables.reports
_known = select(_reports.c.number, _reports.c.source_id, _reports.c.content_sha256).where(
    _reports.c.id == bindparam("id")
)
_content = update(_reports).where(_reports.c.id == bindparam("b_id")).values(content_sha256=bindparam("digest"))
_used = select(tables.media.c.id).where(tables.media.c.sha256 == bindparam("sha256")).limit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coming:
    """A checked report with what intake found out about it before the transaction."""

    new: NewReport
    place: Place
    digest: bytes
    now: datetime


def receive(
    parts: Parts, source: Source, new: NewReport, files: tuple[File, ...] = (), *, sos: Sos | None = None
) -> Received:
    """Take a report in; sent again by the same source it is the same report; `sos` is whose call for help it is.

    Raises:
        RequestRefused: 422 naming the field, 409 when another source has a report of this id or it came before
            with other content, 403 `reporter_blocked` for an ordinary one of a blocked account (standing_door).
    """
    check(new)
    coming = _Coming(
        new=new, place=located(parts, place_of(new)), digest=content_digest(new, files), now=parts.now()
    )
    report_id = new.id.lower()
    let_in(parts, source, new, bool(files), coming.digest)
    with parts.database.write() as tx:
        known = tx.execute(_known, {"id": report_id}).first()
        if known is not None:
            return _again(new, source, coming.digest, cast("tuple[str, str, bytes | None]", tuple(known)))
        attachments = attach(tx, report_id, files, coming.now, named("source", source.id))
        report = _report(parts, tx, source, coming, attachments)
        report = placed(tx, parts.casefile, report, CallbackWhy(new.call) if new.call else None)
        report = replace(report, sos=sos) if sos else report
        parts.casefile.save_report(tx, report, coming.now, new=True)
        tx.execute(_content, {"b_id": report_id, "digest": coming.digest})
        note(tx, coming.now, "report", "received", actor=named("source", source.id),
             subject=named("report", report_id), content=coming.digest)  # fmt: skip
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
    if new.call and (new.kind is not ReportKind.CALL or new.call not in CALL_WHYS):
        raise wrong("call", "broken_off, silent or unanswered, and only of a call")
    if new.category and new.category not in CATEGORIES:
        raise wrong("category", "not one of this center's categories")
    if new.priority is not None and not 1 <= new.priority <= 4:
        raise wrong("priority", "1 to 4")
    if new.accuracy_m is not None and not 0 <= new.accuracy_m < 1e7:
        raise wrong("accuracy_m", "metres, not negative")
    if len(new.place_words) > 1_000:
        raise wrong("place_words", "at most 1000 characters")
    who = new.reporter
    for name, value in (("addressee", new.addressee), ("source_time", new.source_time), ("reporter.name", who.name),
                        ("reporter.account", who.account), ("reporter.phone", who.phone),
                        ("reporter.device", who.device)):  # fmt: skip
        if len(value) > _SHORT:
            raise wrong(name, f"at most {_SHORT} characters")
    if who.account.startswith("phone:"):
        raise wrong("reporter.account", "may not begin with 'phone:'")
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


def located(parts: Parts, place: Place) -> Place:
    """The place with its kelurahan: decided here, once, with the method and pack that did (house.md)."""
    if parts.areas is None or place.lat is None or place.lon is None:
        return place
    found = parts.areas.place_of(place.lat, place.lon)
    return replace(
        place, area_code=found.code, area_name=found.name, area_method=found.method,
        area_pack=found.pack_version, ambiguous=found.ambiguous,
    )  # fmt: skip


def attach(
    tx: Tx, report_id: str, files: tuple[File, ...], now: datetime, actor: str = ""
) -> tuple[Attachment, ...]:
    """Write down files that lie on disk already, the hash of each on the chain; what the desks are told of them.

    The one way by which a file comes onto a report; `actor` ('source/…', 'unit/…', 'user/…') is who brought it.
    """
    attachments = tuple(
        Attachment(
            id=new_id(), name=file.name, media_type=file.kind.mime, size_bytes=file.kept.size_bytes,
            sha256=file.kept.sha256, received_at=now,
        )
        for file in files
    )  # fmt: skip
    for each in attachments:
        tx.execute(insert(tables.media), {"report_id": report_id, **{
            name: getattr(each, name) for name in ("id", "sha256", "size_bytes", "media_type", "name", "received_at")
        }})  # fmt: skip
        note_file(tx, now, "received", report_id, each, actor)
    return attachments


def let_go(parts: Parts, files: tuple[File, ...]) -> None:
    """The request that brought these files is over: what came on no report is removed."""
    for file in files:
        parts.media.let_go(file.kept.sha256, lambda sha256: _is_used(parts, sha256))
    parts.scans.soon()


def forget_unused_files(parts: Parts, older_s: float = 3600.0) -> int:
    """Remove files a server that stopped at the wrong moment left on no report; how many."""
    before_s = time.time() - older_s
    return parts.media.forget_unused(lambda sha256: _is_used(parts, sha256), before_s)


def _is_used(parts: Parts, sha256: str) -> bool:
    with parts.database.read() as connection:
        return connection.execute(_used, {"sha256": sha256}).first() is not None


def content_digest(new: NewReport, files: tuple[File, ...]) -> bytes:
    """SHA-256 of what was sent; a replay's `happened_at` is left out, because it differs with every replay."""
    same = msgspec.structs.replace(new, happened_at=None) if new.source_time else new
    return hashlib.sha256(encode(same) + b"".join(file.kept.sha256.encode() for file in files)).digest()


def _again(new: NewReport, source: Source, digest: bytes, known: tuple[str, str, bytes | None]) -> Received:
    number, source_id, earlier = known
    if source_id != source.id:
        raise RequestRefused(409, "id_taken", "id: this id is taken, make a new one.", field="id")
    if earlier is not None and earlier != digest:
        raise RequestRefused(409, "id_reused", "id: this id came with other content before.", field="id")
    return Received(id=new.id, number=number, again=True)


def _report(
    parts: Parts, tx: Tx, source: Source, coming: _Coming, attachments: tuple[Attachment, ...]
) -> Report:
    new = coming.new
    first = first_sight(new, parts.words.lexicon)
    report_id = new.id.lower()
    keys = reporter_keys(parts.identity)
    report = Report(
        id=report_id,
        number=new_number(tx, new.kind, coming.now, parts.casefile.site.zone),
        kind=new.kind,
        source_id=source.id,
        source_kind=source.kind,
        source_name=source.name,
        received_at=coming.now,
        happened_at=aware(new.happened_at, "happened_at") if new.happened_at else None,
        text=new.text,
        category=first.category,
        priority=first.priority,
        sensitive=category_of(first.category).sensitive,
        triage=first.triage,
        addressee=new.addressee,
        place=coming.place,
        reporter=known_reporter(tx, keys, source, new.reporter, report_id, coming.now),
        attachments=attachments,
    )
    return events.received(report, new.source_time)
