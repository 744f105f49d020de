"""Why the past is looked at: the selected case, or words; each look is recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken

LEAST_CHARACTERS, MOST_CHARACTERS = 3, 200
"""As the server takes it (contract.tracks)."""


class ReasonLine(QWidget):
    """Says which case the look is recorded with; without one a reason must be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report_id = self._number = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        self._said = SafeLabel(self._words, role="muted", wrap=True)
        self.field = QLineEdit()
        self.field.setMaxLength(MOST_CHARACTERS)
        Spoken(self.field, self._name)
        rows.addWidget(self._said)
        rows.addWidget(self.field)

    def stand_for(self, report_id: str, number: str) -> None:
        """Look because of this case; '' for none."""
        self.report_id, self._number = report_id, one_line(number)
        self._said.say(self._words)
        self.field.setVisible(not report_id)

    @property
    def reason(self) -> str:
        """What was typed, '' where a case is the reason."""
        return "" if self.report_id else self.field.text().strip()

    @property
    def enough(self) -> bool:
        """Whether the look has a reason."""
        return bool(self.report_id) or len(self.reason) >= LEAST_CHARACTERS

    def _words(self) -> str:
        if self.report_id:
            return translate("history", "Each look is recorded, with case {number}.").format(number=self._number)
        return translate("history", "Each look is recorded. No case is selected: say why.")

    def _name(self) -> None:
        words = translate("history", "Reason")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
