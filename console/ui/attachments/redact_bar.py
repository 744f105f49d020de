"""The bar above a photo while boxes are drawn: how, how many, make the copy or leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class RedactBar(Card):
    """`make_wanted`, `leave_wanted`; it has room of its own, so that every part of the photo can be painted over."""

    make_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = 0
        name_widget(self, lambda: translate("redact", "Painting over parts of the photo"))
        self.rows.addWidget(SafeLabel(_hint_words, wrap=True))
        row = QHBoxLayout()
        self._count = SafeLabel(self._count_words, role="strong")
        self.make = PlainButton(lambda: translate("redact", "Make the redacted copy (Enter)"), self.make_wanted.emit,
                                tone="primary")  # fmt: skip
        self.leave = PlainButton(lambda: translate("redact", "Leave without (Esc)"), self.leave_wanted.emit)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.leave, self.make):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.setSpacing(theme.px(8))
        self.rows.addLayout(row)
        self.show_boxes(0)

    def show_boxes(self, boxes: int) -> None:
        """So many are drawn."""
        self._boxes = boxes
        self._count.say(self._count_words)
        self.make.setEnabled(boxes > 0)

    def _count_words(self) -> str:
        return translate("redact", "Boxes: {n}").format(n=self._boxes)


def _hint_words() -> str:
    return translate(
        "redact",
        "Drag over what nobody may see: it is solid in the copy, the original stays as it is. Boxes can be dragged and "
        "resized. Keys: B a new box, arrows move it, Shift and arrows resize it, Delete takes it away.",
    )
