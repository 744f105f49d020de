"""Alarms on their way to duty officers: by e-mail, SMS and on their phone pages.

Why so long: one message's way is followed here from the step that makes it to what the case says became of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from console.contract.audit import named
from console.contract.ids import new_id
from console.contract.sms import SmsGateway
from console.domain.alarm import AWAY, STEP, lines_of, taken_now
from console.domain.casework.alarm import message_noted
from console.domain.errors import NetworkFault
from console.domain.escalation import ringing
from console.domain.report import Report
from console.domain.roster import DutyOfficer, Roster, Rung
from console.domain.timeline import Entry
from console.server import tables
from console.server.audit import note
from console.server.casefile import Casefile, load
from console.server.database import Database, Tx
from console.server.duty_words import subject_of, text_of
from console.server.outbound.mail import Letter, MailServer, deliver, written
from console.server.outbound.sms import send_sms
from console.server.sms_gateway import gateway_of

RETRY_AFTER_S = (5.0, 15.0, 60.0)
"""Seconds after each try our way out was gone; the last goes on while the alarm rings."""
KEPT_FOR = timedelta(days=31)
PAGE = "page"
_WAITING, _SENT, _FAILED, _OVER, _SHOWN = "waiting", "sent", "failed", "over", "shown"
_LONGEST_WHY = 160
_messages = tables.duty_messages
_due = (
    select(_messages.c.id)
    .where(_messages.c.state == _WAITING, _messages.c.next_try <= bindparam("now"))
    .order_by(_messages.c.made_at)
    .limit(50)
)
_one = select(_messages).where(_messages.c.id == bindparam("id"))
_of_officer = (
    select(_messages)
    .where(_messages.c.officer_id == bindparam("officer"), _messages.c.way == PAGE)
    .where(_messages.c.made_at >= bindparam("since"))
    .order_by(_messages.c.made_at.desc())
    .limit(50)
)
_change = update(_messages).where(_messages.c.id == bindparam("b_id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An alarm as one officer was told of it: its step on the case, and the message's own id."""

    id: str
    report: Report
    step: Entry
    officer_id: str
    way: str
    recipient: str
    tries: int


