"""Telling what a file claims of itself, and settling the doubt that it raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.doubt import FINDINGS, SHIPPED_DOUBTS, DoubtRules, Settled
from console.domain.evidence import has_looked
from console.domain.file_claim import (
    FileClaim,
    FileDoubt,
    HeldClaim,
    claimed_field_wrong,
    held_claim,
    numbered_doubts,
)
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.timeline import Entry

OP, SETTLE_OP = "report.file_claim", "report.settle_doubt"
MOST_CHARACTERS, MOST_KEPT = 500, 10

_DATED = ("image/", "video/", "audio/")
"""Families a camera or recorder writes time and place into; a document's dates tell of its typing."""

KNOWN = "known"
"""Param of a line that told what another desk had told before: kept, and shown to nobody."""


def reported_at(report: Report) -> datetime:
    """The report's own time: when it happened by its source's word, else when it was received."""
    return report.happened_at or report.received_at


def held_against(report: Report, claim: FileClaim) -> HeldClaim | None:
    """A claim beside the report as it stands now, with what people found about it; None when the file is not its."""
    told = next((each for each in report.file_claims if each.file_id == claim.file_id), None)
    if told is not None and told is not claim:
        claim = replace(claim, settled=told.settled)
    file = next((each for each in report.attachments if each.id == claim.file_id), None)
    if file is None:
        return None
    dated = file.media_type.startswith(_DATED)
    return held_claim(claim, report.place, reported_at(report), file.received_at, doubtable=dated)


def told_claims(report: Report) -> tuple[tuple[int, HeldClaim], ...]:
    """What desks told of the files, held against the report as it stands now, with each file's number in the row."""
    told = {claim.file_id: claim for claim in report.file_claims}
    numbered = enumerate(report.attachments, 1)
    held = ((n, held_against(report, told[file.id])) for n, file in numbered if file.id in told)
    return tuple((number, each) for number, each in held if each is not None)


def doubts_of(report: Report, rules: DoubtRules = SHIPPED_DOUBTS) -> tuple[FileDoubt, ...]:
    """The doubts the told claims raise now, only the figures that differ: a corrected place takes them away again."""
    return numbered_doubts(told_claims(report), rules)


def in_doubt(report: Report, rules: DoubtRules = SHIPPED_DOUBTS) -> bool:
    """Whether a file puts the report in doubt that nobody explained."""
    return any(doubt.stands for doubt in doubts_of(report, rules))


def last_word(report: Report, file_id: str) -> str:
    """Id of the decision that settled this file's doubt last; '' for none."""
    told = next((each for each in report.file_claims if each.file_id == file_id), None)
    return told.settled[-1].decision_id if told is not None and told.settled else ""


def claim_told(act: acts.TellFileClaim) -> FileClaim:
    """The claim an act tells."""
    return FileClaim(
        file_id=act.file_id, taken_at=act.taken_at, taken_sure=act.taken_sure, lat=act.lat, lon=act.lon
    )


def _judge_claim(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.TellFileClaim", decision.act), cast("Report", facts.report)
    if all(file.id != act.file_id for file in report.attachments):
        return refuse(Reason.NOT_FOUND, subject=act.file_id)
    wrong = claimed_field_wrong(claim_told(act))
    return refuse(Reason.BAD_VALUE, field=wrong, value=str(getattr(act, wrong))) if wrong else None


def _judge_settle(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    """Whether it is in doubt is no matter of this rule: the center's thresholds may differ between two readings."""
    act, report = cast("acts.SettleDoubt", decision.act), cast("Report", facts.report)
    if all(claim.file_id != act.file_id for claim in report.file_claims):
        return refuse(Reason.NOT_FOUND, subject=act.file_id)
    if act.finding not in FINDINGS:
        return refuse(Reason.BAD_VALUE, field="finding", value=act.finding)
    if len(act.note) > MOST_CHARACTERS:
        return refuse(Reason.BAD_VALUE, field="note", value=str(len(act.note)))
    if report.sensitive and not has_looked(report, actor.id):
        return refuse(Reason.LOOK_FIRST, number=report.number)
    if act.was != last_word(report, act.file_id):
        return refuse(Reason.CHANGED_MEANWHILE, number=report.number, by=_last_settler(report, act.file_id))
    return None


def _last_settler(report: Report, file_id: str) -> str:
    """Who settled it last; who took his own word back, where none is left."""
    number = str(_number_of(report, file_id))
    lines = (e for e in reversed(report.timeline) if e.kind == SETTLE_OP and e.params.get("file") == number)
    return next((entry.actor_name for entry in lines), "")


def _number_of(report: Report, file_id: str) -> int:
    return next((n for n, file in enumerate(report.attachments, 1) if file.id == file_id), 0)


def _tell(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    """The first word on a file stands: all desks read the same bytes in the same way."""
    claim = claim_told(cast("acts.TellFileClaim", decision.act))
    if any(each.file_id == claim.file_id for each in report.file_claims):
        return facts, report, {KNOWN: "yes"}, ""
    held = held_against(report, claim)
    params = {"file": str(_number_of(report, claim.file_id))}
    if held is not None and held.elsewhere and held.metres is not None:
        params["metres"] = f"{held.metres:.0f}"
    if held is not None and (held.earlier or held.later) and held.earlier_s is not None:
        params["earlier_s"] = f"{held.earlier_s:.0f}"
    return facts, replace(report, file_claims=(*report.file_claims, claim)), params, ""


def _settle(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.SettleDoubt", decision.act)
    word = Settled(
        decision_id=decision.id, finding=act.finding, at=decision.decided_at, by_id=actor.id, by_name=actor.name,
        note=act.note.strip(),
    )  # fmt: skip
    claims = tuple(
        replace(each, settled=(*each.settled, word)[-MOST_KEPT:]) if each.file_id == act.file_id else each
        for each in report.file_claims
    )
    params = {"file": str(_number_of(report, act.file_id)), "finding": act.finding}
    return facts, replace(report, file_claims=claims), params, word.note


def _unsettled(report: Report, entry: Entry) -> Report:
    """The word is taken back; what was found before counts again."""
    claims = tuple(
        replace(each, settled=tuple(word for word in each.settled if word.decision_id != entry.decision_id))
        for each in report.file_claims
    )
    return replace(report, file_claims=claims)


RULES: dict[type[Act], Rule] = {acts.TellFileClaim: _judge_claim, acts.SettleDoubt: _judge_settle}
"""The rules of telling what a file claims, and of settling its doubt."""

STEPS: dict[type[Act], Step] = {acts.TellFileClaim: _tell, acts.SettleDoubt: _settle}
"""Their steps."""

TAKE_BACK: dict[str, TakeBack] = {SETTLE_OP: _unsettled}
"""How a word on a doubt is undone."""
