"""Landmarks, questions, lines, SMS gateway, deadlines, keys: against a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.contract.codec import decode, encode
from console.domain.askable import AskBook, AskQuestion
from console.domain.landmark import Landmark, Landmarks
from console.domain.phone_lines import PhoneLines
from console.ui.administration.center_page import CenterPage
from console.ui.administration.deadline_page import DeadlinePage
from console.ui.administration.form_field import TicksField
from console.ui.administration.keys_page import KeysPage
from console.ui.administration.landmark_page import LandmarkPage
from console.ui.administration.line_page import LinePage
from console.ui.administration.list_page import ListPage
from console.ui.administration.question_page import QuestionPage
from console.ui.administration.sms_page import SmsPage
from console.ui.widgets.buttons import PlainButton
from tests.worlds.administration import AdministrationDesk
from tests.worlds.central import Central, running
from tests.worlds.sms import PASSWORD, USER, open_sms_box

STATION = Landmark(id="stasiun", name="Stasiun <Rekaan>", kind="stasiun", lat=-7.97001, lon=112.63004)
FIRE = AskQuestion(id="api", indonesian="Terlihat asap?", english="Do you see smoke?", categories=("fire",))


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as central:
        for path, thing in (
            ("landmarks", Landmarks(places=(STATION,))), ("ask-questions", AskBook(questions=(FIRE,))),
        ):
            assert central.put(f"/v1/admin/{path}", data=encode(thing), headers=central.admin).status_code == 200
        yield central


@pytest.fixture
def desk(qtbot: QtBot, central: Central, tmp_path: Path) -> Iterator[AdministrationDesk]:
    made = AdministrationDesk(qtbot, central, tmp_path / "galih")
    made.wait(lambda: made.office.lists.questions.read().thing.questions)
    yield made
    made.close()


def save(desk: AdministrationDesk, page: ListPage, **values: object) -> str:  # type: ignore[type-arg]
    """Type these, press Save, and read what the page says."""
    form = page.editor.form
    form.load({**form.values(), **values})  # type: ignore[dict-item]
    form.edited.emit()
    page.editor.save.click()
    desk.settle()
    return page.editor.message.sentence.text()


def answer(page: ListPage, words: str) -> None:  # type: ignore[type-arg]
    """Press that answer of the page's message."""
    next(each for each in page.editor.message.findChildren(PlainButton) if each.text() == words).click()


def told(central: Central, path: str, shape: type) -> object:
    return decode(central.get(f"/v1/admin/{path}", headers=central.admin).content, shape)


def test_landmarks_are_typed_searched_taken_from_a_file_and_given_out_as_one(
    desk: AdministrationDesk, central: Central, tmp_path: Path
) -> None:
    page = desk.list_page("landmarks")
    assert isinstance(page, LandmarkPage)
    assert page.editor.title.text() == "Stasiun <Rekaan>"
    assert save(desk, page, kind="stasiun kereta").startswith("Disimpan pukul")
    kept = told(central, "landmarks", Landmarks)
    assert isinstance(kept, Landmarks)
    assert (kept.places[0].lat, kept.places[0].kind) == (STATION.lat, "stasiun kereta"), "where it stands is untouched"

    page.add()
    assert save(desk, page, name="Pasar Rekaan", kind="pasar", point="di sana").startswith("Belum disimpan")
    assert "-7.9786, 112.6318" in page.editor.form.fields["point"].wrong.text()
    assert save(desk, page, name="Pasar Rekaan", point="-7.98, 112.64", aliases=("pasar lama",)).startswith("Disimpan")
    page.add()
    assert save(desk, page, name="Pasar Rekaan", point="-7.98, 112.6401").startswith("Belum disimpan"), "it is there"
    page.discard()
    page.frame.search.setText("pasar lama")
    assert [each.name for each in page.model.rows] == ["Pasar Rekaan"]

    file = tmp_path / "patokan.geojson"
    page.export(file)
    desk.settle()
    assert page.editor.message.sentence.text() == "2 entri ada dalam berkas."
    shape = json.loads(file.read_text(encoding="utf-8"))
    point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [112.65, -7.99]}}
    shape["features"] += [{**point, "properties": {"name": name}} for name in ("Masjid Rekaan", "")]
    file.write_text(json.dumps(shape), encoding="utf-8")
    page.take_file(file)
    desk.settle()
    said = page.editor.message.sentence.text()
    assert said.startswith("patokan.geojson: 3 patokan, 1 di antaranya baru")
    assert "1 titik tidak diambil" in said
    answer(page, "Tambahkan ke daftar")
    desk.settle()
    desk.wait(lambda: len(desk.office.lists.landmarks.read().thing.places) == 3)
    assert page.editor.message.sentence.text().startswith("Disimpan pukul")


