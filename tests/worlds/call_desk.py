"""Call taking on the screen over a real store and desk, in a dock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from console.areas.area import Area
from console.areas.index import AreaIndex
from console.contract.sealed import Identity, seal
from console.desk.attaching import Attaching
from console.desk.call_taking import CallTaking
from console.desk.decide import Desk
from console.desk.duplicates import Duplicates
from console.desk.filing import Filing
from console.desk.places import Places
from console.desk.queue import Queue
from console.domain.call import CallState, Ring
from console.domain.person import Actor, Role
from console.domain.report_number import NumberBlock
from console.domain.triage import Lexicon, WordEntry, WordRules, suggest
from console.store.store import Store
from console.ui import theme
from console.ui.background import Background
from console.ui.call_taking.call_desk import CallDesk
from console.ui.deciding import Deciding
from console.ui.texts.language import Language
from tests.worlds.queue_window import NOW, ROOT

SARI = Actor(id="sari", name="Sari W.", role=Role.OPERATOR, session_id="s1", desk_id="d1")
KEY = bytes(range(32))
AREAS = (
    Area(code="35.73.01.1001", name="Blimbing", lat=-7.94, lon=112.64, district="Blimbing", city="Kota Malang"),
    Area(code="35.73.01.1002", name="Blimbingrejo", lat=-7.95, lon=112.65, district="Blimbing", city="Kota Malang"),
)


class Exchange:
    """RingsPort of an exchange the test plays."""

    def __init__(self) -> None:
        self.rings: tuple[Ring, ...] = ()
        self._told: list[Callable[[], None]] = []

    def now(self) -> tuple[Ring, ...]:
        return self.rings

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        self._told.append(callback)
        return lambda: self._told.remove(callback)

    def tell(self, *rings: Ring) -> None:
        self.rings = rings
        for told in tuple(self._told):
            told()


def a_ring(number: str = "+628000005678", **more: object) -> Ring:
    """A call that rings for nine seconds."""
    values: dict[str, object] = {
        "id": "01a00000-0000-7000-8000-000000000001", "state": CallState.RINGING, "source_kind": "call_110",
        "line": "2", "rang_at": NOW - timedelta(seconds=9), "number_masked": "+62•••••••••78", **more,
    }  # fmt: skip
    call_id = str(values["id"])
    return Ring(sealed=seal(Identity(phone=number), KEY, call_id), **values)  # type: ignore[arg-type]


class CallWindow:
    """A window with the call form in a dock; `folder` may hold a profile of an earlier one."""

    def __init__(self, qtbot: QtBot, folder: Path, look: str = "dark", language: str = "id") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.dress(app, ROOT / "resources", look)
        self.language = Language(app, ROOT / "resources" / "translations")
        self.language.speak(language)
        self.qtbot = qtbot
        self.store = Store.open(folder / "console.db", KEY, lambda: NOW)
        self.store.numbers.add([NumberBlock(series="KJ-2611", first=41, last=60)])
        self.store.numbers.add([NumberBlock(series="AS-2611", first=1, last=20)])
        self.store.numbers.add([NumberBlock(series="IN-2611", first=7, last=20)])
        self.background, self.exchange = Background(), Exchange()
        self.areas, self.alike = AreaIndex(None, AREAS), Duplicates(self.store)
        entry = WordEntry(words=("tabrakan",), category="traffic_accident", weight=5)
        lexicon = Lexicon(WordRules(entries=(entry,)))
        desk = Desk(self.store, person=lambda: SARI, server_now=lambda: NOW)
        filing = Filing(
            desk, self.store.numbers, site=self.store.site, now=lambda: NOW, key=lambda: KEY, areas=self.areas
        )
        self.calls = CallTaking(
            self.store, filing, now=lambda: NOW, places=Places(self.areas), key=lambda: KEY, rings=self.exchange,
            suggest=lambda text, category: suggest(text, lexicon, category), alike=self.alike.of_draft,
            handbook=self.store.handbook, person=lambda: SARI, attaching=Attaching(self.store, desk),
        )  # fmt: skip
        self.deciding = Deciding(desk, Queue(self.store), self.background)
        self.desk = CallDesk(self.calls, self.deciding, self.background, lambda: NOW, lambda: ZoneInfo("Asia/Jakarta"))
        self.pane, self.strip = self.desk.pane, self.desk.strip
        self._show()

    def _show(self) -> None:
        self.window, self.case = QMainWindow(), QTextEdit()
        self.qtbot.addWidget(self.window)
        self.window.setMenuWidget(self.strip)
        self.window.setCentralWidget(self.case)
        self.dock = QDockWidget(self.window)
        self.dock.setWidget(self.pane)
        self.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.desk.live_in(self.dock, self.dock.show)
        self.window.resize(980, 900)
        self.window.show()
        self.desk.start()

    def wait(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=5_000)

    def f2(self) -> None:
        """F2, until the form stands."""
        self.desk.take()
        self.wait(lambda: self.pane.form is not None and self.pane.isVisible())

    def type(self, text: str = "", place: str = "", phone: str = "", name: str = "") -> None:
        """Type as a person does."""
        fields = self.pane.fields
        for line, words in (
            (fields.place.field.line, place), (fields.text, text), (fields.caller.phone.line, phone),
            (fields.caller.name.line, name),
        ):  # fmt: skip
            if words:
                line.setFocus()
                self.qtbot.keyClicks(line, words)

    def close(self) -> None:
        self.desk.stop()
        self.background.stop()
        self.alike.close()
        self.window.close()
        self.areas.close()
        self.store.close()
        self.language.speak("en")
        self.language.deleteLater()
