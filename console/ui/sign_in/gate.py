"""Everything before work in one window: first run, sign-in, recovery key, lock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.desk.office import Office
from console.desk.ports import LinkPort, Person, SignInPort
from console.desk.sign_in import DemoHint
from console.domain.errors import Fault
from console.domain.person import Actor
from console.domain.queue_row import QueueFilter
from console.ui.background import Background
from console.ui.sign_in.entrance import Entrance
from console.ui.sign_in.first_run_screen import FirstRunScreen
from console.ui.sign_in.lock_screen import LockScreen
from console.ui.sign_in.new_person_screen import NewPersonScreen
from console.ui.sign_in.recovery_screen import RecoveryScreen
from console.ui.sign_in.sign_in_screen import SignInScreen
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.states import LoadingState


class Gate(QStackedWidget):
    """Signals: `chosen(FirstRunChoice)`, `entered(Person)`, `left` (the lock), `person_made(NewPerson)`."""

    chosen = Signal(object)
    entered = Signal(object)
    left = Signal()
    person_made = Signal(object)
    language_chosen = Signal(str)
    closing = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._office: Office | None = None
        self._link: LinkPort | None = None
        self._actor: Actor | None = None
        self._waiting = Entrance(lambda: translate("gate", "One moment…"))
        self._loading = LoadingState()
        self._waiting.card.rows.addWidget(self._loading)
        self._trouble = SafeLabel(role="bad", wrap=True)
        self._waiting.card.rows.addWidget(self._trouble)
        self._waiting.language_chosen.connect(self.language_chosen)
        self.addWidget(self._waiting)
        self.first_run: FirstRunScreen | None = None
        self.new_person: NewPersonScreen | None = None
        self.sign_in: SignInScreen | None = None
        self.lock: LockScreen | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        Spoken(self, lambda: self.setWindowTitle(translate("gate", "Sigap")))

    def ask_first_run(self) -> None:
        """What shall this console be?"""
        if self.first_run is None:
            self.first_run = FirstRunScreen()
            self.first_run.chosen.connect(self.chosen)
            self.first_run.language_chosen.connect(self.language_chosen)
        self._show(self.first_run)

    def ask_first_person(self) -> None:
        """Who works at a console with a server of its own?"""
        self._drop(self.new_person)
        self.new_person = NewPersonScreen()
        self.new_person.made.connect(self.person_made)
        self.new_person.language_chosen.connect(self.language_chosen)
        self._show(self.new_person)

    def ask_sign_in(self, port: SignInPort, demo: DemoHint | None, link: LinkPort | None = None) -> None:
        """Who is it? `link` tells how many decisions of those who worked here still wait."""
        self._drop(self.sign_in)
        self._link = link
        self.sign_in = SignInScreen(port, self._background, demo=demo)
        self.sign_in.signed_in.connect(self.let_in)
        self.sign_in.language_chosen.connect(self.language_chosen)
        self._show(self.sign_in)
        self.sign_in.begin()
        if link is not None:
            self._tick()
            self._second.start()

    def ask_unlock(self, port: SignInPort, office: Office, actor: Actor, user: str) -> None:
        """The same person again; meanwhile counts only."""
        self._drop(self.lock)
        self._office, self._actor = office, actor
        self.lock = LockScreen(port, self._background)
        self.lock.unlocked.connect(self._unlock)
        self.lock.left.connect(self._leave)
        self.lock.language_chosen.connect(self.language_chosen)
        self._show(self.lock)
        self.lock.begin(user, actor.name)
        self._second.start()
        self._tick()

    def say_busy(self) -> None:
        """Something is being opened."""
        if self.currentWidget() is self.first_run and self.first_run is not None:
            self.first_run.say_busy(translate("gate", "Starting…"))
            return
        self._waiting.heading.say(lambda: translate("gate", "One moment…"))
        self._trouble.setVisible(False)
        self._loading.setVisible(True)
        self._show(self._waiting)

    def say_fault(self, fault: Fault) -> None:
        """What did not work, where it was asked."""
        if self.currentWidget() is self.first_run and self.first_run is not None:
            self.first_run.say_fault(fault)
            return
        if self.currentWidget() is self.new_person and self.new_person is not None:
            self.new_person.say_fault(fault)
            return
        self._trouble.say(lambda: fault_words(fault))
        self._waiting.heading.say(lambda: translate("sign_in", "Sigap cannot start"))
        self._trouble.setVisible(True)
        self._loading.setVisible(False)
        self._show(self._waiting)

    def closeEvent(self, event: QCloseEvent) -> None:
        """App decides what closing means."""
        self.closing.emit()
        super().closeEvent(event)

    def _show(self, screen: QWidget) -> None:
        if self.indexOf(screen) < 0:
            self.addWidget(screen)
        self.setCurrentWidget(screen)

    def _drop(self, screen: QWidget | None) -> None:
        if screen is not None:
            self.removeWidget(screen)
            screen.deleteLater()

    def let_in(self, person: Person) -> None:
        """The recovery key stands before work, once."""
        self._second.stop()
        if not person.recovery_key:
            self.entered.emit(person)
            return
        key = RecoveryScreen(person.recovery_key)
        key.noted.connect(lambda: self._noted(key, person))
        self._show(key)

    def _noted(self, key: RecoveryScreen, person: Person) -> None:
        self._drop(key)
        self.entered.emit(person)

    def _unlock(self, person: Person) -> None:
        self._second.stop()
        self.entered.emit(person)

    def _leave(self) -> None:
        self._second.stop()
        self.left.emit()

    def _tick(self) -> None:
        if self.sign_in is not None and self.currentWidget() is self.sign_in:
            self.sign_in.show_waiting(self._link.link().waiting if self._link is not None else 0)
            return
        office, actor, lock = self._office, self._actor, self.lock
        if office is None or actor is None or lock is None:
            return
        now: datetime = office.now()
        lock.show_time(now, office.city.zone())
        self._background.ask(self, lambda: _counts(office, actor), self._show_counts, topic="lock")

    def _show_counts(self, counts: tuple[int, int]) -> None:
        if self.lock is not None and self._office is not None:
            self.lock.show_counts(*counts, self._office.link.link().waiting)


def _counts(office: Office, actor: Actor) -> tuple[int, int]:
    return len(office.queue.critical()), office.queue.counts(actor.id).get(QueueFilter.NEW, 0)