def test_questions_are_for_categories_and_one_setting_says_how_long_they_stand(
    desk: AdministrationDesk, central: Central
) -> None:
    page = desk.list_page("questions")
    assert isinstance(page, QuestionPage)
    ticks = page.editor.form.fields["categories"]
    assert isinstance(ticks, TicksField)
    assert ticks.value() == ("fire",)
    assert "domestic_violence" not in dict(ticks.spec.choices)
    assert save(desk, page, categories=("fire", "flood")).startswith("Disimpan")
    page.add()
    assert save(desk, page, indonesian="Hubungi 0800 0000 0310").startswith("Belum disimpan")
    page.minutes.setValue(45)
    assert not page.keep_minutes.isEnabled(), "what is typed of a question would be lost"
    assert save(desk, page, indonesian="Terdengar letusan?").startswith("Disimpan")
    page.keep_minutes.click()
    desk.settle()
    kept = told(central, "ask-questions", AskBook)
    assert isinstance(kept, AskBook)
    assert [(each.id, each.categories) for each in kept.questions] == [
        ("api", ("fire", "flood")), ("terdengar_letusan", ()),
    ]  # fmt: skip
    assert kept.minutes == 45
    desk.wait(lambda: "Terakhir diubah oleh Galih" in page.frame.foot.text())


def test_a_line_is_bound_to_workstations_by_their_names(desk: AdministrationDesk, central: Central) -> None:
    front, _ = central.enrol("meja depan")
    page = desk.list_page("lines")
    assert isinstance(page, LinePage)
    assert page.model.rows == ()
    page.add()
    desk.wait(lambda: front in page.desks)
    assert save(desk, page, line="7", source_kind="call_110", name="tamu", desks=(front,)).startswith("Disimpan")
    kept = told(central, "lines", PhoneLines)
    assert isinstance(kept, PhoneLines)
    assert [(each.line, each.desks) for each in kept.lines] == [("7", (front,))]
    desk.wait(lambda: desk.office.lists.lines.read().thing.lines)
    assert page.model.index(0, 3).data() == "meja depan"
    page.add()
    assert save(desk, page, line="7", source_kind="call_110").startswith("Belum disimpan")
    assert save(desk, page, line="7", source_kind="").startswith("Disimpan"), "of any other exchange"
    central.post(f"/v1/admin/desks/{front}/revoke", headers=central.admin)
    page.choose(page.model.rows[0])
    page.open()
    desk.wait(lambda: front not in page.desks)
    assert save(desk, page, name="tamu lama").startswith("Belum disimpan")
    assert save(desk, page, desks=()).startswith("Disimpan")


def test_deadlines_are_set_in_lengths_as_people_write_them_and_the_center_uses_them(
    desk: AdministrationDesk, central: Central
) -> None:
    page = desk.list_page("deadlines")
    assert isinstance(page, DeadlinePage)
    rules = central.parts.casefile.site.deadlines
    page.choose(next(each for each in page.model.rows if each.id == "acknowledge_s"))
    assert page.editor.form.values()["p2"] == "3 mnt"
    assert page.editor.form.fields["all"].isHidden()
    assert save(desk, page, p2="sebentar").startswith("Belum disimpan")
    assert save(desk, page, p1="0").startswith("Belum disimpan"), "this one must be there"
    assert save(desk, page, p1="45 dtk", p2="2:30").startswith("Disimpan pukul")
    assert central.parts.casefile.site.deadlines == replace(rules, acknowledge_s=(45, 150, 600, 3600))
    page.choose(next(each for each in page.model.rows if each.id == "climb_s.polsek"))
    assert save(desk, page, all="5 menit").startswith("Disimpan")
    desk.wait(lambda: desk.office.city.site.deadlines.climb_s == (30, 60, 300, 120, 300))
    desk.wait(lambda: "Galih" in page.editor.edited_by.text())


