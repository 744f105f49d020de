"""An answer from somebody nearby comes in: checked, counted by person, put on the case."""

from __future__ import annotations

import hashlib
import hmac

from console.contract.asks import MAX_ANSWER, AnswerTaken, AskAnswer
from console.contract.audit import named
from console.contract.codec import encode
from console.contract.ids import is_id
from console.domain.casework.asking import Said, ask_answered
from console.domain.nearby import Seen, answers_of
from console.domain.place import Place
from console.domain.report import Report
from console.domain.standing import block_now
from console.server.asks import asked
from console.server.audit import note
from console.server.casefile import standing_of
from console.server.database import Tx
from console.server.intake.additions import MAX_ATTACHMENTS
from console.server.intake.form import File
from console.server.intake.reporters import ids_of, reporter_keys
from console.server.intake.reports import attach
from console.server.parts import Parts
from console.server.refusals import RequestRefused, wrong
from console.server.sources import Source

MOST_ANSWERS = 60
"""Answers of one question that come onto the case; a hundred more would not make it truer."""
MOST_BY_ONE = 3
MOST_FILES = 3
KEPT_FOR_REPORTER = 10
"""Files strangers may not use up: the reporter's own evidence always has room."""
_SHORT = 200


def take_answer(parts: Parts, source: Source, ask_id: str, said: AskAnswer, files: tuple[File, ...]) -> AnswerTaken:
    """Put an answer on the case; sent again it adds nothing.

    Raises:
        RequestRefused: 422 naming the field, 404 a question this source was not given, 410 one that has ended,
            409 for a used id with other words, 403 `reporter_blocked`.
    """
    check(said, files)
    now, answer_id = parts.now(), said.id.lower()
    who = hmac.new(parts.identity.hmac_key, f"{source.id}|{said.reporter.account}".encode(), hashlib.sha256)
    spoken = Said(id=answer_id, who=who.hexdigest()[:16], text=said.text.strip(), seen=said.seen, lat=said.lat,
                  lon=said.lon)  # fmt: skip
    with parts.database.write() as tx:
        report, ask = asked(tx, source, ask_id, now)
        known = answers_of(report.timeline, ask.id)
        again = next((each for each in known if each.id == answer_id), None)
        if again is not None:
            if (again.text, again.seen, again.who) != (spoken.text, spoken.seen, spoken.who):
                raise RequestRefused(409, "id_reused", "id: this id came with other words before.", field="id")
            return AnswerTaken(id=said.id, again=True)
        _let_in(parts, tx, source, said)
        if len(known) >= MOST_ANSWERS or sum(each.who == spoken.who for each in known) >= MOST_BY_ONE:
            raise wrong("id", f"at most {MOST_BY_ONE} answers a person, {MOST_ANSWERS} in all", "too_many_answers")
        attached = attach(tx, report.id, _fresh(report, files), now, named("source", source.id))
        parts.casefile.save_report(tx, ask_answered(report, ask.id, source.id, spoken, now, attached), now)
        note(tx, now, "report", "nearby_answered", actor=named("source", source.id),
             subject=named("report", report.id), content=hashlib.sha256(encode(said)).digest())  # fmt: skip
    return AnswerTaken(id=said.id)


def check(said: AskAnswer, files: tuple[File, ...]) -> None:
    """Turn an answer away before anything is read.

    Raises:
        RequestRefused: 422 naming the field.
    """
    if not is_id(said.id):
        raise wrong("id", "a UUID in canonical text, made by the sender")
    if len(said.text) > MAX_ANSWER:
        raise wrong("text", f"at most {MAX_ANSWER} characters")
    if said.seen is Seen.NONE and not said.text.strip() and not files:
        raise wrong("text", "say something, send a photo, or touch yes, no or unsure")
    who = said.reporter
    if not who.account.strip() or len(who.account) > _SHORT or who.account.startswith("phone:"):
        raise wrong("reporter.account", f"1 to {_SHORT} characters: answers are counted by person")
    for name, value in (("name", who.name), ("phone", who.phone), ("device", who.device)):
        if len(value) > _SHORT:
            raise wrong(f"reporter.{name}", f"at most {_SHORT} characters")
    if len(files) > MOST_FILES:
        raise wrong("file", f"at most {MOST_FILES} files with an answer", "too_many_files")
    try:
        Place(lat=said.lat, lon=said.lon)
    except ValueError as error:
        raise wrong("lon" if "lon must" in str(error) else "lat", str(error)) from error


def _let_in(parts: Parts, tx: Tx, source: Source, said: AskAnswer) -> None:
    """Whoever is blocked is not heard here: it is no cry for help, and his reports have their own door."""
    ids = ids_of(reporter_keys(parts.identity), source, said.reporter)
    if any(block_now(each, parts.now()) for each in standing_of(tx, ids)):
        raise RequestRefused(403, "reporter_blocked", "This account is blocked.", field="reporter")


def _fresh(report: Report, files: tuple[File, ...]) -> tuple[File, ...]:
    """The files that are not on the case yet.

    Raises:
        RequestRefused: 422 when strangers would use up the room of the reporter.
    """
    there = {attachment.sha256 for attachment in report.attachments}
    fresh = tuple({file.kept.sha256: file for file in files if file.kept.sha256 not in there}.values())
    if fresh and len(there) + len(fresh) > MAX_ATTACHMENTS - KEPT_FOR_REPORTER:
        raise wrong("file", "this case has enough files", "too_many_files")
    return fresh
