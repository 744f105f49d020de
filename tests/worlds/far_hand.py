"""A whole console in a process of its own, worked by a hand that obeys another process.

Started as `python -m tests.worlds.far_hand PROFILE`. One JSON command a line comes in, one answer a line goes out;
every acknowledged decision goes out by itself, before anything else can happen to this process.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from console.drill.hand import Hand, offscreen_platform

os.environ["QT_QPA_PLATFORM"] = offscreen_platform()

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from console.app import ConsoleApp
from console.desk.sign_in import FirstRun
from console.paths import Profile
from console.ui.application import make_application
from console.ui.deciding import Done, NotDone
from console.ui.workplace import Workplace
from tests.worlds import far_looks, full_disk
from tests.worlds.gui_watch import GuiWatch

OUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
"""The answers' own pipe end: nothing a library prints can get between two answers."""


def tell(**what: object) -> None:
    OUT.write(json.dumps(what) + "\n")
    OUT.flush()


class FarHand(QObject):
    """Executes commands on the GUI thread, one after the other."""

    came = Signal(str)
    ended = Signal()

    def __init__(self, console: ConsoleApp) -> None:
        super().__init__()
        self.console, self.hand, self.watch = console, Hand(console, Path("unused")), GuiWatch()
        self.painted: set[str] = set()
        self.decided: list[str] = []
        self.refused: list[NotDone] = []
        console.at_work.connect(self._begin_work)
        self.came.connect(self._obey)
        threading.Thread(target=self._read, name="commands", daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line)
        self.ended.emit()

    def _obey(self, line: str) -> None:
        command = json.loads(line)
        try:
            found: Callable[..., object] | None = getattr(self, "do_" + command["do"], None)
            look: Callable[..., object] | None = getattr(far_looks, command["do"], None)
            answer = found(*command["with"]) if found else look(self, *command["with"])  # type: ignore[misc]
            tell(answer=answer)
        except Exception as error:
            tell(failed=f"{error}\n{traceback.format_exc()}", screen=far_looks.screen(self))

    def _begin_work(self, work: Workplace) -> None:
        work.window.queue.view.watch_painted(lambda rows, _ns: self.painted.update(row.id for row in rows))
        work.deciding.decided.connect(self._note)
        work.deciding.refused.connect(self.refused.append)

    def _note(self, done: Done) -> None:
        self.decided.append(done.decision_id)
        tell(decided=done.decision_id, report=done.report_id, act=type(done.act).__name__)

    # --- what a person does

    def do_connect(self, address: str, code: str, name: str) -> None:
        """Fill in the first-run form and press Enter."""
        form = self.hand.wait("the first run asks", lambda: self.console.gate.first_run)
        self.hand.wait("the form is free", lambda: form.isVisible() and form.isEnabled())
        card = next(iter(form._ways.values()))
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        for field, text in ((form.address, address), (form.code, code), (form.desk_name, name)):
            field.line.clear()
            QTest.keyClicks(field.line, text)
        QTest.keyClick(form.desk_name.line, Qt.Key.Key_Return)

    def do_choose(self, way: str) -> None:
        """Choose what this console shall be: connect, embedded or demo."""
        form = self.hand.wait("the first run asks", lambda: self.console.gate.first_run)
        QTest.mouseClick(form._ways[FirstRun(way)], Qt.MouseButton.LeftButton)

    def do_introduce(self, name: str, user: str, passphrase: str, again: str) -> None:
        """Tell who works here, at a console with a server of its own."""
        gate = self.console.gate
        screen = self.hand.wait(
            "it asks who works here", lambda: gate.new_person if gate.currentWidget() is gate.new_person else None, 60
        )
        typed = ((screen.name, name), (screen.user, user), (screen.passphrase, passphrase), (screen.again, again))
        for field, text in typed:
            _type(field.line, text)
        QTest.keyClick(screen.again.line, Qt.Key.Key_Return)

    def do_sign_in(self, user: str, passphrase: str) -> None:
        """Type both and press Enter."""
        gate = self.console.gate
        screen = self.hand.wait(
            "the sign-in screen", lambda: gate.sign_in if gate.currentWidget() is gate.sign_in else None, 40
        )
        _type(screen.user.line, user)
        _type(screen.passphrase.line, passphrase)
        QTest.keyClick(screen.passphrase.line, Qt.Key.Key_Return)
        self.hand.wait("the answer", lambda: not screen._busy or gate.currentWidget() is not screen, 40)

    def do_unlock(self, passphrase: str) -> None:
        """Type the passphrase at the locked screen."""
        lock = self.console.gate.lock
        assert lock is not None
        _type(lock.passphrase.line, passphrase)
        QTest.keyClick(lock.passphrase.line, Qt.Key.Key_Return)
        self.hand.wait("the answer", lambda: not lock._busy, 40)

    def do_note_key(self) -> str:
        """Tick that the recovery key is noted, and go on; returns the key."""
        screen = self.hand.wait("the recovery key is shown", lambda: far_looks.recovery_screen(self), 40)
        key = screen.key.text()
        screen.tick.setChecked(True)
        QTest.mouseClick(screen.button, Qt.MouseButton.LeftButton)
        return key

    def do_await_work(self) -> None:
        """Wait until the operations window stands."""
        self.hand.wait("somebody is at work", lambda: self.console.workplace, 60)

    def do_press(self, letter: str, report_id: str) -> None:
        """A letter of the decision bar on that report, pressed in the queue."""
        self.hand.decide(Qt.Key(ord(letter)), report_id)

    def do_review_press(self, letter: str, report_id: str) -> None:
        """The same in the supervisor's review."""
        review = self.hand.work.review
        place = self.hand.wait(
            "the case is listed",
            lambda: [n for n, row in enumerate(review.model.rows) if row.report_id == report_id],
        )[0]
        review.table.selectRow(place)
        self.hand.wait("the case is shown", lambda: review.case.view and review.case.view.report.id == report_id)
        self.hand.wait("it stands still", lambda: review.selection.stood_ms > 400)
        QTest.keyClick(review.table, Qt.Key(ord(letter)))

    def do_write(self, text: str) -> None:
        """Write into the open card and hand it over with Ctrl+Enter."""
        card = self.hand.wait("a card to write in", lambda: far_looks.open_card(self))
        field = card.field
        field.setPlainText(text)
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def do_confirm_card(self) -> None:
        """Ctrl+Enter on the open card."""
        card = self.hand.wait("a card is open", lambda: self.hand.work.case.tray.card)
        QTest.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def do_key(self, name: str) -> None:
        """A key of the window, such as F4 or Ctrl+Z."""
        window = self.hand.work.window
        modifier = Qt.KeyboardModifier.ControlModifier if name.startswith("Ctrl+") else Qt.KeyboardModifier.NoModifier
        window.activateWindow()
        window.queue.view.setFocus()
        self.hand.press(window.queue.view, getattr(Qt.Key, "Key_" + name.removeprefix("Ctrl+")), modifier)

    def do_fill_disk(self) -> None:
        """From now on the store cannot write another byte."""
        full_disk.fill()

    def do_free_disk(self) -> None:
        """There is room again."""
        full_disk.free()

    def do_menu(self, signal: str, *arguments: object) -> None:
        """An entry of the person menu."""
        getattr(self.hand.work.window.person, signal).emit(*arguments)


def _type(line: QLineEdit, text: str) -> None:
    line.clear()
    QTest.keyClicks(line, text)


def main() -> int:
    """Run until standard input ends. What kills it, or its end by SIGABRT, leaves the stacks of all threads behind."""
    faulthandler.enable()
    app = make_application()
    try:
        console = ConsoleApp(app, Profile(Path(sys.argv[1])))
    except Exception as fault:
        tell(failed=str(fault), code=getattr(fault, "code", ""))
        return 2
    far = FarHand(console)
    far.ended.connect(app.quit)
    console.begin()
    tell(answer="ready")
    app.exec()
    console.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
