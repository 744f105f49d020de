"""What travels comes back as it was; what cannot be meant is refused by field."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.contract.codec import aware, decode, encode
from console.contract.decisions import DecisionResult, decode_decision, encode_decision
from console.contract.ids import is_id, new_id
from console.contract.intake import NewReport
from console.contract.sealed import Identity, open_seal, seal
from console.domain import acts
from console.domain.acts import OPS
from console.domain.box import Box
from console.domain.call import Caller
from console.domain.casework import Facts
from console.domain.decision import Reason, refuse
from console.domain.errors import AccessFault, InputFault
from console.domain.place import Place
from console.domain.report import Report, SourceKind
from console.domain.silence import Silence
from tests.domain.cases import DEWI, T0, a_report, decide, done, facts

EVERY_ACT = [
    acts.ClaimCase(),
    acts.ReleaseCase(),
    acts.BreakClaim(reason="sakit"),
    acts.AskReporter(text="Di mana?"),
    acts.AddNote(text="catatan"),
    acts.SetPriority(priority=1),
    acts.SetCategory(category="fire"),
    acts.SetSafeToContact(safe=True),
    acts.DispatchUnits(unit_ids=("u1", "u2")),
    acts.CancelDispatch(unit_id="u1"),
    acts.SetUnitStatus(unit_id="u1", status="en_route", by="radio"),
    acts.JunkCase(outcome="prank"),
    acts.CloseCase(outcome="duplicate"),
    acts.ReopenCase(reason="salah"),
    acts.ForwardCase(agency_id="pln", text="Kabel putus"),
    acts.ConfirmForward(forward_id="f", confirmed_by="Bu Rina"),
    acts.MarkRead(),
    acts.Look(what="identity", reason="korban"),
    acts.ApproveCase(),
    acts.ReturnCase(note="lengkapi"),
    acts.Undo(decision_id="d1"),
    acts.TickFacts(armed=True, crowd=False),
    acts.TickFacts(crowd_size=50),
    acts.SettleDoubt(file_id="f1", finding="clock", note="jam ponsel mundur", was="d1"),
    acts.TellFileClaim(file_id="f1", taken_at=T0, taken_sure=True, lat=-7.97, lon=112.63),
    acts.ConfirmSafe(by="radio", unit_id="u1"),
    acts.RecordTry(result="no_answer", note="berdering"),
    acts.MergeCase(into_id="r2"),
    acts.SplitCase(),
    acts.MakeIncident(title="Banjir Sukun", lead="Ipda Joko"),
    acts.EndIncident(),
    acts.AddToIncident(into_id="r2"),
    acts.TellReporters(text="Petugas sudah di lokasi."),
    acts.AnswerAlarm(alarm="sos", since="2026-11-21T07:00:00+00:00", name="Iptu Wahyu", by="phone"),
    acts.StrikeReporter(outcome="prank", evidence="tertawa lalu menutup telepon"),
    acts.OverturnStrike(grounds="salah orang"),
    acts.DecideBlock(impose=True, grounds="tiga kali iseng"),
    acts.LiftBlock(grounds="sudah meminta maaf"),
    acts.DecideAppeal(appeal_id="a1", granted=False, grounds="rekaman jelas"),
    acts.PauseClock(reason="menunggu alat berat"),
    acts.ResumeClock(),
    acts.OfferCase(to_id="u2", to_name="Bayu"),
    acts.AssignCase(to_id="u2", to_name="Bayu", note="dekat"),
    acts.AcceptOffer(),
    acts.EndOffer(reason="penuh"),
    acts.TransferCase(kind="polres", name="Polres Malang", phone="+62 800 000 0300", text="di luar wilayah"),
    acts.AcceptTransfer(transfer_id="t1", accepted_by="Aiptu Joko"),
    acts.EndTransfer(transfer_id="t1", reason="bukan wilayahnya"),
    acts.FileReport(
        number="KJ-2611-0042", source_kind=SourceKind.CALL_110, text="tabrakan", category="other", priority=2,
        place=Place(words="Simpang Blimbing"), received_at=T0, caller=Caller(name_masked="B•••", sealed="c2VnZWw="),
    ),
    acts.StartOrder(unit_id="u1", order_id="d1"),
    acts.SetDuty(duty="break", note="makan"),
    acts.UndoDuty(decision_id="d1"),
    acts.TickStep(step_id="inside"),
    acts.SkipStep(step_id="gas", reason="tidak ada gas"),
    acts.FlagHazard(kind="place", words="Anjing galak", days=30, radius_m=100),
    acts.EndHazard(hazard_id="h1", reason="sudah pindah"),
    acts.SetPlace(place=Place(words="Simpang Blimbing", lat=-7.93, lon=112.64), was=Place(words="Blimbing")),
    acts.AskNearby(source_ids=("ojek",), question="Masih ada api?", quoted="asap tebal", radius_m=1000),
    acts.WithdrawAsk(ask_id="d1"),
    acts.NoteAnswerFiled(answer_id="a1", report_id="r2", number="KJ-2611-0043"),
    acts.SetCaller(caller=Caller(phone_masked="+62•••••••••01", reachable=True, sealed="c2VnZWw=")),
    acts.OpenFile(file_id="f1"),
    acts.RedactFile(
        file_id="f1", origin_sha256="a" * 64, sha256="b" * 64, size_bytes=9, media_type="image/jpeg",
        boxes=(Box(left=1, top=2, right=3, bottom=4), Box(left=0, top=0, right=9, bottom=9, from_ms=0, until_ms=5)),
        silences=(Silence(from_ms=0, until_ms=700),),
    ),
    acts.ExportCase(form="zip", file_ids=("f1",), sha256="c" * 64, purpose="penyidikan", recipient="Kejaksaan"),
    acts.AttachFile(file_id="f2", name="foto.jpg", media_type="image/jpeg", size_bytes=9, sha256="d" * 64),
    acts.WithdrawFile(file_id="f2"),
]


@pytest.mark.parametrize("act", EVERY_ACT, ids=lambda act: type(act).__name__)
def test_every_act_comes_back_as_it_was_sent(act: acts.Act) -> None:
    decision = decide(act, facts(), DEWI)
    assert decode_decision(encode_decision(decision)) == decision


def test_no_act_is_forgotten_here() -> None:
    assert {type(act) for act in EVERY_ACT} == set(OPS.values())


def test_a_report_with_all_that_happened_to_it_comes_back_as_it_was() -> None:
    world: Facts = facts()
    for act in (acts.DispatchUnits(unit_ids=("u1",)), acts.ForwardCase(agency_id="pln", text="a"),
                acts.CloseCase(outcome="done_by_agency", release_units=True)):  # fmt: skip
        world, _ = done(act, world)
    assert decode(encode(world.report), Report) == world.report


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"{", "$"),
        (b"\xff", "$"),
        (b'{"id":1}', "$.id"),
        (b'{"id":"a","lat":"north"}', "$.lat"),
        (b'{"id":"a","kind":"gossip"}', "$.kind"),
        (b'{"id":"a","nonsense":1}', "$"),
        (b"[" * 100_000, "$"),
    ],
)
def test_bad_json_is_refused_by_field(body: bytes, field: str) -> None:
    with pytest.raises(InputFault) as caught:
        decode(body, NewReport)
    assert caught.value.params["field"] == field


@given(st.binary(max_size=200))
def test_no_bytes_make_a_decision_but_a_decision(body: bytes) -> None:
    with pytest.raises(InputFault):
        decode_decision(body)


def test_a_decision_of_an_unknown_kind_or_time_without_offset_is_refused() -> None:
    raw = encode_decision(decide(acts.ClaimCase(), facts(), DEWI))
    with pytest.raises(InputFault, match=r"report\.sing"):
        decode_decision(raw.replace(b"report.claim", b"report.sing"))
    with pytest.raises(InputFault, match="offset"):
        decode_decision(raw.replace(b"Z", b""))
    with pytest.raises(InputFault, match="offset"):
        aware(datetime(2026, 1, 1), "happened_at")
    assert aware(a_report().received_at, "x").tzinfo is UTC


def test_a_refusal_for_a_reason_of_a_later_release_stays_a_refusal() -> None:
    body = b'{"id":"d1","outcome":"refused","refusal":{"reason":"moon_phase","params":{"number":"KJ-1"}},'
    result = decode(body + b'"server_time":"2026-03-03T00:00:00Z"}', DecisionResult)
    assert result.refusal == refuse(Reason.OTHER, number="KJ-1")


def test_ids_are_time_ordered_and_told_from_other_words() -> None:
    ids = [new_id() for _ in range(1000)]
    assert ids == sorted(ids)
    assert all(is_id(one) for one in ids)
    assert not is_id("KJ-2611-0001")


def test_a_seal_opens_with_its_key_for_its_report_only() -> None:
    key, other = bytes(32), bytes([1]) * 32
    who = Identity(name="Budi", phone="+628000000001")
    sealed = seal(who, key, "r1")
    assert open_seal(sealed, key, "r1") == who
    for wrong in ((sealed, other, "r1"), (sealed, key, "r2"), ("no seal", key, "r1"), (sealed[:-8], key, "r1")):
        with pytest.raises(AccessFault):
            open_seal(*wrong)
