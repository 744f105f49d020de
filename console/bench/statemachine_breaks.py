"""Bugs 'bench statemachine --break' plants in the product, in this process only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete

from console.contract.decisions import DecisionResult
from console.domain.acts import OpenFile, RedactFile, SettleDoubt
from console.domain.casework import Facts, apply, judge
from console.domain.casework.file_claim import last_word
from console.domain.changes import Changes
from console.domain.decision import Decision, Refusal
from console.domain.person import Actor
from console.domain.report import Report
from console.server import receipts, tables
from console.server.database import Tx
from console.server.receipts import Receipts
from console.store import keeping, ledger, mirror
from console.store.bodies import Page
from console.store.store import Store


@contextmanager
def _replaced(owner: object, name: str, stand_in: object) -> Iterator[None]:
    real = getattr(owner, name)
    setattr(owner, name, stand_in)
    try:
        yield
    finally:
        setattr(owner, name, real)


def _cursor_first() -> tuple[object, str, object]:
    """The cursor is kept before its rows, in a transaction of its own."""

    def apply_page(self: Store, page: Page) -> Changes:
        with self.database.write() as connection:
            keeping.keep_cursor(connection, page.epoch, page.next_seq)
        self._cursor = page.epoch, page.next_seq
        self._tell(Changes(site=True))
        with self.database.write() as connection:
            changes = mirror.apply_rows(connection, page.rows)
        return self._tell(changes)

    return Store, "apply_page", apply_page


def _latest_first() -> tuple[object, str, object]:
    """A later decision overtakes an earlier one on the same report."""

    def sendable(connection: Connection, limit: int, skip: frozenset[str] = frozenset()) -> Sequence[tuple[str, bytes]]:
        rows = connection.exec_driver_sql("SELECT id, raw FROM ledger WHERE state = 'waiting' ORDER BY seq DESC")
        return tuple((row[0], bytes(row[1])) for row in rows)[:limit]

    return ledger, "sendable", sendable


def _any_token() -> tuple[object, str, object]:
    """The server takes decisions with tokens of before."""

    def judged(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
        return judge(replace(decision, token=None), facts, actor, at)

    return receipts, "judge", judged


def _forgotten_receipts() -> tuple[object, str, object]:
    """The server does not remember what it answered: the same decision again is judged again."""
    real = Receipts._answer

    def answer(self: Receipts, desk_id: str, decision_id: str, raw: bytes) -> DecisionResult:
        with self._database.write() as tx:
            _forget(tx, desk_id, decision_id)
        return real(self, desk_id, decision_id, raw)

    return Receipts, "_answer", answer


def _forget(tx: Tx, desk_id: str, decision_id: str) -> None:
    columns = tables.receipts.c
    tx.execute(delete(tables.receipts).where(columns.desk_id == desk_id, columns.decision_id == decision_id))


def _only_numbers() -> tuple[object, str, object]:
    """Versions are compared by number alone: another's decision of the same number passes for the one seen."""
    def built_on_other(decision: Decision, report: Report) -> bool:
        base = decision.subject.base_version
        return base is not None and base != report.version

    return sys.modules["console.domain.casework.judge"], "_built_on_other", built_on_other


def _redacted_in_place() -> tuple[object, str, object]:
    """A redaction takes the place of the file it was made of."""

    def applied(decision: Decision, facts: Facts, actor: Actor) -> Facts:
        after, act = apply(decision, facts, actor), decision.act
        if not isinstance(act, RedactFile) or after.report is None:
            return after
        files = tuple(
            replace(each, sha256=act.sha256) if each.id == act.file_id else each for each in after.report.attachments
        )
        return replace(after, report=replace(after.report, attachments=files))

    return receipts, "apply", applied


def _opened_by_holder() -> tuple[object, str, object]:
    """Who opened a file is told as whoever holds the case."""

    def applied(decision: Decision, facts: Facts, actor: Actor) -> Facts:
        claim = facts.report.claim if facts.report is not None else None
        if isinstance(decision.act, OpenFile) and claim is not None:
            actor = replace(actor, id=claim.holder_id, name=claim.holder_name)
        return apply(decision, facts, actor)

    return receipts, "apply", applied


def _any_word() -> tuple[object, str, object]:
    """A word on a doubt replaces another one its desk never saw."""

    def judged(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
        act, report = decision.act, facts.report
        if isinstance(act, SettleDoubt) and report is not None:
            decision = replace(decision, act=replace(act, was=last_word(report, act.file_id)))
        return judge(decision, facts, actor, at)

    return receipts, "judge", judged


BREAKS: dict[str, Callable[[], tuple[object, str, object]]] = {
    "cursor": _cursor_first,
    "order": _latest_first,
    "token": _any_token,
    "replay": _forgotten_receipts,
    "base": _only_numbers,
    "original": _redacted_in_place,
    "opener": _opened_by_holder,
    "word": _any_word,
}
"""By name; the docstring of each says which sentence of the contract it breaks."""


@contextmanager
def planted(name: str) -> Iterator[None]:
    """With the bug as long as the block lasts; '' plants none."""
    if not name:
        yield
        return
    with _replaced(*BREAKS[name]()):
        yield
