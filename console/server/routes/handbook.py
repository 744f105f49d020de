"""Checklists and standard answers: as they are, and an administrator's in their place."""

from __future__ import annotations

from console.contract.audit import named
from console.domain.answer import Answers, fault_in_answers
from console.domain.category import CATEGORIES
from console.domain.checklist import Checklists, fault_in_checklists
from console.server.audit import note
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, differing, note_edit
from console.server.handbook import edit_answers, edit_checklists
from console.server.refusals import wrong

_MAX_BYTES = 1024 * 1024


def _give_checklists(call: Call) -> Checklists:
    """The checklists in force, to edit and send back."""
    with call.parts.database.read() as connection:
        return load(connection, Checklists, Checklists().id) or Checklists()


def _set_checklists(call: Call) -> Checklists:
    """Other checklists from now on; steps done before stay on their cases."""
    wanted = call.decoded(Checklists)
    found = fault_in_checklists(wanted, frozenset(CATEGORIES))
    if found is not None:
        raise wrong(*found)
    with call.parts.database.write() as tx:
        known = load(tx, Checklists, Checklists().id) or Checklists()
        check_unchanged(call, known.revision)
        edited = edit_checklists(tx, call.parts.casefile, wanted, call.parts.now())
        changed = [each.category for each in differing(known.lists, edited.lists)]
        note_edit(tx, "checklists", edited.revision, call.parts.now(), call.caller.actor, changed)
        subject = named("checklists", edited.id)
        note(tx, call.parts.now(), "admin", what="checklists.set", by=call.caller.actor, subject=subject)
    return edited


def _give_answers(call: Call) -> Answers:
    """The standard answers in force, to edit and send back."""
    with call.parts.database.read() as connection:
        return load(connection, Answers, Answers().id) or Answers()


def _set_answers(call: Call) -> Answers:
    """Other standard answers from now on; each says when and by whom it was checked."""
    wanted = call.decoded(Answers)
    found = fault_in_answers(wanted)
    if found is not None:
        raise wrong(*found)
    with call.parts.database.write() as tx:
        known = load(tx, Answers, Answers().id) or Answers()
        check_unchanged(call, known.revision)
        edited = edit_answers(tx, call.parts.casefile, wanted, call.parts.now())
        changed = [each.title for each in differing(known.answers, edited.answers)]
        note_edit(tx, "answers", edited.revision, call.parts.now(), call.caller.actor, changed)
        subject = named("answers", edited.id)
        note(tx, call.parts.now(), "admin", what="answers.set", by=call.caller.actor, subject=subject)
    return edited


ROUTES = (
    Route(
        method="GET", path="/v1/admin/checklists", who=Who.ADMINISTRATOR, answer=_give_checklists, gives=Checklists
    ),
    Route(
        method="PUT", path="/v1/admin/checklists", who=Who.ADMINISTRATOR, answer=_set_checklists, takes=Checklists,
        gives=Checklists, max_bytes=_MAX_BYTES, query=("revision",),
    ),
    Route(method="GET", path="/v1/admin/answers", who=Who.ADMINISTRATOR, answer=_give_answers, gives=Answers),
    Route(
        method="PUT", path="/v1/admin/answers", who=Who.ADMINISTRATOR, answer=_set_answers, takes=Answers,
        gives=Answers, max_bytes=_MAX_BYTES, query=("revision",),
    ),
)  # fmt: skip
