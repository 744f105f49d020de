"""Units inside what was drawn on the map; those ticked are sent together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.desk.around import Picked
from console.domain.unit import Doubt, UnitStatus
from console.ui import theme
from console.ui.case.words import distance_words
from console.ui.map.around_list import AroundList
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.states import EmptyState

MODES = ("radius", "area", "draw")
MANY = 6
"""More units than that at once are asked about a second time: a district would be left without any."""
RADII_M = (500.0, 1_000.0, 2_000.0, 5_000.0)


class PickedPanel(QWidget):
    """`mode_wanted(radius | area | draw)`, `around_wanted(metres)` of the case's place, `send_wanted(ids)`.

    `tracks_wanted(ids)`: where those inside, or the ticked ones of them, were.
    """

    mode_wanted = Signal(str)
    around_wanted = Signal(float)
    send_wanted = Signal(object)
    tracks_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: Picked | None = None
        self._asked: tuple[str, ...] = ()
        self._target, self._has_place, self._mode, self._why = "", False, "", ""
        self.list = AroundList(lambda: translate("map", "Units inside what you picked"), ticks=True)
        self.modes = {
            mode: PlainButton(partial(_mode_word, mode), partial(self.mode_wanted.emit, mode), tone="slim")
            for mode in MODES
        }
        self.radii = [
            PlainButton(partial(distance_words, metres), partial(self.around_wanted.emit, metres), tone="slim")
            for metres in RADII_M
        ]
        self.around_label = SafeLabel(lambda: translate("map", "Around the case:"), role="muted")
        self.hint = SafeLabel(self._hint_words, role="muted", wrap=True)
        self.free_button = PlainButton(lambda: translate("map", "Tick the free ones"), self.tick_free)
        self.tracks_button = PlainButton(lambda: translate("map", "Tracks"), self._show_tracks)
        self.tracks_button.tip(lambda: translate("map", "Where they were: the ticked ones, else all inside"))
        self.send_button = PlainButton(self._send_words, self._send, tone="primary")
        self.list.around.ticks_changed.connect(self._say)
        self._empty = EmptyState("users", self._empty_words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._lay_out()
        Spoken(self, self._say)

    def show_target(self, number: str, *, has_place: bool) -> None:
        """The selected case's number, '' for none, and whether its place is known."""
        if (number, has_place) != (self._target, self._has_place):
            self._target, self._has_place = number, has_place
            self._say()

    def show_mode(self, mode: str) -> None:
        """What the next click on the map does, '' for nothing special."""
        self._mode, self._why = mode, ""
        for each, button in self.modes.items():
            button.set_tone("picked" if each == mode else "slim")
        self._say()

    def show_picked(self, picked: Picked | None, *, anew: bool, why: str = "") -> None:
        """The units inside; `anew`: another shape, so nothing is ticked; `why` there is none."""
        self._picked, self._why = picked, why
        units = picked.units if picked is not None else ()
        if anew:
            self.list.around.tick(())
        self.list.show_rows(units, still=not anew and self.list.hand_in)
        self._stack.setCurrentIndex(1 if units else 0)
        self._say()

    def tick_free(self) -> None:
        """Tick the units that are on no case and whose position is neither old nor made up."""
        rows = self.list.around.rows
        sure = [row for row in rows if not row.stale and row.doubt is not Doubt.MOCK]
        free = [row.id for row in sure if row.unit and row.unit.status is UnitStatus.AVAILABLE]
        self.list.around.tick(free)

    def _send(self) -> None:
        ticked = self.list.around.ticked
        if len(ticked) > MANY and self._asked != ticked:
            self._asked = ticked
            self._say()
            return
        self._asked = ()
        self.send_wanted.emit(ticked)

    def _show_tracks(self) -> None:
        self.tracks_wanted.emit(self.list.around.ticked or tuple(row.id for row in self.list.around.rows))

    def _say(self) -> None:
        units = self._picked.units if self._picked is not None else ()
        name = one_line(self._picked.name) if self._picked is not None else ""
        self.setWindowTitle(
            translate("map", "Units in {name}: {n}").format(name=name, n=len(units)) if name
            else translate("map", "Units inside: {n}").format(n=len(units)) if self._picked is not None
            else translate("map", "Pick units on the map")
        )  # fmt: skip
        self.hint.say(self._hint_words)
        self._empty.say(self._empty_words)
        asked = bool(self._asked) and self._asked == self.list.around.ticked
        self.send_button.set_tone("danger" if asked else "primary")
        self.send_button.say(self._send_words)
        self.send_button.setEnabled(bool(self._target and self.list.around.ticked))
        self.free_button.setEnabled(bool(units))
        self.tracks_button.setEnabled(bool(units))
        for button in (self.around_label, *self.radii):
            button.setEnabled(self._has_place)

    def _send_words(self) -> str:
        ticked = len(self.list.around.ticked)
        if not self._target:
            return translate("map", "Select a case to send to")
        if not ticked:
            return translate("map", "Tick units to send")
        if self._asked and self._asked == self.list.around.ticked:
            words = translate("map", "Really send all {n} to {number}? Press again")
            return words.format(n=ticked, number=one_line(self._target))
        return translate("map", "Send {n} to {number}").format(n=ticked, number=one_line(self._target))

    def _hint_words(self) -> str:
        return {
            "radius": translate("map", "Press on the map and pull outwards. Esc ends."),
            "area": translate("map", "Click into a kelurahan or desa. Esc ends."),
            "draw": translate("map", "Click the corners; a double click or Enter closes it. Esc ends."),
        }.get(self._mode, translate("map", "Old positions stand in grey and are never ticked for you."))

    def _empty_words(self) -> str:
        if self._why:
            return self._why
        if self._picked is not None:
            return translate("map", "No unit on duty inside")
        return translate("map", "Pick a circle, a kelurahan or draw an area")

    def _lay_out(self) -> None:
        gap = theme.px(8)
        above = QWidget()
        rows = QVBoxLayout(above)
        rows.setContentsMargins(theme.px(14), gap, theme.px(14), gap)
        rows.setSpacing(gap)
        modes = FlowLayout()
        for button in self.modes.values():
            modes.addWidget(button)
        around = FlowLayout()
        for widget in (self.around_label, *self.radii):
            around.addWidget(widget)
        rows.addLayout(modes)
        rows.addLayout(around)
        rows.addWidget(self.hint)
        below = QWidget()
        foot = QVBoxLayout(below)
        foot.setContentsMargins(theme.px(14), gap, theme.px(14), gap)
        foot.setSpacing(gap)
        ready = QHBoxLayout()
        ready.setSpacing(gap)
        ready.addWidget(self.free_button)
        ready.addWidget(self.tracks_button)
        ready.addStretch(1)
        foot.addLayout(ready)
        foot.addWidget(self.send_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(above)
        whole.addWidget(self._stack, 1)
        whole.addWidget(below)


def _mode_word(mode: str) -> str:
    return {
        "radius": translate("map", "Circle"),
        "area": translate("map", "Kelurahan"),
        "draw": translate("map", "Draw"),
    }[mode]
