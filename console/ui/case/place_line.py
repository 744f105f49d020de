"""Where it is, where that comes from and how sure, and the officer of that kelurahan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.ui import theme
from console.ui.case.words import certainty_words, distance_words, place_words
from console.ui.dispatch.words import unit_status_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import ElidedLabel, SafeLabel


class PlaceLine(QWidget):
    """One flowing line: caption, place, certainty, beat officer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=theme.px(6))
        self._caption = SafeLabel(lambda: translate("case", "PLACE"), role="section")
        self._where = ElidedLabel()
        self._sure = Chip()
        self._beat = ElidedLabel(role="muted")
        for widget in (self._caption, self._where, self._sure, self._beat):
            flow.addWidget(widget)

    def show_view(self, view: CaseView) -> None:
        """Show the place of a case."""
        place = view.report.place
        self._where.say(place_words(place))
        self._sure.say(certainty_words(place))
        self._sure.set_tone("warn" if place.ambiguous or not place.known else "")
        self._sure.setVisible(place.known)
        self._beat.setVisible(view.beat is not None)
        if view.beat is not None:
            facts = [unit_status_word(view.beat.unit.status)]
            if view.beat.distance_m is not None:
                facts.append(distance_words(view.beat.distance_m))
            words = translate("case", "beat officer {name} ({facts})")
            self._beat.say(words.format(name=one_line(view.beat.unit.title), facts=", ".join(facts)))
