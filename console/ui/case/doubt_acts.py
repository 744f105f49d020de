"""Settles the doubt a file raises: one key asks, the next one decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.desk.case import CaseView
from console.domain.file_claim import FileDoubt
from console.ui.case.doubt_strip import DoubtStrip, doubt_to_settle, word_on
from console.ui.case.ending_acts import Decide
from console.ui.case.tray import Tray
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words

KEY = "Q"
"""Asks what is behind a doubt, beside the case and beside the file."""


class DoubtActs(QObject):
    """The doubts of the case shown, the first one nobody settled before any other."""

    def __init__(self, tray: Tray, decide: Decide, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tray, self._decide, self._say = tray, decide, say

    def ask(self, view: CaseView) -> None:
        """Ask, or say why there is nothing to ask (the chip at the head)."""
        self._say(self.open(view))

    def open(self, view: CaseView) -> str:
        """Ask; '' or why there is nothing to ask."""
        doubt, why = _meant(view)
        if doubt is not None:
            self._tray.open(DoubtStrip(view.report, doubt, lambda act: self._decide(act, view)))
        return why

    def settle(self, view: CaseView, finding: str) -> str:
        """Say so of it at once (command bar); '' or why there is nothing to say it of."""
        doubt, why = _meant(view)
        if doubt is not None:
            self._decide(word_on(view.report, doubt, finding), view)
        return why


def _meant(view: CaseView) -> tuple[FileDoubt | None, str]:
    """The doubt that is meant, or why there is none."""
    doubt = doubt_to_settle(view.doubts)
    refusal = view.may.get("report.settle_doubt")
    if doubt is None:
        return None, translate("claims", "No file of this case is in doubt.")
    return (doubt, "") if refusal is None else (None, refusal_words(refusal))
