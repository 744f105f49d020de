"""Who was near here: a place on the map, a circle, two times, and whoever is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.desk.tracks import Why
from console.domain.errors import Fault
from console.domain.milestones import case_span
from console.domain.passing import Passing
from console.domain.report import Report
from console.ui.history.history_parts import HistoryParts
from console.ui.history.near_side import NearSide
from console.ui.history.words import looking_fault_words, track_name
from console.ui.map.page_event import PageEvent
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

Found = tuple[tuple[Passing, str], ...]
_LAYER = "near"


class NearTool(QObject):
    """Its panel opens with the selected case's place and time; a click on the map says another place."""

    def __init__(self, parts: HistoryParts, show_tracks: Callable[[Iterable[str]], None]) -> None:
        super().__init__(parts.pane)
        self._parts = parts
        self._case: Report | None = None
        self._place: tuple[float, float] | None = None
        self.side = NearSide(parts.now, parts.zone)
        self.button = parts.pane.bar.add_tool(
            lambda: translate("history", "Who was near"),
            lambda: translate("history", "Which units were within a distance of a place, between two times"),
            self.toggle, checkable=True,
        )  # fmt: skip
        parts.pane.side_changed.connect(self._side_changed)
        parts.pane.view.said.connect(self._take)
        parts.selection.changed.connect(lambda _id: self._read_case())
        parts.pane.hand_taken.connect(self._yield)
        self.side.pick_wanted.connect(self._pick)
        self.side.radius_changed.connect(self._draw)
        self.side.ask_wanted.connect(self.ask)
        self.side.tracks_wanted.connect(show_tracks)

    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self._parts.pane.side is self.side:
            self._parts.pane.close_side()
        else:
            self._parts.pane.open_side(self.side)
            self._read_case()

    def stop(self) -> None:
        """Nothing runs."""

    def point(self, lat: float, lon: float) -> None:
        """This is the place, degrees WGS 84."""
        self._place = (lat, lon)
        self.side.place.say(partial(_place_words, lat, lon, ""))
        self.side.pick.setChecked(False)
        self._draw()

    def ask(self) -> None:
        """Ask the server; it records who asked, where and why."""
        span, why, place = self.side.span.read(), self.side.why, self._place
        if place is None:
            self.side.say(lambda: translate("history", "Choose the place on the map first."), "warn")
        elif span is None:
            self.side.say(lambda: translate("history", "Two past times, the earlier one first: 22/11 09:12."), "warn")
        elif not why.enough:
            self.side.say(lambda: translate("history", "Say why: the reason is recorded."), "warn")
            why.field.setFocus()
        else:
            self.side.list_found(())
            self.side.say(lambda: translate("history", "Asking…"))
            self.side.ask_button.setEnabled(False)
            said, radius_m = Why(report_id=why.report_id, reason=why.reason), self.side.radius_m
            self._parts.background.ask(
                self,
                lambda: self._named(self._parts.tracks.near(*place, radius_m, *span, said)),
                self._show, self._fail, topic="near",
            )  # fmt: skip

    def _named(self, found: tuple[Passing, ...]) -> Found:
        book = self._parts.book
        return tuple((each, track_name(book.unit(each.unit_id), each.unit_id)) for each in found)

    def _show(self, found: Found) -> None:
        self.side.ask_button.setEnabled(True)
        self.side.list_found(found)
        if found:
            self.side.say(lambda: translate("history", "Units that were there: {n}").format(n=len(found)))
        else:
            self.side.say(
                lambda: translate("history", "Nobody of ours was seen there in that time."), "warn"
            )

    def _fail(self, fault: Fault) -> None:
        self.side.ask_button.setEnabled(True)
        self.side.say(lambda: looking_fault_words(fault), "bad")

    def _take(self, event: PageEvent) -> None:
        if event.id == _LAYER and self.side.pick.isChecked():
            self.point(event.lat, event.lon)

    def _pick(self, on: bool) -> None:
        if on:
            self._parts.pane.take_hand(_LAYER)
        self._draw()

    def _yield(self, name: str) -> None:
        if name != _LAYER:
            self.side.pick.setChecked(False)

    def _draw(self) -> None:
        """Circle and hand on the map while the panel is open, nothing else."""
        view = self._parts.pane.view
        if self._parts.pane.side is not self.side:
            view.show_layer(_LAYER, None)
            return
        lat, lon = self._place or (None, None)
        payload = {"picking": self.side.pick.isChecked(), "lat": lat, "lon": lon, "radius_m": self.side.radius_m}
        view.show_layer(_LAYER, payload)

    def _side_changed(self, widget: QWidget | None) -> None:
        self.button.setChecked(widget is self.side)
        if widget is not self.side:
            self.side.pick.setChecked(False)
        self._draw()

    def _read_case(self) -> None:
        if self._parts.pane.side is not self.side:
            return
        report_id, book = self._parts.selection.report_id, self._parts.book
        self._parts.background.ask(
            self, lambda: view.report if report_id and (view := book.case(report_id)) else None, self._take_case,
            topic="case",
        )  # fmt: skip

    def _take_case(self, report: Report | None) -> None:
        """A case's place and time are what is usually asked about."""
        self._case = report
        self.side.why.stand_for(report.id if report else "", report.number if report else "")
        if report is not None:
            self.side.span.put(*case_span(report, self._parts.now()))
        elif self.side.span.read() is None:
            self.side.span.last(1)
        place = report.place if report is not None else None
        if report is not None and place is not None and place.lat is not None and place.lon is not None:
            self._place = (place.lat, place.lon)
            self.side.place.say(partial(_place_words, place.lat, place.lon, one_line(report.number)))
        elif self._place is None:
            self.side.place.say(lambda: translate("history", "No place is chosen yet."))
        self._draw()


def _place_words(lat: float, lon: float, number: str) -> str:
    where = f"{lat:.5f}, {lon:.5f}"
    return translate("history", "place of {number} ({where})").format(number=number, where=where) if number else where
