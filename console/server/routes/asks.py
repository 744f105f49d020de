"""Asking nearby: sources say whom they reach, fetch questions, bring answers."""

from __future__ import annotations

from console.contract.admin import Done
from console.contract.asks import AnswerTaken, AskAnswer, OpenAsks, Reach, Reached
from console.contract.audit import named
from console.contract.codec import decode, encode
from console.domain.askable import AskBook, fault_in_book
from console.domain.category import CATEGORIES
from console.server.asks import open_asks, say_reach, say_reached
from console.server.audit import note
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Reply, Route
from console.server.edits import check_unchanged, differing, note_edit
from console.server.intake.form import MAX_FORM_BYTES
from console.server.intake.nearby import take_answer
from console.server.refusals import wrong
from console.server.routes.reports import paced, short_body, whole_form

_FORM = "answer"
"""The part of text an answer's form has."""


def _say_reach(call: Call) -> Done:
    """Say that your people can be asked nearby, and roughly where they are; every 15 seconds at most."""
    say_reach(call.parts, paced(call), call.decoded(Reach))
    return Done(count=1)


def _open(call: Call) -> OpenAsks:
    """Every question that stands now; one that is not listed any more has ended."""
    return open_asks(call.parts, paced(call))


def _reached(call: Call) -> Done:
    """Say how many people you put a question to."""
    told = call.decoded(Reached)
    say_reached(call.parts, paced(call), call.path["ask_id"], told.people)
    return Done(count=told.people)


async def _answer(call: Call) -> Reply:
    """What somebody answers, as JSON or as a form with photos: 201, 200 when it was there before."""
    source = paced(call)
    if not call.headers.get("content-type", "").lower().startswith("multipart/"):
        said = decode(await short_body(call), AskAnswer)
        taken = await call.work(take_answer, call.parts, source, call.path["ask_id"], said, ())
    else:
        async with whole_form(call, frozenset({_FORM})) as form:
            if _FORM not in form.texts:
                raise wrong(_FORM, f"the form needs a part '{_FORM}' with the answer as JSON", "part_missing")
            said = decode(form.texts[_FORM], AskAnswer)
            taken = await call.work(
                take_answer, call.parts, source, call.path["ask_id"], said, tuple(form.files)
            )
    return Reply(body=encode(taken), status=200 if taken.again else 201)


def _give_book(call: Call) -> AskBook:
    """The questions to people nearby and how long one stands, to edit and send back."""
    with call.parts.database.read() as connection:
        return load(connection, AskBook, AskBook().id) or AskBook()


def _set_book(call: Call) -> AskBook:
    """Other questions from now on; those asked before stay as they were."""
    wanted = call.decoded(AskBook)
    found = fault_in_book(wanted, frozenset(CATEGORIES))
    if found is not None:
        raise wrong(*found)
    now = call.parts.now()
    with call.parts.database.write() as tx:
        known = load(tx, AskBook, AskBook().id) or AskBook()
        check_unchanged(call, known.revision)
        edited = AskBook(
            questions=wanted.questions, minutes=wanted.minutes, revision=known.revision + 1, edited=True
        )
        call.parts.casefile.put(tx, edited, now)
        changed = [each.id for each in differing(known.questions, edited.questions)]
        if known.minutes != edited.minutes:
            changed.append("minutes")
        note_edit(tx, "ask_book", edited.revision, now, call.caller.actor, changed)
        note(tx, now, "admin", what="ask_book.set", by=call.caller.actor, subject=named("ask_book", edited.id))
    return edited


ROUTES = (
    Route(method="PUT", path="/v1/asks/reach", who=Who.SOURCE, answer=_say_reach, takes=Reach, gives=Done),
    Route(method="GET", path="/v1/asks", who=Who.SOURCE, answer=_open, gives=OpenAsks),
    Route(
        method="POST", path="/v1/asks/{ask_id:str}/reached", who=Who.SOURCE, answer=_reached, takes=Reached, gives=Done,
    ),
    Route(
        method="POST", path="/v1/asks/{ask_id:str}/answers", who=Who.SOURCE, answer=_answer, takes=AskAnswer,
        gives=AnswerTaken, status=201, max_bytes=MAX_FORM_BYTES, files=True, form_part=_FORM,
    ),
    Route(method="GET", path="/v1/admin/ask-questions", who=Who.ADMINISTRATOR, answer=_give_book, gives=AskBook),
    Route(
        method="PUT", path="/v1/admin/ask-questions", who=Who.ADMINISTRATOR, answer=_set_book, takes=AskBook,
        gives=AskBook, query=("revision",),
    ),
)  # fmt: skip
