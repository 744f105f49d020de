"""What an administrator sees of what is enrolled, and ends: no list shows a secret."""

from __future__ import annotations

from console.contract.audit import named
from console.domain.acts import DispatchUnits
from console.domain.person import Role
from tests.worlds.central import PASSPHRASE, Central

JSON = {"Accept": "application/json"}


def listed(central: Central, what: str) -> list[dict]:
    answer = central.get(f"/v1/admin/{what}", headers=central.admin)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_people_and_workstations_are_listed_with_when_they_were_last_there(central: Central):
    sari = central.sign_in("sari")
    central.make_user("bayu")
    central.post("/v1/heartbeat", json={"looking_at": "", "leases": []}, headers=sari.headers)
    (bayu, here) = listed(central, "users")
    assert (bayu["login"], bayu["active"], bayu.get("seen_at"), bayu["at_desk"]) == ("bayu", True, None, "")
    assert (here["login"], here["at_desk"], bool(here["seen_at"])) == ("sari", "desk of sari", True)
    (desk,) = listed(central, "desks")
    assert (desk["id"], desk["person"], desk.get("ended_at")) == (sari.desk_id, "Sari", None)
    central.post(f"/v1/admin/desks/{sari.desk_id}/revoke", headers=central.admin)
    assert listed(central, "desks")[0]["ended_at"]
    central.post(f"/v1/admin/users/{sari.actor_id}/revoke", headers=central.admin)
    assert [person["active"] for person in listed(central, "users")] == [True, False]


def test_nobody_withdraws_himself(central: Central):
    admin = central.sign_in("galih", role=Role.ADMINISTRATOR)
    answer = central.post(f"/v1/admin/users/{admin.actor_id}/revoke", headers=admin.headers)
    assert (answer.status_code, answer.json()["code"]) == (409, "own_account")
    assert listed(central, "users")[0]["active"]


def test_an_enrolment_code_is_named_and_withdrawn_without_being_shown(central: Central):
    made = central.post("/v1/admin/enrolments", json={"uses": 2, "valid_h": 1}, headers=central.admin).json()
    (known,) = listed(central, "enrolments")
    assert known["uses_left"] == 2
    assert made["code"] not in str(known)
    ended = f"/v1/admin/enrolments/{known['id']}/revoke"
    assert central.post(ended, headers=central.admin).status_code == 200
    assert listed(central, "enrolments") == []
    assert central.post("/v1/enrol", json={"code": made["code"], "name": "x"}).status_code == 401
    assert central.post(ended, headers=central.admin).status_code == 404


def test_a_source_is_listed_with_its_latest_report_and_never_its_key(central: Central):
    headers = central.make_source("gojek-malang")
    central.report_in(headers)
    (source,) = listed(central, "sources")
    assert (source["id"], source["kind"], bool(source["last_at"])) == ("gojek-malang", "citizen_app", True)
    key = headers["Authorization"].removeprefix("Bearer ")
    assert key not in str(listed(central, "sources")) + str(listed(central, "keys"))
    central.post("/v1/admin/sources/gojek-malang/revoke", headers=central.admin)
    assert listed(central, "sources")[0]["ended_at"]


def test_a_link_nobody_opened_ends_after_a_day_and_one_on_a_phone_lasts_until_it_is_taken_back(central: Central):
    central.make_unit("patroli-1")
    asked = "/v1/admin/units/patroli-1/link"
    forgotten = central.post(asked, headers=central.admin).json()
    central.let_pass(24 * 3600 + 1)
    assert central.get(forgotten["path"], headers=JSON).status_code == 404
    opened = central.post(asked, headers=central.admin).json()
    assert central.get(opened["path"], headers=JSON).status_code == 200
    central.let_pass(30 * 24 * 3600)
    assert central.get(opened["path"], headers=JSON).status_code == 200
    (page,) = listed(central, "phone-pages")
    assert (page["unit_id"], bool(page["opened_at"]), page.get("expires_at")) == ("patroli-1", True, None)
    assert central.post(f"{asked}/revoke", headers=central.admin).status_code == 200
    assert central.get(opened["path"], headers=JSON).status_code == 404
    assert listed(central, "phone-pages") == []
    assert central.post(f"{asked}/revoke", headers=central.admin).status_code == 404


def test_a_unit_is_retired_with_its_page_and_comes_back_as_a_later_one_of_that_name(central: Central):
    central.make_unit("patroli-1")
    path = central.post("/v1/admin/units/patroli-1/link", headers=central.admin).json()["path"]
    retired = "/v1/admin/units/patroli-1/retire"
    assert central.post(retired, headers=central.admin).status_code == 200
    assert listed(central, "units") == []
    assert central.get(path, headers=JSON).status_code == 404
    assert central.post(retired, headers=central.admin).status_code == 404
    unit = {"id": "patroli-1", "call_sign": "P01"}
    assert central.post("/v1/admin/units", json={"units": [unit]}, headers=central.admin).status_code == 200
    assert listed(central, "units")[0]["revision"] > 2


def test_a_unit_with_an_order_is_not_retired(central: Central):
    central.make_unit("patroli-1")
    desk = central.sign_in("sari")
    report_id = central.report_in(central.make_source())
    desk.decide(DispatchUnits(unit_ids=("patroli-1",), fewer_because="latihan"), report_id, base_version=1)
    answer = central.post("/v1/admin/units/patroli-1/retire", headers=central.admin)
    assert (answer.status_code, answer.json()["code"]) == (409, "unit_busy")
    assert central.report(report_id).number in answer.json()["message"]


def test_each_of_it_stands_in_the_audit_chain(central: Central):
    central.make_unit("patroli-1")
    central.post("/v1/admin/units/patroli-1/link", headers=central.admin)
    central.post("/v1/admin/units/patroli-1/link/revoke", headers=central.admin)
    central.post("/v1/admin/units/patroli-1/retire", headers=central.admin)
    with central.parts.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT what, subject FROM audit ORDER BY place DESC LIMIT 3").all()
    assert [row[0] for row in rows] == ["unit.retire", "link.revoke", "link.make"]
    assert {row[1] for row in rows} == {named("unit", "patroli-1")}
    assert PASSPHRASE not in str(rows)
