"""Merging reports into one case and splitting them again: rules, steps and their undoing.

Why so long: both directions, their undoing and the large incident share the same few functions.

What carries over, and why: a report merged away keeps text, files, reporter, forwards, timeline and outcome, so that
splitting brings it back whole. Its claim ends, since nobody works on it any more. Units still bound to it forbid the
merge: an order names its report, and an officer must never find his order gone. Orders that wait for their unit move
to the parent, and come back with a split while they still wait. Forwards run on where they are and can
be confirmed there. The parent's priority rises to the report's, and stays when it is split off: danger is never buried
by a merge. Only a report that stands for itself is merged, and only into one that stands for itself and goes on, so two
desks that merge against each other cannot make a loop, whichever comes first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.contact import contact_refusal
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped, TakeBack
from console.domain.casework.waiting import waits_back, waits_moved
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.merging import MAX_TITLE, Incident, MergedChild, MergedInto, Merging
from console.domain.merging_matter import Matter, OwnMatter, own_matter
from console.domain.person import Actor
from console.domain.report import OPEN_ASSIGNMENTS, Report, ReportKind
from console.domain.timeline import Entry

JOINED, LEFT, TOLD = "merge.joined", "merge.left", "merge.told"
"""Lines of the parent's timeline when a report joined or left; of a split one's: what it was told meanwhile."""

MERGING_OPS = frozenset({"report.merge", "report.attach", "report.split"})
"""Ops that move a report in or out of another."""


def merging_of(report: Report) -> Merging:
    """How a report hangs together with others; an empty one when it never did."""
    return report.merging or Merging()


def into_of(report: Report) -> MergedInto | None:
    """Where a report was merged away to; None when it stands for itself."""
    return report.merging.into if report.merging is not None else None


def reports_named(act: Act, report: Report) -> tuple[str, ...]:
    """Ids of the other reports an act on this one is about: they go into `Decision.also`."""
    if isinstance(act, acts.MergeCase | acts.AddToIncident):
        return (act.into_id,) if act.into_id else ()
    into = into_of(report)
    if isinstance(act, acts.SplitCase):
        return (into.report_id,) if into is not None else ()
    if isinstance(act, acts.Undo):
        undone = [e for e in report.timeline if e.decision_id == act.decision_id and e.kind in MERGING_OPS]
        return tuple(entry.params["into_id"] for entry in undone)
    return ()


def units_named(act: Act, report: Report) -> tuple[str, ...]:
    """Ids of the units whose waiting orders an act on this report moves from one case to another."""
    if isinstance(act, acts.MergeCase | acts.AddToIncident):
        return tuple(order.unit_id for order in report.waiting_orders)
    undone = act.decision_id if isinstance(act, acts.Undo) else ""
    if not undone and not isinstance(act, acts.SplitCase):
        return ()
    lines = [e for e in report.timeline if e.kind in MERGING_OPS and (not undone or e.decision_id == undone)]
    return tuple(dict.fromkeys(unit_id for e in lines for unit_id in e.params.get("unit_ids", "").split()))


def words_of_incident(report: Report) -> str:
    """All words by which a large incident is known: its title, text and place."""
    incident = merging_of(report).incident
    title = incident.title if incident is not None else ""
    return " ".join((title, report.text, report.place.words, report.place.area_name))


def matter_of(report: Report, parent: Report) -> OwnMatter | None:
    """What keeps a report in the queue beside a large incident (domain.merging_matter); a panic press always does."""
    if report.kind is ReportKind.PANIC or report.sensitive:
        return OwnMatter(Matter.SENSITIVE if report.sensitive else Matter.PANIC, "")
    return own_matter(f"{report.text} {report.place.words}", words_of_incident(parent))


def merged_away_refusal(report: Report) -> Refusal | None:
    """Why nothing is decided on a report merged away: work goes on at its parent."""
    into = into_of(report)
    return None if into is None else refuse(Reason.MERGED_AWAY, number=report.number, into=into.number, by=into.by)


def _merge_refusal(report: Report, parent: Report | None, into_id: str) -> Refusal | None:
    """Why `report` may not be merged into `parent` as both stand now."""
    if not into_id or into_id == report.id:
        return refuse(Reason.BAD_VALUE, field="into_id", value=into_id)
    bound = [a.call_sign for a in report.assignments if a.status in OPEN_ASSIGNMENTS]
    if bound:
        return refuse(Reason.UNITS_STILL_ASSIGNED, number=report.number, units=", ".join(bound))
    if parent is None:
        return refuse(Reason.NOT_FOUND, subject=into_id)
    into = into_of(parent)
    if into is not None:
        return refuse(Reason.PARENT_MERGED, number=parent.number, into=into.number, by=into.by)
    if parent.ended:
        return refuse(Reason.PARENT_ENDED, number=parent.number)
    return None


def _judge_merge(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.MergeCase", decision.act)
    return _merge_refusal(cast("Report", facts.report), facts.other(act.into_id), act.into_id)


def _judge_attach(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.AddToIncident", decision.act)
    report, parent = cast("Report", facts.report), facts.other(act.into_id)
    refusal = _merge_refusal(report, parent, act.into_id)
    if refusal is not None or parent is None:
        return refusal
    if merging_of(parent).incident is None:
        return refuse(Reason.NOT_INCIDENT, number=parent.number)
    matter = matter_of(report, parent)
    if matter is not None:
        words = matter.words or matter.matter.value
        return refuse(Reason.OWN_MATTER, number=report.number, matter=matter.matter.value, words=words)
    return None


def _judge_split(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    into = into_of(report)
    if into is None:
        return refuse(Reason.NOT_MERGED, number=report.number)
    return None if facts.other(into.report_id) else refuse(Reason.NOT_FOUND, subject=into.report_id)


def _judge_incident(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.MakeIncident", decision.act)
    for field, words in (("title", act.title), ("lead", act.lead)):
        if not words.strip():
            return refuse(Reason.EMPTY_TEXT, field=field)
        if len(words) > MAX_TITLE:
            return refuse(Reason.BAD_VALUE, field=field, value=words[:MAX_TITLE])
    return None


def _judge_end_incident(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    return refuse(Reason.NOT_INCIDENT, number=report.number) if merging_of(report).incident is None else None


def _judge_tell(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    if not cast("acts.TellReporters", decision.act).text.strip():
        return refuse(Reason.EMPTY_TEXT, field="text")
    return contact_refusal(cast("Report", facts.report))


def _joined(parent: Report, child: Report, line: Entry, orders_came: dict[str, str]) -> Report:
    """The parent with one more report; a second time changes nothing."""
    merging = merging_of(parent)
    if any(each.report_id == child.id for each in merging.children):
        return parent
    new = MergedChild(
        report_id=child.id, number=child.number, at=line.at, by=line.actor_name, reachable=child.reporter.reachable
    )
    priority = min(parent.priority, child.priority)
    params = {"number": child.number, "op": line.kind, **orders_came}
    if priority != parent.priority:
        params["priority"] = str(priority)
    told = parent.claim is not None and parent.claim.holder_id != line.actor_id
    return restated(
        replace(
            parent,
            merging=replace(merging, children=(*merging.children, new)),
            priority=priority,
            unread=parent.unread or told,
            timeline=(*parent.timeline, replace(line, kind=JOINED, params=params)),
        )
    )


def _left(parent: Report, child: Report, line: Entry) -> Report:
    """The parent without this report; a second time changes nothing."""
    merging = merging_of(parent)
    children = tuple(each for each in merging.children if each.report_id != child.id)
    if len(children) == len(merging.children):
        return parent
    line = replace(line, kind=LEFT, params={"number": child.number, "op": line.kind})
    timeline = (*parent.timeline, line)
    return restated(replace(parent, merging=_bare(replace(merging, children=children)), timeline=timeline))


def _bare(merging: Merging) -> Merging | None:
    return None if merging == Merging() else merging


def _merged(facts: Facts, report: Report, into_id: str, line: Entry) -> tuple[Facts, Report]:
    """Facts and report with the report merged away; `line` says who, when and by which decision."""
    parent = cast("Report", facts.other(into_id))
    into = MergedInto(
        report_id=parent.id, number=parent.number, at=line.at, by=line.actor_name, decision_id=line.decision_id
    )
    facts, report, parent = waits_moved(facts, report, parent)
    moved = [order for order in parent.waiting_orders if order.came_by and order.came_by[-1] == report.id]
    came = {"orders": ", ".join(order.call_sign for order in moved)} if moved else {}
    facts = facts.with_other(_joined(parent, report, line, came))
    return facts, replace(report, merging=replace(merging_of(report), into=into), claim=None)


def _apart(facts: Facts, report: Report, line: Entry) -> tuple[Facts, Report]:
    """Facts and report with the report standing for itself again; what its reporter was told stays with it."""
    into = cast("MergedInto", into_of(report))
    parent = facts.other(into.report_id)
    told: tuple[Entry, ...] = ()
    if parent is not None:
        facts, parent, report = waits_back(facts, parent, report)
        facts = facts.with_other(_left(parent, report, line))
        known = {entry.params.get("id") for entry in report.timeline if entry.kind == TOLD}
        told = tuple(
            Entry(kind=TOLD, at=e.at, actor_id=e.actor_id, actor_name=e.actor_name, text=e.text,
                  params={"id": e.decision_id})
            for e in parent.timeline
            if e.kind == "report.tell" and e.at >= into.at and e.decision_id not in known
        )  # fmt: skip
    merging = _bare(replace(merging_of(report), into=None))
    return facts, replace(report, merging=merging, unread=True, timeline=(*report.timeline, *told))


def _line(decision: Decision, actor: Actor) -> Entry:
    return Entry(
        kind=decision.op, at=decision.decided_at, actor_id=actor.id, actor_name=actor.name, decision_id=decision.id
    )


def _merge(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.MergeCase | acts.AddToIncident", decision.act)
    waiting = report.waiting_orders
    facts, report = _merged(facts, report, act.into_id, _line(decision, actor))
    into = cast("MergedInto", into_of(report))
    params = {"into": into.number, "into_id": into.report_id}
    if waiting:
        params |= {"orders": ", ".join(o.call_sign for o in waiting), "unit_ids": " ".join(o.unit_id for o in waiting)}
    return facts, report, params, ""


def _split(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    into = cast("MergedInto", into_of(report))
    facts, report = _apart(facts, report, _line(decision, actor))
    return facts, report, {"into": into.number, "into_id": into.report_id}, ""


def _make_incident(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, earlier = cast("acts.MakeIncident", decision.act), merging_of(report).incident
    since = earlier.since if earlier is not None else decision.decided_at
    incident = Incident(title=act.title.strip(), lead=act.lead.strip(), since=since, by=actor.name)
    params = {"title": incident.title, "lead": incident.lead}
    if earlier is not None:
        params |= {"was_title": earlier.title, "was_lead": earlier.lead, "was_by": earlier.by}
    return facts, replace(report, merging=replace(merging_of(report), incident=incident)), params, ""


def _end_incident(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    incident = cast("Incident", merging_of(report).incident)
    return facts, _without_incident(report), {"title": incident.title, "lead": incident.lead}, ""


def _without_incident(report: Report) -> Report:
    return replace(report, merging=_bare(replace(merging_of(report), incident=None)))


def _tell(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    params = {"reports": str(1 + len(merging_of(report).children))}
    return facts, report, params, cast("acts.TellReporters", decision.act).text


def incident_unmade(report: Report, entry: Entry) -> Report:
    """The report before it was made a large incident, or with the title and lead it had."""
    incident = merging_of(report).incident
    if incident is None:
        return report
    if "was_title" not in entry.params:
        return _without_incident(report)
    title, lead, by = (entry.params[name] for name in ("was_title", "was_lead", "was_by"))
    earlier = replace(incident, title=title, lead=lead, by=by)
    return replace(report, merging=replace(merging_of(report), incident=earlier))


def judge_merging_undo(report: Report, facts: Facts, entry: Entry) -> Refusal | None:
    """Whether the other report still lets a merge or split be taken back."""
    parent_id = entry.params.get("into_id", "")
    if entry.kind == "report.split":
        return _merge_refusal(report, facts.other(parent_id), parent_id)
    return None if facts.other(parent_id) else refuse(Reason.NOT_FOUND, subject=parent_id)


def merging_undone(decision: Decision, facts: Facts, report: Report, entry: Entry) -> tuple[Facts, Report]:
    """Facts and report with a merge or split taken back on both reports."""
    line = replace(entry, kind="report.undo", at=decision.decided_at, decision_id=decision.id, before=None, params={})
    if entry.kind == "report.split":
        return _merged(facts, report, entry.params["into_id"], line)
    return _apart(facts, report, line)


RULES: dict[type[Act], Rule] = {
    acts.MergeCase: _judge_merge,
    acts.AddToIncident: _judge_attach,
    acts.SplitCase: _judge_split,
    acts.MakeIncident: _judge_incident,
    acts.EndIncident: _judge_end_incident,
    acts.TellReporters: _judge_tell,
}
"""The rules of merging."""

STEPS: dict[type[Act], Step] = {
    acts.MergeCase: _merge,
    acts.AddToIncident: _merge,
    acts.SplitCase: _split,
    acts.MakeIncident: _make_incident,
    acts.EndIncident: _end_incident,
    acts.TellReporters: _tell,
}
"""The steps of merging."""

TAKE_BACK: dict[str, TakeBack] = {"report.incident": incident_unmade}
"""How making a large incident is undone."""
