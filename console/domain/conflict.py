"""Refused decisions on one report beside what others did meanwhile, and the ways out.

Why so long: what a conflict is made of and which ways out it offers is one judgement, read in one go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from console.domain import acts
from console.domain.acts import Act
from console.domain.agency import Agency
from console.domain.casework import Facts, apply, judge
from console.domain.decision import Decision, Reason, Refusal, Subject
from console.domain.meanwhile import QUIET, done_by_others
from console.domain.person import Actor
from console.domain.refused_line import refused_line, units_not_sent
from console.domain.report import Report, held_by
from console.domain.shown_case import LedgerRow
from console.domain.timeline import Entry

CONTESTS = frozenset({
    Reason.CLAIMED_BY_OTHER, Reason.HOLDER_SILENT, Reason.STALE_LEASE, Reason.CHANGED_MEANWHILE, Reason.ALREADY_ENDED,
    Reason.MERGED_AWAY, Reason.PARENT_MERGED,
})  # fmt: skip
"""Reasons that say: somebody else was first."""

_SESSION = frozenset({Reason.SESSION_REVOKED, Reason.SESSION_TOO_OLD})
_NEVER_AGAIN = (
    acts.Undo, acts.MarkRead, acts.Look, acts.TellFileClaim, acts.ReleaseCase, acts.BreakClaim, acts.ForeignAct,
)  # fmt: skip
_LIGHT = (*_NEVER_AGAIN, acts.ClaimCase)
"""Acts nobody needs to be told of when they did not stand."""


class WayOut(StrEnum):
    """What a person may do about refused decisions; every one but OPEN, EDIT and SIGN_IN also acknowledges them.

    AGAIN decides what would stand now anew; TAKE_OVER takes the case off its holder with a reason; TELL puts what was
    decided here on the case as a note; LEAVE acknowledges. Nothing is ever deleted by any of them.
    """

    AGAIN = "again"
    TAKE_OVER = "take_over"
    TELL = "tell"
    EDIT = "edit"
    SIGN_IN = "sign_in"
    OPEN = "open"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class MyAct:
    """One decision of this desk as a line of a timeline; `refusal` None when it stands, `taken_back` when undone."""

    entry: Entry
    act: Act | None = None
    refusal: Refusal | None = None
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Refused decisions of one person on one report, oldest first, beside what others did that he had not seen.

    `whose` decided; `other` is who was first, '' when nobody was; `holder` who holds the case now, '' for nobody and
    for whoever asks. `again` are (decision id, act) that would stand now, `version` the report's they were judged on.
    `unsent` are units that were sent here and never got the order. `contested` tells a race from a plain refusal.
    """

    report_id: str
    number: str
    whose: Actor
    mine: tuple[MyAct, ...]
    theirs: tuple[Entry, ...]
    other: str
    holder: str
    contested: bool
    again: tuple[tuple[str, Act], ...]
    unsent: tuple[str, ...]
    version: int
    ways: tuple[WayOut, ...]

    @property
    def refused_ids(self) -> tuple[str, ...]:
        """The decisions it is about, oldest first."""
        return tuple(each.entry.decision_id for each in self.mine if each.refusal is not None)


def conflict_of(
    rows: Sequence[LedgerRow], facts: Facts, actor: Actor, at: datetime, agencies: Mapping[str, Agency] | None = None
) -> Conflict:
    """What `rows` (refused, one report, one person, oldest first; never empty) mean to `actor` at server time `at`.

    `facts` is the case as shown now with every unit the rows name; `agencies` those they name, by id.
    """
    agencies = agencies or {}
    whose, report = rows[0].actor, facts.report
    back = _taken_back(rows)
    refused = tuple(
        MyAct(
            entry=refused_line(row, rows, facts, agencies),
            act=row.decision.act,
            refusal=row.refusal,
            taken_back=row.decision.id in back,
        )
        for row in rows
    )
    theirs = done_by_others(report, rows) if report else ()
    open_rows = [row for row in rows if row.decision.id not in back]
    again = tuple(_again(open_rows, facts, agencies, actor, at))
    holder = report.claim.holder_name if report and report.claim and not held_by(report, actor) else ""
    reasons = {row.refusal.reason for row in rows if row.refusal is not None}
    made = Conflict(
        report_id=rows[0].decision.subject.id,
        number=report.number if report else _sign(rows[0], facts),
        whose=whose,
        mine=_with_landed(refused, report, whose),
        theirs=theirs,
        other=_other(rows, theirs) or holder,
        holder=holder,
        contested=bool(reasons & CONTESTS),
        again=again,
        unsent=units_not_sent(open_rows, facts),
        version=report.version if report else 0,
        ways=(),
    )
    return replace(made, ways=tuple(_ways(made, open_rows, facts, actor, at)))


def _sign(row: LedgerRow, facts: Facts) -> str:
    """What the decision was about where there is no report: the unit's call sign, else the number the server told."""
    unit = facts.unit(row.decision.subject.id) if row.decision.subject.kind == "unit" else None
    return unit.call_sign if unit is not None else row.number


