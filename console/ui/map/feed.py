"""Feeds the map: units as they move, reports as they change, the selected case."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from console.desk.city import City
from console.desk.ports import PositionsPort
from console.domain.changes import Changes
from console.domain.queue_row import QueueRow
from console.domain.unit import Position
from console.ui.background import Background
from console.ui.map.marks import MapOfficer, MapReport
from console.ui.map.view import MapView
from console.ui.relay import Courier, Relay
from console.ui.selection import Selection

AGE_MS = 5_000
"""Positions age without news; the map is told anew at least so often."""

FOLLOWS_MS = 400
"""News of reports and units reach the map this much later: queue and case are served first, a burst is one repaint."""

Marks = tuple[tuple[MapOfficer, ...], dict[str, str], dict[str, MapReport | None], bool]
"""Officers; what speaks against some of their positions, by unit id; pins by report id, None where none belongs any
more; whether these are all pins there are."""


class MapFeed(QObject):
    """Connects one MapView with the desk; asks in the background, at most one question under way."""

    def __init__(
        self,
        view: MapView,
        city: City,
        positions: PositionsPort,
        background: Background,
        relay: Relay,
        selection: Selection,
    ) -> None:
        super().__init__(view)
        self._view, self._city, self._background, self._selection = view, city, background, selection
        self._pins: dict[str, MapReport] = {}
        self._doubts: dict[str, str] = {}
        self._asking = self._again = self._pins_old = False
        self._changed: set[str] = set()
        self._moved: Courier[dict[str, Position]] = Courier(parent=self)
        self._moved.arrived.connect(lambda _moved: self.refresh())
        self._stop_positions = positions.subscribe(self._moved.take)
        relay.changed.connect(self._take)
        selection.changed.connect(self._select)
        view.report_chosen.connect(selection.select)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_MS)
        self._timer.timeout.connect(self.refresh)
        self._follows = QTimer(self)
        self._follows.setSingleShot(True)
        self._follows.setInterval(FOLLOWS_MS)
        self._follows.timeout.connect(self.refresh)

    def start(self) -> None:
        """Ask for everything."""
        self._timer.start()
        self._pins_old = True
        self.refresh()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._follows.stop()
        self._stop_positions()
        self._moved.close()

    def suggest(self, unit_ids: tuple[str, ...]) -> None:
        """Stand these units out."""
        self._view.suggest(unit_ids)

    def refresh(self) -> None:
        """Show what is now; a question already under way is asked once more afterwards."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        every, self._pins_old = self._pins_old, False
        changed, self._changed = frozenset(self._changed), set()
        self._background.ask(self, lambda: _marks(self._city, changed, every), self._show, patient=True)

    def _take(self, changes: Changes) -> None:
        self._pins_old |= changes.everything
        self._changed |= changes.reports | changes.new_reports
        if (self._pins_old or self._changed or changes.units) and not self._follows.isActive():
            self._follows.start()

    def _show(self, marks: Marks) -> None:
        self._asking = False
        officers, doubts, pins, every = marks
        if self._timer.isActive():
            if doubts != self._doubts:
                self._doubts = doubts
                self._view.show_layer("doubts", doubts or None)
            self._view.show_officers(officers)
            if pins or every:
                known = {} if every else self._pins
                self._pins = {id_: pin for id_, pin in (known | pins).items() if pin is not None}
                self._view.show_reports(self._pins.values())
                if self._selection.report_id:
                    self._mark(self._selection.report_id)
        if self._again:
            self._again = False
            self.refresh()

    def _select(self, report_id: str) -> None:
        self._view.suggest(())
        self._mark(report_id)

    def _mark(self, report_id: str) -> None:
        """Mark the report where it is now; who is suggested for it stays."""
        pin = self._pins.get(report_id)
        self._view.select_report(report_id or None, pin.lat if pin else None, pin.lon if pin else None)


def _marks(city: City, changed: frozenset[str], every: bool) -> Marks:
    seen_units = city.seen_units()
    officers = tuple(
        MapOfficer(
            id=seen.unit.id,
            lat=seen.position.lat,
            lon=seen.position.lon,
            status=seen.unit.status,
            fixed_at=seen.position.at,
            label=seen.unit.call_sign,
        )
        for seen in seen_units
    )
    doubts = {seen.unit.id: doubt.value for seen in seen_units if (doubt := seen.position.doubt)}
    rows = {row.id: row for row in city.pins()} if every else city.pins_of(changed)
    return officers, doubts, {id_: _pin(row) if row else None for id_, row in rows.items()}, every


def _pin(row: QueueRow) -> MapReport | None:
    if row.lat is None or row.lon is None:
        return None
    tail = row.number.rpartition("-")[2].lstrip("0")
    claim = "tentative" if row.tentative else "silent" if row.claim_lapsed and row.holder_name else ""
    return MapReport(row.id, row.lat, row.lon, row.priority, number=tail, label=row.number, claim=claim)
