"""Where it is, how sure, what lies near, and the way to correct it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.ui import theme
from console.ui.case.place_acts import KEY
from console.ui.case.words import certainty_words, distance_words, place_words
from console.ui.dispatch.words import unit_status_word
from console.ui.texts.language import translate
from console.ui.texts.places import near_words
from console.ui.texts.refusals import refusal_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.chip import Chip
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import ElidedLabel, SafeLabel


class PlaceLine(QWidget):
    """`correct_wanted()` when it is to be corrected. One flowing line, the nearest landmarks below it."""

    correct_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        top = QWidget()
        flow = FlowLayout(top, gap=theme.px(6))
        self._caption = SafeLabel(lambda: translate("case", "PLACE"), role="section")
        self._where = ElidedLabel()
        self._sure = Chip()
        self._beat = ElidedLabel(role="muted")
        words = lambda: translate("place", "Correct ({key})").format(key=KEY)  # noqa: E731
        self.correct = PlainButton(words, self.correct_wanted.emit, tone="link")
        self.correct.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for widget in (self._caption, self._where, self._sure, self.correct, self._beat):
            flow.addWidget(widget)
        rows.addWidget(top)
        self._near = ElidedLabel(role="muted")
        self._untold = SafeLabel("", role="warn", wrap=True)
        rows.addWidget(self._near)
        rows.addWidget(self._untold)

    def show_view(self, view: CaseView) -> None:
        """Show the place of a case."""
        place = view.report.place
        self._where.say(place_words(place))
        self._sure.say(certainty_words(place))
        self._sure.set_tone("warn" if place.ambiguous or not place.known else "")
        self._sure.setVisible(place.known or bool(place.words))
        refusal = view.may.get("report.place")
        self.correct.setEnabled(refusal is None)
        self.correct.tip("" if refusal is None else refusal_words(refusal))
        self._near.say(near_words(view.landmarks))
        self._near.setVisible(bool(view.landmarks))
        untold = translate("place", "Place corrected; not seen yet by {units}")
        self._untold.say(untold.format(units=", ".join(one_line(unit) for unit in view.untold)))
        self._untold.setVisible(bool(view.untold))
        self._beat.setVisible(view.beat is not None)
        if view.beat is not None:
            facts = [unit_status_word(view.beat.unit.status)]
            if view.beat.distance_m is not None:
                facts.append(distance_words(view.beat.distance_m))
            words = translate("case", "beat officer {name} ({facts})")
            self._beat.say(words.format(name=one_line(view.beat.unit.title), facts=", ".join(facts)))

    def said(self) -> str:
        """What stands there now, line by line."""
        shown = (each for each in (self._where, self._near, self._untold) if not each.isHidden())
        return "\n".join(each.full_text() if isinstance(each, ElidedLabel) else each.text() for each in shown)
