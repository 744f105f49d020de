"""One field of a form: its label, its control by kind, a hint, and what is wrong with it.

Why so long: the eight small kinds of one field stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.safe import SafeLabel, safe_tip
from console.ui.widgets.spoken import Spoken, Words, name_widget, worded
from console.ui.widgets.tick_box import TickBox

Value = str | int | bool | tuple[str, ...] | date | None


class FieldKind(StrEnum):
    """How a field is written: LINES is one word or phrase a line, TICKS any number of a few."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    NUMBER = "number"
    TICK = "tick"
    DATE = "date"
    TICKS = "ticks"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """`choices` are (value, words); `least` and `most` bound a number; `lines` is the height of a text."""

    name: str
    label: Words
    kind: FieldKind = FieldKind.LINE
    hint: Words = ""
    choices: tuple[tuple[str, Words], ...] = ()
    least: int = 0
    most: int = 9_999
    lines: int = 3
    longest: int = 2_000


class FormField(QWidget):
    """`edited()` on every change; made by `made_field`."""

    edited = Signal()

    def __init__(self, spec: FieldSpec, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.control = spec, control
        self._rows = rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        if spec.kind is not FieldKind.TICK:
            label = SafeLabel(spec.label, role="small_strong")
            label.setBuddy(control)
            rows.addWidget(label)
        rows.addWidget(control)
        self._hint = SafeLabel(spec.hint, role="small", wrap=True)
        self._hint.setVisible(bool(worded(spec.hint)))
        rows.addWidget(self._hint)
        self.wrong = SafeLabel(role="bad", wrap=True)
        self.wrong.hide()
        rows.addWidget(self.wrong)
        name_widget(control, spec.label)
        self.setFocusProxy(control)
        inner = control.findChild(QLineEdit)
        if inner is not None:
            # A style sheet's padding does not reach the line within a figure's or a day's box.
            inner.setTextMargins(theme.px(6), 0, 0, 0)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the form; it turns a figure or a choice only where somebody works on it."""
        if event.type() == QEvent.Type.Wheel and not self.control.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def value(self) -> Value:
        """What stands in it."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Put this in."""
        raise NotImplementedError

    def add_below(self, widget: QWidget) -> None:
        """Something more to be read under it."""
        self._rows.addWidget(widget)

    def complain(self, words: str) -> None:
        """What is wrong with it; '' when nothing is."""
        self.wrong.say(words)
        self.wrong.setVisible(bool(words))

    def set_locked(self, locked: bool) -> None:
        """Readable, not writable."""
        self.control.setEnabled(not locked)


class LineField(FormField):
    """A line of text."""

    def __init__(self, spec: FieldSpec) -> None:
        self._line = QLineEdit()
        self._line.setMaxLength(spec.longest)
        super().__init__(spec, self._line)
        self._line.textEdited.connect(lambda _: self.edited.emit())

    def value(self) -> Value:
        """The line, trimmed."""
        return self._line.text().strip()

    def set_value(self, value: Value) -> None:
        """Put this in."""
        self._line.setText(str(value))
        self._line.setCursorPosition(0)

    def set_locked(self, locked: bool) -> None:
        """It can still be read and copied."""
        self._line.setReadOnly(locked)


class TextField(FormField):
    """Several lines: one text, or one word or phrase a line."""

    def __init__(self, spec: FieldSpec) -> None:
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * spec.lines + theme.px(18))
        super().__init__(spec, self._text)
        self._text.textChanged.connect(self.edited)

    def value(self) -> Value:
        """The text, or its lines without blanks."""
        text = self._text.toPlainText()
        if self.spec.kind is FieldKind.TEXT:
            return text.strip()
        return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())

    def set_value(self, value: Value) -> None:
        """Put this in."""
        self._text.setPlainText("\n".join(value) if isinstance(value, tuple) else str(value))

    def set_locked(self, locked: bool) -> None:
        """It can still be read and copied."""
        self._text.setReadOnly(locked)


class ChoiceField(FormField):
    """One of a few; words follow the language."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = ChoiceBox()
        for value, _ in spec.choices:
            self._box.addItem("", value)
        super().__init__(spec, self._box)
        Spoken(self, self._say)
        self._box.currentIndexChanged.connect(lambda _: self.edited.emit())

    def value(self) -> Value:
        """The chosen value."""
        return str(self._box.currentData())

    def set_value(self, value: Value) -> None:
        """Choose it."""
        self._box.setCurrentIndex(max(0, self._box.findData(value)))

    def _say(self) -> None:
        for place, (_, words) in enumerate(self.spec.choices):
            self._box.setItemText(place, worded(words))


class NumberField(FormField):
    """A whole number within its bounds."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = QSpinBox()
        self._box.setRange(spec.least, spec.most)
        self._box.setMaximumWidth(theme.px(140))
        super().__init__(spec, self._box)
        self._box.valueChanged.connect(lambda _: self.edited.emit())

    def value(self) -> Value:
        """The number."""
        return self._box.value()

    def set_value(self, value: Value) -> None:
        """Put it in."""
        self._box.setValue(int(value) if isinstance(value, int) else self.spec.least)


