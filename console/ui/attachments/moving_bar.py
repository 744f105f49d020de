"""The bar above a film while parts of it are chosen: what can be done, copy or leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class MovingBar(Card):
    """A signal for each button; it has room of its own, so that every part of the film can be painted over."""

    box_wanted = Signal()
    silence_wanted = Signal()
    from_here = Signal()
    until_here = Signal()
    whole_wanted = Signal()
    drop_wanted = Signal()
    make_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, *, film: bool, sound: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = film
        name_widget(self, lambda: translate("redact", "Covering and silencing parts"))
        self.rows.addWidget(SafeLabel(self._hint_words, wrap=True))
        self._row = QWidget()
        self._row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self._row, gap=theme.px(6))
        self.box = PlainButton(lambda: translate("redact", "Box (B)"), self.box_wanted.emit)
        self.silence = PlainButton(lambda: translate("redact", "Silence from here (Q)"), self.silence_wanted.emit)
        self._timing = (
            PlainButton(lambda: translate("redact", "From here (I)"), self.from_here.emit),
            PlainButton(lambda: translate("redact", "Until here (O)"), self.until_here.emit),
            PlainButton(lambda: translate("redact", "All the while (W)"), self.whole_wanted.emit),
            PlainButton(lambda: translate("redact", "Take away (Del)"), self.drop_wanted.emit),
        )
        self.leave = PlainButton(lambda: translate("redact", "Leave without (Esc)"), self.leave_wanted.emit)
        self.make = PlainButton(
            lambda: translate("redact", "Make the redacted copy (Enter)"), self.make_wanted.emit, tone="primary"
        )
        self.box.setVisible(film)
        self.silence.setEnabled(sound)
        first = (self.box,) if film else ()
        for button in (*first, self.silence, *self._timing, self.leave, self.make):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._flow.addWidget(button)
        self.rows.addWidget(self._row)
        self.show_parts(0, chosen=False)

    def show_parts(self, parts: int, *, chosen: bool) -> None:
        """So many there are; whether one is chosen."""
        self.make.setEnabled(parts > 0)
        for button in self._timing:
            button.setEnabled(chosen)

    def _hint_words(self) -> str:
        if not self._film:
            return translate(
                "redact",
                "Go to where it begins and press Q, then to where it ends and press O: it is silent in the copy, the "
                "original stays as it is. Drag the ends of a bar to set them, up and down choose, Delete takes away.",
            )
        return translate(
            "redact",
            "Drag over what nobody may see: it is solid in the copy from its first to its last frame, the original "
            "stays as it is. A box lasts all the while until you set where it begins (I) and ends (O), or drag the "
            "ends of its bar. What is heard goes with Q.",
        )
