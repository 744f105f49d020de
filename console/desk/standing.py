"""A reporter's standing beside his case, and the supervisor's list of blocks and appeals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from console.domain import acts
from console.domain.acts import Act
from console.domain.errors import Bug
from console.domain.person import Actor, Role
from console.domain.report import Report
from console.domain.shown_case import ShownCase
from console.domain.standing import (
    BLOCK_AT,
    Appeal,
    Following,
    Standing,
    appeal_overdue,
    block_now,
    following,
    involved,
    involved_in_appeal,
    leads_at,
    open_appeal,
    proposed,
    strikes,
    verdict_on,
)
from console.domain.strike_rules import StrikeRules


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStanding:
    """What the case pane says of its reporter: the figure of the worst of account, device and number.

    `struck`: a strike stands for this very report. A block is proposed at `of` strikes and would last `block_days`.
    `rests`: a block rests because its appeal waits beyond its deadline.
    """

    strikes: int
    following: Following
    struck: bool
    proposed: bool
    blocked_until: datetime | None
    rests: bool
    appeal: Appeal | None
    turned_away: int
    of: int = BLOCK_AT
    block_days: int = StrikeRules().block_days


def shown_standing(
    report: Report, standing: tuple[Standing, ...], now: datetime, terms: StrikeRules | None = None
) -> ShownStanding:
    """The standing of a report's reporter at server time `now`; `terms` are the service's for a block."""
    most, of = max(((strikes(each, now), leads_at(each, now)) for each in standing), default=(0, BLOCK_AT))
    blocks = [block for each in standing if (block := block_now(each, now)) is not None]
    return ShownStanding(
        strikes=most,
        of=of,
        block_days=(terms or StrikeRules()).block_days,
        following=following(most, of),
        struck=any(verdict_on(each, report.id) is not None for each in standing),
        proposed=any(proposed(each, now) for each in standing),
        blocked_until=max((block.until for block in blocks), default=None),
        rests=any(appeal_overdue(each, now) for each in standing),
        appeal=_appeal_to_show(report, standing),
        turned_away=max((each.turned_away for each in standing), default=0),
    )


def asked_acts(report: Report, standing: tuple[Standing, ...]) -> tuple[Act, ...]:
    """The acts on a standing a case may offer, with harmless details, for `permitted`; () when nobody is known."""
    if not standing:
        return ()
    appeal = _appeal_to_show(report, standing)
    return (
        acts.StrikeReporter(outcome=report.outcome, evidence="?"),
        acts.OverturnStrike(grounds="?"),
        acts.DecideBlock(impose=True, grounds="?"),
        acts.LiftBlock(grounds="?"),
        acts.DecideAppeal(appeal_id=appeal.id if appeal else "", granted=True, grounds="?"),
    )


def _appeal_to_show(report: Report, standing: tuple[Standing, ...]) -> Appeal | None:
    """The appeal that waits; one about this very case before any other, since it is decided there."""
    waiting = [a for each in standing if (a := open_appeal(each)) is not None]
    return next((a for a in waiting if a.report_id == report.id), waiting[0] if waiting else None)


class TrustFilter(StrEnum):
    """What the supervisor's list shows: what waits for him, or who is blocked now."""

    WAITING = "waiting"
    APPEALS = "appeals"
    PROPOSED = "proposed"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustRow:
    """One block proposed, in force, or appealed; `by` is the deadline or the end, None for a proposal.

    `own`: the person at this desk had a part in it, so another supervisor decides. `line` is '' on a sensitive case.
    """

    what: TrustFilter
    report_id: str
    number: str
    kinds: tuple[str, ...]
    masked: tuple[str, ...]
    strikes: int
    since: datetime
    by: datetime | None
    overdue: bool
    own: bool
    turned_away: int
    line: str = ""
    of: int = BLOCK_AT


class StandingSource(Protocol):
    """What keeps standings and cases (the store, by shape); any thread."""

    def standings(self) -> tuple[Standing, ...]:
        """Every standing with something to decide or a block, this desk's decisions folded in."""

    def shown(self, report_id: str) -> ShownCase | None:
        """A case with this desk's waiting decisions folded in."""


