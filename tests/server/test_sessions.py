"""Enrolment, sign-in and what a session is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from console.domain.acts import AddNote, ClaimCase
from console.domain.person import Role
from console.server import passwords
from console.server.sessions import SESSION_FOR
from console.server.tables import attempts
from tests.worlds.central import PASSPHRASE, Central


def _outcomes(central: Central) -> list[str]:
    with central.parts.database.read() as connection:
        return [row[0] for row in connection.execute(select(attempts.c.outcome).order_by(attempts.c.id))]


def test_an_enrolment_code_is_good_for_one_workstation(central: Central):
    code = central.enrol_code()
    first = central.post("/v1/enrol", json={"code": code.lower(), "name": "meja 1"})
    second = central.post("/v1/enrol", json={"code": code, "name": "meja 2"})
    assert first.status_code == 201
    assert (second.status_code, second.json()["code"], second.json()["field"]) == (401, "enrol_code_unknown", "code")


def test_an_enrolment_code_grows_old(central: Central):
    code = central.enrol_code()
    central.advance(25 * 3600)
    assert central.post("/v1/enrol", json={"code": code, "name": "meja 1"}).status_code == 401


def test_a_wrong_passphrase_and_an_unknown_person_get_the_same_answer_and_both_are_written_down(central: Central):
    desk = central.sign_in("sari")
    wrong = [
        central.post("/v1/sign-in", json={"user": user, "passphrase": "salah sekali"}, headers=desk.desk_headers)
        for user in ("sari", "siapa")
    ]
    assert [answer.status_code for answer in wrong] == [401, 401]
    assert wrong[0].content == wrong[1].content
    assert _outcomes(central) == ["enrolled", "ok", "wrong", "wrong"]


def test_guessing_is_slowed_down_and_a_pause_lets_one_in_again(central: Central):
    desk = central.sign_in("sari")
    body = {"user": "sari", "passphrase": "salah sekali"}
    statuses = [central.post("/v1/sign-in", json=body, headers=desk.desk_headers).status_code for _ in range(6)]
    assert statuses == [401, 401, 401, 401, 401, 429]
    right = {"user": "sari", "passphrase": PASSPHRASE}
    blocked = central.post("/v1/sign-in", json=right, headers=desk.desk_headers)
    assert blocked.status_code == 429
    assert 0 < int(blocked.headers["Retry-After"]) <= 900
    assert _outcomes(central)[-1] == "blocked"
    central.advance(901)
    assert central.post("/v1/sign-in", json=right, headers=desk.desk_headers).status_code == 200


def test_a_refresh_renews_the_access_and_belongs_to_its_desk(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    central.advance(16 * 60)
    expired = central.get("/v1/changes", headers=desk.headers)
    assert (expired.status_code, expired.json()["code"]) == (401, "access_expired")
    stolen = central.post("/v1/refresh", json={"refresh_token": desk.refresh_token}, headers=other.desk_headers)
    assert stolen.status_code == 401
    renewed = central.post("/v1/refresh", json={"refresh_token": desk.refresh_token}, headers=desk.desk_headers).json()
    assert renewed["session_id"] == desk.session_id
    headers = {**desk.desk_headers, "Authorization": f"Bearer {renewed['access_token']}"}
    assert central.get("/v1/changes", headers=headers).status_code == 200


def test_a_refresh_whose_answer_was_lost_may_be_tried_again_at_once_but_not_later(central: Central):
    desk = central.sign_in()
    body = {"refresh_token": desk.refresh_token}
    first, again = (central.post("/v1/refresh", json=body, headers=desk.desk_headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    central.advance(180)
    assert central.post("/v1/refresh", json=body, headers=desk.desk_headers).status_code == 401


def test_only_those_who_may_look_get_the_identity_key(central: Central):
    keys = {}
    desk = central.enrol()
    for role in (Role.OPERATOR, Role.SUPERVISOR, Role.OVERSIGHT):
        central.make_user(role.value, role)
        answer = central.post(
            "/v1/sign-in",
            json={"user": role.value, "passphrase": PASSPHRASE},
            headers={"Sigap-Desk": ":".join(desk)},
        )
        keys[role] = answer.json()["identity_key"]
    assert keys[Role.OPERATOR] == keys[Role.SUPERVISOR] == central.parts.identity.identity_key.hex()
    assert keys[Role.OVERSIGHT] == ""


def test_after_signing_out_no_token_opens_anything_but_what_was_decided_offline_counts(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    central.post("/v1/sign-out", headers=desk.headers)
    assert central.get("/v1/changes", headers=desk.headers).status_code == 401
    again = central.post("/v1/refresh", json={"refresh_token": desk.refresh_token}, headers=desk.desk_headers)
    assert again.status_code == 401
    unlocked = desk.decision(AddNote(text="tanpa server"), report_id, decided_at=central.now() + timedelta(seconds=1))
    assert desk.send(unlocked).json()["results"][0]["outcome"] == "applied"


def test_a_decision_made_before_being_revoked_still_counts_and_one_made_after_does_not(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    before = desk.decision(AddNote(text="sebelum"), report_id, decided_at=central.now() - timedelta(minutes=1))
    central.post("/v1/sign-out", headers=desk.headers)
    central.post(f"/v1/admin/users/{desk.actor_id}/revoke", headers=central.admin)
    after = desk.decision(AddNote(text="sesudah"), report_id, decided_at=central.now() + timedelta(seconds=1))
    results = desk.send(before, after).json()["results"]
    assert [result["outcome"] for result in results] == ["applied", "refused"]
    assert results[1]["refusal"]["reason"] == "session_revoked"


def test_decisions_count_for_seven_days_after_the_session_began(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    begun = central.now()
    in_time = desk.decision(
        AddNote(text="hari keenam"), report_id, decided_at=begun + SESSION_FOR - timedelta(minutes=1)
    )
    too_late = desk.decision(
        AddNote(text="hari kedelapan"), report_id, decided_at=begun + SESSION_FOR + timedelta(minutes=1)
    )
    central.advance(9 * 24 * 3600)
    results = desk.send(in_time, too_late).json()["results"]
    assert [result["outcome"] for result in results] == ["applied", "refused"]
    assert results[1]["refusal"]["reason"] == "session_too_old"


def test_a_decision_is_judged_with_the_role_its_session_had(central: Central):
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    central.post(f"/v1/admin/users/{desk.actor_id}/revoke", headers=central.admin)
    earlier = desk.decision(ClaimCase(), report_id, base_version=1, decided_at=central.now() - timedelta(minutes=5))
    assert desk.send(earlier).json()["results"][0]["outcome"] == "applied"
    assert central.get("/v1/changes", headers=desk.headers).json()["code"] == "session_revoked"


def test_nobody_decides_in_another_desks_or_persons_name(central: Central):
    desk, other = central.sign_in("sari"), central.sign_in("bayu")
    report_id = central.report_in(central.make_source())
    foreign = other.decision(ClaimCase(), report_id)
    result = desk.send(foreign).json()["results"][0]
    assert (result["outcome"], result["refusal"]["params"]["field"]) == ("refused", "desk_id")
    assert central.report(report_id).claim is None


def test_a_workstation_struck_off_enrols_again_and_what_its_ledger_holds_is_applied_then(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    central.post(f"/v1/admin/desks/{desk.desk_id}/revoke", headers=central.admin)
    decision = desk.decision(AddNote(text="dari ledger"), report_id)
    answer = desk.send(decision)
    assert (answer.status_code, answer.json()["code"]) == (401, "desk_revoked")

    body = {"code": central.enrol_code(), "name": "meja 1", "desk_id": desk.desk_id}
    again = central.post("/v1/enrol", json=body).json()
    assert again["desk_id"] == desk.desk_id
    sent = replace(desk, desk_secret=again["desk_secret"]).send(decision).json()
    assert sent["results"][0]["outcome"] == "applied"
    assert central.report(report_id).timeline[-1].text == "dari ledger"


def test_a_passphrase_is_hashed_as_the_standard_recommends_and_a_stranger_costs_the_same() -> None:
    encoded = passwords.hash_passphrase("kata sandi rekaan")
    assert encoded.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords._NOBODY.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.fits("kata sandi rekaan", encoded)
    assert not passwords.fits("lain", encoded)
    assert not passwords.fits("kata sandi rekaan", None)
