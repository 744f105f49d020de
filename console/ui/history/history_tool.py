"""Past positions on the map: a panel that asks, tracks that are drawn, a replay below.

Why so long: one object knows whose tracks are wanted, which are shown, and what may be exported of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.desk.gpx_reader import FileTracks
from console.desk.track_files import TrackFormat
from console.desk.track_sheet import TrackLine, TrackSheet
from console.desk.tracks import Why
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.milestones import Reached, case_span, milestones
from console.domain.report import Report
from console.domain.track import Track
from console.domain.unit import Unit
from console.ui.background import Background
from console.ui.history.colours import FILE_INK, ink_of
from console.ui.history.file_acts import FileActs
from console.ui.history.history_parts import HistoryParts
from console.ui.history.history_side import HistorySide, ListedTrack
from console.ui.history.replay import Replay
from console.ui.history.track_layer import ShownTrack, file_track
from console.ui.history.words import day_time, file_words, fixes_words, looking_fault_words, track_name
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

MOST_UNITS = 20
"""So many tracks can still be told apart on one map; the server gives up to 50."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked of the server, so that an export asks the same."""

    units: tuple[Unit, ...]
    since: datetime
    until: datetime
    report_id: str
    number: str
    reason: str


class HistoryTool(QObject):
    """`show_units` and `show_near_units` come from elsewhere (board, case, radius); everything else from the panel."""

    def __init__(self, parts: HistoryParts) -> None:
        super().__init__(parts.pane)
        self._parts = parts
        self._background: Background = parts.background
        self._units: dict[str, Unit] = {}
        self._files: list[tuple[str, FileTracks]] = []
        self._tracks: dict[str, Track] = {}
        self._case: Report | None = None
        self._told: Report | None = None
        self._asked: _Asked | None = None
        self.side = HistorySide(parts.book, parts.background, parts.now, parts.zone)
        self.replay = Replay(parts.pane, parts.officers, parts.zone, parts.stale_after_s)
        self.files = FileActs(parts.background, self.side.say, self.side.flaws.say, self.side)
        self.button = parts.pane.bar.add_tool(
            lambda: translate("history", "History"),
            lambda: translate("history", "Where units were: tracks, replay, files"), self.toggle, checkable=True,
        )  # fmt: skip
        parts.pane.side_changed.connect(self._side_changed)
        parts.pane.dismissed.connect(self._dismissed)
        parts.selection.changed.connect(lambda _id: self._read_case())
        parts.relay.changed.connect(self._take_changes)
        self.side.adder.added.connect(lambda unit: self.add_units((unit,)))
        self.side.case_units_wanted.connect(self._add_case_units)
        self.side.show_wanted.connect(self.ask)
        self.side.export_wanted.connect(self._export)
        self.side.import_wanted.connect(lambda: self.files.ask_import(self.take_file))
        self.replay.closed.connect(self.clear)
        self._list()

    def toggle(self) -> None:
        """Open the panel beside the map, or put it aside; what is drawn stays until panel or replay is closed."""
        if self._parts.pane.side is self.side:
            self._parts.pane.close_side()
        else:
            self.open()

    def open(self) -> None:
        """The panel, with the selected case's time filled in."""
        if self._parts.pane.side is not self.side:
            self._parts.pane.open_side(self.side, draws=True)
            self._read_case()

    def show_units(self, unit_ids: Iterable[str]) -> None:
        """Open the panel with these units, as a menu or a selection elsewhere asks for."""
        wanted = tuple(unit_ids)
        self.open()
        books = self._parts.book
        self._background.ask(self, lambda: tuple(books.unit(each) for each in wanted), self._add_found)

    def add_units(self, units: Iterable[Unit]) -> None:
        """Put units into the list; they are drawn once the server was asked."""
        for unit in units:
            if len(self._units) < MOST_UNITS:
                self._units.setdefault(unit.id, unit)
            elif unit.id not in self._units:
                self.side.say(
                    lambda: translate("history", "At most {n} units at once.").format(n=MOST_UNITS), "warn"
                )
        self._list()

    def ask(self) -> None:
        """Ask the server for the tracks of the listed units; it records who asked and why."""
        span, why = self.side.span.read(), self.side.why
        if not self._units:
            self.side.say(lambda: translate("history", "Choose a unit first."), "warn")
        elif span is None:
            self.side.say(lambda: translate("history", "Two past times, the earlier one first: 22/11 09:12."), "warn")
        elif not why.enough:
            self.side.say(lambda: translate("history", "Say why: the reason is recorded."), "warn")
            why.field.setFocus()
        else:
            number = self._case.number if self._case else ""
            asked = _Asked(
                units=tuple(self._units.values()), since=span[0], until=span[1], report_id=why.report_id,
                number=number if why.report_id else "", reason=why.reason,
            )  # fmt: skip
            self.side.say(lambda: translate("history", "Reading the tracks…"))
            self.side.show_button.setEnabled(False)
            self._background.ask(
                self, lambda: self._book_tracks(asked, asked.reason), partial(self._show, asked), self._fail,
                topic="tracks",
            )  # fmt: skip

    def take_file(self, name: str, found: FileTracks) -> None:
        """Show a file's tracks in grey, beside those of units."""
        self._files.append((one_line(name), found))
        self._list()
        self.redraw()

    def redraw(self) -> None:
        """Draw what is listed: inside a replay at its instant, else as a replay of what has times."""
        shown = self._shown()
        if self.replay.open:
            self.replay.redraw(shown)
            return
        times = [point.at for each in shown for point in each.track.points]
        if times and max(times) > min(times):
            self.replay.show(shown, min(times), max(times), self._moments(self._case), look=True)
        elif shown:
            self.replay.draw_only(shown)
        else:
            self.replay.clear()

    def clear(self) -> None:
        """Nothing of the past is on the map any more."""
        self._tracks, self._files, self._asked, self._told = {}, [], None, None
        self.side.allow_export(False)
        self.side.flaws.say("")
        self.side.say("")
        self._list()
        self.replay.clear()

    def stop(self) -> None:
        """No timer runs on."""
        self.replay.stop()

    def _book_tracks(self, asked: _Asked, reason: str) -> tuple[Track, ...]:
        ids = [unit.id for unit in asked.units]
        return self._parts.tracks.of(ids, asked.since, asked.until, Why(report_id=asked.report_id, reason=reason))

    def _show(self, asked: _Asked, tracks: tuple[Track, ...]) -> None:
        self.side.show_button.setEnabled(True)
        self._asked = asked
        self._tracks = {track.unit_id: track for track in tracks}
        fixes = sum(len(track.points) for track in tracks)
        self.side.allow_export(fixes > 0)
        self._list()
        if not fixes:
            self.side.say(
                lambda: translate("history", "Nothing is recorded of these units in that time."), "warn"
            )
            self.redraw()
            return
        self.side.say(lambda: translate("history", "{n} fixes are shown.").format(n=fixes))
        self.replay.show(self._shown(), asked.since, asked.until, self._moments(self._case), look=True)

    def _moments(self, case: Report | None) -> tuple[Reached, ...]:
        """What the case has reached; from now on the slider follows it."""
        self._told = case
        return milestones(case) if case is not None else ()

    def _take_changes(self, changes: Changes) -> None:
        """The replayed case may go on while its past is looked at."""
        told, book = self._told, self._parts.book
        if told is None or not self.replay.open or not (changes.everything or told.id in changes.reports):
            return
        self._background.ask(
            self, lambda: view.report if (view := book.case(told.id)) else None, self._retell, topic="told"
        )

    def _retell(self, report: Report | None) -> None:
        if report is not None and self._told is not None and report.id == self._told.id:
            self.replay.retell(self._moments(report))

    def _fail(self, fault: Fault) -> None:
        self.side.show_button.setEnabled(True)
        self.side.say(lambda: looking_fault_words(fault), "bad")

    def _shown(self) -> tuple[ShownTrack, ...]:
        units = [
            ShownTrack(name=track_name(unit, unit.id), ink=ink_of(place), track=track)
            for place, unit in enumerate(self._units.values())
            if (track := self._tracks.get(unit.id)) is not None
        ]
        files = [
            file_track(each, _file_track_name(one_line(each.name) or name), FILE_INK)
            for name, found in self._files
            for each in found.tracks
        ]
        return (*files, *units)

    def _list(self) -> None:
        listed = [
            ListedTrack(track_name(unit, unit.id), ink_of(place), self._note(unit), partial(self._drop, unit.id))
            for place, unit in enumerate(self._units.values())
        ]
        listed += [
            ListedTrack(name, FILE_INK, partial(file_words, found), partial(self._drop_file, place))
            for place, (name, found) in enumerate(self._files)
        ]
        self.side.list_tracks(listed)
        self.side.explain(bool(self._tracks or self._files))

    def _note(self, unit: Unit) -> str | partial[str]:
        track = self._tracks.get(unit.id)
        return partial(fixes_words, len(track.points)) if track is not None else one_line(unit.title)

    def _drop(self, unit_id: str) -> None:
        self._units.pop(unit_id, None)
        self._tracks.pop(unit_id, None)
        self._list()
        self.redraw()

    def _drop_file(self, place: int) -> None:
        del self._files[place]
        self.side.flaws.say("")
        self._list()
        self.redraw()

    def _read_case(self) -> None:
        """The selected case gives reason, time and units; asked in the background, only while the panel is open."""
        if self._parts.pane.side is not self.side:
            return
        report_id, book = self._parts.selection.report_id, self._parts.book
        self._background.ask(
            self, lambda: view.report if report_id and (view := book.case(report_id)) else None, self._take_case,
            topic="case",
        )  # fmt: skip

    def _take_case(self, report: Report | None) -> None:
        self._case = report
        self.side.why.stand_for(report.id if report else "", report.number if report else "")
        self.side.case_units.setVisible(bool(report and report.assignments))
        now = self._parts.now()
        if report is not None:
            self.side.span.put(*case_span(report, now))
        elif self.side.span.read() is None:
            self.side.span.last(1)

    def _add_case_units(self) -> None:
        if self._case is not None:
            self.show_units(dict.fromkeys(each.unit_id for each in self._case.assignments))

    def _add_found(self, units: tuple[Unit | None, ...]) -> None:
        self.add_units(unit for unit in units if unit is not None)

    def _export(self, form: TrackFormat) -> None:
        """An export is a look of its own: asked anew, so that the server records it; then written."""
        asked = self._asked
        if asked is None:
            return
        reason = f"export {form.value}: {asked.reason}" if asked.reason else f"export {form.value}"
        names = {unit.id: track_name(unit, unit.id) for unit in asked.units}

        def write(tracks: tuple[Track, ...]) -> None:
            lines = tuple(TrackLine(name=names[track.unit_id], track=track) for track in tracks)
            self.files.ask_export(replace(self._sheet(asked), lines=lines), form, _file_name(asked))

        self.side.say(lambda: translate("history", "Reading the tracks…"))
        self._background.ask(self, lambda: self._book_tracks(asked, reason[:200]), write, self._fail, topic="export")

    def _sheet(self, asked: _Asked) -> TrackSheet:
        now, zone = self._parts.now(), self._parts.zone()
        title = translate("history", "Positions {since} to {until}").format(
            since=day_time(asked.since, zone), until=day_time(asked.until, zone)
        )
        watermark = translate("history", "Exported by {name} on {time}. {why}").format(
            name=one_line(self._parts.person), time=now.astimezone(zone).strftime("%d/%m/%Y %H:%M"),
            why=one_line(asked.number or asked.reason),
        )  # fmt: skip
        gap_s = self._parts.stale_after_s()
        return TrackSheet(title=title, watermark=watermark, at=now, lines=(), gap_s=gap_s)

    def _dismissed(self, widget: QWidget) -> None:
        if widget is self.side:
            self.clear()

    def _side_changed(self, widget: QWidget | None) -> None:
        self.button.setChecked(widget is self.side)


def _file_track_name(name: str) -> str:
    return translate("history", "file: {name}").format(name=name)


def _file_name(asked: _Asked) -> str:
    return f"{asked.number or 'posisi'}_{asked.since:%Y%m%d-%H%M}"
