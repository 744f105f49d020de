"""The lists of a center in the administration window, against a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.contract.codec import encode
from console.desk.administration import Access
from console.domain.answer import Answers, StandardAnswer
from console.domain.checklist import Checklist, Checklists, CheckStep
from console.domain.doubt import DoubtRules
from console.domain.help_wanted import HelpWanted
from console.domain.leaving_rules import LeavingRules
from console.domain.outcome import SHIPPED
from console.domain.person import Role
from console.domain.triage import WordEntry, WordRules
from console.ui.administration.leaving_page import LeavingPage
from console.ui.administration.list_page import ListPage
from console.ui.administration.strike_page import StrikePage
from console.ui.administration.terms_page import TermsPage
from console.ui.administration.word_page import WordPage
from tests.worlds.administration import AdministrationDesk
from tests.worlds.central import Central, running

RULES = WordRules(
    entries=(
        WordEntry(words=("kebakaran", "kobaran"), category="fire", weight=8, priority=1, life=True),
        WordEntry(words=("got mampet",), category="infrastructure", weight=5),
    ),
    negations=("tidak ada",),
)
STEPS = Checklists(lists=(Checklist(category="fire", steps=(CheckStep(id="damkar", indonesian="Hubungi damkar"),)),))
ANSWERS = Answers(answers=(StandardAnswer(id="sim", topic="SIM", title="Perpanjang SIM?", text="Di Satpas."),))


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as central:
        for path, thing in (("words", RULES), ("checklists", STEPS), ("answers", ANSWERS)):
            assert central.put(f"/v1/admin/{path}", data=encode(thing), headers=central.admin).status_code == 200
        yield central


@pytest.fixture
def desk(qtbot: QtBot, central: Central, tmp_path: Path) -> Iterator[AdministrationDesk]:
    made = AdministrationDesk(qtbot, central, tmp_path / "galih")
    made.wait(lambda: made.office.lists.answers.read().thing.answers)
    yield made
    made.close()


def choose(page: ListPage, words: str) -> None:  # type: ignore[type-arg]
    """The first row that holds these words."""
    page.frame.search.setText(words)
    page.choose(page.model.rows[0])


def save(desk: AdministrationDesk, page: ListPage | TermsPage, **values: object) -> str:  # type: ignore[type-arg]
    """Type these, press Save, and read what the page says."""
    form = page.editor.form
    form.load({**form.values(), **values})  # type: ignore[dict-item]
    form.edited.emit()
    page.editor.save.click()
    desk.settle()
    return page.editor.message.sentence.text()


def words_of(central: Central) -> tuple[WordEntry, ...]:
    return central.parts.words.rules.entries


def test_an_entry_is_searched_tried_corrected_and_saved(desk: AdministrationDesk, central: Central) -> None:
    page = desk.list_page("words")
    assert isinstance(page, WordPage)
    page.frame.search.setText("tidak tertulis di mana pun")
    assert not page.table.isVisible()
    assert page.frame._nothing.hint.text() == "Tidak ada entri yang memuat semua kata ini."
    choose(page, "kobaran")
    assert page.table.isVisible()
    assert [each.words[0] for each in page.model.rows if isinstance(each, WordEntry)] == ["kebakaran"]
    assert not page.editor.save.isEnabled()
    assert save(desk, page, words=("???",)) == "Belum disimpan: lihat yang ditandai di atas."
    assert page.editor.form.fields["words"].wrong.text() == "“???” tidak memuat huruf atau angka: hapus baris itu."
    page.trying.line.setText("ada jago merah di pasar")
    page.editor.form.load({**page.editor.form.values(), "words": ("kebakaran", "jago merah")})
    page.editor.form.edited.emit()
    desk.wait(lambda: "Disarankan: Kebakaran, P1" in page.trying.words())
    assert "Tanpa perubahan Anda: Tidak ada kata" in page.trying.words()
    assert words_of(central)[0].words == ("kebakaran", "kobaran"), "trying saves nothing"
    assert save(desk, page).startswith("Disimpan pukul")
    assert words_of(central)[0].words == ("kebakaran", "jago merah")
    desk.wait(lambda: page.editor.edited_by.text().startswith("Terakhir diubah oleh Galih"))


def test_of_two_administrators_the_second_loses_nothing(
    desk: AdministrationDesk, central: Central, qtbot: QtBot, tmp_path: Path
) -> None:
    ratna = AdministrationDesk(qtbot, central, tmp_path / "ratna", "ratna")
    try:
        ratna.wait(lambda: ratna.office.lists.words.read().thing.entries)
        first, second = desk.list_page("words"), ratna.list_page("words")
        # Her desk hears of nothing: what she sees is what was there before he saved.
        ratna.stop_hearing()
        choose(first, "kobaran")
        choose(second, "mampet")
        assert save(desk, first, words=("kebakaran", "api besar")).startswith("Disimpan pukul")
        said = save(ratna, second, words=("got mampet", "selokan"))
        assert "Sementara itu Galih mengubah kebakaran pukul" in said
        assert [each.words[-1] for each in words_of(central)] == ["api besar", "selokan"]

        first.frame.search.setText("selokan")
        desk.wait(lambda: first.model.rows)
        choose(first, "selokan")
        assert save(desk, first, words=("got mampet", "selokan", "parit")).startswith("Disimpan pukul")
        clash = save(ratna, second, words=("got mampet", "gorong-gorong"))
        assert "Tulisan Anda tidak hilang" in clash
        assert "got mampet, selokan, parit" in clash
        assert words_of(central)[1].words[-1] == "parit", "nothing of his was overwritten"
        assert second.editor.form.values()["words"] == ("got mampet", "gorong-gorong")
        assert save(ratna, second).startswith("Disimpan pukul"), "a second Save is her decision"
        assert words_of(central)[1].words[-1] == "gorong-gorong"
    finally:
        ratna.close()


def test_each_list_is_edited_on_its_page(desk: AdministrationDesk, central: Central) -> None:
    outcomes = desk.list_page("outcomes")
    choose(outcomes, "Uji coba")
    assert save(desk, outcomes, strikes=True).startswith("Disimpan")
    outcomes.add()
    assert save(desk, outcomes, words="", needs="").startswith("Belum disimpan")
    assert save(desk, outcomes, words="Damai di tempat").startswith("Disimpan")
    desk.settle()
    now = desk.office.lists.outcomes._administration.ask("GET", "/v1/admin/outcomes", type(SHIPPED))
    assert (now.strikes("test"), now.outcomes[-1].words) == (True, "Damai di tempat")

    strikes = desk.open("strikes")
    assert isinstance(strikes, StrikePage)
    assert save(desk, strikes, block_at=4).startswith("Disimpan")

    doubts = desk.open("doubts")
    assert isinstance(doubts, TermsPage)
    assert save(desk, doubts, far_km=20, both=False).startswith("Disimpan")
    # Asked without the server, by any desk: it came with the feed.
    desk.wait(lambda: desk.office.book.doubt_rules().far_km == 20)
    assert desk.office.book.doubt_rules() == DoubtRules(revision=1, far_km=20, both=False)

    leaving = desk.open("leaving")
    assert isinstance(leaving, LeavingPage)
    assert save(desk, leaving, most_mb=8, mark=False).startswith("Disimpan")
    desk.wait(lambda: desk.office.book.site().leaving == LeavingRules(most_mb=8, mark=False))

    steps = desk.list_page("checklists")
    choose(steps, "damkar")
    assert save(desk, steps, required=True).startswith("Disimpan")
    steps.add()
    assert save(desk, steps, category="fire", indonesian="Amankan tabung gas").startswith("Disimpan")
    assert [line.step.id for line in steps.model.rows if "gas" in line.step.indonesian] == []

    answers = desk.list_page("answers")
    choose(answers, "SIM")
    assert save(desk, answers, checked_on=desk.office.now().date()).startswith("Belum disimpan")
    assert save(desk, answers, checked_by="Bag. Lantas").startswith("Disimpan")

    crews = desk.list_page("crews")
    choose(crews, "senjata")
    assert save(desk, crews, fewest=1).startswith("Belum disimpan")
    assert save(desk, crews, fewest=3).startswith("Disimpan")
    choose(crews, "Kebakaran")
    assert save(desk, crews, skills=("swimming",), beat_first=True).startswith("Disimpan")
    wanted = HelpWanted(skills=("swimming",), beat_first=True)
    desk.wait(lambda: desk.office.lists.crews.read().thing.help("fire") == wanted)
    desk.wait(lambda: desk.office.lists.crews.read().thing.tick("armed").fewest == 3)

    flags = desk.list_page("hazards")
    flags.add()
    assert save(desk, flags, words="Pengemudi bersenjata", plate="n 1234 ab").startswith("Disimpan")
    assert [line.hazard.plate for line in flags.model.rows] == ["N1234AB"]
    assert save(desk, flags, because="Ditangkap").startswith("Disimpan")
    assert flags.model.rows == ()


def test_without_the_server_the_lists_are_read_and_what_is_typed_stays(
    desk: AdministrationDesk, central: Central
) -> None:
    page = desk.list_page("words")
    choose(page, "kobaran")
    page.editor.form.load({**page.editor.form.values(), "words": ("kebakaran", "asap")})
    page.editor.form.edited.emit()
    central.go_away()
    try:
        desk.wait(lambda: desk.office.administration.access() is Access.OFFLINE)
        desk.wait(lambda: not desk.window.notice.isHidden())
        assert "Server tidak terjangkau" in desk.window.notice.text()
        assert not page.editor.save.isEnabled()
        page.frame.search.setText("mampet")
        page.frame.search.setText("")
        assert page.editor.form.values()["words"] == ("kebakaran", "asap")
    finally:
        central.come_back()
    desk.wait(lambda: page.editor.save.isEnabled())
    assert save(desk, page).startswith("Disimpan")
    assert words_of(central)[0].words == ("kebakaran", "asap")


def test_nobody_but_an_administrator_reads_more_than_why(qtbot: QtBot, central: Central, tmp_path: Path) -> None:
    sari = AdministrationDesk(qtbot, central, tmp_path / "sari", "sari", Role.OPERATOR)
    try:
        sari.window.open(sari.window.size(), "words")
        assert sari.window._stack.currentWidget().sentence.text() == "Administrasi hanya untuk administrator"  # type: ignore[attr-defined]
        assert sari.window.pages == {}
    finally:
        sari.close()
