"""The panel that asks who was near a place between two times, and lists who was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.domain.passing import Passing
from console.ui import theme
from console.ui.case.words import distance_words
from console.ui.history.reason_line import ReasonLine
from console.ui.history.span_fields import SpanFields
from console.ui.history.words import day_time
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.choice_box import ChoiceBox
from console.ui.widgets.panel import Card, Line
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import Spoken, Words, name_widget

RADII_M = (50, 100, 200, 500, 1000, 2000, 5000)


class NearSide(QWidget):
    """`pick_wanted(bool)`, `ask_wanted`, `radius_changed`, `tracks_wanted(unit ids)`; the list is closest first."""

    pick_wanted = Signal(bool)
    ask_wanted = Signal()
    radius_changed = Signal()
    tracks_wanted = Signal(object)

    def __init__(self, now: Callable[[], datetime], zone: Callable[[], ZoneInfo]) -> None:
        super().__init__()
        self._zone = zone
        Spoken(self, lambda: self.setWindowTitle(translate("history", "Who was near")))
        inside = QWidget()
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        self.rows.setSpacing(theme.px(8))
        self.place = SafeLabel(wrap=True)
        self.pick = PlainButton(lambda: translate("history", "Choose the place on the map"))
        self.pick.setCheckable(True)
        self.pick.toggled.connect(self.pick_wanted)
        self.radius = ChoiceBox()
        for metres in RADII_M:
            self.radius.addItem(distance_words(metres), metres)
        self.radius.setCurrentIndex(RADII_M.index(200))
        self.radius.currentIndexChanged.connect(lambda _place: self.radius_changed.emit())
        name_widget(self.radius, lambda: translate("history", "Within"))
        self.span = SpanFields(now, zone)
        self.why = ReasonLine()
        self.ask_button = PlainButton(
            lambda: translate("history", "Who was there?"), self.ask_wanted.emit, tone="primary"
        )
        self.said = SafeLabel(role="muted", wrap=True)
        self.tracks_button = PlainButton(
            lambda: translate("history", "Show their tracks"),
            lambda: self.tracks_wanted.emit([found.unit_id for found in self.found]),
        )
        self.tracks_button.hide()
        self.found: tuple[Passing, ...] = ()
        self.cards: list[Card] = []
        self._lay_out()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)

    @property
    def radius_m(self) -> int:
        """The distance chosen."""
        return int(self.radius.currentData())

    def say(self, words: Words, role: str = "muted") -> None:
        """One line about what was found or why not; role muted, warn or bad."""
        self.said.say(words)
        restyle(self.said, role=role)

    def list_found(self, found: Sequence[tuple[Passing, str]]) -> None:
        """These were there, each with its name."""
        self.found = tuple(passing for passing, _name in found)
        for card in self.cards:
            self.rows.removeWidget(card)
            card.deleteLater()
        self.cards = [self._card(passing, name) for passing, name in found]
        for place, card in enumerate(self.cards):
            # Before the stretch at the end.
            self.rows.insertWidget(self.rows.count() - 1, card)
            card.setAccessibleName(found[place][1])
        self.tracks_button.setVisible(bool(self.cards))

    def _card(self, passing: Passing, name: str) -> Card:
        card = Card(tone="warn" if passing.doubtful else "")
        zone = self._zone()
        card.rows.addWidget(SafeLabel(f"{name} · {distance_words(passing.closest_m)}", role="strong"))
        card.rows.addWidget(SafeLabel(partial(_when_words, passing, zone), role="muted", wrap=True))
        if passing.doubtful:
            card.rows.addWidget(SafeLabel(_doubt_words, role="warn", wrap=True))
        link = PlainButton(
            lambda: translate("history", "Show its track"),
            lambda: self.tracks_wanted.emit([passing.unit_id]), tone="link",
        )  # fmt: skip
        name_widget(link, lambda: translate("history", "Show the track of {name}").format(name=name))
        card.rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _lay_out(self) -> None:
        add = self.rows.addWidget
        add(SafeLabel(lambda: translate("history", "Place"), role="section"))
        add(self.place)
        add(self.pick, 0, Qt.AlignmentFlag.AlignLeft)
        add(SafeLabel(lambda: translate("history", "Within"), role="section"))
        add(self.radius, 0, Qt.AlignmentFlag.AlignLeft)
        add(SafeLabel(lambda: translate("history", "Time"), role="section"))
        add(self.span)
        add(self.why)
        add(self.ask_button)
        add(self.said)
        add(Line())
        add(self.tracks_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch(1)


def _doubt_words() -> str:
    return translate("history", "Doubtful: only mock or impossible fixes put it there.")


def _when_words(passing: Passing, zone: ZoneInfo) -> str:
    closest = translate("history", "closest {time}").format(
        time=f"{day_time(passing.closest_at, zone)}:{passing.closest_at.second:02d}"
    )
    if passing.between:
        closest += translate("history", " (between two fixes)")
    if passing.first_at == passing.last_at:
        return closest
    there = translate("history", "there {first} to {last}").format(
        first=clock_words(passing.first_at, zone, seconds=True), last=clock_words(passing.last_at, zone, seconds=True)
    )
    return f"{closest}\n{there}"
