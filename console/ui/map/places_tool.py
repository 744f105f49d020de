"""Agencies, hospitals, and squares of partners' people on the map."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from console.desk.around import FixedPlace, PartnerSquare, Vicinity
from console.domain.askable import CROWD_DEG
from console.domain.changes import Changes
from console.ui.background import Background
from console.ui.map.around_words import square_label
from console.ui.map.map_pane import MapPane
from console.ui.relay import Relay
from console.ui.texts.language import translate

EVERY_MS = 30_000
"""Partners tell where their people are about twice a minute."""

Found = tuple[tuple[FixedPlace, ...], tuple[PartnerSquare, ...]]


class PlacesTool(QObject):
    """Two toggles of the bar."""

    def __init__(self, pane: MapPane, vicinity: Vicinity, background: Background, relay: Relay) -> None:
        super().__init__(pane)
        self._pane, self._vicinity, self._background = pane, vicinity, background
        self.agencies = pane.bar.add_toggle(
            lambda: translate("map", "Agencies"), lambda: translate("map", "Show agencies and hospitals"),
            lambda _on: self._ask(),
        )  # fmt: skip
        self.partners = pane.bar.add_toggle(
            lambda: translate("map", "Partners"),
            lambda: translate("map", "Show how many partner drivers are where, in squares of about 1 km; nobody's own "
                              "place is known"),
            lambda _on: self._ask(),
        )  # fmt: skip
        relay.changed.connect(self._news)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._ask)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _news(self, changes: Changes) -> None:
        if changes.agencies or changes.everything:
            self._ask()

    def _ask(self) -> None:
        agencies, partners = self.agencies.isChecked(), self.partners.isChecked()
        if not agencies and not partners:
            self._timer.stop()
            self._pane.view.show_layer("places", None)
            return
        if partners and not self._timer.isActive():
            self._timer.start()
        asked = self._vicinity

        def find() -> Found:
            return asked.fixed_places() if agencies else (), asked.partners() if partners else ()

        self._background.ask(self, find, self._show, topic="places")

    def _show(self, found: Found) -> None:
        places, squares = found
        if not self.partners.isChecked():
            self._timer.stop()
        if self.agencies.isChecked() or self.partners.isChecked():
            self._pane.view.show_layer(
                "places",
                {
                    "places": [[each.name, each.hospital, each.lat, each.lon, each.detail] for each in places],
                    "squares": [
                        [square_label(each), each.people, each.lat, each.lon, CROWD_DEG] for each in _together(squares)
                    ],
                },
            )


def _together(squares: tuple[PartnerSquare, ...]) -> tuple[PartnerSquare, ...]:
    """One square where several partners have people in the same: numbers over numbers cannot be read."""
    found: dict[tuple[float, float], PartnerSquare] = {}
    for each in squares:
        at = (round(each.lat, 4), round(each.lon, 4))
        before = found.get(at)
        if before is not None:
            each = replace(before, people=before.people + each.people, source=f"{before.source}, {each.source}")
        found[at] = each
    return tuple(found.values())
