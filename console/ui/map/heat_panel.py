"""The heat map's panel: span, hours of the week, categories, and how to read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.domain.errors import Fault
from console.domain.heat import ALL_HOURS, SPANS_DAYS, HeatMap, HeatQuestion, shift_hours
from console.domain.roster import ShiftHours
from console.ui import theme
from console.ui.map.heat_ramp import RAMPS
from console.ui.map.heat_words import (
    chosen_words,
    class_words,
    few_words,
    left_out_words,
    made_words,
    method_words,
    span_words,
    unit_words,
    whole,
)
from console.ui.map.hour_grid import HourGrid
from console.ui.texts.cases import category_word
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.panel import Line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget
from console.ui.widgets.tick_box import TickBox

_WEEKDAYS, _WEEKEND = frozenset(range(5 * 24)), frozenset(range(5 * 24, 7 * 24))


class HeatPanel(QWidget):
    """`asked(HeatQuestion)` whenever a filter changed."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spans, self.grid = ChoiceBox(), HourGrid()
        self.presets: dict[str, PlainButton] = {}
        self.boxes: dict[str, TickBox] = {}
        self._counts: dict[str, int] = {}
        self._shifts: tuple[ShiftHours, ...] = ()
        self.legend, self.made = _Legend(), SafeLabel(role="strong", wrap=True)
        self.left_out, self._method = SafeLabel(role="muted", wrap=True), SafeLabel(role="muted", wrap=True)
        self._unit = SafeLabel(unit_words, role="muted")
        self._said_hours = SafeLabel(role="muted", wrap=True)
        self._presets_row, self._boxes_column = FlowLayout(gap=theme.px(4)), QVBoxLayout()
        self._found: HeatMap | None = None
        self.setWindowTitle(translate("heat", "Heat map"))
        self._build()
        self.spans.currentIndexChanged.connect(lambda _place: self._ask())
        self.grid.chosen.connect(lambda _hours: self._ask())
        self.left_out.hide()
        Spoken(self, self._say)

    @property
    def question(self) -> HeatQuestion:
        """What is asked now."""
        return HeatQuestion(
            days=SPANS_DAYS[max(0, self.spans.currentIndex())],
            categories=frozenset(name for name, box in self.boxes.items() if box.isChecked()),
            hours=self.grid.hours,
        )

    def offer_shifts(self, shifts: tuple[ShiftHours, ...]) -> None:
        """Presets: all hours, each shift of the center, working days and the weekend."""
        if shifts == self._shifts and self.presets:
            return
        self._shifts = shifts
        for button in self.presets.values():
            button.deleteLater()
        kinds = {"all": ALL_HOURS, **{shift.id: shift_hours(shift) for shift in shifts}}
        kinds |= {"weekdays": _WEEKDAYS, "weekend": _WEEKEND}
        self.presets = {}
        for name, hours in kinds.items():
            button = PlainButton(partial(self._preset_words, name), partial(self._choose, hours), tone="flat")
            button.tip(partial(self._preset_tip, name))
            self.presets[name] = button
            self._presets_row.addWidget(button)

    def show_answer(self, found: HeatMap) -> None:
        """What was drawn for the question."""
        self._found = found
        self.grid.show_counts(found.by_hour)
        self._counts = found.by_category
        for category in sorted(found.by_category, key=lambda name: (-found.by_category[name], name)):
            if category not in self.boxes:
                box = self.boxes[category] = TickBox()
                box.toggled.connect(lambda _on: self._ask())
                self._boxes_column.addWidget(box)
        self._say()

    def show_failed(self, fault: Fault) -> None:
        """The store could not be read."""
        self._found = None
        self.legend.show_classes(())
        self.made.say(fault_words(fault))

    def _build(self) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(14))
        rows.setSpacing(theme.px(8))
        rows.addWidget(self.made)
        rows.addWidget(self.legend)
        rows.addWidget(self._unit)
        rows.addWidget(self.left_out)
        rows.addWidget(Line())
        name_widget(self.spans, lambda: translate("heat", "Span"))
        self.spans.addItems([span_words(days) for days in SPANS_DAYS])
        self.spans.setCurrentIndex(1)
        rows.addWidget(self.spans)
        rows.addWidget(SafeLabel(lambda: translate("heat", "Hours of the week"), role="section"))
        row = QWidget()
        row.setLayout(self._presets_row)
        rows.addWidget(row)
        rows.addWidget(self.grid)
        rows.addWidget(self._said_hours)
        head = QHBoxLayout()
        head.addWidget(SafeLabel(lambda: translate("heat", "Categories"), role="section"))
        head.addStretch(1)
        self.every = PlainButton(lambda: translate("heat", "All"), self._every_category, tone="link")
        head.addWidget(self.every)
        rows.addLayout(head)
        self._boxes_column.setSpacing(theme.px(2))
        rows.addLayout(self._boxes_column)
        rows.addWidget(Line())
        rows.addWidget(self._method)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _choose(self, hours: frozenset[int]) -> None:
        self.grid.choose(hours)
        self._ask()

    def _every_category(self) -> None:
        for box in self.boxes.values():
            was = box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(was)
        self._ask()

    def _ask(self) -> None:
        self._said_hours.say(chosen_words(self.grid.hours))
        self.every.setEnabled(bool(self.question.categories))
        self.asked.emit(self.question)

    def _preset_words(self, name: str) -> str:
        shift = next((each for each in self._shifts if each.id == name), None)
        if shift is not None:
            return f"{shift.starts[:2]}\u2013{shift.ends[:2]}"
        return {
            "all": translate("heat", "All hours"),
            "weekdays": translate("heat", "Mon-Fri"),
            "weekend": translate("heat", "Sat-Sun"),
        }[name]

    def _preset_tip(self, name: str) -> str:
        shift = next((each for each in self._shifts if each.id == name), None)
        if shift is None:
            return self._preset_words(name)
        return translate("heat", "The shift from {first} to {last}, every day").format(
            first=shift.starts.replace(":", "."), last=shift.ends.replace(":", ".")
        )

    def _say(self) -> None:
        """Everything in the language spoken now."""
        self.setWindowTitle(translate("heat", "Heat map"))
        for place, days in enumerate(SPANS_DAYS):
            self.spans.setItemText(place, span_words(days))
        self._said_hours.say(chosen_words(self.grid.hours))
        self.every.setEnabled(bool(self.question.categories))
        for category, box in self.boxes.items():
            box.setText(f"{category_word(category)} · {whole(self._counts.get(category, 0))}".replace("&", "&&"))
        found = self._found
        if found is None:
            self.made.say(translate("heat", "Reading the reports…"))
            return
        self.made.say(few_words(found) if found.too_few else made_words(found))
        self.legend.show_classes(() if found.too_few else class_words(found))
        self._unit.setHidden(found.too_few)
        self.left_out.say(left_out_words(found))
        self.left_out.setHidden(not left_out_words(found))
        self._method.say(method_words(found))


class _Legend(QWidget):
    """A swatch and its bounds a class, two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(4))
        self._lines: list[QWidget] = []
        name_widget(self, lambda: translate("heat", "Classes"))

    def show_classes(self, words: tuple[str, ...]) -> None:
        """Bounds, lowest first; none hides it."""
        for line in self._lines:
            self._grid.removeWidget(line)
            line.deleteLater()
        self._lines = []
        for place, text in enumerate(words):
            swatch, label = _Swatch(place), SafeLabel(text)
            self._grid.addWidget(swatch, place // 2, place % 2 * 2)
            self._grid.addWidget(label, place // 2, place % 2 * 2 + 1)
            self._lines += [swatch, label]
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)
        self.setVisible(bool(words))


class _Swatch(QWidget):
    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self.setFixedSize(QSize(theme.px(22), theme.px(14)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), RAMPS["light" if theme.palette().name == "light" else "dark"][self._place])
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
