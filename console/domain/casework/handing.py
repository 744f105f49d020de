"""A case goes into other hands: to a colleague who accepts, to a post that says yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.facts import Facts
from console.domain.casework.step import Rule, Step, Stepped, TakeBack, with_claim
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.handing import TRANSFER_KINDS, Handing, Offer, Transfer
from console.domain.person import Actor, Role
from console.domain.report import Report, held_by
from console.domain.timeline import Entry


def open_offer(report: Report) -> Offer | None:
    """The offer nobody has answered yet, if any."""
    offer = report.handing.offer if report.handing else None
    holder_id = report.claim.holder_id if report.claim else ""
    return None if offer is None or report.ended or offer.to_id == holder_id else offer


def open_transfer(report: Report) -> Transfer | None:
    """The transfer that waits for the other post's word, if any."""
    transfer = report.handing.transfer if report.handing else None
    return None if transfer is None or transfer.accepted_at is not None else transfer


def _judge_offer(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.OfferCase | acts.AssignCase", decision.act)
    report = cast("Report", facts.report)
    if not act.to_id or not act.to_name.strip():
        return refuse(Reason.BAD_VALUE, field="to_id", value=act.to_id)
    if isinstance(act, acts.OfferCase) and not held_by(report, actor):
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    if report.claim is not None and report.claim.holder_id == act.to_id:
        return refuse(Reason.ALREADY_THEIRS, number=report.number, holder=report.claim.holder_name)
    offer = open_offer(report)
    if offer is not None and isinstance(act, acts.OfferCase):
        return refuse(Reason.OFFER_OPEN, number=report.number, to=offer.to_name)
    return None


def _judge_accept(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    offer = open_offer(report)
    if offer is None or offer.to_id != actor.id:
        return refuse(Reason.NO_OFFER, number=report.number)
    return None


def _judge_end_offer(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    report = cast("Report", facts.report)
    offer = open_offer(report)
    if offer is None:
        return refuse(Reason.NO_OFFER, number=report.number)
    if actor.id not in (offer.to_id, offer.by_id) and actor.role is not Role.SUPERVISOR:
        return refuse(Reason.ROLE_FORBIDDEN, role=actor.role.value)
    if offer.assigned and actor.id == offer.to_id and not cast("acts.EndOffer", decision.act).reason.strip():
        return refuse(Reason.EMPTY_TEXT, field="reason")
    return None


def _judge_transfer(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.TransferCase", decision.act)
    report = cast("Report", facts.report)
    if act.kind not in TRANSFER_KINDS:
        return refuse(Reason.BAD_VALUE, field="kind", value=act.kind)
    if not act.name.strip():
        return refuse(Reason.EMPTY_TEXT, field="name")
    waiting = report.handing.transfer if report.handing else None
    if waiting is not None:
        return refuse(Reason.TRANSFER_OPEN, number=report.number, to=waiting.name)
    return None


def _judge_transfer_word(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act = cast("acts.AcceptTransfer | acts.EndTransfer", decision.act)
    transfer = open_transfer(cast("Report", facts.report))
    if transfer is None or transfer.id != act.transfer_id:
        return refuse(Reason.NOT_FOUND, subject=act.transfer_id)
    said, field = (
        (act.accepted_by, "accepted_by") if isinstance(act, acts.AcceptTransfer) else (act.reason, "reason")
    )
    return None if said.strip() else refuse(Reason.EMPTY_TEXT, field=field)


def _with_offer(report: Report, offer: Offer | None) -> Report:
    return _kept(report, replace(report.handing or Handing(), offer=offer))


def _with_transfer(report: Report, transfer: Transfer | None) -> Report:
    return _kept(report, replace(report.handing or Handing(), transfer=transfer))


def _kept(report: Report, handing: Handing) -> Report:
    return replace(report, handing=None if handing == Handing() else handing)


def _offer(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.OfferCase | acts.AssignCase", decision.act)
    offer = Offer(
        id=decision.id, to_id=act.to_id, to_name=act.to_name, by_id=actor.id, by_name=actor.name,
        at=decision.decided_at, assigned=isinstance(act, acts.AssignCase),
    )  # fmt: skip
    return facts, _with_offer(report, offer), {"to_name": act.to_name}, act.note


def _accept(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    offer = cast("Offer", open_offer(report))
    params = {"by_name": offer.by_name, "by_id": offer.by_id}
    # A new claim, and a greater token: what its holder still decides under the old one does not pass.
    report = with_claim(replace(report, claim=None), actor, decision)
    return facts, _with_offer(report, None), params, ""


def _end_offer(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    offer = cast("Offer", open_offer(report))
    params = {"to_name": offer.to_name, "declined": "yes" if offer.to_id == actor.id else "no"}
    return facts, _with_offer(report, None), params, cast("acts.EndOffer", decision.act).reason


def _transfer(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.TransferCase", decision.act)
    transfer = Transfer(
        id=decision.id, kind=act.kind, name=act.name, phone=act.phone, asked_at=decision.decided_at
    )
    report = _with_transfer(with_claim(report, actor, decision), transfer)
    return facts, report, {"post": act.name, "phone": act.phone}, act.text


def _accept_transfer(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.AcceptTransfer", decision.act)
    transfer = cast("Transfer", open_transfer(report))
    taken = replace(transfer, accepted_at=decision.decided_at, accepted_by=act.accepted_by)
    return facts, _with_transfer(report, taken), {"post": transfer.name, "who": act.accepted_by, "by": act.by}, ""


def _end_transfer(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    params = {"post": cast("Transfer", open_transfer(report)).name}
    return facts, _with_transfer(report, None), params, cast("acts.EndTransfer", decision.act).reason


def _offer_back(report: Report, entry: Entry) -> Report:
    offer = report.handing.offer if report.handing else None
    return _with_offer(report, None) if offer is not None and offer.id == entry.decision_id else report


def _transfer_back(report: Report, entry: Entry) -> Report:
    transfer = report.handing.transfer if report.handing else None
    return _with_transfer(report, None) if transfer is not None and transfer.id == entry.decision_id else report


RULES: dict[type[Act], Rule] = {
    acts.OfferCase: _judge_offer,
    acts.AssignCase: _judge_offer,
    acts.AcceptOffer: _judge_accept,
    acts.EndOffer: _judge_end_offer,
    acts.TransferCase: _judge_transfer,
    acts.AcceptTransfer: _judge_transfer_word,
    acts.EndTransfer: _judge_transfer_word,
}
"""The rules of handing a case on."""

STEPS: dict[type[Act], Step] = {
    acts.OfferCase: _offer,
    acts.AssignCase: _offer,
    acts.AcceptOffer: _accept,
    acts.EndOffer: _end_offer,
    acts.TransferCase: _transfer,
    acts.AcceptTransfer: _accept_transfer,
    acts.EndTransfer: _end_transfer,
}
"""The steps of handing a case on."""

TAKE_BACK: dict[str, TakeBack] = {
    "report.offer": _offer_back,
    "report.assign": _offer_back,
    "report.transfer": _transfer_back,
}
"""How they are undone, by op."""
