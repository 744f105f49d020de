"""The door for whoever was struck or blocked: turned away with the reason, or heard."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from sqlalchemy import bindparam, select

from console.contract.audit import named
from console.contract.codec import encode
from console.contract.ids import is_id
from console.contract.intake import MAX_APPEAL, Appealed, NewAppeal, NewReport
from console.domain.casework import events
from console.domain.category import category_of
from console.domain.outcome import SHIPPED, OutcomeList
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.standing import (
    Appeal,
    Standing,
    block_now,
    counted,
    may_appeal,
    turned_away,
    with_appeal,
)
from console.domain.triage import Lexicon
from console.server import standing_words as words
from console.server import tables
from console.server.audit import note
from console.server.casefile import load, standing_of
from console.server.database import Tx
from console.server.intake.first_sight import first_sight
from console.server.intake.reporters import ids_of, reporter_keys
from console.server.parts import Parts
from console.server.refusals import RequestRefused, not_found, wrong
from console.server.sources import Source

_ANSWERED_BY_MACHINE = frozenset({SourceKind.CITIZEN_APP, SourceKind.PARTNER, SourceKind.SMS})
"""Channels on which a blocked account's ordinary report is turned away; a call or a patrol has a person at its end."""

_ROOTS = (
    "tolong", "tlg", "help", "darurat", "darah", "luka", "korban", "tewas", "tinggal dunia", "mayat", "pingsan",
    "sesak", "sekarat", "kritis", "geletak", "celaka", "laka", "tabrak", "senggol", "tenggelam", "hanyut",
    "bakar", "api", "asap", "ledak", "bom", "pisau", "celurit", "clurit", "parang", "golok", "senjata", "sajam",
    "pistol", "tembak", "bunuh", "bacok", "tusuk", "tikam", "rampok", "begal", "jambret", "culik", "sandera",
    "perkosa", "lecehkan", "kdrt", "pukul", "keroyok", "aniaya", "siksa", "tawur", "klitih", "gantung", "bayi",
    "anak", "hamil", "lahir", "ambulan", "longsor", "runtuh", "roboh", "timpa", "setrum", "sengat", "racun",
    "kejang", "jebak", "jatuh", "sakit", "mati", "takut", "ancam", "gempa", "banjir",
)  # fmt: skip
_DANGER = re.compile(rf"\b(?:me|mem|men|meng|ter|di|ke|ber|pe|per|pem|se)?(?:{'|'.join(_ROOTS)})", re.IGNORECASE)
"""The coarsest net, wider than the site's word rules: letting a prank in costs a glance, keeping a cry out a life."""

_source_of = select(tables.reports.c.source_id).where(tables.reports.c.id == bindparam("id"))


def always_comes_in(source: Source, new: NewReport, files: bool, lexicon: Lexicon) -> bool:
    """Whether a report is taken in whoever sends it: life may be in danger, or only a person can tell.

    A panic press, a call, first priority or a sensitive category by its source or by the site's word rules, any root of
    danger, anything with a file or without words.
    """
    first = first_sight(new, lexicon)
    return (
        source.kind not in _ANSWERED_BY_MACHINE
        or new.kind in (ReportKind.PANIC, ReportKind.CALL)
        or first.priority == 1
        or category_of(first.category).sensitive
        or (bool(new.category) and category_of(new.category).priority == 1)
        or (first.triage is not None and bool(first.triage.life))
        or files
        or not new.text.strip()
        or _DANGER.search(f"{new.text} {new.place_words}") is not None
    )


def let_in(parts: Parts, source: Source, new: NewReport, files: bool, digest: bytes) -> None:
    """Let a report in, or answer it with the block of whoever sends it.

    It is not put before operators then, but not lost in silence either: its sender is told why and what he can do, the
    standing counts it, and the audit chain has its id and the hash of its content.

    Raises:
        RequestRefused: 403 `reporter_blocked`.
    """
    if always_comes_in(source, new, files, parts.words.lexicon):
        return
    ids, now = ids_of(reporter_keys(parts.identity), source, new.reporter), parts.now()
    with parts.database.read() as connection:
        known = connection.execute(_source_of, {"id": new.id.lower()}).first() is not None
        if known or not any(block_now(each, now) for each in standing_of(connection, ids)):
            return
    with parts.database.write() as tx:
        blocking = [(each, block) for each in standing_of(tx, ids) if (block := block_now(each, now)) is not None]
        for each, _ in blocking:
            parts.casefile.put(tx, turned_away(each, now), now)
        if blocking:
            note(tx, now, "report", "turned_away", actor=named("source", source.id),
                 subject=named("report", new.id.lower()), content=digest)  # fmt: skip
    if blocking:
        longest = max((block for _, block in blocking), key=lambda block: block.until)
        said = words.turned_away(longest, parts.casefile.site.zone)
        raise RequestRefused(403, "reporter_blocked", said, field="reporter")


