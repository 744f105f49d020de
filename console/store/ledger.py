"""The ledger: decisions of this desk, in order, until the server has answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from console.domain.casework.forward_files import copies_of
from console.domain.changes import Changes
from console.domain.decision import Decision, Outcome, Refusal
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.shown_case import LedgerRow, LedgerState
from console.store.bodies import Answer, decode, decode_decision, encode
from console.store.folding import let_go_of_units, refold
from console.store.keeping import SENT_WITH, keep_setting
from console.store.numbering import use_number_of
from console.store.packing import unpack
from console.store.pending import reports_of
from console.store.row import microseconds, moment

_SELECT = (
    "SELECT l.seq, l.decision, l.actor, l.state, l.tries, l.trouble, l.result, l.settled_us, l.seen_us,"
    " m.body FROM ledger AS l LEFT JOIN mirror_report AS m ON m.id = l.report_id"
)

_ACKNOWLEDGE = "UPDATE ledger SET seen_us = ? WHERE id = ? AND state = 'refused' AND seen_us IS NULL"


class _Numbered(msgspec.Struct, frozen=True):
    number: str


def record(
    connection: Connection, decision: Decision, actor: Actor, raw: bytes, answers: Sequence[str], now: datetime
) -> Changes:
    """Add one decision, and acknowledge the refused ones it `answers`; the same id again changes nothing."""
    known = connection.exec_driver_sql("SELECT 1 FROM ledger WHERE id = ?", (decision.id,)).scalar()
    if known:
        return Changes()
    seq = connection.exec_driver_sql(
        "INSERT INTO ledger (id, report_id, op, raw, decision, actor, decided_us, state, open)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
        (
            decision.id,
            decision.subject.id,
            decision.op,
            raw,
            encode(decision),
            encode(actor),
            microseconds(decision.decided_at),
            LedgerState.WAITING.value,
        ),
    ).lastrowid
    for kind, subject_id in sorted(set(decision.subjects)):
        connection.exec_driver_sql("INSERT INTO ledger_subject VALUES (?, ?, ?)", (seq, kind, subject_id))
    use_number_of(connection, decision)
    for file in copies_of(decision):
        keep_setting(connection, SENT_WITH + file.file_id, decision.id)
    for answered in answers:
        connection.exec_driver_sql(_ACKNOWLEDGE, (microseconds(now), answered))
    refold(connection, reports_of(decision))
    return _touched([decision])


def settle(connection: Connection, results: Sequence[Answer], now: datetime) -> Changes:
    """Write the server's answers: applied and refused end the waiting, retry counts a try and waits on."""
    touched: list[Decision] = []
    for result in results:
        found = connection.exec_driver_sql(
            "SELECT seq, decision, state FROM ledger WHERE id = ?", (result.id,)
        ).one_or_none()
        if found is None:
            raise Bug("an answer to a decision this desk never made")
        # A replay of an answer already written (the reply was lost, the decision sent again) changes nothing.
        if found[2] != LedgerState.WAITING:
            continue
        decision = decode_decision(found[1])
        touched.append(decision)
        if result.outcome is Outcome.RETRY:
            _note_trouble(connection, found[0], "server_retry")
            continue
        applied = result.outcome is Outcome.APPLIED
        connection.exec_driver_sql(
            "UPDATE ledger SET state = ?, open = ?, result = ?, settled_us = ?, trouble = '', tries = tries + 1"
            " WHERE seq = ?",
            (
                (LedgerState.APPLIED if applied else LedgerState.REFUSED).value,
                int(applied),
                encode(result.refusal),
                microseconds(now),
                found[0],
            ),
        )
    let_go_of_units(connection)
    refold(connection, sorted({report_id for decision in touched for report_id in reports_of(decision)}))
    return _touched(touched) if touched else Changes()


def note_trouble(connection: Connection, decision_ids: Sequence[str], trouble: str) -> None:
    """Count a failed sending of these decisions."""
    for decision_id in decision_ids:
        seq = connection.exec_driver_sql("SELECT seq FROM ledger WHERE id = ?", (decision_id,)).scalar()
        if seq is not None:
            _note_trouble(connection, int(seq), trouble)


def _note_trouble(connection: Connection, seq: int, trouble: str) -> None:
    connection.exec_driver_sql("UPDATE ledger SET tries = tries + 1, trouble = ? WHERE seq = ?", (trouble, seq))


def reopen_younger(connection: Connection, since: datetime) -> int:
    """After a server was restored: decisions applied since then wait again, to be sent again (idempotent)."""
    return connection.exec_driver_sql(
        "UPDATE ledger SET state = 'waiting', open = 1 WHERE state = 'applied' AND decided_us >= ?",
        (microseconds(since),),
    ).rowcount