def test_the_center_has_another_name_and_its_deadlines_stay(desk: AdministrationDesk, central: Central) -> None:
    page = desk.open("center")
    assert isinstance(page, CenterPage)
    desk.wait(lambda: page.thing is not None)
    before = central.parts.casefile.site

    def type_in(**values: object) -> str:
        form = page.editor.form
        form.load({**form.values(), **values})  # type: ignore[dict-item]
        form.edited.emit()
        page.editor.save.click()
        desk.settle()
        return page.editor.message.sentence.text()

    assert type_in(stale_after_s="2 dtk").startswith("Belum disimpan")
    assert page.editor.form.fields["stale_after_s"].wrong.text().startswith("Dari 5 dtk sampai 1 jam")
    assert type_in(stale_after_s="4 mnt", name="Polres Rekaan").startswith("Disimpan pukul")
    wanted = replace(before, name="Polres Rekaan", stale_after_s=240, revision=before.revision + 1)
    assert central.parts.casefile.site == wanted
    desk.language.speak("en")
    desk.wait(lambda: page.editor.form.values()["stale_after_s"] == "4 min")


def test_the_gateway_is_set_tried_and_left_and_its_password_is_never_shown(
    desk: AdministrationDesk, central: Central
) -> None:
    with open_sms_box() as box:
        page = desk.open("sms")
        assert isinstance(page, SmsPage)
        assert page.stands.text() == "Belum diatur: tidak ada SMS yang dikirim."
        assert page.trial.isHidden()
        for field, text in ((page.url, "sms.example"), (page.user, USER), (page.password, PASSWORD)):
            field.line.setText(text)
        page.url.line.textEdited.emit("")
        page.save()
        desk.settle()
        assert "cgi-bin/sendsms" in page.sheet.trouble.text()
        page.url.line.setText(box.url)
        page.save()
        desk.settle()
        assert page.sheet.said.text() == "Disimpan: SMS dikirim lewat gerbang ini mulai sekarang."
        assert (page.password.line.text(), page.unsaved()) == ("", False)
        page.to.line.setText("+62 800 000 0399")
        page.to.line.textEdited.emit("")
        page.try_key.click()
        desk.settle()
        assert page.trial.trouble.text() == "Gerbang tidak menerimanya: 400 Unroutable destination"
        page.to.line.setText("+62 800 000 0310")
        page.try_key.click()
        desk.settle()
        assert page.trial.said.text() == "Gerbang menerimanya. Lihat apakah ponsel Anda berbunyi."
        assert "pesan uji Sigap" in box.messages[0]["text"]
        page.leave_row.button.click()
        page.leave_row.act.click()
        desk.settle()
        assert page.stands.text() == "Belum diatur: tidak ada SMS yang dikirim."
        assert page.trial.isHidden()


def test_a_programs_key_is_shown_once_and_withdrawn(desk: AdministrationDesk, central: Central) -> None:
    page = desk.open("keys")
    assert isinstance(page, KeysPage)
    desk.wait(lambda: page.answer is not None)
    page.begin_new()
    assert page.role.value == "device", "the least power is chosen"
    page.name.line.setText(" ")
    assert page.form.save_button is not None
    page.form.save_button.click()
    desk.settle()
    assert page.form.trouble.text() == "Ketik namanya."
    page.name.line.setText("Peta <b>mitra</b>")
    page.role.choose("partner")
    page.form.save_button.click()
    desk.wait(lambda: page.secret.holds)
    key = page.secret.value.text()
    central_keys = central.get("/v1/admin/keys", headers=central.admin)
    assert key not in central_keys.text
    made = next(each for each in central_keys.json() if each["role"] == "partner")
    page.secret.close_button.click()
    desk.settle()
    assert not page.secret.holds
    page.show_thing(made["id"])
    assert page.known.title.text() == "Peta <b>mitra</b>"
    page.withdraw_row.button.click()
    page.withdraw_row.act.click()
    desk.settle()
    assert made["id"] not in [row.id for row in page.table.lines.rows]
