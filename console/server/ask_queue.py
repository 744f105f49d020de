"""Questions to people nearby queued with their decision, and those a release ships."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, insert

from console.domain.acts import AskNearby
from console.domain.askable import AskBook
from console.domain.casework import Facts
from console.domain.casework.asking import ask_of
from console.domain.decision import Decision
from console.server import tables
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx

_asks = tables.asks
_insert = insert(_asks)


def queue_ask(tx: Tx, decision: Decision, before: Facts, after: Facts, now: datetime) -> None:
    """An effect of decisions: a question waits for each of its sources, from `send_after` on."""
    if not isinstance(decision.act, AskNearby) or after.report is None:
        return
    ask = ask_of(after.report, decision.id)
    if ask is None:
        return
    for source in ask.sources:
        tx.execute(_insert, {
            "ask_id": ask.id, "source_id": source.id, "report_id": after.report.id, "send_after": ask.send_after,
            "until": ask.until,
        })  # fmt: skip


def forget_asks(tx: Tx, before: datetime) -> int:
    """Remove what nobody can answer any more; how many. The questions themselves stay on their cases."""
    return tx.execute(delete(_asks).where(_asks.c.until < before)).rowcount


def begin_asking(database: Database, casefile: Casefile, shipped: AskBook, now: datetime) -> None:
    """What this release ships takes the place of what an earlier one did, unless an administrator edited it."""
    with database.write() as tx:
        known = load(tx, AskBook, AskBook().id) or AskBook()
        if not known.edited and (known.questions, known.minutes) != (shipped.questions, shipped.minutes):
            casefile.put(tx, replace(shipped, revision=known.revision + 1), now)
