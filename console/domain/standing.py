"""A reporter's standing: verdicts, blocks and appeals, and what follows from them.

A standing belongs to one thing a reporter is recognised by: an account, a device or a number (Reporter.recognised_by).
Each is counted for itself, so a new account on the same device, or a new telephone with the same number, changes
nothing, and whoever once lent a friend his number is not blocked for what that friend does with his own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.strike_rules import StrikeRules

_USUAL = StrikeRules()

BLOCK_AT = _USUAL.block_at
"""Strikes at which a block is proposed unless the service says otherwise (mission.md, services 2 and 5)."""

STRIKE_FOR = _USUAL.strike_for
"""How long a strike counts, from the moment it was decided, unless the service says otherwise."""

BLOCK_FOR = _USUAL.block_for
"""How long a block lasts, from its decision, unless the service says otherwise."""

APPEAL_WITHIN = _USUAL.appeal_within
"""In how much time an appeal is to be decided; past it a block rests until somebody decides."""

APPEAL_AGAIN_AFTER = _USUAL.appeal_again_after
"""When an appeal may follow one that was turned down, unless a new verdict or block came in between."""

APPEALS_AT_MOST = 100
"""Of one standing, ever."""


class Following(StrEnum):
    """What a number of strikes leads to; only a person blocks."""

    NOTHING = "nothing"
    WARN = "warn"
    WARN_LAST = "warn_last"
    PROPOSE = "propose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's word with its grounds."""

    by_id: str
    by_name: str
    at: datetime
    grounds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A strike for one report; `id` is the deciding decision's.

    `strikes` is how many counted with it, as the reporter is told. `reopened`: it fell because its case was opened
    again, so the case may lead to another one; taken back by a person it is final. `until` and `of` are the terms the
    reporter was told of: when it stops counting (None: STRIKE_FOR after `at`), and how many lead to a block.
    """

    id: str
    report_id: str
    number: str
    outcome: str
    evidence: str
    by_id: str
    by_name: str
    at: datetime
    strikes: int = 0
    overturned: Ruling | None = None
    reopened: bool = False
    until: datetime | None = None
    of: int = BLOCK_AT

    @property
    def ends_at(self) -> datetime:
        """When it stops counting."""
        return self.until or self.at + STRIKE_FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A second person's answer to a proposed block; `imposed` False for a no.

    It rests on `verdict_ids`, of which so many as led to it then (`needs`) must still stand.
    """

    id: str
    report_id: str
    number: str
    imposed: bool
    verdict_ids: tuple[str, ...]
    ruling: Ruling
    until: datetime
    lifted: Ruling | None = None
    needs: int = BLOCK_AT


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """A reporter's words against a strike or a block, to be decided before `deadline`; `text` is hostile."""

    id: str
    report_id: str
    number: str
    text: str
    at: datetime
    deadline: datetime
    ruling: Ruling | None = None
    granted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that was ever decided about one account, device or number; `masked` is what may be shown of it.

    `turned_away` ordinary reports were answered with the block instead of being taken in, the last at `turned_away_at`.
    """

    id: str
    revision: int = 0
    kind: str = ""
    masked: str = ""
    verdicts: tuple[Verdict, ...] = ()
    blocks: tuple[Block, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    turned_away: int = 0
    turned_away_at: datetime | None = None


def counted(standing: Standing, at: datetime) -> tuple[Verdict, ...]:
    """The verdicts that count at `at`, oldest first: known by then, neither overturned nor expired, one per report."""
    live = (v for v in standing.verdicts if v.overturned is None and v.at <= at < v.ends_at)
    first: dict[str, Verdict] = {}
    for verdict in sorted(live, key=lambda verdict: (verdict.at, verdict.id)):
        first.setdefault(verdict.report_id, verdict)
    return tuple(first.values())


def strikes(standing: Standing, at: datetime) -> int:
    """How many strikes count at `at`."""
    return len(counted(standing, at))


def following(number: int, of: int = BLOCK_AT) -> Following:
    """What so many strikes lead to where a block is proposed at `of`."""
    if number >= of:
        return Following.PROPOSE
    if number <= 0:
        return Following.NOTHING
    return Following.WARN_LAST if number == of - 1 else Following.WARN


def leads_at(standing: Standing, at: datetime) -> int:
    """How many strikes lead to a block, by the latest that counts: its reporter was told so."""
    basis = counted(standing, at)
    return basis[-1].of if basis else BLOCK_AT


def verdict_on(standing: Standing, report_id: str) -> Verdict | None:
    """The verdict on that report that stands, None when there is none or it was overturned."""
    return next((v for v in standing.verdicts if v.report_id == report_id and v.overturned is None), None)


def judged_before(standing: Standing, report_id: str) -> bool:
    """Whether that report has its verdict: one that stands, or one a person took back for good."""
    return any(v.report_id == report_id and (v.overturned is None or not v.reopened) for v in standing.verdicts)


def block_now(standing: Standing, at: datetime) -> Block | None:
    """The block in force at `at`; the one that lasts longest when there are several."""
    holding = [block for block in standing.blocks if _holds(standing, block, at)]
    return max(holding, key=lambda block: (block.until, block.id), default=None)


def _holds(standing: Standing, block: Block, at: datetime) -> bool:
    """A block falls with the verdicts it rests on, and rests while an appeal waits beyond its deadline."""
    if not block.imposed or block.lifted is not None or not block.ruling.at <= at < block.until:
        return False
    standing_still = {v.report_id for v in standing.verdicts if v.id in block.verdict_ids and v.overturned is None}
    return len(standing_still) >= block.needs and not appeal_overdue(standing, at)


def proposed(standing: Standing, at: datetime) -> tuple[Verdict, ...]:
    """The verdicts a block is proposed upon at `at`; () when none is.

    As many as the latest one's reporter was told of must count, and at least one of them no earlier decision about a
    block has weighed.
    """
    basis = counted(standing, at)
    weighed = {verdict_id for block in standing.blocks for verdict_id in block.verdict_ids}
    enough = bool(basis) and len(basis) >= basis[-1].of
    if not enough or block_now(standing, at) is not None or all(v.id in weighed for v in basis):
        return ()
    return basis


def open_appeal(standing: Standing) -> Appeal | None:
    """The appeal that waits for its decision."""
    return next((appeal for appeal in standing.appeals if appeal.ruling is None), None)


def appeal_overdue(standing: Standing, at: datetime) -> bool:
    """Whether an appeal waits beyond its deadline."""
    appeal = open_appeal(standing)
    return appeal is not None and at >= appeal.deadline


def may_appeal(standing: Standing, at: datetime, again_after: timedelta = APPEAL_AGAIN_AFTER) -> bool:
    """Whether an appeal may be brought now: something stands against him, none waits, and nothing was just answered."""
    against = [v.at for v in counted(standing, at)]
    block = block_now(standing, at)
    against += [block.ruling.at] if block is not None else []
    if not against or open_appeal(standing) is not None or len(standing.appeals) >= APPEALS_AT_MOST:
        return False
    answered = max((a.ruling.at for a in standing.appeals if a.ruling is not None), default=None)
    return answered is None or max(against) > answered or at >= answered + again_after


def with_appeal(standing: Standing, appeal: Appeal) -> Standing:
    """The standing with an appeal brought; the same one again changes nothing."""
    if any(known.id == appeal.id for known in standing.appeals):
        return standing
    return replace(standing, appeals=(*standing.appeals, appeal), revision=standing.revision + 1)


def involved(standing: Standing, verdicts: tuple[Verdict, ...]) -> frozenset[str]:
    """Ids of the people who gave these verdicts: none of them decides what follows."""
    return frozenset(verdict.by_id for verdict in verdicts)


def involved_in_appeal(standing: Standing, appeal: Appeal) -> frozenset[str]:
    """Ids of the people an appeal is about: who struck the report it names, who imposed a block, who struck for it."""
    blocks = [block for block in standing.blocks if block.imposed and block.lifted is None]
    weighed = {verdict_id for block in blocks for verdict_id in block.verdict_ids}
    strikers = {v.by_id for v in standing.verdicts if v.report_id == appeal.report_id or v.id in weighed}
    return frozenset(strikers | {block.ruling.by_id for block in blocks})


def turned_away(standing: Standing, at: datetime) -> Standing:
    """The standing with one more report answered by its block."""
    return replace(
        standing, turned_away=standing.turned_away + 1, turned_away_at=at, revision=standing.revision + 1
    )
