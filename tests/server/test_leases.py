"""Leases: server time decides, a heartbeat keeps them, silence frees the case for others."""

from __future__ import annotations

from console.domain.acts import AddNote, ClaimCase, ReleaseCase, SetPriority
from tests.worlds.central import Central, SignedDesk


def _beat(desk: SignedDesk, report_id: str, token: int) -> dict:
    body = {"leases": [{"report_id": report_id, "token": token}]}
    return desk.central.post("/v1/heartbeat", json=body, headers=desk.headers).json()


def test_a_heartbeat_keeps_the_lease(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    token = desk.decide(ClaimCase(), report_id, base_version=1)["token"]
    for _ in range(4):
        central.advance(50)
        assert _beat(desk, report_id, token)["kept"] == [report_id]
    claim = central.report(report_id).claim
    assert claim is not None
    assert not claim.lapsed


def test_a_silent_holders_lease_lapses_and_the_feed_says_so(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    seen = central.get("/v1/changes?after=0", headers=other.headers).json()["next_seq"]
    central.advance(61)
    rows = central.get(f"/v1/changes?after={seen}", headers=other.headers).json()["rows"]
    assert [row["body"]["claim"]["lapsed"] for row in rows] == [True]
    taken = other.decide(ClaimCase(reason="tidak terdengar"), report_id, base_version=2)
    assert (taken["outcome"], taken["token"]) == ("applied", 2)
    late = desk.decide(SetPriority(priority=1), report_id, token=1)
    assert late["refusal"]["reason"] == "claimed_by_other"
    assert _beat(desk, report_id, 1)["lost"] == [report_id]


def test_a_holder_who_comes_back_first_goes_on(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.advance(61)
    assert _beat(desk, report_id, 1)["kept"] == [report_id]
    claim = central.report(report_id).claim
    assert claim is not None
    assert not claim.lapsed
    central.advance(61)
    claim = central.report(report_id).claim
    assert claim is not None
    assert claim.lapsed


def test_somebody_elses_note_does_not_prolong_the_lease(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.advance(40)
    other.decide(AddNote(text="saya lihat"), report_id)
    central.advance(30)
    claim = central.report(report_id).claim
    assert claim is not None
    assert claim.lapsed


def test_an_older_token_never_passes(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.advance(61)
    other.decide(ClaimCase(reason="tidak terdengar"), report_id, base_version=2)
    other.decide(ReleaseCase(), report_id, base_version=3, token=2)
    late = desk.decide(SetPriority(priority=1), report_id, token=1)
    assert late["refusal"]["reason"] == "stale_lease"


def test_signing_out_frees_the_cases_at_once(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    assert central.post("/v1/sign-out", headers=desk.headers).json() == {"count": 1}
    assert central.report(report_id).claim is None
    assert central.report(report_id).timeline[-1].kind == "lease.freed"


def test_a_lease_outlives_the_server(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.go_away()
    central.come_back()
    assert _beat(desk, report_id, 1)["kept"] == [report_id]


def test_a_lease_has_run_out_to_the_moment_not_when_a_job_comes_by(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.let_pass(59)
    early = other.decide(ClaimCase(reason="tidak terdengar"), report_id, base_version=2)
    assert early["refusal"]["reason"] == "claimed_by_other"
    central.let_pass(2)
    taken = other.decide(ClaimCase(reason="tidak terdengar"), report_id, base_version=2)
    assert (taken["outcome"], taken["token"]) == ("applied", 2)


def test_a_silent_holders_case_is_taken_over_only_with_a_reason(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.advance(61)
    for act in (ClaimCase(), ClaimCase(reason=" "), SetPriority(priority=1)):
        refused = other.decide(act, report_id, base_version=2)
        assert refused["refusal"]["reason"] == "holder_silent"
    assert other.decide(ClaimCase(reason="konsolnya mati"), report_id, base_version=2)["outcome"] == "applied"
    line = central.report(report_id).timeline[-1]
    assert (line.text, line.params["from"]) == ("konsolnya mati", "Sari")


def test_signing_out_frees_a_lapsed_case_too(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    central.advance(61)
    assert central.post("/v1/sign-out", headers=desk.headers).json() == {"count": 1}
    assert central.report(report_id).claim is None


def test_what_was_decided_under_a_lease_before_signing_out_still_stands(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    desk.decide(ClaimCase(), report_id, base_version=1)
    waiting = [desk.decision(SetPriority(priority=p), report_id, token=1) for p in (1, 2)]
    central.post("/v1/sign-out", headers=desk.headers)
    assert desk.send(waiting[0]).json()["results"][0]["outcome"] == "applied"
    other.decide(ClaimCase(), report_id)
    other.decide(ReleaseCase(), report_id, token=2)
    assert desk.send(waiting[1]).json()["results"][0]["refusal"]["reason"] == "stale_lease"
