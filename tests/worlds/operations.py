"""The operations window over a real store and desk; other panes are blank."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.contract.decisions import DecisionResult
from console.desk.attention import AttentionList
from console.desk.decide import Desk
from console.desk.ports import Link, LinkState, Person
from console.desk.resolving import Resolving
from console.desk.takeovers import Takeovers
from console.domain.decision import Outcome, Refusal
from console.domain.errors import AccessFault
from console.domain.load import Colleague
from console.domain.person import Actor, Role
from console.store.journal import Journal
from console.ui.deciding import Deciding
from console.ui.window import OperationsWindow
from console.ui.window_parts import WindowParts
from tests.worlds.queue_window import NOW, QueueWindow

OPERATOR = Actor(id="dewi", name="Aiptu Dewi R.", role=Role.OPERATOR, session_id="s1", desk_id="desk-1")


class Line:
    """LinkPort and PresencePort of a desk that stands alone."""

    def __init__(self) -> None:
        self.now = NOW
        self.state = Link(state=LinkState.LIVE, since=NOW)
        self.others: dict[str, tuple[str, ...]] = {}
        self.colleagues: tuple[Colleague, ...] = ()

    def link(self) -> Link:
        return self.state

    def subscribe(self, callback):
        return lambda: None

    def server_now(self) -> datetime:
        return self.now

    def look_at(self, report_id: str) -> None:
        """Nobody hears it."""

    def present(self) -> tuple[Colleague, ...]:
        return self.colleagues

    def looking(self) -> dict[str, tuple[str, ...]]:
        return self.others

    def lease_left_s(self, report_id: str) -> float | None:
        return None


class Door:
    """SignInPort of a desk whose server takes one code."""

    def __init__(self) -> None:
        self.enrolled = False
        self.person = None

    def known_users(self) -> tuple[str, ...]:
        return ()

    def enrol(self, code: str, desk_name: str = "") -> None:
        if code != "BENAR":
            raise AccessFault("enrol_code_refused", "This code is unknown, used up or too old.")
        self.enrolled = True

    def sign_in(self, user: str, passphrase: str, *, recovery_key: str = "") -> Person:
        raise AccessFault("wrong_passphrase", "Nobody signs in here.")

    def sign_out(self) -> None:
        """Nobody was signed in."""


class Kept(dict[str, str]):
    """Settings of this workstation, in memory."""

    def setting(self, name: str, default: str = "") -> str:
        return self.get(name, default)

    def keep_setting(self, name: str, value: str) -> None:
        self[name] = value


class Bell:
    """A sound that only counts."""

    able = True

    def __init__(self) -> None:
        self.played = 0

    def play(self) -> None:
        self.played += 1


class Operations(QueueWindow):
    """`window` shown at `size`; `feed` reports, then `settle`."""

    def __init__(
        self, qtbot: QtBot, folder: Path, size: QSize | None = None, kept: Kept | None = None,
        actor: Actor = OPERATOR,
    ) -> None:  # fmt: skip
        folder.mkdir(exist_ok=True)
        super().__init__(qtbot, folder)
        self.actor = self._sitting = actor
        self.pane.hide()
        self.line, self.kept, self.bell = Line(), kept if kept is not None else Kept(), Bell()
        self.journal = Journal(folder / "decisions.journal", b"\x22" * 32)
        self.desk = Desk(
            self.store, person=lambda: self._sitting, server_now=self.line.server_now, journal=self.journal
        )
        self.deciding = Deciding(self.desk, self.queue, self.background)
        self.helped: list[str] = []
        self.door = Door()
        self.takeovers = Takeovers(self.store, lambda: self._sitting)
        self.store.subscribe(self.takeovers.take)
        self.attention = AttentionList(self.store, lambda: self._sitting, self.line.server_now, self.takeovers)
        self.resolving = Resolving(
            self.desk, self.store, self.attention, lambda: self._sitting, self.door, lambda: self.helped.append("retry")
        )
        self.map, self.case, self.officers = QWidget(), QWidget(), QWidget()
        for widget in (self.map, self.case, self.officers):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.officers.setFixedHeight(64)
        self.window = OperationsWindow(self._parts())
        qtbot.addWidget(self.window)
        self.window.resize(size or QSize(1920, 1080))
        self.window.show()
        self.window.start()
        self.settle()

    def refuse(self, decision_id: str, refusal: Refusal) -> None:
        """The server answers that it does not stand."""
        self.store.settle([DecisionResult(id=decision_id, outcome=Outcome.REFUSED, refusal=refusal, server_time=NOW)])

    def sits(self, actor: Actor) -> None:
        """Somebody else has the seat from now on."""
        self._sitting = actor

    def later(self, seconds: float) -> None:
        """Server time goes on."""
        self.line.now += timedelta(seconds=seconds)

    def close(self) -> None:
        self.window.stop()
        super().close()
        self.journal.close()

    def _parts(self) -> WindowParts:
        return WindowParts(
            queue=self.queue,
            attention=self.attention,
            resolving=self.resolving,
            link=self.line,
            presence=self.line,
            deciding=self.deciding,
            background=self.background,
            relay=self.relay,
            selection=self.selection,
            language=self.language,
            keeps=self.kept,
            now=self.line.server_now,
            zone=lambda: ZoneInfo("Asia/Jakarta"),
            actor=self.actor,
            sound=self.bell,
            map=self.map,
            case=self.case,
            officers=self.officers,
        )
