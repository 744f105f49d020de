"""The server lets unanswered alarms climb: each step once, as a line of the case."""

from __future__ import annotations

from datetime import datetime

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
        return sum(self._look(report_id, now) for _, report_id in due)

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

    def _look(self, report_id: str, now: datetime) -> int:
        """Look at one report now; the steps told are decided on what the transaction sees."""
        parts, rules = self._parts, self._parts.casefile.site.deadlines
        with parts.database.read() as connection:
            report = load(connection, Report, report_id)
        told = 0
        if report is not None and (at := next_look(report, rules)) is not None and at <= now:
            with parts.database.write() as tx:
                told, report = self._climb(tx, report_id, now)
        following = next_look(report, rules) if report is not None else None
        if following is None:
            self._looks.pop(report_id, None)
        else:
            self._looks[report_id] = following
        return told

    def _climb(self, tx: Tx, report_id: str, now: datetime) -> tuple[int, Report | None]:
        report = load(tx, Report, report_id)
        if report is None:
            return 0, None
        site = self._parts.casefile.site
        ladder = Ladder(
            rules=site.deadlines, roster=roster_of(tx), zone=site.zone, post=areas_of(tx).of(report.place.area_code)
        )
        steps = climbs(report, ladder, now)
        after = climbed(report, steps, now)
        if after is not report:
            self._parts.casefile.save_report(tx, after, now)
            for step in steps:
                about = named("report", report_id)
                note(tx, now, "alarm", step.ringing.alarm.value, what=step.rung.value, subject=about)
        return len(steps), after
