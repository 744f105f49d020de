"""What ending a case with an outcome demands, and what the case keeps of it."""

from __future__ import annotations

from console.domain import acts
from console.domain.casework.callback import needs_try
from console.domain.casework.facts import Facts
from console.domain.decision import Reason, Refusal, refuse
from console.domain.outcome import JUNK_OUTCOMES, SHIPPED, CloseOutcome, Ending, FoundBy, Need
from console.domain.report import AssignmentStatus, Report
from console.domain.waiting_order import WaitingOrder

MOST_WORDS = 2_000
"""Characters of a finding; of an LP number and of a name 100."""
_SHORT = 100
_THERE = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.DONE})


def closing_refusal(act: acts.CloseCase, facts: Facts, report: Report) -> Refusal | None:
    """Why the case may not end so: no such outcome here, something it needs is missing, or nobody rang back."""
    outcome = _outcome(act, facts)
    if outcome is None:
        return refuse(Reason.BAD_VALUE, field="outcome", value=act.outcome)
    if act.outcome in JUNK_OUTCOMES and report.priority == 1 and report.claim is None:
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    if not act.asked:
        return None
    if needs_try(report, act.note):
        return refuse(Reason.NEEDS_CALLBACK, number=report.number)
    return _missing(outcome.needs, act, report)


def _outcome(act: acts.CloseCase, facts: Facts) -> CloseOutcome | None:
    """The outcome as this center has it; what is not in its list stands as shipped: some desk may still offer it."""
    own = facts.outcomes.outcome(act.outcome) if facts.outcomes else None
    return own or SHIPPED.outcome(act.outcome)


def _missing(need: Need, act: acts.CloseCase, report: Report) -> Refusal | None:
    if len(act.finding) > MOST_WORDS or max(len(act.referred_to), len(act.lp_number)) > _SHORT:
        return refuse(Reason.BAD_VALUE, field="outcome", value=act.outcome)
    if need is Need.WHOM and not act.referred_to.strip():
        return refuse(Reason.NEEDS_WHOM, number=report.number)
    if need is Need.LP_NUMBER and not act.lp_number.strip():
        return refuse(Reason.NEEDS_LP_NUMBER, number=report.number)
    if need is Need.FINDING and not (act.finding.strip() and _founded(act.found_by, report)):
        return refuse(Reason.NEEDS_FINDING, number=report.number)
    return None


def found_by_choices(report: Report) -> tuple[FoundBy, ...]:
    """What a finding of a false report can rest on here.

    The scene once a unit was there; an admission once the reporter was heard: an answer, or somebody rang back and he
    took it up.
    """
    found = []
    if any(assignment.status in _THERE for assignment in report.assignments):
        found.append(FoundBy.SCENE)
    reached = report.callback is not None and report.callback.answered
    if reached or any(entry.kind == "answer" for entry in report.timeline):
        found.append(FoundBy.ADMISSION)
    return tuple(found)


def _founded(found_by: str, report: Report) -> bool:
    return found_by in found_by_choices(report)


def ending_of(act: acts.CloseCase, facts: Facts, dropped: tuple[WaitingOrder, ...]) -> Ending | None:
    """What the case keeps beside its outcome, the orders that fall with it too; None when there is nothing."""
    outcome = _outcome(act, facts)
    ending = Ending(
        words=outcome.words if outcome else "",
        referred_to=act.referred_to.strip(),
        lp_number=act.lp_number.strip(),
        finding=act.finding.strip(),
        found_by=act.found_by if act.finding.strip() else "",
        dropped=dropped,
    )
    return None if ending == Ending() else ending


def ending_params(ending: Ending | None) -> dict[str, str]:
    """The same for the line on the timeline, what is empty left out; the finding is a person's words, not told here."""
    if ending is None:
        return {}
    told = {
        "words": ending.words, "whom": ending.referred_to, "lp": ending.lp_number, "found_by": ending.found_by,
        "fell": ", ".join(order.call_sign for order in ending.dropped),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}
