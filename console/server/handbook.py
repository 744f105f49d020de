"""Checklists and standard answers: ours at first, then an administrator's, on every desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.contract.handbook_files import Handbook
from console.domain.answer import Answers
from console.domain.checklist import Checklists
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx


def begin_handbook(database: Database, casefile: Casefile, shipped: Handbook, now: datetime) -> None:
    """What this release ships takes the place of what an earlier one did, unless an administrator edited it."""
    with database.write() as tx:
        checklists = load(tx, Checklists, Checklists().id) or Checklists()
        if not checklists.edited and checklists.lists != shipped.checklists.lists:
            casefile.put(tx, replace(shipped.checklists, revision=checklists.revision + 1), now)
        answers = load(tx, Answers, Answers().id) or Answers()
        if not answers.edited and answers.answers != shipped.answers.answers:
            casefile.put(tx, replace(shipped.answers, revision=answers.revision + 1), now)


def edit_checklists(tx: Tx, casefile: Casefile, wanted: Checklists, now: datetime) -> Checklists:
    """An administrator's checklists from now on, with their revision; they must have been checked already."""
    known = load(tx, Checklists, Checklists().id) or Checklists()
    edited = Checklists(lists=wanted.lists, revision=known.revision + 1, edited=True)
    casefile.put(tx, edited, now)
    return edited


def edit_answers(tx: Tx, casefile: Casefile, wanted: Answers, now: datetime) -> Answers:
    """An administrator's standard answers from now on, with their revision; they must have been checked already."""
    known = load(tx, Answers, Answers().id) or Answers()
    edited = Answers(answers=wanted.answers, revision=known.revision + 1, edited=True)
    casefile.put(tx, edited, now)
    return edited
