"""A case goes into other hands only when those hands take it."""

from __future__ import annotations

from datetime import timedelta

from console.domain import acts
from console.domain.casework.handing import open_offer, open_transfer
from console.domain.decision import Reason
from console.domain.report import Status
from tests.domain.cases import BOSS, DEWI, SARI, T0, case_of, done, facts, refused

HANDED = acts.OfferCase(to_id="sari", to_name="Sari W.", note="sudah saya telepon")


def test_a_case_offered_stays_its_holders_until_the_colleague_accepts() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    world, _ = done(HANDED, world)
    assert case_of(world).claim is not None
    assert case_of(world).claim.holder_id == "dewi"
    assert refused(acts.AcceptOffer(), world, BOSS).reason is Reason.NO_OFFER
    world, _ = done(acts.AcceptOffer(), world, SARI)
    claim = case_of(world).claim
    assert claim is not None
    assert (claim.holder_id, claim.desk_id) == ("sari", "desk2")
    assert open_offer(case_of(world)) is None
    assert refused(acts.SetPriority(priority=1), world, DEWI).reason is Reason.CLAIMED_BY_OTHER


def test_only_its_holder_offers_and_only_one_at_a_time() -> None:
    assert refused(HANDED, facts()).reason is Reason.NOT_CLAIMED
    world, _ = done(acts.ClaimCase(), facts())
    assert refused(acts.OfferCase(to_id="dewi", to_name="Dewi"), world).reason is Reason.ALREADY_THEIRS
    assert refused(acts.OfferCase(to_id="", to_name="x"), world).reason is Reason.BAD_VALUE
    world, _ = done(HANDED, world)
    assert refused(HANDED, world).reason is Reason.OFFER_OPEN


def test_an_offer_is_declined_taken_back_or_undone() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    assert refused(acts.EndOffer(), world).reason is Reason.NO_OFFER
    world, offered = done(HANDED, world)
    for end, actor in ((acts.EndOffer(reason="penuh"), SARI), (acts.EndOffer(), DEWI), (acts.EndOffer(), BOSS)):
        ended, _ = done(end, world, actor)
        assert case_of(ended).handing is None
    undone, _ = done(acts.Undo(decision_id=offered.id), world)
    assert case_of(undone).handing is None


def test_a_supervisor_assigns_over_the_holder_and_a_refusal_needs_a_reason() -> None:
    assign = acts.AssignCase(to_id="sari", to_name="Sari W.")
    assert refused(assign, facts(), DEWI).reason is Reason.ROLE_FORBIDDEN
    world, _ = done(acts.ClaimCase(), facts())
    world, _ = done(HANDED, world)
    world, _ = done(assign, world, BOSS)
    assert refused(acts.EndOffer(), world, SARI).reason is Reason.EMPTY_TEXT
    assert refused(acts.EndOffer(reason="x"), world, DEWI).reason is Reason.ROLE_FORBIDDEN
    world, _ = done(acts.AcceptOffer(), world, SARI)
    assert case_of(world).claim is not None


def test_an_offer_is_over_when_the_colleague_came_to_hold_the_case_otherwise() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    world, _ = done(HANDED, world)
    world, _ = done(acts.ReleaseCase(), world)
    world, _ = done(acts.ClaimCase(), world, SARI)
    assert open_offer(case_of(world)) is None


def test_a_transfer_waits_for_the_other_posts_word() -> None:
    world, passed = done(acts.TransferCase(kind="112", name="Call Center 112", text="kebakaran"), facts())
    assert case_of(world).status is Status.FORWARDED
    assert open_transfer(case_of(world)) is not None
    assert refused(acts.TransferCase(kind="119", name="PSC"), world).reason is Reason.TRANSFER_OPEN
    assert refused(acts.AcceptTransfer(transfer_id="?", accepted_by="x"), world).reason is Reason.NOT_FOUND
    assert refused(acts.AcceptTransfer(transfer_id=passed.id, accepted_by=" "), world).reason is Reason.EMPTY_TEXT
    assert refused(acts.EndTransfer(transfer_id=passed.id, reason=""), world).reason is Reason.EMPTY_TEXT
    taken, _ = done(acts.AcceptTransfer(transfer_id=passed.id, accepted_by="Bu Rina"), world, SARI, after_s=90)
    handing = case_of(taken).handing
    assert handing is not None
    assert handing.transfer is not None
    assert handing.transfer.accepted_at == T0 + timedelta(seconds=90)
    refused_there, _ = done(acts.EndTransfer(transfer_id=passed.id, reason="bukan wilayahnya"), world)
    assert case_of(refused_there).handing is None
    undone, _ = done(acts.Undo(decision_id=passed.id), world)
    assert case_of(undone).handing is None
    assert refused(acts.TransferCase(kind="desa", name="x"), facts()).reason is Reason.BAD_VALUE
    assert refused(acts.TransferCase(kind="110", name=" "), facts()).reason is Reason.EMPTY_TEXT


def test_undoing_an_offer_leaves_a_supervisors_assignment_alone() -> None:
    world, _ = done(acts.ClaimCase(), facts())
    world, offered = done(HANDED, world)
    world, _ = done(acts.AssignCase(to_id="bayu", to_name="Bayu"), world, BOSS)
    world, _ = done(acts.Undo(decision_id=offered.id), world)
    offer = open_offer(case_of(world))
    assert offer is not None
    assert offer.to_id == "bayu"


def test_undoing_a_transfer_that_was_declined_meanwhile_leaves_a_later_one_alone() -> None:
    world, first = done(acts.TransferCase(kind="112", name="112"), facts())
    world, _ = done(acts.EndTransfer(transfer_id=first.id, reason="penuh"), world)
    assert refused(acts.Undo(decision_id="?"), world).reason is Reason.NOTHING_TO_UNDO
    again, _ = done(acts.Undo(decision_id=first.id), world)
    assert case_of(again).handing is None
