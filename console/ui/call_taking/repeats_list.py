"""Open reports that may tell of the same thing, while the call is being typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.duplicates import Candidate
from console.ui.call_taking.line_button import LineButton
from console.ui.case.merge_words import candidate_words, reasons_words
from console.ui.case.section import Section
from console.ui.texts.language import translate

SHOWN = 3


class RepeatsList(Section):
    """`chosen(report id)`; hidden while nothing is like it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("call", "PERHAPS THE SAME"), parent)
        self._shown: tuple[Candidate, ...] = ()
        self._lines = [self._line(place) for place in range(SHOWN)]
        for line in self._lines:
            self.rows.addWidget(line)
        self.show_alike(())

    def show_alike(self, alike: tuple[Candidate, ...]) -> None:
        """The likeliest first."""
        self._shown = alike[:SHOWN]
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(self._shown))
            if place < len(self._shown):
                line.say(partial(_words, self._shown[place]))
        self.setVisible(bool(self._shown))

    def _line(self, place: int) -> LineButton:
        return LineButton(lambda: self.chosen.emit(self._shown[place].report_id))


def _words(candidate: Candidate) -> str:
    return f"{candidate_words(candidate)} · {reasons_words(candidate)}"
