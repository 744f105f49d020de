"""A picture of every screen in both languages and themes, by playing the demo: build/tour."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.app import ConsoleApp
from console.desk.office import Office
from console.desk.sign_in import DEMO_PASSPHRASE
from console.domain import acts
from console.domain.link import LinkState
from console.domain.queue_row import QueueFilter, QueueQuery, QueueRow
from console.drill.hand import DrillFailed, Hand, offscreen_platform
from console.paths import Profile
from console.ui.application import make_application
from console.ui.attachments.viewer import Viewer

PICTURES = Path("build") / "tour"
LOOKS = (("id", "dark"), ("en", "dark"), ("id", "light"), ("en", "light"))
PACE = 2400.0
"""A report every three seconds: a full queue soon."""

SETTLE_S = 0.25


def run(args: list[str]) -> int:
    """`--areas FILE...` imports these boundaries first, `--size WxH` sets the screen; returns 0 when all was seen."""
    width, height = (int(n) for n in _option(args, "--size", "1920x1080").split("x"))
    areas = [Path(arg) for arg in args if arg.endswith((".sql", ".geojson"))]
    os.environ["QT_QPA_PLATFORM"] = offscreen_platform(width, height)
    app = make_application()
    index: list[dict[str, str]] = []
    try:
        with tempfile.TemporaryDirectory(prefix="sigap-tour-") as folder:
            first = ConsoleApp(app, Profile(Path(folder) / "first"))
            _played(first, lambda: _FirstRun(first, index).play())
            profile = Profile(Path(folder) / "work").make()
            if areas:
                _import(areas, profile)
            console = ConsoleApp(app, profile, demo=True, pace=PACE)
            _played(console, lambda: _Tour(console, index).play())
    except DrillFailed as failed:
        print(f"FAILED: {failed}", flush=True)
        return 1
    finally:
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / "index.json").write_text(json.dumps(index, indent=1), encoding="utf-8")
    print(f"{len(index)} pictures in {PICTURES}")
    return 0


def _played(console: ConsoleApp, play: Callable[[], None]) -> None:
    try:
        console.begin()
        play()
    finally:
        console.end()


def _option(args: list[str], name: str, default: str) -> str:
    return args[args.index(name) + 1] if name in args else default


def _import(files: list[Path], profile: Profile) -> None:
    from console.areas.importer import import_files

    import_files(files, profile.area_pack_file)


class _Pictures:
    def __init__(self, console: ConsoleApp, index: list[dict[str, str]]) -> None:
        self.console, self.hand, self._index = console, Hand(console, PICTURES), index

    def look_at(self, screen: str, widget: Callable[[], QWidget]) -> None:
        """One picture a look; ends in the first one."""
        for language, theme in (*LOOKS, LOOKS[0]):
            self.console.appearance.speak(language)
            self.console.appearance.dress(theme)
            self._settle()
            file = PICTURES / f"{screen}-{language}-{theme}.png"
            if any(seen["file"] == file.name for seen in self._index):
                continue
            PICTURES.mkdir(parents=True, exist_ok=True)
            widget().grab().save(str(file))
            self._index.append({"screen": screen, "language": language, "theme": theme, "file": file.name})
        print(f"seen: {screen}", flush=True)


    def _settle(self) -> None:
        """Until the map has painted what changed; other widgets paint within the rest."""
        work = self.console.workplace
        if work is not None and work.window.isVisible():
            seen: list[int] = []
            work.map.settled.connect(seen.append)
            wanted = work.map.settle()
            self.hand.wait("the map stands still", lambda: any(n >= wanted for n in seen), 30)
            work.map.settled.disconnect(seen.append)
        self.hand.rest(SETTLE_S)


class _FirstRun(_Pictures):
    def play(self) -> None:
        gate = self.console.gate
        self.hand.wait("the first-run screen", lambda: gate.first_run)
        self.look_at("first-run", lambda: gate)


class _Tour(_Pictures):
    def play(self) -> None:
        hand = self.hand
        hand.wait("the operator is signed in", lambda: self.console.workplace, 60)
        work = hand.work
        hand.wait("the map is there", lambda: work.map_ready, 60)
        row = hand.wait("a report with a photo", lambda: self._row(lambda r: r.attachments > 0), 60)
        hand.wait("some more reports", lambda: len(self._rows()) >= 6, 120)
        self.look_at("operations-nothing-chosen", lambda: work.window)
        self._case(row)
        self._forwarding(row)
        self._trays(row)
        self._offline(row)
        self._gate()
        self._review()

    def _case(self, row: QueueRow) -> None:
        hand, work = self.hand, self.hand.work
        hand.select(row.id)
        hand.wait("its photo is decoded", lambda: work.case.body.files.pictures_shown > 0, 30)
        hand.wait("units are suggested", lambda: work.case.body.advice.picked)
        self.look_at("operations-new-report", lambda: work.window)
        work.case.body.files.chosen.emit(0)
        viewer = hand.wait("the viewer opens", lambda: work.case.findChild(Viewer))
        hand.rest(2.0)
        self.look_at("photo-viewer", lambda: viewer)
        viewer.close()
        hand.decide(Qt.Key.Key_K, row.id)
        hand.wait("officers are sent", lambda: self._has(row, "report.dispatch"))
        hand.wait("an officer is under way", lambda: self._has(row, "unit.en_route"), 60)
        self.look_at("officers-sent", lambda: work.window)

    def _forwarding(self, row: QueueRow) -> None:
        hand, work = self.hand, self.hand.work
        hand.decide(Qt.Key.Key_T, row.id)
        card = hand.wait("the forwarding card opens", lambda: work.case.tray.card)
        self.look_at("forwarding", lambda: work.window)
        hand.press(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        hand.wait("the forward is decided", lambda: self._has(row, "report.forward"))
        hand.rest(11.0)
        self.look_at("forwarded-waiting", lambda: work.window)

    def _trays(self, row: QueueRow) -> None:
        hand, work = self.hand, self.hand.work
        for key, screen in ((Qt.Key.Key_H, "ask-reporter"), (Qt.Key.Key_E, "close-case"), (Qt.Key.Key_N, "note")):
            hand.decide(key, row.id)
            card = hand.wait(f"the card of {screen}", lambda: work.case.tray.card)
            self.look_at(screen, lambda: work.window)
            hand.press(card, Qt.Key.Key_Escape)
            work.case.tray.clear()
        sensitive = self._row(lambda r: r.sensitive)
        if sensitive is not None:
            hand.select(sensitive.id)
            self.look_at("sensitive-case", lambda: work.window)

    def _offline(self, row: QueueRow) -> None:
        hand, work, own = self.hand, self.hand.work, self.console.own
        if own is None:
            raise DrillFailed("there is no server of our own")
        own.server.kill()
        hand.wait("the loss is noticed", lambda: self._office().link.link().state is LinkState.OFFLINE)
        work.deciding.decide(acts.AddNote(text="Server putus, kejadian dipantau lewat radio."), row.id)
        other = self._row(lambda r: r.priority > 1 and bool(r.line) and r.id != row.id)
        if other is not None:
            hand.decide(Qt.Key.Key_X, other.id)
        hand.select(row.id)
        self.look_at("offline", lambda: work.window)
        work.window.toggle_attention()
        self.look_at("needs-attention", lambda: work.window)
        work.window.toggle_attention()
        own.server.restart()
        hand.wait("the server is back", lambda: self._office().link.link().state is LinkState.LIVE, 60)
        hand.wait("all is confirmed", lambda: self._office().link.link().waiting == 0, 60)

    def _gate(self) -> None:
        console, hand = self.console, self.hand
        console.lock()
        hand.wait("the lock screen", lambda: console.gate.lock)
        hand.rest(1.5)
        self.look_at("locked", lambda: console.gate)
        console.gate.left.emit()
        sign_in = hand.wait("the sign-in screen", lambda: console.gate.sign_in if console.gate.sign_in else None, 30)
        self.look_at("sign-in", lambda: console.gate)
        hand.wait("nobody is at work", lambda: console.workplace is None)
        sign_in.user.line.setText("joko")
        sign_in.passphrase.line.setText(DEMO_PASSPHRASE)
        sign_in.submit()
        hand.wait("the supervisor is signed in", lambda: console.workplace, 30)

    def _review(self) -> None:
        hand, work = self.hand, self.hand.work
        work.open_review()
        hand.wait("cases to review", lambda: work.review.model.rowCount() > 0, 30)
        work.review.table.selectRow(0)
        hand.rest(1.0)
        self.look_at("review", lambda: work.review)

    def _office(self) -> Office:
        core = self.console.core
        if core is None or core.office is None:
            raise DrillFailed("the office is closed")
        return core.office

    def _rows(self) -> tuple[QueueRow, ...]:
        rows: tuple[QueueRow, ...] = self._office().queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 50)
        return rows

    def _row(self, wanted: Callable[[QueueRow], bool]) -> QueueRow | None:
        return next((row for row in self._rows() if wanted(row)), None)

    def _has(self, row: QueueRow, kind: str) -> bool:
        view = self._office().book.case(row.id)
        return view is not None and any(line.entry.kind == kind for line in view.lines)
