"""Builds every part, connects them, starts and stops the threads in order."""

from __future__ import annotations

import importlib
import os
import socket
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from console import logs, paths, settings
from console.areas.facts import read_facts
from console.areas.index import AreaIndex
from console.clock import SystemClock
from console.core import Core, basemaps_of
from console.desk.office import Office
from console.desk.ports import Person
from console.desk.sign_in import DEMO_HINT, FirstRun, FirstRunChoice, NewPerson
from console.domain.errors import Bug, SetupFault
from console.own_server import OwnServer
from console.paths import Profile
from console.ui.alarm import AlarmSound
from console.ui.appearance import Appearance
from console.ui.application import end_on_signals, make_application, settle_memory
from console.ui.background import Background
from console.ui.courtesy import COURTESY
from console.ui.idle import Idle
from console.ui.sign_in.closed_door import closed_door
from console.ui.sign_in.gate import Gate
from console.ui.surroundings import AnyWorkplace, Surroundings, prepare_workplace


def main(*, profile: Profile, demo: bool, headless: bool = False, selftest: bool = False) -> int:
    """Open the console and return when its window is closed; headless and selftest play it on themselves."""
    if paths.is_frozen() and not selftest and hasattr(os, "geteuid") and os.geteuid() == 0:
        raise SetupFault("root_refused", "The packaged console does not run as root: its map would lose its sandbox.")
    if headless or selftest:
        drill = importlib.import_module(f"console.drill.{'headless' if headless else 'selftest'}")
        return int(drill.run(profile))
    app = make_application()
    end_on_signals(app)
    with closed_door(app, paths.resources()):
        console = ConsoleApp(app, profile, demo=demo)
    console.begin()
    try:
        return app.exec()
    finally:
        console.end()