class DutyMessages:
    """`queue` runs inside the climb's transaction, `send_due` on a timer, one at a time."""

    def __init__(
        self, database: Database, casefile: Casefile, now: Callable[[], datetime], mail: MailServer | None
    ) -> None:
        self._database, self._casefile, self._now, self._mail = database, casefile, now, mail
        self._sending = threading.Lock()

    def queue(self, tx: Tx, report: Report, steps: Iterable[Entry], roster: Roster, now: datetime) -> None:
        """The officers of these steps are told: each by his ways, and on his phone page."""
        for step in steps:
            officer = roster.officer(step.params.get("officer", ""))
            if officer is None or step.params.get("rung") == Rung.OPERATOR:
                continue
            for way in (*officer.ways, PAGE):
                tx.execute(insert(_messages), {
                    "id": new_id(), "report_id": report.id, "officer_id": officer.id,
                    "alarm": step.params["alarm"], "since": step.params["since"], "rung": step.params["rung"],
                    "way": way, "recipient": _address(officer, way), "tries": 0, "made_at": now, "next_try": now,
                    "state": _SHOWN if way == PAGE else _WAITING, "last_error": "",
                })  # fmt: skip

    def shown_to(self, connection: Connection | Tx, officer_id: str, now: datetime) -> tuple[Told, ...]:
        """The alarms of the last day that reached this officer and still ring, newest first."""
        since = now - timedelta(days=1)
        rows = connection.execute(_of_officer, {"officer": officer_id, "since": since}).all()
        found = (self._told(connection, cast("str", row.id)) for row in rows)
        return tuple(each for each in found if each is not None and self._rings(each, now))

    def one(self, connection: Connection | Tx, officer_id: str, message_id: str) -> Told | None:
        """The alarm of this message on this officer's page, None when it is not his."""
        told = self._told(connection, message_id)
        return told if told is not None and (told.officer_id, told.way) == (officer_id, PAGE) else None

    def taken(self, told: Told, now: datetime) -> Entry | None:
        """The word of whoever takes this alarm now; None while nobody does."""
        return taken_now(told.report, told.step, self._casefile.site.deadlines, now)

    def send_due(self) -> int:
        """Send what is due; how many left. A way out that is gone is tried once, then all by that way wait."""
        with self._sending:
            with self._database.read() as connection:
                ids = [cast("str", row[0]) for row in connection.execute(_due, {"now": self._now()})]
                gateway = gateway_of(connection) if ids else SmsGateway()
            gone: dict[str, NetworkFault] = {}
            return sum(self._send(message_id, gateway, gone) for message_id in ids)

    def forget_old(self, tx: Tx) -> int:
        """Drop what nobody asks for any more; how many."""
        return tx.execute(delete(_messages).where(_messages.c.made_at < self._now() - KEPT_FOR)).rowcount

    def _send(self, message_id: str, gateway: SmsGateway, gone: dict[str, NetworkFault]) -> bool:
        with self._database.read() as connection:
            told = self._told(connection, message_id)
        now = self._now()
        if told is None or not self._rings(told, now) or self.taken(told, now) is not None:
            self._settle(message_id, _OVER)
            return False
        fault = gone.get(told.way) or self._try(told, gateway)
        if fault is None:
            self._record(told, _SENT, "", now)
            return True
        if fault.code.endswith("_refused"):
            self._record(told, _FAILED, fault.message[:_LONGEST_WHY] or fault.code, now)
        else:
            gone[told.way] = fault
            self._record(told, _WAITING, AWAY, now, error=fault.message)
        return False

    def _try(self, told: Told, gateway: SmsGateway) -> NetworkFault | None:
        zone = self._casefile.site.zone
        try:
            if told.way == "sms":
                if not gateway.url:
                    return NetworkFault("no_sms_gateway", "no SMS gateway configured")
                send_sms(gateway, told.recipient, text_of(told.report, told.step, zone, short=True))
            else:
                if self._mail is None:
                    return NetworkFault("no_mail_server", "no mail server configured")
                subject, text = subject_of(told.report, told.step), text_of(told.report, told.step, zone, short=False)
                letter = Letter(id=told.id, recipient=told.recipient, subject=subject, text=text, at=told.step.at)
                deliver(self._mail, written(self._mail, letter))
        except NetworkFault as fault:
            return fault
        except ValueError as error:
            return NetworkFault("mail_refused", f"unusable address: {error}")
        return None

    def _record(self, told: Told, state: str, why: str, now: datetime, *, error: str = "") -> None:
        """What became of it, on the case for every desk and on the chain; the same failure again is not told again."""
        tries = told.tries + 1
        wait_s = RETRY_AFTER_S[min(tries, len(RETRY_AFTER_S)) - 1]
        next_try = now + timedelta(seconds=wait_s)
        values = {"state": state, "tries": tries, "last_error": error or why, "next_try": next_try}
        with self._database.write() as tx:
            tx.execute(_change, {"b_id": told.id, **values})
            report = load(tx, Report, told.report.id)
            noted = message_noted(report, told.step, told.way, now, why) if report is not None else None
            if noted is not None and noted is not report:
                self._casefile.save_report(tx, noted, now)
                outcome, what = "not_told" if why else "told", f"{told.way}:{told.step.params['rung']}"
                note(tx, now, "alarm", outcome, what=what, subject=named("report", noted.id))

    def _settle(self, message_id: str, state: str) -> None:
        with self._database.write() as tx:
            tx.execute(_change, {"b_id": message_id, "state": state})

    def _told(self, connection: Connection | Tx, message_id: str) -> Told | None:
        row = connection.execute(_one, {"id": message_id}).first()
        report = load(connection, Report, row.report_id) if row is not None else None
        if row is None or report is None:
            return None
        steps = lines_of(report, (STEP,), row.alarm, row.since)
        step = next((each for each in steps if each.params.get("rung") == row.rung), None)
        if step is None:
            return None
        return Told(
            id=row.id, report=report, step=step, officer_id=row.officer_id, way=row.way, recipient=row.recipient,
            tries=row.tries,
        )  # fmt: skip

    def _rings(self, told: Told, now: datetime) -> bool:
        of = told.step.params
        alarms = ringing(told.report, self._casefile.site.deadlines, now)
        return any((each.alarm.value, each.since.isoformat()) == (of["alarm"], of["since"]) for each in alarms)


def _address(officer: DutyOfficer, way: str) -> str:
    return {"email": officer.email.strip(), "sms": officer.sms.strip()}.get(way, "")
