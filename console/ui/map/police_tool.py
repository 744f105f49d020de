"""Police areas as a toggle of the map; a click on the ground says whose it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from console.desk.map_data import MapData, Polsek, Whose
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.map.police_words import whose_lines
from console.ui.relay import Relay
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

LAYER, ANSWER = "police", "police_whose"
_DIGITS = 5


class PoliceTool(QObject):
    """Joined in the background when first wanted; asked anew when the table changes. `answered` once they came."""

    def __init__(self, pane: MapPane, data: MapData, background: Background, relay: Relay) -> None:
        super().__init__(pane)
        self._pane, self._data, self._background = pane, data, background
        self._stopped = False
        self.answered = False
        self._whose: Whose | None = None
        self.shown: tuple[Polsek, ...] = ()
        self.toggle = pane.bar.add_toggle(
            lambda: translate("police", "Polsek"),
            lambda: translate("police", "Police areas by Polsek; a click on the map says whose the place is"),
            self._turn,
        )
        pane.view.place_clicked.connect(self._asked)
        relay.changed.connect(self._take)
        pane.installEventFilter(self)

    def stop(self) -> None:
        """Answer no more."""
        self._stopped = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another language: the words in the map are ours."""
        if event.type() == QEvent.Type.LanguageChange and self._whose is not None:
            self._say(self._whose)
        return False

    def _turn(self, on: bool) -> None:
        view = self._pane.view
        if on:
            view.credit(LAYER, lambda: translate("police", "Joining police areas …"))
            self._background.ask(self, self._data.polsek, self._show, self._fail, topic="polsek")
        else:
            self._whose = None
            view.credit(LAYER, "")
            view.show_layer(LAYER, None)
            view.show_layer(ANSWER, None)

    def renew(self) -> None:
        """The areas are others now."""
        if self.toggle.isChecked():
            self._background.ask(self, self._data.polsek, self._show, self._fail, topic="polsek")

    def _take(self, changes: Changes) -> None:
        if self.toggle.isChecked() and (changes.everything or "police_areas" in changes.lists):
            self._background.ask(self, self._data.polsek, self._show, self._fail, topic="polsek")

    def _show(self, found: tuple[Polsek, ...]) -> None:
        if self._stopped or not self.toggle.isChecked():
            return
        self.shown, self.answered = found, True
        self._pane.view.credit(LAYER, "" if found else _none_words)
        self._pane.view.show_layer(LAYER, {"posts": [_drawn(each) for each in found]})

    def _fail(self, fault: Fault) -> None:
        if not self._stopped:
            self._pane.view.credit(LAYER, lambda: fault_words(fault))

    def _asked(self, lat: float, lon: float) -> None:
        if self.toggle.isChecked() and not self._stopped:
            self._background.ask(self, lambda: self._data.whose(lat, lon), self._say, self._fail, topic="whose")

    def _say(self, whose: Whose) -> None:
        if self._stopped or not self.toggle.isChecked():
            return
        self._whose = whose
        self._pane.view.show_layer(ANSWER, {"lat": whose.lat, "lon": whose.lon, "lines": whose_lines(whose)})


def _none_words() -> str:
    return translate("police", "No police areas to show: the table or the borders of its kelurahan are not imported")


def _drawn(polsek: Polsek) -> dict[str, object]:
    outline = polsek.outline
    rings = [[round(number, _DIGITS) for point in ring for number in point] for ring in outline.rings]
    return {
        "name": one_line(polsek.post.polsek), "above": one_line(polsek.post.polres), "tint": polsek.tint,
        "own": polsek.own, "lat": outline.lat, "lon": outline.lon, "rings": rings,
    }  # fmt: skip
