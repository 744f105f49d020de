"""Does what the command bar means, by the same acts and guards as keys and buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from console.desk.case import CaseView
from console.domain import acts
from console.domain.command import Command
from console.domain.command_grammar import Slot
from console.ui.case.pane import CasePane
from console.ui.case.place_card import PlaceCard
from console.ui.deciding import Deciding
from console.ui.dispatch.unit_acts import UnitActs
from console.ui.selection import Selection
from console.ui.texts.refusals import refusal_words

Doing = Callable[[CasePane, CaseView, Command], None]


class CommandRunner(QObject):
    """A command on another case selects it first and is done once that case is shown; another selection drops it."""

    def __init__(
        self, pane: CasePane, deciding: Deciding, selection: Selection, units: UnitActs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pane, self._deciding, self._selection, self._units = pane, deciding, selection, units
        self._waiting: Command | None = None
        pane.shown.connect(self._shown)
        selection.changed.connect(self._selected)

    def run(self, command: Command) -> None:
        """Do it now, or as soon as its case is shown."""
        self._waiting = None
        if command.verb.id == "undo":
            self._deciding.undo_last()
            return
        if command.verb.id == "unit":
            self._units.say_of(command.said[Slot.UNIT][0].id, command.said[Slot.DUTY][0].id)
            return
        case, view = command.case, self._pane.view
        if case is None:
            return
        self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if view is not None and view.report.id == case.id:
            self._do(command, view)
            return
        self._waiting = command
        self._selection.select(case.id)

    def _selected(self, report_id: str) -> None:
        if self._waiting is not None and self._waiting.case is not None and self._waiting.case.id != report_id:
            self._waiting = None

    def _shown(self, report_id: str) -> None:
        command, view = self._waiting, self._pane.view
        if command is None or view is None or command.case is None or command.case.id != report_id:
            return
        self._waiting = None
        self._do(command, view)

    def _do(self, command: Command, view: CaseView) -> None:
        refusal = view.may.get(command.verb.op)
        if refusal is not None:
            self._pane.acts.said.emit(refusal_words(refusal))
            return
        DOING[command.verb.id](self._pane, view, command)


def _dispatch(pane: CasePane, view: CaseView, command: Command) -> None:
    named = tuple(unit.id for unit in command.said.get(Slot.UNIT, ()))
    pane.acts.dispatch(view, named or pane.body.advice.picked)


def _forward(pane: CasePane, view: CaseView, command: Command) -> None:
    agency = command.first(Slot.AGENCY)
    pane.acts.forward(view, agency.id if agency else "")


def _junk(pane: CasePane, view: CaseView, command: Command) -> None:
    kind = command.first(Slot.JUNK)
    if kind is None:
        pane.acts.junk(view)
    else:
        pane.acts.junk(view, kind.id)


def _doubt(pane: CasePane, view: CaseView, command: Command) -> None:
    finding = command.first(Slot.FINDING)
    doubts = pane.acts.doubts
    pane.acts.said.emit(doubts.open(view) if finding is None else doubts.settle(view, finding.id))


def _close(pane: CasePane, view: CaseView, command: Command) -> None:
    outcome = command.first(Slot.OUTCOME)
    if outcome is None:
        pane.acts.close(view)
    else:
        pane.acts.close_as(view, outcome.id)


def _schedule(pane: CasePane, view: CaseView, command: Command) -> None:
    named = command.said.get(Slot.UNIT, ())
    hour = command.first(Slot.HOUR)
    unit_ids = tuple(unit.id for unit in named) or pane.body.advice.picked
    names = tuple(unit.names[0] for unit in named)
    pane.acts.sending.schedule(view, unit_ids, names=names, hour=hour.id if hour else "")


def _split(pane: CasePane, view: CaseView, command: Command) -> None:
    pane.acts.merging.split(view.report.id)


def _place(pane: CasePane, view: CaseView, command: Command) -> None:
    pane.acts.said.emit(pane.acts.places.open(view))
    card = pane.tray.card
    if isinstance(card, PlaceCard):
        card.field.setText(command.text)


def _handing(name: str) -> Doing:
    return lambda pane, view, command: pane.handing.open(name, view)


def _priority(pane: CasePane, view: CaseView, command: Command) -> None:
    chosen = command.first(Slot.PRIORITY)
    if chosen is None:
        pane.acts.choose_priority(view)
    else:
        pane.acts.decide(acts.SetPriority(priority=int(chosen.id)), view)


def _category(pane: CasePane, view: CaseView, command: Command) -> None:
    chosen = command.first(Slot.CATEGORY)
    if chosen is None:
        pane.acts.choose_category(view)
    else:
        pane.acts.decide(acts.SetCategory(category=chosen.id), view)


def _note(pane: CasePane, view: CaseView, command: Command) -> None:
    if command.text:
        pane.acts.decide(acts.AddNote(text=command.text), view)
    else:
        pane.acts.note(view)


def _contact(pane: CasePane, view: CaseView, command: Command) -> None:
    if command.text:
        pane.acts.decide(acts.AskReporter(text=command.text), view)
    else:
        pane.acts.ask_reporter(view)


def _merge(pane: CasePane, view: CaseView, command: Command) -> None:
    other = command.first(Slot.OTHER_CASE)
    if other is None:
        pane.acts.merging.merge(view)
    else:
        pane.acts.merging.merge_named(view, other.names[0])


DOING: dict[str, Doing] = {
    "claim": lambda pane, view, command: pane.acts.claim(view),
    "release": lambda pane, view, command: pane.acts.decide(acts.ReleaseCase(), view),
    "dispatch": _dispatch,
    "forward": _forward,
    "junk": _junk,
    "close": _close,
    "doubt": _doubt,
    "merge": _merge,
    "ask_nearby": lambda pane, view, command: pane.acts.nearby.ask(view),
    "split": _split,
    "schedule": _schedule,
    "callback": lambda pane, view, command: pane.acts.endings.ring_back(view),
    "handover": _handing("offer"),
    "assign": _handing("assign"),
    "transfer": _handing("transfer"),
    "incident": lambda pane, view, command: pane.acts.merging.make_incident(view),
    "step": lambda pane, view, command: pane.acts.said.emit(pane.acts.handbook.do_step(view)),
    "answer": lambda pane, view, command: pane.acts.said.emit(pane.acts.handbook.open_answers(view)),
    "flag": lambda pane, view, command: pane.acts.said.emit(pane.acts.hazards.flag(view)),
    "priority": _priority,
    "category": _category,
    "place": _place,
    "note": _note,
    "contact": _contact,
    "reopen": lambda pane, view, command: pane.acts.decide(acts.ReopenCase(), view),
    "show": lambda pane, view, command: None,
}
"""What each verb about a case does; a test sees that none is missing."""