class TrustList:
    """The supervisor's questions about standings; may take milliseconds of disk: ask in the background."""

    def __init__(
        self, source: StandingSource, actor: Callable[[], Actor | None], now: Callable[[], datetime]
    ) -> None:
        """`actor` is who is signed in now; `now` estimated server time, aware UTC."""
        self._source, self._actor, self._now = source, actor, now

    def rows(self, which: TrustFilter) -> tuple[TrustRow, ...]:
        """What waits, most pressing first: appeals by deadline, then proposals by age.

        Raises:
            Bug: nobody is signed in.
        """
        actor = self._actor()
        if actor is None:
            raise Bug("standings were asked for while nobody is signed in")
        rows = trust_rows(self._source.standings(), actor, self._now())
        chosen = [row for row in rows if _belongs(row, which)]
        return tuple(self._with_line(row) for row in chosen)

    def _with_line(self, row: TrustRow) -> TrustRow:
        shown = self._source.shown(row.report_id)
        if shown is None or shown.report.sensitive:
            return row
        appeal = _appeal_to_show(shown.report, shown.standing)
        words = appeal.text if row.what is TrustFilter.APPEALS and appeal is not None else shown.report.text
        return replace(row, line=" ".join(words.split())[:240])


def may_trust(actor: Actor | None) -> bool:
    """Only a supervisor sees the list; the judge holds the same rule for its decisions."""
    return actor is not None and actor.role is Role.SUPERVISOR


def trust_rows(standings: Iterable[Standing], actor: Actor, now: datetime) -> tuple[TrustRow, ...]:
    """A row per thing to decide; account, device and number of one person are one row where they share a report."""
    rows: dict[tuple[TrustFilter, str], TrustRow] = {}
    for standing in standings:
        for row in _rows_of(standing, actor, now):
            key = (row.what, row.report_id)
            rows[key] = _together(rows[key], row) if key in rows else row
    order = [TrustFilter.APPEALS, TrustFilter.PROPOSED, TrustFilter.BLOCKED]
    return tuple(sorted(rows.values(), key=lambda row: (order.index(row.what), row.by or row.since, row.number)))


def _rows_of(standing: Standing, actor: Actor, now: datetime) -> Iterable[TrustRow]:
    appeal, basis, block = open_appeal(standing), proposed(standing, now), block_now(standing, now)
    if appeal is not None:
        row = _row(standing, now, TrustFilter.APPEALS, appeal.report_id, appeal.number)
        overdue, own = now >= appeal.deadline, actor.id in involved_in_appeal(standing, appeal)
        yield replace(row, since=appeal.at, by=appeal.deadline, overdue=overdue, own=own)
    if basis:
        row = _row(standing, now, TrustFilter.PROPOSED, basis[-1].report_id, basis[-1].number)
        yield replace(row, since=basis[-1].at, own=actor.id in involved(standing, basis))
    if block is not None:
        row = _row(standing, now, TrustFilter.BLOCKED, block.report_id, block.number)
        yield replace(row, since=block.ruling.at, by=block.until)


def _row(standing: Standing, now: datetime, what: TrustFilter, report_id: str, number: str) -> TrustRow:
    return TrustRow(
        what=what,
        report_id=report_id,
        number=number,
        kinds=(standing.kind,),
        masked=(standing.masked,) if standing.masked else (),
        strikes=strikes(standing, now),
        of=leads_at(standing, now),
        since=now,
        by=None,
        overdue=False,
        own=False,
        turned_away=standing.turned_away,
    )


def _together(one: TrustRow, other: TrustRow) -> TrustRow:
    return replace(
        one,
        kinds=tuple(dict.fromkeys((*one.kinds, *other.kinds))),
        masked=tuple(dict.fromkeys((*one.masked, *other.masked))),
        strikes=max(one.strikes, other.strikes),
        own=one.own or other.own,
        turned_away=max(one.turned_away, other.turned_away),
    )


def _belongs(row: TrustRow, which: TrustFilter) -> bool:
    return row.what is which or (which is TrustFilter.WAITING and row.what is not TrustFilter.BLOCKED)
