"""Asks the desk on worker threads and gives the answer back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimerEvent, Signal, Slot

from console.domain.errors import Fault
from console.ui.courtesy import COURTESY

T = TypeVar("T")

FRAME_MS = 16
"""How long what was just answered takes until it is painted: Qt gathers changes for some milliseconds first."""

PATIENCE_MS = 60
"""Longest a patient question waits for those the hand waits for: half of what a person takes for instant."""


@dataclass(slots=True)
class _Question:
    """One asking; `number` tells whether a later question of the same owner and topic replaced it."""

    owner: ref[QObject]
    topic: str
    number: int
    call: Callable[[], object]
    then: Callable[[object], None] | None
    failed: Callable[[Fault], None] | None
    patient: bool = False
    answer: object = None
    error: BaseException | None = None


class Background(QObject):
    """A few threads for everything that may take longer than painting.

    Answers for a widget that is gone, or for a question its owner has since asked anew, are dropped.

    Python runs one thread at a time: lists at the edge of the window that are read anew after each decision would make
    the case under the hand wait. Such questions are `patient`: they begin when no other is under way and what those
    answered is painted, or after PATIENCE_MS.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 3) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="sigap-desk")
        self._numbers: dict[tuple[int, str], int] = {}
        self._running = self._pressing = 0
        self._stopped = False
        self._patient: list[_Question] = []
        self._calm = self._patience = 0
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._running == 0

    def ask(
        self,
        owner: QObject,
        call: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Fault], None] | None = None,
        *,
        topic: str = "",
        patient: bool = False,
    ) -> None:
        """Run `call` on a worker; `then(result)` or `failed(fault)` on the GUI thread while `owner` lives.

        With a `topic`, only the owner's latest question on it is asked and answered. `patient` lets others go first.
        A Fault without `failed`, and any other error, is raised on the GUI thread: never swallowed.
        """
        if self._stopped:
            return
        number = 0
        if topic:
            key = (id(owner), topic)
            number = self._numbers[key] = self._numbers.get(key, 0) + 1
        self._running += 1
        question = _Question(ref(owner), topic, number, call, then, failed, patient)  # type: ignore[arg-type]
        if not patient:
            self._pressing += 1
            COURTESY.hurry()
        elif self._pressing or self._patient:
            self._patient.append(question)
            self._patience = self._patience or self.startTimer(PATIENCE_MS)
            return
        self._pool.submit(self._run, question)

    def stop(self) -> None:
        """Finish what runs, drop what waits and every answer not yet given."""
        self._stopped = True
        self._begin_patient()
        COURTESY.calm()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Patience is at an end, or what was answered is painted."""
        if not self._pressing:
            COURTESY.calm()
        if event.timerId() == self._patience or not self._pressing:
            self._begin_patient()
        elif event.timerId() == self._calm:
            self._end_calm()

    def _begin_patient(self) -> None:
        waiting, self._patient = self._patient, []
        self._end_calm()
        if self._patience:
            self.killTimer(self._patience)
            self._patience = 0
        for question in waiting:
            if not self._stopped:
                self._pool.submit(self._run, question)

    def _end_calm(self) -> None:
        if self._calm:
            self.killTimer(self._calm)
            self._calm = 0

    def _run(self, question: _Question) -> None:
        try:
            if not self._stale(question):
                question.answer = question.call()
        except BaseException as error:  # it is raised again where it can be seen
            question.error = error
        if not self._stopped:
            self._answered.emit(question)

    def _stale(self, question: _Question) -> bool:
        owner = question.owner()
        return bool(question.topic) and self._numbers.get((id(owner), question.topic)) != question.number

    @Slot(object)
    def _take_answer(self, question: _Question) -> None:
        self._running -= 1
        try:
            self._give(question)
        finally:
            if not question.patient:
                self._pressing -= 1
                if not self._pressing and not self._stopped:
                    self._calm = self._calm or self.startTimer(FRAME_MS)

    def _give(self, question: _Question) -> None:
        owner = question.owner()
        if self._stopped or owner is None or not shiboken6.isValid(owner):
            return
        if self._stale(question):
            return
        if question.error is None:
            if question.then is not None:
                question.then(question.answer)
        elif isinstance(question.error, Fault) and question.failed is not None:
            question.failed(question.error)
        else:
            raise question.error
