"""Times the start of the whole console in a process of its own: usable queue, then map."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from console import app, embedded, paths, settings
from console.bench.invented_reports import pages
from console.clock import SystemClock
from console.contract.codec import decode
from console.contract.feed import ChangesPage
from console.core import Core
from console.desk.ports import Person
from console.desk.sign_in import DEMO_HINT, DEMO_PASSPHRASE
from console.domain.errors import Bug
from console.domain.queue_row import QueueRow
from console.paths import Profile
from console.ui.application import make_application
from console.ui.courtesy import COURTESY
from console.ui.surroundings import AnyWorkplace

_PATIENCE_S = 120
_USER = DEMO_HINT.users[0][0]
STARTS = 3


def measure_start(folder: Path, rows: int, starts: int = STARTS) -> list[tuple[float, float]]:
    """Start as often as asked over a profile of `rows` reports whose server is away.

    Returns of each the seconds from the start of the process to a usable queue (unlocked by passphrase, first page
    painted, a key selected a row) and to the map's first picture.
    """
    profile = Profile(folder / "profile")
    _prepare(profile, rows)
    return [_started(profile) for _ in range(starts)]


def _prepare(profile: Profile, rows: int) -> None:
    """An enrolled desk somebody has signed in at once, with a full store, and the server gone."""
    profile.make()
    server = embedded.Embedded.start(paths.own_command(), profile.server_folder / "server.db", demo=True)
    try:
        core = Core(profile, server.address, SystemClock(), give_way=COURTESY.give_way, stand_back=COURTESY.stand_back)
        core.session.enrol(server.enrol_code, "bench")
        core.session.sign_in(_USER, DEMO_PASSPHRASE)
        for body in pages(0, rows, 5_000):
            core.session.store.apply_page(decode(body, ChangesPage))
        core.session.store.database.checkpoint()
        core.close()
    finally:
        server.stop()
    settings.remember(profile.settings_file, mode="connect", server_url=server.address)


def _started(profile: Profile) -> tuple[float, float]:
    code = (
        "from console.ui.application import start_without_collecting; start_without_collecting();"  # as cli.py does
        f"from console.bench.queue_start import child; child({str(profile.folder)!r}, {time.monotonic()!r})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=paths.installation(),
        check=True,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
    )
    figures = json.loads(done.stdout.splitlines()[-1])
    return float(figures["usable_s"]), float(figures["map_ready_s"])


def child(folder: str, began_s: float) -> None:
    """Be that process: start, unlock, press a key, wait for the map, print both figures."""
    qt = make_application()
    start = _Start(qt, Profile(Path(folder)), began_s)
    qt.exec()
    start.console.end()
    print(json.dumps(start.figures), flush=True)


class _Start(QObject):
    """Does at the gate and in the queue what a person would."""

    def __init__(self, qt: QApplication, profile: Profile, began_s: float) -> None:
        super().__init__()
        self._qt, self._began_s = qt, began_s
        self.figures: dict[str, float] = {}
        self._signed_in = False
        self.console = app.ConsoleApp(qt, profile)
        self.console.at_gate.connect(self._sign_in)
        self.console.at_work.connect(self._work)
        self.console.begin()
        QTimer.singleShot(_PATIENCE_S * 1000, qt.quit)

    def _sign_in(self) -> None:
        core = self.console.core
        if core is None or self._signed_in:
            return
        self._signed_in = True
        enter: Callable[[Person], None] = self.console.gate.entered.emit
        self.console.background.ask(self, lambda: core.session.sign_in(_USER, DEMO_PASSPHRASE), enter)

    def _work(self, work: AnyWorkplace) -> None:
        from console.ui.workplace import Workplace  # app.py imports it when the gate stands, not before

        if not isinstance(work, Workplace):
            raise Bug("another kind of workplace")
        view = work.window.queue.view

        def press(_rows: tuple[QueueRow, ...], _at_ns: int) -> None:
            view.watch_painted(None)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
                QApplication.postEvent(view, event)

        view.watch_painted(press)
        work.selection.changed.connect(lambda _id: self._note("usable_s"))
        work.map.ready.connect(lambda: self._note("map_ready_s"))

    def _note(self, name: str) -> None:
        self.figures.setdefault(name, time.monotonic() - self._began_s)
        if len(self.figures) == 2:
            self._qt.quit()
