"""Coming in: first run, sign-in, lock; errors in clear words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from console.desk.ports import Person
from console.desk.sign_in import DemoHint, FirstRun
from console.domain.errors import AccessFault, NetworkFault
from console.ui import theme
from console.ui.background import Background
from console.ui.sign_in.first_run_screen import FirstRunScreen
from console.ui.sign_in.lock_screen import LockScreen
from console.ui.sign_in.recovery_screen import RecoveryScreen
from console.ui.sign_in.sign_in_screen import SignInScreen
from console.ui.texts.language import Language
from tests.worlds.cases import NOW, OPERATOR, ROOT


@dataclass
class Gate:
    """SignInPort: lets dewi in with 'benar'; a new person needs the recovery key."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)
    struck_off: bool = False

    @property
    def enrolled(self) -> bool:
        return True

    @property
    def person(self) -> Person | None:
        return None

    def known_users(self) -> tuple[str, ...]:
        return ("dewi",)

    def enrol(self, code: str, desk_name: str = "") -> None:
        if code != "KODE-BARU":
            raise AccessFault("enrol_code_refused", "no such code")
        self.struck_off = False

    def sign_in(self, user: str, passphrase: str, *, recovery_key: str = "") -> Person:
        self.asked.append((user, passphrase, recovery_key))
        if self.struck_off:
            raise AccessFault("desk_refused", "struck off")
        if user == "baru" and not recovery_key:
            raise AccessFault("no_slot", "no slot")
        if user == "jauh":
            raise NetworkFault("unreachable", "no way")
        if passphrase != "benar":
            raise AccessFault("wrong_passphrase", "no")
        return Person(actor=OPERATOR)

    def sign_out(self) -> None:
        """Nothing to do."""


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app, ROOT / "resources", "dark")
    language = Language(app, ROOT / "resources" / "translations")
    language.speak("id")
    made = Background()
    yield made
    made.stop()
    language.speak("en")
    language.deleteLater()


def test_the_right_passphrase_lets_in_and_is_wiped(qtbot: QtBot, background: Background) -> None:
    gate = Gate()
    screen = SignInScreen(gate, background)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin("dewi")
    qtbot.keyClicks(screen.passphrase.line, "benar")
    with qtbot.waitSignal(screen.signed_in) as entered:
        qtbot.keyClick(screen.passphrase.line, Qt.Key.Key_Return)
    assert entered.args == [Person(actor=OPERATOR)]
    assert screen.passphrase.line.text() == ""
    assert screen.passphrase.line.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(("user", "words"), [("dewi", "salah"), ("jauh", "tidak"), ("baru", "kunci pemulihan")])
def test_what_is_wrong_is_said_in_clear_words(qtbot: QtBot, background: Background, user: str, words: str) -> None:
    screen = SignInScreen(Gate(), background)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin(user)
    qtbot.keyClicks(screen.passphrase.line, "keliru")
    screen.submit()
    qtbot.waitUntil(screen.trouble.isVisible)
    assert words in screen.trouble.text()
    assert screen.recovery.isVisible() == (user == "baru")
    assert screen.button.isEnabled()


def test_a_workstation_struck_off_is_enrolled_again_where_people_sign_in(qtbot: QtBot, background: Background) -> None:
    gate = Gate(struck_off=True)
    screen = SignInScreen(gate, background)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin("dewi")
    assert not screen.code.isVisible()
    qtbot.keyClicks(screen.passphrase.line, "benar")
    screen.submit()
    qtbot.waitUntil(screen.code.isVisible)
    screen.code.line.setText("KODE-LAMA")
    screen.submit()
    qtbot.waitUntil(lambda: screen.button.isEnabled() and "Kode pendaftaran salah" in screen.trouble.text())
    assert screen.code.isVisible()
    screen.code.line.setText("KODE-BARU")
    with qtbot.waitSignal(screen.signed_in):
        screen.submit()
    assert not screen.code.isVisible()
    assert screen.code.line.text() == ""


def test_only_the_demo_tells_its_passphrase(qtbot: QtBot, background: Background) -> None:
    demo = DemoHint(users=(("dewi", "Aiptu Dewi R."),))
    told = SignInScreen(Gate(), background, demo=demo)
    silent = SignInScreen(Gate(), background)
    for screen in (told, silent):
        qtbot.addWidget(screen)
    assert any(demo.passphrase in label.text() for label in told.findChildren(QLabel))
    assert not any(demo.passphrase in label.text() for label in silent.findChildren(QLabel))


def test_a_locked_screen_shows_counts_and_opens_with_the_passphrase(qtbot: QtBot, background: Background) -> None:
    gate = Gate()
    screen = LockScreen(gate, background)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin("dewi", "Aiptu Dewi R.")
    screen.show_counts(1, 4, 2)
    screen.show_time(NOW, ZoneInfo("Asia/Jakarta"))
    shown = " ".join(label.text() for label in screen.findChildren(QLabel))
    for words in ("14:07 WIB", "1 kritis", "4 laporan baru", "2 keputusan"):
        assert words in shown
    qtbot.keyClicks(screen.passphrase.line, "keliru")
    screen.submit()
    qtbot.waitUntil(screen.trouble.isVisible)
    screen.passphrase.line.setText("benar")
    with qtbot.waitSignal(screen.unlocked):
        screen.submit()
    assert gate.asked[-1][:2] == ("dewi", "benar")


def test_first_run_names_what_is_missing_and_hands_over_the_choice(qtbot: QtBot, background: Background) -> None:
    screen = FirstRunScreen()
    qtbot.addWidget(screen)
    screen.show()
    qtbot.mouseClick(screen._ways[FirstRun.CONNECT], Qt.MouseButton.LeftButton)
    screen.address.line.setText("http://pusat.example")
    screen.submit()
    assert "https" in screen.trouble.text()
    screen.address.line.setText("pusat.example")
    screen.code.line.setText("KODE-1")
    screen.desk_name.line.setText("Meja 3")
    with qtbot.waitSignal(screen.chosen) as chosen:
        screen.submit()
    assert chosen.args is not None
    assert (chosen.args[0].address, chosen.args[0].way) == ("https://pusat.example", FirstRun.CONNECT)
    screen.say_busy("Menghubungi…")
    assert not screen._form.isEnabled()
    screen.say_fault(AccessFault("enrol_code_refused", "used"))
    assert screen._form.isEnabled()
    assert screen.trouble.isVisible()


def test_the_recovery_key_goes_on_only_when_it_is_noted(qtbot: QtBot, background: Background) -> None:
    screen = RecoveryScreen("AAAA-BBBB")
    qtbot.addWidget(screen)
    screen.show()
    assert screen.key.text() == "AAAA-BBBB"
    assert not screen.button.isEnabled()
    screen.tick.setChecked(True)
    with qtbot.waitSignal(screen.noted):
        qtbot.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    assert screen.key.text() == ""
