"""Reports with files come in whole, once, numbered and placed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import requests

from console.areas.facts import read_facts
from console.areas.index import AreaIndex
from console.contract.ids import new_id
from console.contract.intake import NewSource
from console.contract.sealed import open_seal
from console.domain.place import AreaMethod
from console.domain.report import SourceKind
from console.server.intake.form import MAX_FILE_BYTES
from console.server.intake.reporters import e164
from console.server.intake.reports import forget_unused_files
from tests.worlds.central import Central, running

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PHOTO = next(iter(sorted((RESOURCES / "demo" / "photos").glob("*.jpg")))).read_bytes()
GIF = b"GIF89a" + b"\x00" * 100


def send(central: Central, source: dict[str, str], report: dict[str, object], *files: bytes) -> requests.Response:
    parts = [("report", (None, json.dumps(report), "application/json"))]
    parts += [("file", (f"foto-{n}.jpg", file, "image/jpeg")) for n, file in enumerate(files)]  # type: ignore[misc]
    return central.post("/v1/reports", files=parts, headers=source)


def test_a_report_with_photos_comes_in_whole(central: Central):
    report_id = new_id()
    body = {"id": report_id, "text": "tabrakan di simpang", "category": "traffic_accident"}
    answer = send(central, central.make_source(), body, PHOTO, PHOTO + b"2")
    assert answer.status_code == 201, answer.text
    report = central.report(report_id)
    assert [a.media_type for a in report.attachments] == ["image/jpeg"] * 2
    assert report.attachments[0].sha256 == hashlib.sha256(PHOTO).hexdigest()
    assert (report.attachments[0].size_bytes, report.attachments[0].name) == (len(PHOTO), "foto-0.jpg")
    assert (report.priority, report.category) == (1, "traffic_accident")
    kept = central.parts.media.path_of(report.attachments[0].sha256)
    assert kept.read_bytes() == PHOTO


def test_the_same_report_again_is_the_same_and_other_content_is_named(central: Central):
    app, body = central.make_source(), {"id": new_id(), "text": "pohon tumbang"}
    first, again = send(central, app, body, PHOTO), send(central, app, body, PHOTO)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == {**first.json(), "again": True}
    for changed in (send(central, app, {**body, "text": "lain"}, PHOTO), send(central, app, body)):
        assert (changed.status_code, changed.json()["code"], changed.json()["field"]) == (409, "id_reused", "id")
    assert len(central.report(str(body["id"])).attachments) == 1


def test_a_replay_at_another_hour_is_still_the_same_report(central: Central):
    app, body = central.make_source(), {"id": new_id(), "text": "banjir", "source_time": "2018-08-05 08:12:00"}
    for hour, status in (("10", 201), ("11", 200)):
        answer = central.post("/v1/reports", json={**body, "happened_at": f"2026-11-21T{hour}:00:00Z"}, headers=app)
        assert answer.status_code == status
    assert central.report(str(body["id"])).timeline[0].params["source_time"] == "2018-08-05 08:12:00"


@pytest.mark.parametrize(
    ("files", "status", "code", "field"),
    [
        ([PHOTO, GIF], 415, "kind_not_allowed", "file[1]"),
        ([b"hello, this is text"], 415, "kind_unknown", "file[0]"),
        ([b""], 415, "empty", "file[0]"),
        ([PHOTO] * 11, 413, "too_many_files", "file"),
        ([b"\xff\xd8\xff" + bytes(MAX_FILE_BYTES)], 413, "file_too_large", "file[0]"),
    ],
)
def test_what_is_no_file_for_us_is_named_and_nothing_of_it_stays(
    central: Central, files: list[bytes], status: int, code: str, field: str
):
    body = {"id": new_id(), "text": "x"}
    answer = send(central, central.make_source(), body, *files)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (status, code, field)
    assert not list((central.folder / "media" / "incoming").glob("*"))
    assert central.get("/v1/health").status_code == 200


def test_a_file_whose_report_was_refused_does_not_stay_but_one_in_use_does(central: Central):
    app, media = central.make_source(), central.folder / "media"
    assert send(central, app, {"id": "bukan-uuid"}, PHOTO).status_code == 422
    assert send(central, app, {"id": new_id()}, PHOTO, GIF).status_code == 415
    assert not [path for path in media.rglob("*") if path.is_file()]
    assert send(central, app, {"id": new_id()}, PHOTO).status_code == 201
    assert send(central, app, {"id": "bukan-uuid"}, PHOTO).status_code == 422
    assert [path.read_bytes() for path in media.rglob("*") if path.is_file()] == [PHOTO]


def test_what_a_stopped_server_left_on_no_report_is_removed_later(central: Central):
    assert send(central, central.make_source(), {"id": new_id()}, PHOTO).status_code == 201
    with central.parts.media.begin() as incoming:
        incoming.write(PHOTO + b"left")
        left = incoming.keep()
    assert forget_unused_files(central.parts, older_s=-60) == 0
    central.go_away()
    central.come_back()
    assert forget_unused_files(central.parts) == 0
    assert forget_unused_files(central.parts, older_s=-60) == 1
    assert not central.parts.media.path_of(left.sha256).exists()


def test_a_form_cut_off_or_of_other_parts_is_refused(central: Central):
    app = central.make_source()
    form = {"Content-Type": "multipart/form-data; boundary=xyz", **app}
    cut = b'--xyz\r\nContent-Disposition: form-data; name="report"\r\n\r\n{"id":'
    other = b'--xyz\r\nContent-Disposition: form-data; name="evil"\r\n\r\n1\r\n--xyz--\r\n'
    broken = [(cut, 400, "body"), (other, 422, "evil"), (b"garbage", 400, "body"), (b"", 400, "body")]
    for body, status, field in broken:
        answer = central.post("/v1/reports", data=body, headers=form)
        assert (answer.status_code, answer.json()["field"]) == (status, field), answer.text
    without = central.post("/v1/reports", data=b"", headers={"Content-Type": "multipart/form-data", **app})
    assert (without.status_code, without.json()["field"]) == (415, "Content-Type")


def test_a_panic_is_a_place_and_an_account_at_first_priority(central: Central):
    app = central.make_source()
    report_id = central.report_in(app, text="", kind="panic", priority=4, reporter={"account": "a1"})
    report = central.report(report_id)
    assert (report.priority, report.category) == (1, "panic")
    refused = central.post("/v1/reports", json={"id": new_id(), "kind": "panic", "text": "tolong"}, headers=app)
    assert (refused.status_code, refused.json()["field"]) == (422, "text")


def test_the_reporter_is_masked_counted_and_sealed(central: Central):
    app = central.make_source()
    who = {"account": "warga-7", "name": "Budi Contoh", "phone": "0800 000 1234"}
    first, second = (central.report(central.report_in(app, reporter=who)) for _ in range(2))
    assert (first.reporter.name_masked, first.reporter.reachable) == ("B••• C•••••", True)
    assert first.reporter.id == second.reporter.id
    assert "warga" not in second.reporter.id
    assert (first.reporter.reports, second.reporter.reports) == (1, 2)
    key = central.parts.identity.identity_key
    assert open_seal(second.reporter.sealed, key, second.id).name == "Budi Contoh"
    other = central.report(central.report_in(central.make_source("mitra"), reporter=who))
    assert other.reporter.id != first.reporter.id


def test_numbers_become_e164_and_a_mistyped_one_loses_nothing(central: Central):
    assert e164("0812-3456-7890") == e164("+62 812 3456 7890") == "+6281234567890"
    assert e164("tidak ada") == ""
    report = central.report(central.report_in(central.make_source(), reporter={"phone": "12"}))
    assert report.reporter.phone_masked == "••"


def test_a_sensitive_category_marks_the_report(central: Central):
    report = central.report(central.report_in(central.make_source(), category="domestic_violence"))
    assert (report.sensitive, report.priority) == (True, 1)


def test_the_kelurahan_is_decided_once_at_intake(tmp_path: Path, database_url: str):
    areas = AreaIndex(None, read_facts(RESOURCES / "demo"))
    with running(tmp_path / "c", areas=areas, database_url=database_url) as central:
        place = central.report(central.report_in(central.make_source(), lat=-7.9786, lon=112.6318)).place
        assert place.area_code.startswith("35.73.")
        assert place.area_name
        assert place.area_method is AreaMethod.NEAREST
        assert central.report(central.report_in(central.make_source("b"), lat=0.0, lon=0.5)).place.area_code == ""


def test_a_source_that_sends_too_fast_is_told_when_to_come_back(central: Central):
    app = central.make_source(per_second=2.0)
    answers = [central.post("/v1/reports", json={"id": new_id(), "text": "x"}, headers=app) for _ in range(12)]
    codes = [answer.status_code for answer in answers]
    assert codes[:2] == [201, 201]
    assert 429 in codes
    assert int(answers[codes.index(429)].headers["Retry-After"]) >= 1
    assert central.post("/v1/reports", json={"id": new_id(), "text": "x"}, headers=central.make_source("lain")).ok


def test_a_source_outside_its_agreement_is_refused(central: Central):
    from datetime import timedelta

    until = central.now() + timedelta(seconds=30)
    new = NewSource(id="mitra", name="Mitra", kind=SourceKind.PARTNER, valid_until=until)
    app = {"Authorization": f"Bearer {central.parts.sources.make(new).key}"}
    central.report_in(app)
    central.advance(60)
    refused = central.post("/v1/reports", json={"id": new_id()}, headers=app)
    assert (refused.status_code, refused.json()["code"]) == (403, "source_not_valid")
