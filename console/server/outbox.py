"""Forwards on their way: sent when due, told on the case, tried again.

At least once: a server that stops between the mail server's yes and its own record sends the mail again, with
the same Message-ID, so that the receiving side can drop the second.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import bindparam, insert, select, update

from console.contract.audit import EXPORT, named, plain
from console.domain.acts import ForwardCase, Undo
from console.domain.casework import Facts, events
from console.domain.decision import Decision
from console.domain.errors import NetworkFault
from console.domain.report import Forward, ForwardStatus, Report
from console.domain.timeline import Entry
from console.server import tables
from console.server.audit import note
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx
from console.server.enclosures import Enclosures
from console.server.merged import stir_parent
from console.server.outbound.mail import Enclosed, MailServer, compose, deliver

RETRY_AFTER_S = (5.0, 30.0, 120.0, 600.0, 3600.0)
"""Seconds after each failed try; the last goes on for ever, a person may confirm or cancel meanwhile."""
_FILES_AGAIN_S = 2.0
"""Seconds until a letter that waits for its files is looked at again."""
NO_MAIL_SERVER = "no mail server configured"
_TOLD_TRIES = 5
"""Failures put on the case; later ones only when the reason is another."""
_WAITING, _SENT, _CANCELLED = "waiting", "sent", "cancelled"
_outbox = tables.outbox
_due = (
    select(_outbox.c.forward_id)
    .where(_outbox.c.state == _WAITING, _outbox.c.next_try <= bindparam("now"))
    .order_by(_outbox.c.next_try)
    .limit(50)
)
_one = select(_outbox.c.report_id, _outbox.c.recipient, _outbox.c.state, _outbox.c.tries, _outbox.c.last_error).where(
    _outbox.c.forward_id == bindparam("id")
)
_change = update(_outbox).where(_outbox.c.forward_id == bindparam("b_id"))
_cancel = _change.where(_outbox.c.state == _WAITING).values(state=_CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    """A forward about to leave."""

    report: Report
    forward: Forward
    recipient: str
    tries: int
    last_error: str
    enclosed: tuple[Enclosed, ...] = ()
    missing: tuple[int, ...] = ()


class Outbox:
    """Mail to agencies; `queue` runs inside the decision's transaction, `send_due` on a timer, one at a time."""

    def __init__(
        self, database: Database, casefile: Casefile, now: Callable[[], datetime], mail: MailServer | None,
        enclosures: Enclosures,
    ) -> None:  # fmt: skip
        self._enclosures = enclosures
        self._database = database
        self._casefile = casefile
        self._now = now
        self._mail = mail
        self._sending = threading.Lock()

    def queue(self, tx: Tx, decision: Decision, before: Facts, after: Facts, now: datetime) -> None:
        """An effect of decisions: a forward is queued, its undo cancels it while it has not left."""
        if isinstance(decision.act, ForwardCase):
            self._queue(tx, decision.id, after)
        elif isinstance(decision.act, Undo):
            tx.execute(_cancel, {"b_id": decision.act.decision_id})

    def _queue(self, tx: Tx, forward_id: str, after: Facts) -> None:
        report, agency = after.report, after.agency
        forward = _forward_of(report, forward_id)
        # An agency without an address stays for the telephone.
        if report is None or forward is None or agency is None or not agency.email.strip():
            return
        tx.execute(insert(_outbox), {
            "forward_id": forward_id, "report_id": report.id, "agency_id": agency.id,
            "recipient": agency.email.strip(), "state": _WAITING, "tries": 0, "send_after": forward.send_after,
            "next_try": forward.send_after, "last_error": "",
        })  # fmt: skip

    def send_due(self) -> int:
        """Send what is due; how many left. After the mail server was away once, the others wait for the next time."""
        with self._sending:
            sent = 0
            with self._database.read() as connection:
                ids = [cast("str", row[0]) for row in connection.execute(_due, {"now": self._now()})]
            for forward_id in ids:
                letter = self._take(forward_id)
                if letter is None:
                    continue
                letter = self._filled(letter)
                if letter is None:
                    continue
                error = self._try(letter)
                if error is None:
                    self._record_sent(letter)
                    sent += 1
                else:
                    self._record_failed(letter, error.message)
                    if error.code == "mail_away":
                        break
            return sent

    def _take(self, forward_id: str) -> _Letter | None:
        """The letter as it stands now; None, and cancelled, when its forward was undone."""
        with self._database.write() as tx:
            row = tx.execute(_one, {"id": forward_id}).first()
            if row is None or row.state != _WAITING:
                return None
            report = load(tx, Report, row.report_id)
            forward = _forward_of(report, forward_id)
            if report is None or forward is None or forward.status is ForwardStatus.CANCELLED:
                tx.execute(_cancel, {"b_id": forward_id})
                return None
            return _Letter(
                report=report, forward=forward, recipient=row.recipient, tries=row.tries, last_error=row.last_error
            )

    def _filled(self, letter: _Letter) -> _Letter | None:
        """The letter with its files; None while it waits for one of them."""
        if not letter.forward.files:
            return letter
        found = self._enclosures.of(letter.report, letter.forward, self._now())
        if found is None:
            with self._database.write() as tx:
                again = self._now() + timedelta(seconds=_FILES_AGAIN_S)
                tx.execute(_change, {"b_id": letter.forward.id, "next_try": again})
            return None
        return replace(letter, enclosed=found.enclosed, missing=found.missing)

    def _try(self, letter: _Letter) -> NetworkFault | None:
        if self._mail is None:
            return NetworkFault("no_mail_server", NO_MAIL_SERVER)
        try:
            message = compose(
                self._mail, letter.report, letter.forward, letter.recipient, letter.enclosed, letter.missing
            )
            deliver(self._mail, message)
        except NetworkFault as fault:
            return fault
        except ValueError as error:
            # An address the mail library cannot write is as final as one the mail server refuses.
            return NetworkFault("mail_refused", f"unusable address: {error}")
        return None

    def _put_on_chain(self, tx: Tx, letter: _Letter, outcome: str, now: datetime) -> None:
        subject = named("report", letter.report.id)
        note(tx, now, "forward", outcome, subject=subject, decision=letter.forward.id)

    def _record_sent(self, letter: _Letter) -> None:
        now = self._now()
        with self._database.write() as tx:
            self._put_on_chain(tx, letter, "sent", now)
            for each in letter.enclosed:
                note(
                    tx, now, EXPORT, "forward", what=plain(each.file_id), subject=named("report", letter.report.id),
                    decision=letter.forward.id, content=bytes.fromhex(each.sha256),
                )  # fmt: skip
            values = {"state": _SENT, "tries": letter.tries + 1, "last_error": ""}
            tx.execute(_change, {"b_id": letter.forward.id, **values})
            report = load(tx, Report, letter.report.id)
            left = frozenset(each.file_id for each in letter.enclosed)
            told = events.forward_sent(report, letter.forward.id, now, left) if report else None
            if told is not None and told is not report:
                self._casefile.save_report(tx, told, now)

    def _record_failed(self, letter: _Letter, error: str) -> None:
        now, tries = self._now(), letter.tries + 1
        wait_s = RETRY_AFTER_S[min(tries, len(RETRY_AFTER_S)) - 1]
        told = tries <= _TOLD_TRIES and error != NO_MAIL_SERVER
        with self._database.write() as tx:
            if told:
                self._put_on_chain(tx, letter, "failed", now)
            values = {"tries": tries, "last_error": error, "next_try": now + timedelta(seconds=wait_s)}
            tx.execute(_change, {"b_id": letter.forward.id, **values})
            report = load(tx, Report, letter.report.id)
            if report is None or not (told or error != letter.last_error):
                return
            failed = events.forward_failed(report, letter.forward.id, now, error)
            if failed is not report:
                self._casefile.save_report(tx, failed, now)
                # Of a report merged away: work goes on at its parent, whose holder must ring the agency.
                params = {"agency": letter.forward.agency_name, "tries": str(tries)}
                stir_parent(tx, self._casefile, failed, Entry(kind="forward", at=now, params=params), now)


def _forward_of(report: Report | None, forward_id: str) -> Forward | None:
    return next((f for f in report.forwards if f.id == forward_id), None) if report else None
