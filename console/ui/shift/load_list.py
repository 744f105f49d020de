"""Who holds how many cases and since when the oldest waits, for the supervisor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.shift import Shift
from console.domain.errors import Fault
from console.domain.load import Colleague, Load
from console.ui import theme
from console.ui.background import Background
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.times import age_counter
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.safe import ElidedLabel, SafeLabel
from console.ui.widgets.spoken import name_widget

WIDTH_PX = 520


class LoadList(Panel):
    """A small window; `chosen(report_id)` for the oldest case of a person."""

    chosen = Signal(str)

    def __init__(self, shift: Shift, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self._shift, self._background = shift, background
        name_widget(self, lambda: translate("shift", "Load of the shift"))
        self.rows.addWidget(PanelHeader(lambda: translate("shift", "Load of the shift")))
        self._said = SafeLabel(role="muted", wrap=True)
        self.rows.addWidget(self._said)
        self.lines: list[QWidget] = []
        self.rows.addStretch(1)
        self.resize(theme.px(WIDTH_PX), theme.px(360))

    def open(self) -> None:
        """Ask and show."""
        self._background.ask(
            self, lambda: (self._shift.loads(), self._shift.colleagues()), self._show, self._fail, topic="loads"
        )
        self.setWindowTitle(translate("window", "Sigap · load of the shift"))
        self.show()
        self.raise_()

    def _show(self, found: tuple[tuple[Load, ...], tuple[Colleague, ...]]) -> None:
        loads, colleagues = found
        for line in self.lines:
            self.rows.removeWidget(line)
            line.deleteLater()
        free = [each for each in colleagues if each.id not in {load.holder_id for load in loads}]
        now = self._shift.now()
        self.lines = [
            _Line(
                load.holder_name,
                translate("shift", "{n} cases").format(n=load.held),
                translate("shift", "oldest {number}, {age}").format(
                    number=load.oldest_number, age=age_counter((now - load.oldest_at).total_seconds())
                ),
                partial(self.chosen.emit, load.oldest_id),
            )
            for load in loads
        ]
        self.lines += [_Line(each.name, translate("shift", "{n} cases").format(n=0), "", None) for each in free]
        for place, line in enumerate(self.lines):
            self.rows.insertWidget(2 + place, line)
        self._said.setVisible(not self.lines)
        self._said.say(lambda: translate("shift", "Nobody holds a case now."))

    def _fail(self, fault: Fault) -> None:
        self._said.setVisible(True)
        self._said.say(fault_words(fault))


class _Line(QWidget):
    """One person: name, how many, the oldest, and a button to see it."""

    def __init__(self, name: str, held: str, oldest: str, look: Callable[[], None] | None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(4), theme.px(14), theme.px(4))
        who, many, old = ElidedLabel(role="strong"), SafeLabel(held), ElidedLabel(role="muted")
        who.say(one_line(name) or "—")
        old.say(oldest)
        row.addWidget(who, 2)
        many.setFixedWidth(theme.px(90))
        row.addWidget(many)
        row.addWidget(old, 3)
        self.setAccessibleName(f"{name} {held} {oldest}".strip())
        button = PlainButton(lambda: translate("shift", "See it"), look)
        keeps = button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        button.setSizePolicy(keeps)
        button.setVisible(look is not None)
        row.addWidget(button)