class ConsoleApp(QObject):
    """One console: gate (first run, sign-in, lock) and workplace, on a core that may have a server of its own.

    `at_work(Workplace)` each time somebody comes to work, `at_gate()` when somebody must sign in.
    """

    at_work = Signal(object)
    at_gate = Signal()

    def __init__(self, app: QApplication, profile: Profile, *, demo: bool = False, pace: float = 360.0) -> None:
        """`pace` is how many times as fast as real days the demo city reports."""
        super().__init__()
        self._app, self._main, self._pace = app, profile, pace
        self.profile = Profile(profile.folder / "demo") if demo else profile
        self.profile.make()
        self._stop_logs = logs.write_to(self.profile.log_folder)
        self.settings = settings.load(self.profile.settings_file)
        self._demo = demo or self.settings.mode == "demo"
        resources = paths.resources()
        self.background = Background(self)
        self.appearance = Appearance(app, resources, self.background, self._remember)
        self.appearance.begin(self.settings.language, self.settings.theme, self.settings.text_percent)
        self._areas = AreaIndex(self._main.area_pack_file, read_facts(resources / "demo"), self._main.names_file)
        self._basemaps = basemaps_of(self._main, self.settings, self.profile.settings_file)
        self.around = Surroundings(
            resources=resources, appearance=self.appearance, background=self.background,
            outlines=self._areas, basemaps=self._basemaps,
            outlines_note=" · ".join(self._areas.pack.attributions()) if self._areas.pack else None,
            sound=AlarmSound(resources / "sounds" / "alarm.wav", self),
            siren=AlarmSound(resources / "sounds" / "sos.wav", self),
        )  # fmt: skip
        self.core: Core | None = None
        self.own: OwnServer | None = None
        self.workplace: AnyWorkplace | None = None
        self.gate = Gate(self.background)
        self._idle = Idle(self.settings.lock_after_s, self)
        self._idle.gone.connect(self.lock)
        self.gate.chosen.connect(self._first_run)
        self.gate.entered.connect(self._let_in)
        self.gate.left.connect(self._leave)
        self.gate.person_made.connect(self._let_in_first)
        self.gate.language_chosen.connect(self.appearance.speak)
        self.gate.closing.connect(app.quit)

    # Coming in

    def begin(self) -> None:
        """Show the first screen: work for the demo, sign-in for a console that knows its server, else first run."""
        told = self.settings
        mode = "demo" if self._demo else told.mode or ("connect" if told.server_url else "")
        self.gate.showMaximized()
        # Importing these takes 0.4 s: while a server is asked and the passphrase typed, not before the gate stands.
        self.background.ask(self, prepare_workplace, lambda _none: self.background.ask(self, logs.prepare))
        if mode in ("demo", "embedded"):
            self._first_run(FirstRunChoice(way=FirstRun(mode)))
        elif mode == "connect":
            self._in_background(lambda: self._new_core(told.server_url, told.server_ca), self._ask_sign_in)
        else:
            self.gate.ask_first_run()

    def _first_run(self, choice: FirstRunChoice) -> None:
        if choice.way is FirstRun.CONNECT:
            self._in_background(lambda: self._enrol_at(choice), self._ask_sign_in)
        else:
            self._demo = choice.way is FirstRun.DEMO
            self._in_background(self._start_server, self._after_start)

    def _in_background(self, work: Callable[[], object], then: Callable[[], None]) -> None:
        self.gate.say_busy()
        self.background.ask(self, work, lambda _none: then(), self.gate.say_fault)

    def _enrol_at(self, choice: FirstRunChoice) -> None:
        core = self._new_core(choice.address, choice.ca_file)
        core.session.enrol(choice.enrol_code, choice.desk_name)
        self._remember(mode="connect", server_url=choice.address, server_ca=choice.ca_file)

    def _start_server(self) -> None:
        """Our own server in a child process, with the demo's city around it."""
        self.own = OwnServer.start(self.profile, self._main, demo=self._demo, speed=self._pace)
        core = self._new_core(self.own.server.address, None)
        core.own_key = "" if self._demo else self.own.server.admin_key
        if not core.session.enrolled:
            core.session.enrol(self.own.server.enrol_code, socket.gethostname())
        self._remember(mode="demo" if self._demo else "embedded")
        if self._demo:
            core.session.sign_in(DEMO_HINT.users[0][0], DEMO_HINT.passphrase)
            core.open_office()

    def _after_start(self) -> None:
        core = self._known_core()
        if core.session.person is not None:
            self._let_in(core.session.person)
        elif core.session.known_users():
            self._ask_sign_in()
        else:
            self.gate.ask_first_person()

    def _let_in_first(self, person: NewPerson) -> None:
        core, key = self._known_core(), self.own.server.admin_key if self.own else ""
        self.background.ask(self, lambda: core.let_in_first(person, key), self.gate.let_in, self.gate.say_fault)

    def _new_core(self, address: str, ca_file: Path | None) -> Core:
        if self.core is not None:
            self.core.close()
        self.core = Core(
            self.profile, address, SystemClock(),
            ca_file=ca_file, heartbeat_s=self.settings.heartbeat_s,
            give_way=COURTESY.give_way, stand_back=COURTESY.stand_back,
            shipped_words=paths.resources() / "words", names=self._areas, kept_files_mib=self.settings.media_cache_mib,
        )  # fmt: skip
        return self.core

    def _known_core(self) -> Core:
        if self.core is None:
            raise Bug("asked before a server was chosen")
        return self.core

    def _remember(self, **changes: str | int | Path | None) -> None:
        self.settings = settings.remember(self.profile.settings_file, **changes)

    def _ask_sign_in(self) -> None:
        hint, core = DEMO_HINT if self._demo else None, self._known_core()
        self.gate.ask_sign_in(core.session, hint, core.office.link if core.office else None)
        self.at_gate.emit()

    # At work

    def _let_in(self, person: Person) -> None:
        """Unlocked: the same workplace again; signed in: a new one."""
        if self.workplace is not None:
            self.workplace.uncover()
            self._show_work(self.workplace)
            return
        open_office = self._known_core().open_office
        self.background.ask(self, open_office, lambda office: self._open_workplace(office, person), self.gate.say_fault)

    def _open_workplace(self, office: Office, person: Person) -> None:
        from console.ui.workplace import Workplace  # not before the gate stands: `begin`

        work = self.workplace = Workplace(office, self.around, person.actor)
        work.window.closing.connect(self._app.quit)
        menu = work.window.person
        menu.language_chosen.connect(self.appearance.speak)
        menu.theme_chosen.connect(self.appearance.dress)
        menu.size_chosen.connect(self.appearance.resize_text)
        menu.lock_asked.connect(self.lock)
        menu.sign_out_asked.connect(self._leave)
        work.start()
        self._show_work(work)
        settle_memory()

    def _show_work(self, work: AnyWorkplace) -> None:
        self.gate.hide()
        work.window.showMaximized()
        self._idle.begin()
        self.at_work.emit(work)

    # Leaving

    def lock(self) -> None:
        """Hide everything but counts; the same person's passphrase opens it."""
        work, core = self.workplace, self.core
        if work is None or core is None or core.office is None or core.session.person is None:
            return
        self._idle.stop()
        work.cover()
        self.gate.ask_unlock(core.session, core.office, core.session.person.actor, core.session.user)
        self.gate.showMaximized()
        work.window.hide()

    def _leave(self) -> None:
        """Sign out: cases held are free at once, what waits is still sent."""
        self._idle.stop()
        self._end_workplace()
        self.gate.showMaximized()
        self._in_background(self._known_core().session.sign_out, self._ask_sign_in)

    def _end_workplace(self) -> None:
        if self.workplace is not None:
            self.workplace.stop()
            self.workplace = None

    def end(self) -> None:
        """Stop everything, the servers last; blocks for some seconds at most."""
        self._idle.stop()
        self._end_workplace()
        self.gate.close()
        self.background.stop()
        if self.core is not None:
            self.core.close()
        if self.own is not None:
            self.own.stop()
        self._areas.close()
        self._basemaps.close()
        self.appearance.end()
        self._stop_logs()