def appeal_on(parts: Parts, source: Source, report_id: str, new: NewAppeal) -> Appealed:
    """Bring an appeal against what stands on this report, or against the block of whoever sent it.

    Raises:
        RequestRefused: 422 naming the field, 404 not his, 409 `appeal_waits`, `nothing_to_appeal` or `id_reused`.
    """
    _check(new)
    with parts.database.write() as tx:
        owner = tx.execute(_source_of, {"id": report_id.lower()}).scalar()
        report = load(tx, Report, report_id.lower()) if owner == source.id else None
        if report is None:
            raise not_found("report of this source")
        return _brought(parts, tx, source, standing_of(tx, report.reporter.recognised_by), new, report)


def appeal_of(parts: Parts, source: Source, new: NewAppeal) -> Appealed:
    """Bring an appeal for a reporter of this source: the way out of a block that turns his reports away.

    Raises:
        RequestRefused: as `appeal_on`.
    """
    _check(new)
    with parts.database.write() as tx:
        found = standing_of(tx, ids_of(reporter_keys(parts.identity), source, new.reporter))
        return _brought(parts, tx, source, found, new, None)


def _check(new: NewAppeal) -> None:
    """Turn an appeal away before anything is read.

    Raises:
        RequestRefused: 422 naming the field.
    """
    if not is_id(new.id):
        raise wrong("id", "a UUID in canonical text, made by the sender")
    if not new.text.strip() or len(new.text) > MAX_APPEAL:
        raise wrong("text", f"1 to {MAX_APPEAL} characters")


def _brought(
    parts: Parts, tx: Tx, source: Source, found: tuple[Standing, ...], new: NewAppeal, report: Report | None
) -> Appealed:
    now, appeal_id = parts.now(), new.id.lower()
    terms = (load(tx, OutcomeList, SHIPPED.id) or SHIPPED).strike_rules
    again = next((a for each in found for a in each.appeals if a.id == appeal_id), None)
    if again is not None:
        if again.text != new.text:
            raise RequestRefused(409, "id_reused", "id: this id came with other words before.", field="id")
        return _answer(again, again=True)
    against = [each for each in found if may_appeal(each, now, terms.appeal_again_after)]
    if not against:
        waits = any(a.ruling is None for each in found for a in each.appeals)
        code, said = ("appeal_waits", "An appeal waits already.") if waits else (
            "nothing_to_appeal", "Nothing stands against this reporter, or his appeal was just answered.")  # fmt: skip
        raise RequestRefused(409, code, said)
    for each in against:
        about = report or load(tx, Report, _about(each, now))
        if about is None:
            raise not_found("report this appeal could be about")
        appeal = Appeal(
            id=appeal_id, report_id=about.id, number=about.number, text=new.text, at=now,
            deadline=now + terms.appeal_within,
        )  # fmt: skip
        parts.casefile.put(tx, with_appeal(each, appeal), now)
        if not any(entry.params.get("id") == appeal_id for entry in about.timeline if entry.kind == "appeal"):
            parts.casefile.save_report(tx, events.appealed(about, appeal_id, new.text, now), now)
    note(tx, now, "standing", "appealed", actor=named("source", source.id), subject=named("standing", against[0].id),
         content=hashlib.sha256(encode(new)).digest())  # fmt: skip
    return _answer(appeal)


def _about(standing: Standing, now: datetime) -> str:
    """The report an appeal without one is about: that of the block in force, else of the latest strike."""
    block = block_now(standing, now)
    return block.report_id if block is not None else counted(standing, now)[-1].report_id


def _answer(appeal: Appeal, *, again: bool = False) -> Appealed:
    return Appealed(id=appeal.id, number=appeal.number, deadline=appeal.deadline, again=again)
