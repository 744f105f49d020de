"""The tools of photos in the viewer's bar: zoom, turning, comparing, light."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from console.ui import theme
from console.ui.attachments.grade import MOST, Grade
from console.ui.attachments.tool_row import ToolRow
from console.ui.texts.language import translate
from console.ui.widgets.picture import Picture
from console.ui.widgets.spoken import Words, name_widget

_SLIDER_PX = 84


class PhotoTools(ToolRow):
    """Buttons to connect; `graded(Grade)` when a slider moved by hand."""

    graded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_zoom()
        self.one_to_one = self.add_button("one_to_one", lambda: translate("attachments", "One to one"), "Z")
        self.add_gap()
        self.turn_left = self.add_button("turn_left", lambda: translate("attachments", "Turn left"), "Shift R")
        self.turn_right = self.add_button("turn_right", lambda: translate("attachments", "Turn right"), "R")
        self.add_gap()
        self._brightness = self._slider("brightness", lambda: translate("attachments", "Brightness ([ and ])"))
        self._contrast = self._slider("contrast", lambda: translate("attachments", "Contrast (, and .)"))
        self.reset = self.add_button("reset", lambda: translate("attachments", "As it is"), "N")
        self.reset.clicked.connect(self._reset)
        self.add_gap()
        self.compare = self.add_button(
            "compare", lambda: translate("attachments", "Compare side by side"), "C", checkable=True
        )
        self.link = self.add_button("link", lambda: translate("attachments", "Move both together"), "L", checkable=True)
        self.link.setChecked(True)
        self.show_comparing(False)
        self.show_grade(Grade())

    def show_grade(self, grade: Grade) -> None:
        """Where the sliders stand."""
        for slider, value in ((self._brightness, grade.brightness), (self._contrast, grade.contrast)):
            slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(False)
        self.reset.setEnabled(not grade.neutral)

    def show_comparing(self, on: bool) -> None:
        """Whether two stand side by side."""
        self.compare.setChecked(on)
        self.link.setVisible(on)

    def _reset(self) -> None:
        self.show_grade(Grade())
        self.graded.emit(Grade())

    def _slider(self, icon: str, words: Words) -> QSlider:
        sign = Picture(16)
        sign.show_icon(icon, "muted")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(-MOST, MOST)
        slider.setPageStep(10)
        slider.setFixedWidth(theme.px(_SLIDER_PX))
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_widget(slider, words)
        slider.valueChanged.connect(self._moved)
        self.row.addWidget(sign)
        self.row.addWidget(slider)
        return slider

    def _moved(self) -> None:
        grade = Grade(self._brightness.value(), self._contrast.value())
        self.reset.setEnabled(not grade.neutral)
        self.graded.emit(grade)