class TickField(FormField):
    """Yes or no."""

    def __init__(self, spec: FieldSpec) -> None:
        self._box = TickBox()
        super().__init__(spec, self._box)
        Spoken(self._box, lambda: self._box.setText(worded(spec.label).replace("&", "&&")))
        self._box.toggled.connect(lambda _: self.edited.emit())

    def value(self) -> Value:
        """Whether it is ticked."""
        return self._box.isChecked()

    def set_value(self, value: Value) -> None:
        """Tick it or not."""
        self._box.setChecked(bool(value))


class DateField(FormField):
    """A day, or none: the first of its range reads 'not yet'."""

    _NONE = QDate(2000, 1, 1)

    def __init__(self, spec: FieldSpec) -> None:
        self._box = QDateEdit()
        self._box.setDisplayFormat("dd-MM-yyyy")
        self._box.setMinimumDate(self._NONE)
        self._box.setMaximumWidth(theme.px(160))
        super().__init__(spec, self._box)
        Spoken(self._box, lambda: self._box.setSpecialValueText(translate("administration", "not yet")))
        self._box.dateChanged.connect(lambda _: self.edited.emit())

    def value(self) -> Value:
        """The day, None for not yet."""
        day = self._box.date()
        return None if day == self._NONE else date(day.year(), day.month(), day.day())

    def set_value(self, value: Value) -> None:
        """Put it in."""
        is_day = isinstance(value, date)
        self._box.setDate(QDate(value.year, value.month, value.day) if is_day else self._NONE)  # type: ignore[union-attr]


class TicksField(FormField):
    """Any number of a few, as ids, in two columns; what was put in and is not offered can be ticked off too."""

    _COLUMNS = 2

    def __init__(self, spec: FieldSpec) -> None:
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        self._grid.setSpacing(theme.px(6))
        for column in range(self._COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._offered, self._boxes = spec.choices, dict[str, TickBox]()
        self._stranger: Callable[[str], str] = str
        self._locked = False
        super().__init__(spec, self._holder)
        # The boxes take the focus one by one; what holds them shows nothing where it stands.
        self._holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._show(frozenset())
        Spoken(self, self._say)

    def offer(self, choices: tuple[tuple[str, Words], ...], stranger: Callable[[str], str]) -> None:
        """Other choices; what is ticked stays ticked, and `stranger` says what one that is not offered is."""
        self._offered, self._stranger = choices, stranger
        self._show(frozenset(self._ticked()))

    def value(self) -> Value:
        """The ids ticked, in the order offered."""
        return self._ticked()

    def set_value(self, value: Value) -> None:
        """Tick these and no others."""
        self._show(frozenset(value) if isinstance(value, tuple) else frozenset())

    def set_locked(self, locked: bool) -> None:
        """Readable, not to be ticked."""
        self._locked = locked
        for box in self._boxes.values():
            box.setEnabled(not locked)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(known for known, box in self._boxes.items() if box.isChecked())

    def _show(self, ticked: frozenset[str]) -> None:
        known = [each for each, _ in self._offered]
        wanted = (*known, *sorted(ticked - set(known)))
        if tuple(self._boxes) != wanted:
            for box in self._boxes.values():
                self._grid.removeWidget(box)
                box.deleteLater()
            self._boxes = {each: self._box(place) for place, each in enumerate(wanted)}
            self.setFocusProxy(next(iter(self._boxes.values()), self._holder))
        for each, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(each in ticked)
            box.blockSignals(False)
        self._say()

    def _box(self, place: int) -> TickBox:
        box = TickBox()
        box.setEnabled(not self._locked)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.toggled.connect(lambda _: self.edited.emit())
        self._grid.addWidget(box, *divmod(place, self._COLUMNS))
        return box

    def _say(self) -> None:
        words = dict(self._offered)
        for each, box in self._boxes.items():
            said = one_line(worded(words[each]) if each in words else self._stranger(each))
            box.setText(said.replace("&", "&&"))
            box.setToolTip(safe_tip(said))


_MADE: dict[FieldKind, type[LineField | TextField | ChoiceField | NumberField | TickField | DateField | TicksField]] = {
    FieldKind.LINE: LineField,
    FieldKind.TEXT: TextField,
    FieldKind.LINES: TextField,
    FieldKind.CHOICE: ChoiceField,
    FieldKind.NUMBER: NumberField,
    FieldKind.TICK: TickField,
    FieldKind.DATE: DateField,
    FieldKind.TICKS: TicksField,
}


def made_field(spec: FieldSpec) -> FormField:
    """The field of that kind."""
    return _MADE[spec.kind](spec)
