"""Files go along only when ticked; what leaves is known before, and never too much."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.decode.pool import Decoder
from console.desk.forward_files import Prepared
from console.domain import acts
from console.domain.attachment import COMING, INFECTED, Attachment
from console.domain.casework.events import forward_sent
from console.domain.evidence import accesses
from console.domain.forward_file import COPY, WHOLE
from console.ui.case.timeline_words import timeline_words
from console.ui.evidence.words import access_words
from console.ui.forwarding.forward_card import ForwardCard
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import a_report
from tests.worlds.viewing import png


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[CaseWindow]:
    made = CaseWindow(qtbot, tmp_path, decoder=Decoder(warm=0, at_once=1))
    yield made
    made.close()


def show(name: str, window: CaseWindow) -> None:
    """Keep a picture of it where SIGAP_SHOTS says, for whoever works on the screen."""
    folder = os.environ.get("SIGAP_SHOTS")
    if folder:
        QApplication.processEvents()
        window.pane.window().grab().save(f"{folder}/{name}.png")


def card_of(window: CaseWindow, *files: Attachment, **more: object) -> ForwardCard:
    window.open(a_report("r1", "KJ-2611-0184", attachments=files, **more))
    return opened(window)


def opened(window: CaseWindow) -> ForwardCard:
    window.pane.acts.forward(window.view)
    window.settle()
    card = window.pane.tray.card
    assert isinstance(card, ForwardCard)
    card.choose("pln")
    window.settle()
    return card


def ready(window: CaseWindow, card: ForwardCard) -> None:
    assert card.files is not None
    files = card.files
    window.qtbot.waitUntil(lambda: all(isinstance(each.found, Prepared) for each in files.chosen), timeout=20_000)


def test_a_marked_copy_without_metadata_goes_along_and_a_film_as_it_came(window: CaseWindow):
    photo = window.desk.files.add("Rumah Bu Siti.png", png(640, 400, "#336699"), "image/png")
    film = window.desk.files.add("film.mp4", b"\0\0\0\x18ftypisom" + bytes(900), "video/mp4")
    card = card_of(window, photo, film)
    files = card.files
    assert files is not None
    # None goes along by itself.
    assert [each.chosen for each in files.choices] == [False, False]
    for each in files.choices:
        each.tick.setChecked(True)
    ready(window, card)
    show("forward-files", window)
    assert "tanpa metadata" in files.choices[0].note()
    assert "sebagaimana diterima" in files.choices[1].note()
    card.submit()
    window.settle()
    act = window.desk.decided()[-1]
    assert isinstance(act, acts.ForwardCase)
    assert [(each.origin_id, each.number, each.how) for each in act.files] == [
        ("Rumah Bu Siti.png", 1, COPY), ("film.mp4", 2, WHOLE),
    ]  # fmt: skip
    assert act.files[1].sha256 == film.sha256

    # Exactly these bytes are sealed here until they are sent: marked, and nothing else of the original.
    body = window.desk.store.files.read(act.files[0].file_id)
    assert body is not None
    assert hashlib.sha256(body).hexdigest() == act.files[0].sha256 != photo.sha256
    copy = Image.open(io.BytesIO(body))
    assert (copy.size, len(copy.getexif())) == ((640, 400), 0)
    assert len(copy.convert("RGB").getcolors(100_000) or ()) > 50

    # The case tells which went along, and who handled files.
    report = window.view.report
    assert len(report.attachments) == 2
    row = window.pane.body.forwards
    assert "dengan berkas: 1, 2" in row._rows[0]._state.text()
    assert "menunggu berkas sampai di server: 1" in row._rows[0]._state.text()
    assert "berkas 1, 2 ke PLN" in access_words(accesses(report)[-1])
    told = next(each for each in report.timeline if each.kind == "report.forward")
    assert timeline_words(told) == "Diteruskan ke PLN · dengan berkas 1, 2"
    left = forward_sent(report, report.forwards[0].id, window.desk.now(), frozenset({film.id}))
    assert "dengan berkas 2 · tanpa berkas 1" in timeline_words(left.timeline[-1])


def test_too_much_infected_and_what_is_not_here_cannot_leave(window: CaseWindow):
    photo = window.desk.files.add("a.png", png(320, 200, "#993366"), "image/png")
    sick = replace(window.desk.files.add("b.mp3", b"ID3" + bytes(400), "audio/mpeg"), state=INFECTED)
    away = replace(photo, id="belum", sha256="cd" * 32, state=COMING)
    long = replace(window.desk.files.add("c.mp3", b"ID3" + bytes(500), "audio/mpeg"), size_bytes=16_000_000)
    card = card_of(window, photo, sick, away, long)
    files = card.files
    assert files is not None
    assert not files.choices[1].tick.isEnabled()
    assert "virus" in files.choices[1].note()
    files.choices[2].tick.setChecked(True)
    window.settle()
    assert "masih di meja" in files.choices[2].note()
    card.submit()
    files.choices[2].tick.setChecked(False)
    files.choices[3].tick.setChecked(True)
    window.settle()
    show("forward-too-large", window)
    assert "paling banyak 15 MB" in files.why_not()
    card.submit()
    window.settle()
    assert not any(isinstance(each, acts.ForwardCase) for each in window.desk.decided())


def test_files_of_a_sensitive_case_leave_after_a_look_and_with_a_reason(window: CaseWindow):
    sound = window.desk.files.add("a.mp3", b"ID3" + bytes(400), "audio/mpeg")
    card = card_of(window, sound, category="domestic_violence", sensitive=True)
    assert card.files is not None
    # What is behind the reason is not even offered.
    assert card.files.choices == []
    window.desk.desk.decide(acts.Look(what="sensitive", reason="menolong korban"), "r1")
    window.pane.acts.opened.emit("r1")
    window.qtbot.waitUntil(lambda: not window.view.hidden)
    card = opened(window)
    files = card.files
    assert files is not None
    [choice] = files.choices
    choice.tick.setChecked(True)
    window.settle()
    assert "Kasus sensitif" in files.why_not()
    assert files.reason is not None
    files.reason.setText("diminta Unit PPA")
    show("forward-sensitive", window)
    card.submit()
    window.settle()
    act = window.desk.decided()[-1]
    assert isinstance(act, acts.ForwardCase)
    assert act.files_reason == "diminta Unit PPA"
    assert accesses(window.view.report)[-1].text == "diminta Unit PPA"
