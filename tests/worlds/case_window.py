"""A case pane in a real window over a real store; keys reach it as from a keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.decode.pool import Decoder
from console.desk.attaching import Attaching
from console.desk.case import CaseView
from console.desk.file_claims import FileClaims
from console.desk.file_facts import FileFacts
from console.desk.kept import KeptSettings
from console.desk.queue import Queue
from console.desk.sending import Sending
from console.desk.shift import Shift
from console.domain.report import Report
from console.ui import theme
from console.ui.background import Background
from console.ui.case.pane import CasePane
from console.ui.case.parts import CaseParts
from console.ui.deciding import Deciding
from console.ui.keys import KeyGuard
from console.ui.relay import Relay
from console.ui.selection import Selection
from console.ui.texts.language import Language
from tests.worlds.cases import ROOT, CaseDesk
from tests.worlds.evidence import evidence_of
from tests.worlds.viewing import parts_of
from tests.worlds.ways import Ways


class Steps:
    """A monotonic clock that goes on by a second whenever it is read: every key is pressed in peace."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 1.0
        return self.now_s


class CaseWindow:
    """The parts of a case side with a pane on the screen; `close` ends all of it."""

    def __init__(self, qtbot: QtBot, folder: Path, *, decoder: Decoder | None = None, language: str = "id") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot, self.app = qtbot, app
        theme.dress(app, ROOT / "resources", "dark")
        self.language = Language(app, ROOT / "resources" / "translations")
        self.language.speak(language)
        self.desk = CaseDesk(folder)
        self.decoder = decoder or Decoder(warm=0)
        self.background, self.relay = Background(), Relay()
        self.kept = KeptSettings(self.desk.store, ("viewer.window", "viewer.full"))
        self.selection = Selection(monotonic_s=Steps())
        self._unsubscribe = self.desk.store.subscribe(self.relay.take)
        self.deciding = Deciding(self.desk.desk, Queue(self.desk.store), self.background)
        self.ways = Ways()
        self.parts = CaseParts(
            attaching=Attaching(self.desk.store, self.desk.desk),
            book=self.desk.book,
            identities=self.desk.identities,
            evidence=(evidence := evidence_of(self.desk, self.decoder)),
            sending=Sending(self.ways, self.desk.store, self.desk.desk, evidence.handling),
            viewer=(viewer := parts_of(self.desk.files, self.decoder, self.background, self.kept)),
            file_claims=FileClaims(
                self.desk.store, self.desk.desk, lambda: True,
                FileFacts(self.desk.files, self.decoder, viewer.attachments, lambda: "Asia/Jakarta"),
            ),
            presence=self.desk.eyes,
            shift=Shift(self.desk.store, self.desk.spots, self.desk.eyes, lambda: self.desk.actor, self.desk.now),
            nearby=self.desk.nearby,
            deciding=self.deciding,
            background=self.background,
            selection=self.selection,
        )
        self.pane = CasePane(self.parts)
        qtbot.addWidget(self.pane)
        self.relay.changed.connect(self.pane.take_changes)
        self.guard = KeyGuard(self.selection, monotonic_s=Steps())
        self.guard.watch(self.pane)
        self.guard.pressed.connect(self.pane.press)
        self.pane.resize(521, 900)
        self.pane.show()

    @property
    def view(self) -> CaseView:
        view = self.pane.view
        assert view is not None
        return view

    def open(self, report: Report) -> None:
        """The report comes from the feed and is selected; returns when it is shown."""
        self.desk.report(report)
        self.select(report.id)

    def select(self, report_id: str) -> None:
        self.selection.select(report_id)
        self.qtbot.waitUntil(lambda: self.pane.view is not None and self.pane.view.report.id == report_id)
        self.settle()
        self.pane.setFocus()

    def press(self, key: Qt.Key, shift: bool = False) -> None:
        """Press a key where the keyboard is now, and let everything it caused happen."""
        target = QApplication.focusWidget() or self.pane
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(target, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        """Type text where the keyboard is, and hand it over with Ctrl+Enter."""
        target = QApplication.focusWidget()
        assert target is not None
        self.qtbot.keyClicks(target, text)
        self.qtbot.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def settle(self) -> None:
        """Until no question is under way and no news waits."""
        for _ in range(2):
            self.app.processEvents()
            self.qtbot.waitUntil(lambda: self.background.idle and self.pane.idle and self.pane.acts.copying.idle)

    def close(self) -> None:
        self.pane.stop()
        self._unsubscribe()
        self.relay.close()
        self.background.stop()
        self.decoder.close()
        self.desk.close()
        self.language.speak("en")
        self.language.deleteLater()
