"""The console as put together: nothing renders markup; lock, languages, full disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.worlds.server_process import PASSPHRASE, App, ServerProcess
from tests.worlds.window_process import Window

HOSTILE = (
    '<img src="file:///etc/passwd"><b>tebal</b><script>alert(1)</script>',
    "<a href='http://127.0.0.1:9/'>klik</a> ${alert(1)} {{7*7}} %s %n {number}",
    "foto\u202egnp.exe N 12\u200b34 AB \x07 😱",
    "<html><body bgcolor=red>" + "W" * 900,
    "=HYPERLINK(\"http://127.0.0.1:9\") <table><tr><td>1</table>",
)


class Place:
    """A server, an app and one window that the tests of this file share."""

    def __init__(self, folder: Path) -> None:
        self.server = ServerProcess(folder / "server")
        self.server.hire("sari")
        self.server.patrol("u<b>1</b>", "<i>U1</i><img src=file:///x>")
        self.server.agency("a1", "<b>PLN</b>", "other", "fallen_tree")
        self.app: App = self.server.app("warga", "citizen_app")
        self.window = Window(folder / "desk")
        self.window.enter(self.server, "sari")
        self.window.watch_gui()

    def close(self) -> None:
        try:
            self.window.close()
        finally:
            self.server.__exit__()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    made = Place(tmp_path_factory.mktemp("place"))
    yield made
    made.close()


def test_no_widget_of_the_whole_window_renders_a_citizens_markup(place: Place) -> None:
    for text in HOSTILE:
        report = place.app.report(text, place_words=text[:200], reporter={"account": text[:60], "name": text[:60]})
        place.window.await_painted(report)
        assert place.window.show_case(report) == text
        assert place.window.rich_texts() == []
    place.window.decide("A", report)
    place.window.await_advice()
    place.window.decide("K", report)
    place.window.press("N", report)
    place.window.write_and_decide("<b>catatan</b> <img src=file:///etc/hostname>")
    place.window.press("T", report)
    place.window.turn()
    assert place.window.rich_texts() == []
    assert place.window.label_count() > 60


def test_naughty_strings_are_shown_as_they_are(place: Place, real_data: Path) -> None:
    strings = json.loads((real_data / "text" / "blns.json").read_text("utf-8"))
    for start in range(0, len(strings), 130):
        text = "\n".join(strings[start : start + 130])[:7_900]
        report = place.app.report(text.replace("\x00", ""))
        place.window.await_painted(report)
        place.window.show_case(report)
        assert place.window.rich_texts() == []


def test_locked_it_shows_counts_and_no_word_of_a_report_until_the_passphrase(place: Place) -> None:
    report = place.app.report("pencurian sepeda rahasia")
    place.window.await_painted(report)
    place.window.show_case(report)
    place.window.key("F9")
    place.window.await_gate("LockScreen")
    assert not [words for words in place.window.screen() if "rahasia" in words]
    place.window.unlock("salah sekali")
    assert place.window.await_words("Nama pengguna atau frasa sandi salah.")
    place.window.unlock(PASSPHRASE)
    place.window.await_gate("")
    assert place.window.show_case(report) == "pencurian sepeda rahasia"


def test_the_language_is_switched_while_it_runs(place: Place) -> None:
    assert place.window.spoken() == "id"
    assert place.window.await_words("Antrean laporan")
    place.window.menu("language_chosen", "en")
    assert place.window.await_words("Queue of reports")
    place.window.menu("theme_chosen", "light")
    place.window.menu("size_chosen", 150)
    place.window.menu("language_chosen", "id")
    assert place.window.await_words("Antrean laporan")
    place.window.menu("theme_chosen", "dark")
    place.window.menu("size_chosen", 100)


def test_a_full_disk_refuses_the_decision_in_words_and_loses_nothing(place: Place) -> None:
    report = place.app.report("kabel listrik menjuntai")
    place.window.await_painted(report)
    place.window.fill_disk()
    try:
        place.window.press("A", report)
        assert place.window.await_words("Disk penuh")
        assert ["report.claim", True] not in place.window.lines(report)
        meanwhile = place.app.report("datang saat disk penuh")
    finally:
        place.window.free_disk()
    place.window.await_painted(meanwhile)
    place.window.forget_refusals()
    place.window.decide("A", report)
    place.window.await_settled(report, "report.claim")


def test_whatever_was_done_here_no_disk_network_or_decoder_was_waited_for_on_the_gui_thread(place: Place) -> None:
    assert place.window.gui_blocked() == []


def test_a_session_the_administrator_ended_says_so_and_keeps_what_is_decided(place: Place) -> None:
    report = place.app.report("lampu jalan padam")
    place.window.await_painted(report)
    place.window.decide("A", report)
    place.window.await_settled(report, "report.claim")
    user = place.server.actor_of(report)
    assert place.server.ask("POST", f"/v1/admin/users/{user}/revoke").status_code < 300
    place.window.await_link("refused")
    assert "session_ended" in place.window.trouble()
    place.window.press("N", report)
    place.window.write_and_decide("dicatat setelah sesi berakhir")
    assert ["report.note", True] in place.window.lines(report) or place.window.attention()
