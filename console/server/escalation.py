"""The server lets unanswered alarms climb: each step once, as a line of the case."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from sqlalchemy import bindparam, or_, select

from console.contract.audit import named
from console.domain.casework.sos import OFFICER_SOS
from console.domain.escalation import Ladder, climbed, climbs, next_look
from console.domain.report import Report, Status
from console.server import tables
from console.server.audit import note
from console.server.casefile import load
from console.server.database import Tx
from console.server.feed import last_seq
from console.server.parts import Parts
from console.server.posts import areas_of, roster_of

_reports, _feed = tables.reports, tables.feed
_AT_ONCE = 500
"""Reports looked at in one run, so that a flood of them never keeps the others waiting."""
_TOGETHER = 50
"""Reports whose steps share a COMMIT: in a flood of alarms each of its own would hold up the writers."""
_SETS_RULES = ("site", "roster", "police_areas")

_can_ring = or_(
    _reports.c.priority <= bindparam("priority"),
    _reports.c.category == OFFICER_SOS,
    _reports.c.status == Status.ON_SCENE.value,
)
_open = select(_reports.c.id).where(_reports.c.closed_at.is_(None), _can_ring)
_news = (
    select(_feed.c.seq, _feed.c.kind, _feed.c.id)
    .where(_feed.c.seq > bindparam("seq"), _feed.c.kind.in_(("report", *_SETS_RULES)))
    .order_by(_feed.c.seq)
    .limit(20 * _AT_ONCE)
)
_which = _open.where(_reports.c.id.in_(bindparam("ids", expanding=True)))


class Escalation:
    """Knows when to look at which report next: it reads only what changed or what has come due."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._seq: int | None = None
        self._looks: dict[str, datetime] = {}

    def climb_due(self) -> int:
        """Tell every step that is due; how many were told."""
        now = self._parts.now()
        self._take_news(now)
        due = sorted((at, report_id) for report_id, at in self._looks.items() if at <= now)[:_AT_ONCE]
        ringing = [report_id for _, report_id in due if self._rings(report_id, now)]
        told = 0
        for start in range(0, len(ringing), _TOGETHER):
            with self._parts.database.write() as tx:
                told += self._climb_all(tx, ringing[start : start + _TOGETHER], now)
        return told

    def _take_news(self, now: datetime) -> None:
        """Whatever changed since the last run is looked at; after a change of the rules, everything open."""
        priority = self._parts.casefile.site.deadlines.climb_priority
        with self._parts.database.read() as connection:
            if self._seq is None:
                self._seq = last_seq(connection)
                rows = connection.execute(_open, {"priority": priority}).scalars()
                self._looks = dict.fromkeys(rows, now)
                return
            news = connection.execute(_news, {"seq": self._seq}).all()
            if not news:
                return
            self._seq = int(news[-1][0])
            changed = [row[2] for row in news if row[1] == "report"]
            if len(changed) < len(news):
                self._seq = None
            for start in range(0, len(changed), _AT_ONCE):
                ids = changed[start : start + _AT_ONCE]
                alive = set(connection.execute(_which, {"priority": priority, "ids": ids}).scalars())
                for report_id in ids:
                    self._looks.pop(report_id, None)
                self._looks |= dict.fromkeys(alive, now)

    def _rings(self, report_id: str, now: datetime) -> bool:
        """Whether a step of this report is due; if not, when to look again is noted."""
        with self._parts.database.read() as connection:
            report = load(connection, Report, report_id)
        at = self._look_later(report_id, report)
        return at is not None and at <= now

    def _note_look(self, report_id: str, report: Report) -> None:
        self._look_later(report_id, report)

    def _look_later(self, report_id: str, report: Report | None) -> datetime | None:
        at = None if report is None else next_look(report, self._parts.casefile.site.deadlines)
        if at is None:
            self._looks.pop(report_id, None)
        else:
            self._looks[report_id] = at
        return at

    def _climb_all(self, tx: Tx, report_ids: list[str], now: datetime) -> int:
        """The steps of these reports, decided on what the transaction sees; how many."""
        site, roster, areas = self._parts.casefile.site, roster_of(tx), areas_of(tx)
        told = 0
        for report_id in report_ids:
            report = load(tx, Report, report_id)
            if report is None:
                continue
            post = areas.of(report.place.area_code)
            ladder = Ladder(rules=site.deadlines, roster=roster, zone=site.zone, post=post)
            steps = climbs(report, ladder, now)
            after = climbed(report, steps, now)
            if after is not report:
                self._parts.casefile.save_report(tx, after, now)
                self._parts.messages.queue(tx, after, after.timeline[len(report.timeline) :], roster, now)
            for step in steps:
                about = named("report", report_id)
                note(tx, now, "alarm", step.ringing.alarm.value, what=step.rung.value, subject=about)
            told += len(steps)
            # Only what was committed was told: a transaction that failed is looked at again at once.
            tx.after_commit.append(partial(self._note_look, report_id, after))
        return told
