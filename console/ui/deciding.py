"""The one way every widget decides: in the background, with undo for ten seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from console.desk.decide import Decided, Refused
from console.domain.acts import Act
from console.domain.casework.undo import UNDO_WITHIN
from console.domain.decision import Refusal
from console.domain.errors import Fault
from console.domain.queue_row import QueueRow
from console.ui.background import Background


class Decides(Protocol):
    """The desk's door for decisions, by shape."""

    def decide(
        self, act: Act, report_id: str, *, expected_version: int | None = None, answers: Sequence[str] = ()
    ) -> Decided | Refused:
        """Judge and commit one decision; `answers` are refused ones it settles."""

    def undo(self, decision_id: str) -> Decided | Refused:
        """Take an own decision back."""


class Rows(Protocol):
    """Rows by id, for the number a toast names."""

    def rows(self, ids: tuple[str, ...]) -> dict[str, QueueRow]:
        """Rows by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A decision that stands on disk; `undo_until_s` on the monotonic clock, 0 when it cannot be undone.

    `also`: the same act on other reports, decided with one key and undone with it; `number` then counts them in words.
    """

    decision_id: str
    report_id: str
    number: str
    act: Act
    undo_until_s: float
    second_copy: bool = True
    also: tuple[Done, ...] = ()

    @property
    def report_ids(self) -> tuple[str, ...]:
        """Every report it decided on."""
        return (self.report_id, *(each.report_id for each in self.also))


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDone:
    """A decision that does not stand: refused by the rules, or the disk could not take it."""

    report_id: str
    number: str
    act: Act | None
    refusal: Refusal | None = None
    fault: Fault | None = None


class Deciding(QObject):
    """Signals: `decided(Done)`, `refused(NotDone)` for every refusal, `undone(Done)`; all on the GUI thread."""

    decided = Signal(object)
    refused = Signal(object)
    undone = Signal(object)

    def __init__(
        self,
        desk: Decides,
        queue: Rows,
        background: Background,
        parent: QObject | None = None,
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._desk, self._queue, self._background, self._monotonic_s = desk, queue, background, monotonic_s
        self._undoable: list[Done] = []

    @property
    def last_undoable(self) -> Done | None:
        """The latest decision that may still be undone."""
        now_s = self._monotonic_s()
        self._undoable = [done for done in self._undoable if done.undo_until_s > now_s]
        return self._undoable[-1] if self._undoable else None

    def decide(
        self,
        act: Act,
        report_id: str,
        *,
        expected_version: int | None = None,
        answers: Sequence[str] = (),
        name: str = "",
        then: Callable[[Done], None] | None = None,
        refused: Callable[[NotDone], None] | None = None,
    ) -> None:
        """Decide on a report, or on the unit called `name`; the answer comes to `then` or `refused`, and to all.

        `expected_version` is the report's version the person saw, when the act must not stand on another; `answers`
        are refused decisions it settles.
        """
        started_s = self._monotonic_s()

        def ask() -> tuple[Decided | Refused, str]:
            answer = self._desk.decide(act, report_id, expected_version=expected_version, answers=answers)
            known = answer.number if isinstance(answer, Decided) else ""
            return answer, name or known or self._number(report_id)

        def take(answered: tuple[Decided | Refused, str]) -> None:
            answer, number = answered
            if isinstance(answer, Refused):
                self._refuse(
                    NotDone(report_id=report_id, number=number, act=act, refusal=answer.refusal), refused
                )
                return
            done = self._stands(act, report_id, number, answer, started_s)
            if then is not None:
                then(done)
            self.decided.emit(done)

        self._background.ask(
            self,
            ask,
            take,
            lambda fault: self._refuse(NotDone(report_id=report_id, number="", act=act, fault=fault), refused),
        )

    def decide_each(
        self,
        act: Act,
        versions: Sequence[tuple[str, int]],
        counted: Callable[[int], str],
        *,
        then: Callable[[Done | None, tuple[NotDone, ...]], None],
    ) -> None:
        """The same act on several reports, a decision each: (report id, version seen); one toast, one undo for all.

        `counted(n)` are the words for so many reports; `then` gets what stands (None for nothing) and what does not.
        """
        started_s = self._monotonic_s()

        def ask() -> list[tuple[str, str, Decided | Refused]]:
            return [
                (each, self._number(each), self._desk.decide(act, each, expected_version=version))
                for each, version in versions
            ]

        def take(answered: list[tuple[str, str, Decided | Refused]]) -> None:
            stands, refused = [], []
            for report_id, number, answer in answered:
                if isinstance(answer, Refused):
                    refused.append(NotDone(report_id=report_id, number=number, act=act, refusal=answer.refusal))
                else:
                    stands.append(self._made(act, report_id, number, answer, started_s))
            done = None
            if stands:
                done = replace(stands[0], also=tuple(stands[1:]), number=counted(len(stands)))
                self._keep(done)
            then(done, tuple(refused))
            if done is not None:
                self.decided.emit(done)

        self._background.ask(
            self, ask, take, lambda fault: self._refuse(NotDone(report_id="", number="", act=act, fault=fault))
        )

    def adopt(self, act: Act, report_id: str, number: str, answer: Decided) -> None:
        """Tell of a decision that was made elsewhere (a card of needs attention), so that it too can be undone."""
        self.decided.emit(self._stands(act, report_id, number, answer, self._monotonic_s()))

    def undo_last(self) -> None:
        """Undo the latest decision that may still be undone; nothing happens when there is none."""
        done = self.last_undoable
        if done is not None:
            self.undo(done)

    def undo(self, done: Done) -> None:
        """Undo one decision; it is judged like any other."""
        self._undoable = [each for each in self._undoable if each is not done]

        def take(answers: list[Decided | Refused]) -> None:
            refused = [each.refusal for each in answers if isinstance(each, Refused)]
            for refusal in refused:
                self._refuse(NotDone(report_id=done.report_id, number=done.number, act=None, refusal=refusal))
            if len(refused) < len(answers):
                self.undone.emit(done)

        self._background.ask(
            self,
            lambda: [self._desk.undo(each.decision_id) for each in (done, *done.also)],
            take,
            lambda fault: self._refuse(NotDone(report_id=done.report_id, number=done.number, act=None, fault=fault)),
        )

    def _stands(self, act: Act, report_id: str, number: str, answer: Decided, started_s: float) -> Done:
        return self._keep(self._made(act, report_id, number, answer, started_s))

    def _made(self, act: Act, report_id: str, number: str, answer: Decided, started_s: float) -> Done:
        return Done(
            decision_id=answer.decision_id,
            report_id=report_id,
            number=number,
            act=act,
            undo_until_s=started_s + UNDO_WITHIN.total_seconds() if answer.undoable else 0.0,
            second_copy=answer.second_copy,
        )

    def _keep(self, done: Done) -> Done:
        if done.undo_until_s:
            self._undoable.append(done)
        return done

    def _number(self, report_id: str) -> str:
        row = self._queue.rows((report_id,)).get(report_id)
        return row.number if row is not None else ""

    def _refuse(self, refused: NotDone, place: Callable[[NotDone], None] | None = None) -> None:
        if place is not None:
            place(refused)
        self.refused.emit(refused)
