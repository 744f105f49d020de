"""What for and for whom something leaves the center: asked first, and recorded."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.desk.evidence import Leaving
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget

MOST_CHARACTERS = 200


class LeavingForm(QWidget):
    """`changed` with every letter, `entered` on Enter; `leaving` is None while something is missing."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, sensitive: bool = False, wide: bool = False) -> None:
        """`wide`: there is room for purpose and recipient side by side."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        self.purpose = self._line(lambda: translate("evidence", "Purpose"), 0, 0)
        self.recipient = self._line(
            lambda: translate("evidence", "For whom (office, name)"), *((0, 1) if wide else (3, 0))
        )
        self._offer_purposes(2, columns=2 if wide else 1)
        self.reason: QLineEdit | None = None
        if sensitive:
            why = self._line(lambda: translate("evidence", "Sensitive case: why must it leave?"), 5, 0, 2)
            self.reason = why

    @property
    def leaving(self) -> Leaving | None:
        """What was written, None without a purpose (or, of a sensitive case, a reason)."""
        purpose = self.purpose.text().strip()
        reason = self.reason.text().strip() if self.reason is not None else ""
        if not purpose or (self.reason is not None and not reason):
            return None
        return Leaving(purpose=purpose, recipient=self.recipient.text().strip(), reason=reason)

    def take_focus(self) -> None:
        """Type the purpose at once."""
        self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was written."""
        for field in (self.purpose, self.recipient, *([self.reason] if self.reason is not None else [])):
            field.clear()

    def _line(self, words: Words, row: int, column: int, columns: int = 1) -> QLineEdit:
        self._grid.addWidget(SafeLabel(words, role="small"), row, column, 1, columns)
        field = QLineEdit()
        field.setMaxLength(MOST_CHARACTERS)
        name_widget(field, words)
        field.textChanged.connect(lambda _text: self.changed.emit())
        field.returnPressed.connect(self.entered)
        self._grid.addWidget(field, row + 1, column, 1, columns)
        return field

    def _offer_purposes(self, row: int, columns: int) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        for words in (
            lambda: translate("evidence", "Investigation"),
            lambda: translate("evidence", "Public prosecutor"),
            lambda: translate("evidence", "Court"),
            lambda: translate("evidence", "Internal inquiry"),
        ):
            button = PlainButton(words)
            button.clicked.connect(partial(self._put, button))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            flow.addWidget(button)
        self._grid.addWidget(holder, row, 0, 1, columns)

    def _put(self, button: PlainButton, _checked: bool = False) -> None:
        self.purpose.setText(button.text().replace("&&", "&"))
        self.recipient.setFocus(Qt.FocusReason.OtherFocusReason)
