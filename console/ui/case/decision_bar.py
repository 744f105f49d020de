"""The decision bar: eight keys, always in the same place; dead ones say why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from console.desk.case import CaseView
from console.desk.hold import Hold
from console.domain.decision import Refusal
from console.domain.report import Status
from console.ui import theme
from console.ui.case.decision_key import DecisionKey
from console.ui.case.verbs import BAR, REVIEW_BAR, Verb
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.spoken import name_widget

_ROW_PX = 460
"""Eight words side by side need this much."""


class DecisionBar(QWidget):
    """`pressed(Verb)` for a living key; an ended case shows a supervisor his three keys instead."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(4))
        self._columns = 0
        self._keys: dict[str, DecisionKey] = {}
        for verb in (*BAR, *REVIEW_BAR):
            key = DecisionKey(verb)
            key.clicked.connect(lambda _=False, key=key: self._press(key))
            self._keys[verb.id] = key
        self._arrange(len(BAR))
        name_widget(self, lambda: translate("case", "Decisions"))
        self.show_view(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where every word has room, else two: the order stays."""
        super().resizeEvent(event)
        self._arrange(len(BAR) if self.width() >= theme.px(_ROW_PX) else len(BAR) // 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for verbs in (BAR, REVIEW_BAR):
            for place, verb in enumerate(verbs):
                key = self._keys[verb.id]
                key.flatten(columns < len(BAR))
                self._grid.addWidget(key, place // columns, place % columns)

    def key(self, verb: Verb) -> DecisionKey:
        """The key of a verb."""
        return self._keys[verb.id]

    def show_view(self, view: CaseView | None, *, supervisor: bool = False) -> None:
        """Set each key alive or dead for this case; None: all dead."""
        ended = view is not None and view.report.ended and view.report.status is not Status.MERGED
        reviewing = ended and supervisor
        for verb in BAR:
            self._keys[verb.id].setVisible(not reviewing)
            self._keys[verb.id].allow(_why_not(verb, view))
        for verb in REVIEW_BAR:
            self._keys[verb.id].setVisible(reviewing)
            self._keys[verb.id].allow(_why_not(verb, view))
        lead = _next_step(view)
        for key in self._keys.values():
            key.lead(key.verb.id == lead)

    def press(self, verb: Verb) -> str:
        """Press a key from the keyboard; '' when it was taken, else why it is dead."""
        key = self._keys.get(verb.id)
        if key is None or not key.isVisibleTo(self):
            return translate("case", "Not for this case.")
        if key.alive:
            self.pressed.emit(verb)
        return key.why_not

    def _press(self, key: DecisionKey) -> None:
        if key.alive:
            self.pressed.emit(key.verb)


def _why_not(verb: Verb, view: CaseView | None) -> str:
    if view is None:
        return translate("case", "No case is selected.")
    if verb.id == "claim" and view.mine and view.hold is not Hold.RUN_OUT:
        return translate("case", "You already hold this case.")
    refusal: Refusal | None = view.may.get(verb.op)
    return "" if refusal is None else refusal_words(refusal)


def _next_step(view: CaseView | None) -> str:
    """The key an operator most likely wants: claim first, then send, then end."""
    if view is None:
        return ""
    if view.report.ended:
        return "approve"
    if not view.mine or view.hold is Hold.RUN_OUT:
        return "claim"
    if not any(a.open for a in view.assignments) and not view.forwards:
        return "dispatch"
    return "close" if view.assignments and not any(a.open for a in view.assignments) else ""
