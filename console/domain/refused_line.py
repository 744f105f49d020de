"""A decision that did not stand, as the line it would have left on the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from console.domain import acts
from console.domain.acts import Act
from console.domain.agency import Agency
from console.domain.casework import Facts
from console.domain.casework.ticks import changed_ticks
from console.domain.report import OPEN_ASSIGNMENTS
from console.domain.shown_case import LedgerRow
from console.domain.timeline import Entry


def units_not_sent(rows: Sequence[LedgerRow], facts: Facts) -> tuple[str, ...]:
    """Call signs of the units these decisions send and that have no order on the case now."""
    named = [u for row in rows if isinstance(row.decision.act, acts.DispatchUnits) for u in row.decision.act.unit_ids]
    ordered = {a.unit_id for a in facts.report.assignments if a.status in OPEN_ASSIGNMENTS} if facts.report else set()
    return tuple(_signs([unit_id for unit_id in dict.fromkeys(named) if unit_id not in ordered], facts))


def _signs(unit_ids: Sequence[str], facts: Facts) -> Iterator[str]:
    for unit_id in unit_ids:
        unit = facts.unit(unit_id)
        yield unit.call_sign if unit is not None else unit_id


def refused_line(
    row: LedgerRow, chain: Sequence[LedgerRow], facts: Facts, agencies: Mapping[str, Agency]
) -> Entry:
    """The line the decision of `row` would have left on the timeline; `chain` holds what an undo may name."""
    decision, act = row.decision, row.decision.act
    return Entry(
        kind=decision.op,
        at=decision.decided_at,
        actor_id=row.actor.id,
        actor_name=row.actor.name,
        decision_id=decision.id,
        text=_text_of(act),
        params=_about_units(row, facts) | _about_case(act, facts) | _about_others(row, chain, agencies),
    )


def _about_units(row: LedgerRow, facts: Facts) -> dict[str, str]:
    act = row.decision.act
    match act:
        case acts.SetDuty() | acts.UndoDuty():
            duty = act.duty if isinstance(act, acts.SetDuty) else ""
            return {"unit": next(_signs((row.decision.subject.id,), facts)), "duty": duty}
        case acts.StartOrder():
            return {"unit": next(_signs((act.unit_id,), facts))}
        case acts.DispatchUnits():
            return {"units": ", ".join(_signs(act.unit_ids, facts))}
        case acts.CancelDispatch():
            return {"unit": next(_signs((act.unit_id,), facts))}
        case acts.SetUnitStatus():
            return {"unit": next(_signs((act.unit_id,), facts)), "status": act.status, "by": act.by}
    return {}


def _about_case(act: Act, facts: Facts) -> dict[str, str]:
    report = facts.report
    match act:
        case acts.MergeCase() | acts.AddToIncident():
            other = facts.other(act.into_id)
            return {"into": other.number if other is not None else ""}
        case acts.MakeIncident():
            return {"title": act.title, "lead": act.lead}
        case acts.SetPriority():
            return {"from": str(report.priority) if report else "", "to": str(act.priority)}
        case acts.SetCategory():
            return {"from": report.category if report else "", "to": act.category}
        case acts.SetSafeToContact():
            return {"safe": "yes" if act.safe else "no"}
        case acts.RecordTry():
            return {"result": act.result}
        case acts.CloseCase():
            told = {"outcome": act.outcome, "whom": act.referred_to, "lp": act.lp_number, "found_by": act.found_by}
            return {name: value for name, value in told.items() if value}
        case acts.JunkCase() | acts.StrikeReporter():
            return {"outcome": act.outcome}
        case acts.DecideBlock():
            return {"impose": "yes" if act.impose else "no"}
        case acts.DecideAppeal():
            return {"granted": "yes" if act.granted else "no"}
        case acts.Look():
            return {"what": act.what}
        case acts.OfferCase() | acts.AssignCase():
            return {"to_name": act.to_name}
        case acts.TransferCase():
            return {"post": act.name, "phone": act.phone}
        case acts.SettleDoubt():
            files = report.attachments if report else ()
            number = next((n for n, file in enumerate(files, 1) if file.id == act.file_id), 0)
            return {"file": str(number or "?"), "finding": act.finding}
        case acts.TickFacts():
            return changed_ticks(act)
        case acts.BreakClaim():
            return {"holder": report.claim.holder_name if report and report.claim else ""}
        case acts.FileReport():
            return {"channel": act.source_kind.value, "late": "yes" if act.call.late else "no"}
        case acts.AnswerAlarm():
            return {"alarm": act.alarm, "name": act.name, "by": act.by}
        case acts.AskReporter():
            return {"channel": report.source_kind.value if report else ""}
        case acts.ConfirmForward():
            named = [f.agency_name for f in report.forwards if f.id == act.forward_id] if report else []
            return {"agency": named[0] if named else "", "who": act.confirmed_by, "by": act.by}
    return {}


def _about_others(row: LedgerRow, chain: Sequence[LedgerRow], agencies: Mapping[str, Agency]) -> dict[str, str]:
    act = row.decision.act
    match act:
        case acts.ForwardCase():
            known = agencies.get(act.agency_id)
            return {"agency": known.short_name if known else act.agency_id}
        case acts.Undo():
            return {"op": next((each.decision.op for each in chain if each.decision.id == act.decision_id), "")}
    return {}


def _text_of(act: Act) -> str:
    if isinstance(act, acts.SettleDoubt):
        return act.note  # its finding is a code
    written = ("text", "note", "reason", "evidence", "grounds", "finding")
    return next((str(getattr(act, name)) for name in written if getattr(act, name, "")), "")