def _ways(made: Conflict, rows: Sequence[LedgerRow], facts: Facts, actor: Actor, at: datetime) -> Iterator[WayOut]:
    """The ways that would work now, the likeliest first."""
    ended_here = any(
        row.refusal is not None
        and row.refusal.reason in _SESSION
        and row.decision.actor_session_id == actor.session_id
        for row in rows
    )
    if ended_here:
        yield WayOut.SIGN_IN
    elif facts.report is not None:
        redone = {decision_id for decision_id, _ in made.again}
        left = [row.decision.act for row in rows if row.decision.id not in redone]
        if made.again:
            yield WayOut.AGAIN
        if made.holder and take_over(facts, actor, at, "?") is not None:
            yield WayOut.TAKE_OVER
        if any(not isinstance(act, _LIGHT) for act in left) and _stands(acts.AddNote(text="?"), facts, actor, at):
            yield WayOut.TELL
        if any(editable(row.decision.act) and _stands(row.decision.act, facts, actor, at, text="?") for row in rows):
            yield WayOut.EDIT
    if facts.report is not None:
        yield WayOut.OPEN
    yield WayOut.LEAVE


def take_over(facts: Facts, actor: Actor, at: datetime, reason: str) -> Act | None:
    """The act by which `actor` may take the case off its holder now: from a silent one anybody, else a supervisor."""
    ways: tuple[Act, ...] = (acts.ClaimCase(reason=reason), acts.BreakClaim(reason=reason))
    return next((act for act in ways if _stands(act, facts, actor, at)), None)


def editable(act: Act) -> bool:
    """Whether its text can be written anew and sent."""
    return isinstance(act, acts.AskReporter | acts.AddNote)


def _other(rows: Sequence[LedgerRow], theirs: Sequence[Entry]) -> str:
    """Who was first: as the server said, else who did the first thing not seen here."""
    for row in rows:
        params = row.refusal.params if row.refusal is not None and row.refusal.reason in CONTESTS else {}
        named = params.get("holder") or params.get("by")
        if named and named != row.actor.name:
            return named
    return next((entry.actor_name for entry in theirs if entry.decision_id), "")


def _with_landed(refused: tuple[MyAct, ...], report: Report | None, whose: Actor) -> tuple[MyAct, ...]:
    """With what the same person decided since and does stand (a note), in the order decided."""
    known, first = {each.entry.decision_id for each in refused}, refused[0].entry.at
    timeline = report.timeline if report else ()
    landed = tuple(
        MyAct(entry=entry, taken_back=entry.undone)
        for entry in timeline
        if entry.actor_id == whose.id
        and entry.decision_id
        and entry.decision_id not in known
        and entry.at >= first
        and entry.kind not in QUIET
    )
    return tuple(sorted((*refused, *landed), key=lambda each: each.entry.at))


def _taken_back(rows: Sequence[LedgerRow]) -> frozenset[str]:
    """Decisions undone at this desk before the server ever answered, and their undoing."""
    own = {row.decision.id: row.decision.act for row in rows}
    pairs = [(undo_id, act.decision_id) for undo_id, act in own.items() if isinstance(act, acts.Undo)]
    return frozenset(each for pair in pairs if pair[1] in own for each in pair)


def _again(
    rows: Sequence[LedgerRow], facts: Facts, agencies: Mapping[str, Agency], actor: Actor, at: datetime
) -> Iterator[tuple[str, Act]]:
    """What would stand now, each on the case as the ones before would leave it."""
    for row in rows:
        act = row.decision.act
        report = facts.report
        if report is None or isinstance(act, _NEVER_AGAIN):
            continue
        claim = report.claim
        if isinstance(act, acts.ClaimCase) and claim is not None and held_by(report, actor) and not claim.lapsed:
            continue
        tried = replace(facts, agency=agencies.get(act.agency_id)) if isinstance(act, acts.ForwardCase) else facts
        decision = _drafted(row.decision, act, report, actor, at)
        if judge(decision, tried, actor, at) is None:
            facts = apply(decision, tried, actor)
            yield row.decision.id, act


def _stands(act: Act, facts: Facts, actor: Actor, at: datetime, *, text: str = "") -> bool:
    report = facts.report
    if report is None:
        return False
    if text and isinstance(act, acts.AskReporter | acts.AddNote):
        act = replace(act, text=text)
    drafted = Decision(
        id="?",
        op=acts.OP_OF[type(act)],
        subject=Subject(kind="report", id=report.id),
        actor_id=actor.id,
        actor_session_id=actor.session_id,
        desk_id=actor.desk_id,
        decided_at=at,
        act=act,
    )
    return judge(drafted, facts, actor, at) is None


def _drafted(refused: Decision, act: Act, report: Report, actor: Actor, at: datetime) -> Decision:
    """The refused decision as it would be made on the case now."""
    guarded = refused.subject.base_version is not None
    subject = replace(refused.subject, base_version=report.version if guarded else None, base_decision=None)
    return replace(
        refused,
        subject=subject,
        token=None,
        act=act,
        actor_id=actor.id,
        actor_session_id=actor.session_id,
        desk_id=actor.desk_id,
        decided_at=at,
    )
