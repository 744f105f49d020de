"""Reports that may tell of the same thing, with the reasons; a key merges."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain.duplicates import Candidate
from console.ui.case.section import Section
from console.ui.case.similar_row import SimilarRow
from console.ui.texts.language import translate

ATTACH_KEY = "I"
"""Adds the case to a large incident near it: *tambahkan ke kejadian besar*, incident."""


class SimilarList(Section):
    """`chosen(report id)`, `merge_wanted(Candidate)`, `attach_wanted(Candidate)`; hidden when nothing is near."""

    chosen = Signal(str)
    merge_wanted = Signal(object)
    attach_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("case", "SIMILAR NEARBY"), parent)
        self.lines: list[SimilarRow] = []
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show what is near a case."""
        similar = view.similar
        for _ in range(len(self.lines), len(similar)):
            line = SimilarRow()
            line.chosen.connect(self.chosen)
            line.merge_wanted.connect(self.merge_wanted)
            line.attach_wanted.connect(self.attach_wanted)
            self.rows.addWidget(line)
            self.lines.append(line)
        offered = attach_offer(similar)
        live = not view.report.ended
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(similar))
            if place < len(similar):
                candidate = similar[place]
                key = ATTACH_KEY if candidate is offered else "G" if place == 0 else ""
                line.show_candidate(candidate, key=key, live=live)
        self.setVisible(bool(similar))


def attach_offer(similar: tuple[Candidate, ...]) -> Candidate | None:
    """The large incident one key adds the case to; None when there is none, or the case names a matter of its own."""
    return next((each for each in similar if each.incident and each.matter is None), None)
