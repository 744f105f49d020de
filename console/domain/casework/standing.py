"""May a reporter be struck, blocked, heard, and what each does to his standing.

Why so long: five small acts, each judge read side by side with its step.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.callback import never_strikes as broken_off
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.outcome import SHIPPED, OutcomeList
from console.domain.person import Actor, Role
from console.domain.report import Report, ReportKind
from console.domain.standing import (
    BLOCK_AT,
    Appeal,
    Block,
    Ruling,
    Standing,
    Verdict,
    block_now,
    involved,
    involved_in_appeal,
    judged_before,
    open_appeal,
    proposed,
    strikes,
    verdict_on,
)
from console.domain.strike_rules import StrikeRules

ON_STANDING = (acts.StrikeReporter, acts.OverturnStrike, acts.DecideBlock, acts.LiftBlock, acts.DecideAppeal)
"""The acts about a reporter's standing."""

_MOST_GROUNDS = 2_000


def never_strikes(report: Report, outcomes: OutcomeList | None = None) -> bool:
    """Whether this report can never count against anybody (issue 4, items 2 and 7).

    It did not end as mischief the service lets count; it is a call that broke off, stayed silent or was not taken; or a
    panic press without the finding a false report needs.
    """
    if not (outcomes or SHIPPED).strikes(report.outcome) or broken_off(report):
        return True
    return report.kind is ReportKind.PANIC and report.outcome != "false_report"


