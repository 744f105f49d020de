"""A word taught to the center at one desk is known to the next report at another."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from console.contract.codec import encode
from console.domain.person import Role
from console.domain.triage import WordEntry, WordRules
from tests.worlds.administration import AdministrationDesk, Desk, until
from tests.worlds.central import running

RULES = WordRules(entries=(WordEntry(words=("tawuran",), category="brawl", weight=8, priority=2),))
TEXT = "ada gengster kumpul depan pasar"


def test_a_new_word_is_suggested_at_every_desk_from_then_on(qtbot: QtBot, tmp_path: Path) -> None:
    with running(tmp_path / "central") as central:
        central.put("/v1/admin/words", data=encode(RULES), headers=central.admin)
        galih = AdministrationDesk(qtbot, central, tmp_path / "1")
        sari = Desk(central, tmp_path / "2", "sari", Role.OPERATOR)
        app = central.make_source()
        try:
            before = central.report_in(app, TEXT)
            until(lambda: sari.office.book.case(before) is not None, "her desk has it")
            case = sari.office.book.case(before)
            assert case is not None
            assert case.suggestion is None, "nobody has taught the center this word"

            galih.wait(lambda: galih.office.lists.words.read().thing.entries)
            page = galih.list_page("words")
            page.add()
            page.editor.form.load({**page.editor.form.values(), "words": ("gengster",), "language": "slang",
                                   "category": "brawl", "weight": 7, "priority": "2"})  # fmt: skip
            page.editor.form.edited.emit()
            page.editor.save.click()
            galih.settle()
            assert page.editor.message.sentence.text().startswith("Disimpan pukul")

            until(lambda: sari.has_words(2), "the feed brings the new list")
            asked = sari.office.book.words.suggest(TEXT)
            assert asked is not None
            assert (asked.category, asked.priority, asked.words) == ("brawl", 2, ("gengster",))

            after = central.report_in(app, TEXT)
            until(lambda: sari.office.book.case(after) is not None, "her desk has it")
            told = sari.office.book.case(after)
            assert told is not None
            assert told.report.category == "brawl"
            assert told.suggestion is not None
            assert told.suggestion.words == ("gengster",)
            assert central.report(before).category != "brawl", "what came before keeps what was suggested of it"
        finally:
            sari.core.close()
            galih.close()
