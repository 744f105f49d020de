"""Reports nearby that may tell of the same thing, with the reasons; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.desk.similar import Similar
from console.ui.case.section import Section
from console.ui.case.words import distance_words
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.times import length_words
from console.ui.widgets.buttons import PlainButton


class SimilarList(Section):
    """`chosen(report id)`; hidden when nothing is near."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("case", "SIMILAR NEARBY"), parent)
        self._lines: list[PlainButton] = []
        self._shown: tuple[Similar, ...] = ()
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show what is near a case."""
        self._shown = view.similar
        for place in range(len(self._lines), len(view.similar)):
            line = PlainButton("", lambda place=place: self._choose(place), tone="link")  # type: ignore[misc]
            self.rows.addWidget(line)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(view.similar))
            if place < len(view.similar):
                line.say(similar_words(view.similar[place]))
        self.setVisible(bool(view.similar))

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._shown[place].report_id)


def similar_words(similar: Similar) -> str:
    """'KJ-2611-0185 · 90 m · 2 min · text 71 %', or the category where texts cannot be compared."""
    parts = [similar.number, distance_words(similar.distance_m), length_words(similar.apart_s)]
    if similar.text_percent is None:
        parts.append(category_word(similar.category))
    else:
        parts.append(translate("case", "text {n} %").format(n=similar.text_percent))
    return " · ".join(parts)
