"""The reporter sees, answers and adds to his own report through his app."""

from __future__ import annotations

import pytest

from console.contract.ids import new_id
from console.domain.acts import AskReporter, ClaimCase, JunkCase, Look, MarkRead
from tests.server.test_intake import GIF, PHOTO, send
from tests.worlds.central import Central

REACHABLE = {"account": "warga-1", "name": "Contoh"}


def test_a_question_and_its_answer_travel_both_ways(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    report_id = central.report_in(app, reporter=REACHABLE)
    desk.decide(AskReporter(text="Ada korban?"), report_id, base_version=None)
    seen = central.get(f"/v1/reports/{report_id}", headers=app).json()
    assert (seen["state"], [m["text"] for m in seen["messages"]]) == ("in_hand", ["Ada korban?"])

    said = {"id": new_id(), "text": "Dua orang"}
    for _ in range(2):
        answer = central.post(f"/v1/reports/{report_id}/answers", json=said, headers=app)
        assert answer.status_code == 200, answer.text
    assert [m["direction"] for m in answer.json()["messages"]] == ["question", "answer"]
    assert central.report(report_id).unread
    desk.decide(MarkRead(), report_id)
    assert not central.report(report_id).unread
    other = central.post(f"/v1/reports/{report_id}/answers", json={**said, "text": "lain"}, headers=app)
    assert (other.status_code, other.json()["field"]) == (409, "id")


def test_files_may_follow_and_the_same_file_twice_is_one(central: Central):
    app = central.make_source()
    report_id = central.report_in(app)
    for count in (1, 0):
        answer = central.post(f"/v1/reports/{report_id}/files", files=[("file", ("a.jpg", PHOTO))], headers=app)
        assert (answer.status_code, answer.json()["count"]) == (200, count)
    assert len(central.report(report_id).attachments) == 1
    refused = central.post(f"/v1/reports/{report_id}/files", files=[("file", ("a.gif", GIF))], headers=app)
    assert (refused.status_code, refused.json()["field"]) == (415, "file[0]")


def test_another_source_does_not_even_learn_that_it_exists(central: Central):
    report_id = central.report_in(central.make_source())
    other = central.make_source("mitra")
    asked = [
        central.get(f"/v1/reports/{report_id}", headers=other),
        central.get(f"/v1/reports/{new_id()}", headers=other),
        central.post(f"/v1/reports/{report_id}/answers", json={"id": new_id(), "text": "x"}, headers=other),
        central.post(f"/v1/reports/{report_id}/files", files=[("file", ("a.jpg", PHOTO))], headers=other),
    ]
    assert [answer.status_code for answer in asked] == [404] * 4


def test_that_it_was_junked_is_not_told_by_a_machine(central: Central):
    app, desk = central.make_source(), central.sign_in("sari")
    report_id = central.report_in(app)
    desk.decide(ClaimCase(), report_id, base_version=1)
    assert desk.decide(JunkCase(outcome="prank"), report_id, base_version=2, token=1)["outcome"] == "applied"
    assert central.get(f"/v1/reports/{report_id}", headers=app).json()["state"] == "closed"


@pytest.mark.parametrize(
    ("said", "field"),
    [({"id": "x", "text": "a"}, "id"), ({"id": "", "text": "a"}, "id"), ({"text": "a"}, "$"), ({}, "$"), ([], "$")],
)
def test_an_answer_that_is_none_is_named(central: Central, said: object, field: str):
    app = central.make_source()
    report_id = central.report_in(app)
    answer = central.post(f"/v1/reports/{report_id}/answers", json=said, headers=app)
    assert (answer.status_code, answer.json()["field"]) == (422, field)


def test_a_file_is_fetched_whole_or_from_where_it_broke_off(central: Central):
    desk, body = central.sign_in("sari"), {"id": new_id(), "text": "x"}
    send(central, central.make_source(), body, PHOTO)
    (photo,) = central.report(str(body["id"])).attachments
    path = f"/v1/media/{photo.id}"

    whole = central.get(path, headers=desk.headers)
    assert (whole.status_code, whole.content, whole.headers["ETag"]) == (200, PHOTO, f'"{photo.sha256}"')
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    ranges = {"bytes=10-": PHOTO[10:], "bytes=0-9": PHOTO[:10], "bytes=-7": PHOTO[-7:], "bytes=0-": PHOTO}
    for asked, wanted in ranges.items():
        part = central.get(path, headers={**desk.headers, "Range": asked})
        assert (part.status_code, part.content) == (206, wanted), asked
        assert part.headers["Content-Range"].endswith(f"/{len(PHOTO)}")
    changed = central.get(path, headers={**desk.headers, "Range": "bytes=5-", "If-Range": '"other"'})
    assert (changed.status_code, changed.content) == (200, PHOTO)
    beyond = central.get(path, headers={**desk.headers, "Range": f"bytes={len(PHOTO)}-"})
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, f"bytes */{len(PHOTO)}")
    for odd in ("bytes=5-1", "bytes=a-b", "lines=1-2", "bytes=-", "bytes=0-1,3-4", "bytes=99999999999999999999-"):
        assert central.get(path, headers={**desk.headers, "Range": odd}).status_code == 200, odd
    assert central.get(path).status_code == 401
    assert central.get(path, headers=desk.desk_headers).status_code == 401
    assert central.get("/v1/media/none", headers=desk.headers).status_code == 404


def test_files_of_a_sensitive_case_open_after_a_recorded_look_only(central: Central):
    first, second = central.sign_in("sari"), central.sign_in("bayu")
    body = {"id": new_id(), "text": "x", "category": "child_harm"}
    send(central, central.make_source(), body, PHOTO)
    report_id = str(body["id"])
    path = f"/v1/media/{central.report(report_id).attachments[0].id}"
    refused = central.get(path, headers=first.headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "look_first")
    first.decide(Look(what="sensitive", reason="menilai bukti"), report_id)
    assert central.get(path, headers=first.headers).content == PHOTO
    assert central.get(path, headers=second.headers).status_code == 403
