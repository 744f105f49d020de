"""A kelurahan found by its name while typing; what is kept is its code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.enrolled_units import Area
from console.ui import theme
from console.ui.call_taking.line_button import LineButton
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words

SHOWN = 5
Find = Callable[[str, Callable[[tuple[Area, ...]], None]], None]


class AreaField(QWidget):
    """`code` is the kelurahan's, '' for none; emptying the line takes it away."""

    def __init__(self, words: Words, find: Find, parent: QWidget | None = None) -> None:
        """`find(words, then)` looks up in the background."""
        super().__init__(parent)
        self.code = ""
        self._name, self._find = "", find
        self._found: tuple[Area, ...] = ()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        self.field = Field(words)
        self.field.line.textEdited.connect(self._typed)
        self.field.line.editingFinished.connect(self._left)
        rows.addWidget(self.field)
        self._lines = [LineButton(partial(self._choose, place)) for place in range(SHOWN)]
        for line in self._lines:
            line.hide()
            rows.addWidget(line)
        self.where = SafeLabel(role="small")
        rows.addWidget(self.where)
        self.setFocusProxy(self.field)
        self.put("", "")

    def put(self, code: str, name: str) -> None:
        """This kelurahan stands there."""
        self.code, self._name = code, name
        self.field.line.setText(name)
        self.where.say(code)
        self.where.setVisible(bool(code))
        self._offer(())

    def offer(self, found: tuple[Area, ...]) -> None:
        """Names that fit what was typed."""
        self._offer(found[:SHOWN])

    @property
    def offered(self) -> tuple[Area, ...]:
        """What stands in the list."""
        return self._found

    def _typed(self, text: str) -> None:
        if not text.strip():
            self.put("", "")
            return
        self._find(text, self.offer)

    def _left(self) -> None:
        """Words that are no kelurahan's name are not kept as if they were one."""
        if self.field.line.text() != self._name and not self._found:
            self.field.line.setText(self._name)

    def _offer(self, found: tuple[Area, ...]) -> None:
        self._found = found
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(found))
            if place < len(found):
                area = found[place]
                where = ", ".join(filter(None, (area.district, area.city)))
                line.say(translate("enrolment", "{name} ({where})").format(name=area.name, where=where or area.code))

    def _choose(self, place: int) -> None:
        area = self._found[place]
        self.put(area.code, area.name)
        self.field.line.setFocus()