def _judge_strike(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.StrikeReporter", decision.act), cast("Report", facts.report)
    if not report.ended:
        return refuse(Reason.NOT_ENDED, number=report.number)
    if never_strikes(report, facts.outcomes):
        return refuse(Reason.NEVER_STRIKES, number=report.number, outcome=report.outcome)
    if act.outcome != report.outcome:
        return refuse(Reason.CHANGED_MEANWHILE, number=report.number, by=report.closed_by)
    if not facts.standing:
        return refuse(Reason.REPORTER_UNKNOWN, number=report.number)
    if any(judged_before(each, report.id) for each in facts.standing):
        return refuse(Reason.ALREADY_STRUCK, number=report.number)
    return _grounds(act.evidence, "evidence")


def _judge_overturn(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.OverturnStrike", decision.act), cast("Report", facts.report)
    struck = [v for each in facts.standing if (v := verdict_on(each, report.id)) is not None]
    if not struck:
        return refuse(Reason.NOT_STRUCK, number=report.number)
    if actor.role is not Role.SUPERVISOR and any(verdict.by_id != actor.id for verdict in struck):
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    return _grounds(act.grounds)


def _judge_block(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.DecideBlock", decision.act), cast("Report", facts.report)
    basis = {each.id: proposed(each, decision.decided_at) for each in facts.standing}
    if not any(basis.values()):
        return refuse(Reason.NOT_PROPOSED, number=report.number)
    if any(actor.id in involved(each, basis[each.id]) for each in facts.standing):
        return refuse(Reason.OWN_VERDICT, number=report.number)
    return _grounds(act.grounds)


def _judge_lift(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.LiftBlock", decision.act), cast("Report", facts.report)
    if not any(_blocks_to_lift(each, decision.decided_at) for each in facts.standing):
        return refuse(Reason.NOT_BLOCKED, number=report.number)
    return _grounds(act.grounds)


def _judge_appeal(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.DecideAppeal", decision.act), cast("Report", facts.report)
    heard = [(each, a) for each in facts.standing if (a := _open(each, act.appeal_id, report.id)) is not None]
    if not heard:
        return refuse(Reason.APPEAL_ANSWERED, number=report.number)
    if any(actor.id in involved_in_appeal(each, appeal) for each, appeal in heard):
        return refuse(Reason.OWN_VERDICT, number=report.number)
    return _grounds(act.grounds)


def _grounds(text: str, field: str = "grounds") -> Refusal | None:
    if not text.strip():
        return refuse(Reason.EMPTY_TEXT, field=field)
    return refuse(Reason.BAD_VALUE, field=field, value=str(len(text))) if len(text) > _MOST_GROUNDS else None


def _open(standing: Standing, appeal_id: str, report_id: str) -> Appeal | None:
    """That appeal while it waits: decided on the case it names, where all it was brought for is at hand."""
    appeal = open_appeal(standing)
    return appeal if appeal is not None and (appeal.id, appeal.report_id) == (appeal_id, report_id) else None


def _blocks_to_lift(standing: Standing, at: datetime) -> tuple[Block, ...]:
    """Blocks that have not run out: also one that rests beyond an appeal's deadline."""
    return tuple(b for b in standing.blocks if b.imposed and b.lifted is None and at < b.until)


def _strike(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, at, terms = cast("acts.StrikeReporter", decision.act), decision.decided_at, strike_rules(facts)
    most, changed = 0, []
    for each in facts.standing:
        verdict = Verdict(
            id=decision.id, report_id=report.id, number=report.number, outcome=report.outcome, evidence=act.evidence,
            by_id=actor.id, by_name=actor.name, at=at, strikes=strikes(each, at) + 1,
            until=at + terms.strike_for, of=terms.block_at,
        )  # fmt: skip
        most = max(most, verdict.strikes)
        known = each if each.kind else _known_as(each, report)
        changed.append(_raised(replace(known, verdicts=(*known.verdicts, verdict))))
    report = replace(report, reporter=replace(report.reporter, strikes=most))
    return replace(facts, standing=tuple(changed)), report, _struck(most, terms, act), act.evidence


def _struck(most: int, terms: StrikeRules, act: acts.StrikeReporter) -> dict[str, str]:
    usual = terms.block_at == BLOCK_AT
    return {"strikes": str(most), "outcome": act.outcome} | ({} if usual else {"of": str(terms.block_at)})


def strike_rules(facts: Facts) -> StrikeRules:
    """The service's terms now."""
    return (facts.outcomes or SHIPPED).strike_rules


def _known_as(standing: Standing, report: Report) -> Standing:
    """A standing at its first strike, with its kind and mask; the id begins with the letter of its kind."""
    kind = {"a": "account", "d": "device", "n": "number"}.get(standing.id[:1], "account")
    masked = report.reporter.phone_masked if kind == "number" else report.reporter.name_masked
    return replace(standing, kind=kind, masked=masked)


def _overturn(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.OverturnStrike", decision.act)
    facts = _overturned(facts, report.id, _ruling(decision, actor, act.grounds), reopened=False)
    return facts, _restruck(facts, report, decision), {}, act.grounds


def _block(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, at = cast("acts.DecideBlock", decision.act), decision.decided_at
    until, changed = at + strike_rules(facts).block_for, []
    for each in facts.standing:
        basis = proposed(each, at)
        block = Block(
            id=decision.id, report_id=report.id, number=report.number, imposed=act.impose,
            verdict_ids=tuple(v.id for v in basis), ruling=_ruling(decision, actor, act.grounds), until=until,
            needs=basis[-1].of if basis else BLOCK_AT,
        )  # fmt: skip
        changed.append(_raised(replace(each, blocks=(*each.blocks, block))) if basis else each)
    report = replace(report, reporter=replace(report.reporter, blocked=act.impose or report.reporter.blocked))
    params = {"impose": "yes" if act.impose else "no", "until": until.isoformat()}
    return replace(facts, standing=tuple(changed)), report, params, act.grounds


def _lift(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.LiftBlock", decision.act)
    facts = _lifted(facts, decision, _ruling(decision, actor, act.grounds), {each.id for each in facts.standing})
    return facts, _restruck(facts, report, decision), {}, act.grounds


def _appeal(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.DecideAppeal", decision.act)
    ruling = _ruling(decision, actor, act.grounds)
    heard = {each.id for each in facts.standing if _open(each, act.appeal_id, report.id) is not None}
    blocked = {each.id for each in facts.standing if _blocks_to_lift(each, decision.decided_at)}
    changed = tuple(
        _raised(replace(each, appeals=tuple(
            replace(a, ruling=ruling, granted=act.granted) if a.id == act.appeal_id else a for a in each.appeals
        ))) if each.id in heard else each
        for each in facts.standing
    )  # fmt: skip
    facts = replace(facts, standing=changed)
    if act.granted and heard & blocked:
        facts = _lifted(facts, decision, ruling, heard & blocked)
    elif act.granted:
        facts = _overturned(facts, report.id, ruling, reopened=False)
    params = {"granted": "yes" if act.granted else "no"}
    return facts, _restruck(facts, report, decision), params, act.grounds


def _ruling(decision: Decision, actor: Actor, grounds: str) -> Ruling:
    return Ruling(by_id=actor.id, by_name=actor.name, at=decision.decided_at, grounds=grounds)


def _raised(standing: Standing) -> Standing:
    return replace(standing, revision=standing.revision + 1)


def _lifted(facts: Facts, decision: Decision, ruling: Ruling, ids: set[str]) -> Facts:
    changed = []
    for each in facts.standing:
        ending = {b.id for b in _blocks_to_lift(each, decision.decided_at)} if each.id in ids else set()
        blocks = tuple(replace(b, lifted=ruling) if b.id in ending else b for b in each.blocks)
        changed.append(_raised(replace(each, blocks=blocks)) if ending else each)
    return replace(facts, standing=tuple(changed))


def _overturned(facts: Facts, report_id: str, ruling: Ruling, *, reopened: bool) -> Facts:
    changed = []
    for each in facts.standing:
        verdicts = tuple(
            replace(v, overturned=ruling, reopened=reopened) if v.report_id == report_id and v.overturned is None else v
            for v in each.verdicts
        )
        changed.append(each if verdicts == each.verdicts else _raised(replace(each, verdicts=verdicts)))
    return replace(facts, standing=tuple(changed))


def _restruck(facts: Facts, report: Report, decision: Decision) -> Report:
    """The report with its reporter's figures as they are after the decision."""
    at = decision.decided_at
    most = max((strikes(each, at) for each in facts.standing), default=0)
    blocked = any(block_now(each, at) is not None for each in facts.standing)
    return replace(report, reporter=replace(report.reporter, strikes=most, blocked=blocked))


def reopened(decision: Decision, facts: Facts, before: Report, after: Report, actor: Actor) -> Facts:
    """Facts in which a case opened again counts against nobody: its strike falls with the outcome it stood on."""
    if not before.outcome or after.outcome:
        return facts
    return _overturned(facts, after.id, _ruling(decision, actor, ""), reopened=True)


def unstruck(facts: Facts, decision: Decision, report: Report) -> tuple[Facts, Report]:
    """Facts and report without the verdict of a strike that is undone: as if it had never been."""
    struck = cast("acts.Undo", decision.act).decision_id
    facts = replace(facts, standing=tuple(
        _raised(replace(each, verdicts=tuple(v for v in each.verdicts if v.id != struck)))
        if any(v.id == struck for v in each.verdicts) else each
        for each in facts.standing
    ))  # fmt: skip
    return facts, _restruck(facts, report, decision)


RULES: dict[type[Act], Rule] = {
    acts.StrikeReporter: _judge_strike,
    acts.OverturnStrike: _judge_overturn,
    acts.DecideBlock: _judge_block,
    acts.LiftBlock: _judge_lift,
    acts.DecideAppeal: _judge_appeal,
}
"""What each act on a standing demands."""

STEPS: dict[type[Act], Step] = {
    acts.StrikeReporter: _strike,
    acts.OverturnStrike: _overturn,
    acts.DecideBlock: _block,
    acts.LiftBlock: _lift,
    acts.DecideAppeal: _appeal,
}
"""What each act on a standing does."""