def sendable(connection: Connection, limit: int, skip: frozenset[str] = frozenset()) -> tuple[tuple[str, bytes], ...]:
    """(id, raw) of waiting decisions no earlier waiting one shares a subject with, oldest first.

    `skip` names decisions that are backing off: they stay heads of their subjects, so nothing overtakes them there.
    """
    statement = (
        "SELECT l.id, l.raw FROM ledger AS l WHERE l.state = 'waiting' AND NOT EXISTS ("
        " SELECT 1 FROM ledger_subject AS mine JOIN ledger_subject AS theirs ON theirs.kind = mine.kind"
        "  AND theirs.id = mine.id AND theirs.seq < mine.seq JOIN ledger AS earlier ON earlier.seq = theirs.seq"
        "  AND earlier.state = 'waiting' WHERE mine.seq = l.seq)"
        " AND l.id NOT IN (SELECT value FROM json_each(?)) ORDER BY l.seq LIMIT ?"
    )
    rows = connection.exec_driver_sql(statement, (json.dumps(sorted(skip)), limit))
    return tuple((row[0], bytes(row[1])) for row in rows)


def rows_in_state(connection: Connection, state: LedgerState, *, unseen: bool = False) -> tuple[LedgerRow, ...]:
    """Rows of the ledger in one state, oldest first; `unseen` leaves out those a person acknowledged."""
    seen = " AND l.seen_us IS NULL" if unseen else ""
    rows = connection.exec_driver_sql(f"{_SELECT} WHERE l.state = ?{seen} ORDER BY l.seq", (state.value,))
    return tuple(_row(list(row)) for row in rows)


def one_row(connection: Connection, decision_id: str) -> LedgerRow | None:
    """The ledger's row of one decision."""
    row = connection.exec_driver_sql(f"{_SELECT} WHERE l.id = ?", (decision_id,)).one_or_none()
    return None if row is None else _row(list(row))


def settled_at(connection: Connection, decision_ids: Sequence[str]) -> dict[str, datetime]:
    """When the server answered each of these decisions; those without an answer are left out."""
    statement = "SELECT id, settled_us FROM ledger WHERE id IN (SELECT value FROM json_each(?))"
    rows = connection.exec_driver_sql(statement, (json.dumps(list(decision_ids)),))
    return {row[0]: at for row in rows if (at := moment(row[1])) is not None}


def all_ids(connection: Connection) -> tuple[str, ...]:
    """Ids of every decision, oldest first."""
    return tuple(connection.exec_driver_sql("SELECT id FROM ledger ORDER BY seq").scalars())


def all_raw(connection: Connection) -> tuple[tuple[str, bytes, bytes], ...]:
    """(id, raw, actor) of every decision ever recorded here, oldest first: what the journal must hold."""
    rows = connection.exec_driver_sql("SELECT id, raw, actor FROM ledger ORDER BY seq")
    return tuple((row[0], bytes(row[1]), bytes(row[2])) for row in rows)


def waiting_figures(connection: Connection) -> tuple[int, datetime | None]:
    """How many decisions wait to be sent, and when the oldest was made."""
    row = connection.exec_driver_sql("SELECT count(*), min(decided_us) FROM ledger WHERE state = 'waiting'").one()
    return int(row[0]), moment(row[1])


def mark_seen(connection: Connection, decision_id: str, now: datetime) -> Changes:
    """A person has read why this decision was refused; it stays in the ledger."""
    connection.exec_driver_sql(_ACKNOWLEDGE, (microseconds(now), decision_id))
    return Changes(ledger=True)


def _row(columns: list[object]) -> LedgerRow:
    seq, kept, actor, state, tries, trouble, result, settled_us, seen_us, report = columns
    refusal = None if result in (None, b"null") else decode(_blob(result), Refusal)
    # Of a case that is gone from here the server told the number with its refusal.
    told = refusal.params.get("number", "") if refusal else ""
    return LedgerRow(
        seq=_whole(seq),
        decision=decode_decision(_blob(kept)),
        actor=decode(_blob(actor), Actor),
        state=LedgerState(str(state)),
        number=decode(unpack(_blob(report)), _Numbered).number if report else told,
        tries=_whole(tries),
        trouble=str(trouble),
        refusal=refusal,
        settled_at=None if settled_us is None else moment(_whole(settled_us)),
        seen_at=None if seen_us is None else moment(_whole(seen_us)),
    )


def _blob(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise Bug("a blob column without bytes")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise Bug("an integer column without a number")
    return value


def _touched(decisions: Sequence[Decision]) -> Changes:
    subjects = {pair for decision in decisions for pair in decision.subjects}
    return Changes(
        reports=frozenset(subject_id for kind, subject_id in subjects if kind == "report"),
        units=frozenset(subject_id for kind, subject_id in subjects if kind == "unit"),
        standings=frozenset(subject_id for kind, subject_id in subjects if kind == "standing"),
        ledger=True,
    )
