"""Words of strikes, blocks and appeals, and the draft of a strike's evidence."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.case import CaseView
from console.desk.standing import ShownStanding, TrustFilter, TrustRow
from console.domain.standing import Following
from console.ui.case.words import outcome_word
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line

QUOTED = 160
"""Characters of the report's own words in a drafted evidence."""


def day_words(at: datetime, zone: ZoneInfo) -> str:
    """A day as it is written in Indonesia, in the site's zone."""
    return at.astimezone(zone).strftime("%d-%m-%Y")


def left_words(by: datetime, now: datetime) -> str:
    """How long until a deadline, in days and hours; how long ago it passed."""
    hours = int(abs((by - now).total_seconds()) // 3600)
    length = translate("trust", "{d} d {h} h").format(d=hours // 24, h=hours % 24)
    late = translate("trust", "{length} late")
    return late.format(length=length) if now >= by else translate("trust", "{length} left").format(length=length)


def strike_words(standing: ShownStanding) -> str:
    """'warning 2/3', '' when nothing counts."""
    return _strike_count(standing.strikes, standing.of) if standing.strikes else ""


def _strike_count(strikes: int, of: int) -> str:
    return translate("case", "warning {n}/{of}").format(n=min(strikes, of), of=of)


def block_words(standing: ShownStanding, zone: ZoneInfo) -> str:
    """Until when he is blocked, or that a block waits for a second person; '' when neither."""
    if standing.blocked_until is not None:
        return translate("trust", "blocked until {day}").format(day=day_words(standing.blocked_until, zone))
    if standing.rests and standing.following is Following.PROPOSE:
        return translate("trust", "block rests: appeal overdue")
    return translate("trust", "block proposed") if standing.proposed else ""


def appeal_words(standing: ShownStanding, now: datetime) -> str:
    """How long an appeal may still wait; '' when there is none."""
    if standing.appeal is None:
        return ""
    return translate("trust", "appeal: {left}").format(left=left_words(standing.appeal.deadline, now))


def evidence_draft(view: CaseView) -> str:
    """What already speaks for a strike on this case, for the person to correct: outcome, who ended it, its words."""
    report = view.report
    parts = [
        translate("trust", "Ended as {outcome} ({name}).").format(
            outcome=outcome_word(report.outcome), name=one_line(report.closed_by)
        )
    ]
    if view.hidden:
        return parts[0]
    if report.outcome_note:
        parts.append(one_line(report.outcome_note))
    if report.ending is not None and report.ending.finding:
        parts.append(translate("trust", "Finding: {text}").format(text=one_line(report.ending.finding)))
    elif report.text:
        parts.append(translate("trust", "The report says: “{text}”").format(text=one_line(report.text)[:QUOTED]))
    return " ".join(parts)


def filter_words(which: TrustFilter) -> str:
    """What a filter of the list shows."""
    return {
        TrustFilter.WAITING: translate("trust", "Waiting"),
        TrustFilter.APPEALS: translate("trust", "Appeals"),
        TrustFilter.PROPOSED: translate("trust", "Proposed blocks"),
        TrustFilter.BLOCKED: translate("trust", "Blocked now"),
    }[which]


def what_words(row: TrustRow) -> str:
    """What a row asks for."""
    return {
        TrustFilter.APPEALS: translate("trust", "appeal"),
        TrustFilter.PROPOSED: translate("trust", "block?"),
        TrustFilter.BLOCKED: translate("trust", "blocked"),
    }.get(row.what, "")


def who_words(row: TrustRow) -> str:
    """By what the reporter is known, masked."""
    kinds = {
        "account": translate("trust", "account"),
        "device": translate("trust", "device"),
        "number": translate("trust", "number"),
    }
    known = " + ".join(kinds.get(kind, kind) for kind in row.kinds)
    return " · ".join(part for part in (*map(one_line, row.masked), known) if part)


def when_words(row: TrustRow, now: datetime, zone: ZoneInfo) -> str:
    """The deadline of an appeal, the end of a block, since when a block is proposed."""
    if row.what is TrustFilter.APPEALS and row.by is not None:
        return left_words(row.by, now)
    if row.by is not None:
        return translate("trust", "until {day}").format(day=day_words(row.by, zone))
    since = f"{day_words(row.since, zone)} {clock_words(row.since, zone)}"
    return translate("trust", "since {time}").format(time=since)
