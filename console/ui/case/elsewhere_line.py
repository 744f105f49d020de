"""The red line beside Dispatch: text and coordinates name different places."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.ui.case.suggestion_words import elsewhere_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class ElsewhereLine(SafeLabel):
    """Hidden while they agree, or nothing can be told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="bad", wrap=True)
        name_widget(self, lambda: translate("suggestion", "Places disagree"))
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show whether a case's text names another place."""
        elsewhere = view.elsewhere
        self.say("" if elsewhere is None else elsewhere_words(elsewhere))
        self.setVisible(elsewhere is not None)
