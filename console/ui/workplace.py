"""The screens of a signed-in person: panes made from the office.

Why so long: it makes every pane and window once, and what connects two of them is a line here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from console.desk.office import Office
from console.desk.review import may_review
from console.desk.standing import may_trust
from console.domain.changes import Changes
from console.domain.person import Actor
from console.ui import theme
from console.ui.administration.administration_window import AdministrationWindow
from console.ui.administration.page import PageParts
from console.ui.alarm import SOS_EVERY_MS, Alarm
from console.ui.attachments.viewer_parts import viewer_parts
from console.ui.background import Background
from console.ui.call_taking.call_desk import CallDesk
from console.ui.case.pane import CasePane
from console.ui.case.parts import CaseParts
from console.ui.command.bar import CommandBar
from console.ui.command.running import CommandRunner
from console.ui.deciding import Deciding, Done
from console.ui.dispatch.board_window import KEY as BOARD_KEY
from console.ui.dispatch.board_window import BoardWindow
from console.ui.dispatch.officers_strip import OfficersStrip
from console.ui.dispatch.unit_acts import UnitActs
from console.ui.map.feed import MapFeed
from console.ui.map.map_pane import MapPane
from console.ui.map.map_tools import MapParts, MapTools
from console.ui.map.map_window import MapPlace
from console.ui.map.view import MapView
from console.ui.relay import Relay
from console.ui.review.review_pane import ReviewPane
from console.ui.selection import Selection
from console.ui.shift.alarm_strip import AlarmStrip
from console.ui.shift.load_list import LoadList
from console.ui.shift.watch import ShiftWatch
from console.ui.surroundings import Surroundings
from console.ui.texts.language import translate
from console.ui.texts.shifts import shift_words
from console.ui.trust.standing_acts import KEY
from console.ui.trust.trust_pane import TrustPane
from console.ui.trust.trust_window import TrustWindow
from console.ui.window import OperationsWindow
from console.ui.window_parts import WindowParts

_MAP_AFTER_MS = 100


class Workplace(QObject):
    """Window, panes and what connects them; made at sign-in, ended at sign-out."""

    def __init__(self, office: Office, around: Surroundings, actor: Actor) -> None:
        super().__init__()
        self._office, self._around, self._actor = office, around, actor
        background, site = around.background, office.city.site
        office.kept.later = lambda work: background.ask(self, work)
        self._queue_lane = Background(self, threads=1)
        self.selection = Selection(self)
        self.relay = Relay(self)
        self.deciding = Deciding(office.desk, office.queue, background, self)
        self.map = MapView(
            around.resources, office.now, source=around.outlines, note=around.outlines_note, zoom=site.zoom,
            centre=(site.lat, site.lon), theme="light" if theme.palette().name == "light" else "dark",
            stale_after_s=site.stale_after_s, waits=True,
        )  # fmt: skip
        self.map_pane = MapPane(self.map)
        self.map_place = MapPlace(self.map_pane, office.kept)
        self.case = CasePane(self._case_parts())
        self.officers = OfficersStrip(office.book, background, self.selection, office.kept)
        self.board = BoardWindow(office.book, background, self.selection, office.kept, self)
        self.units = UnitActs(self.deciding, office.book, background, office.now, self._zone, self)
        self.shift = ShiftWatch(office.shift, background, office.now, self)
        self.alarms = AlarmStrip(self.shift, self.deciding, office.now)
        self.calls = CallDesk(office.calls, self.deciding, background, office.now, self._zone, self)
        self.window = OperationsWindow(self._window_parts())
        docks = self.window.docks
        self.calls.live_in(docks.dock("call"), lambda: docks.open_beside("call", "case"))
        self._siren = Alarm(self.shift, around.siren, self, every_ms=SOS_EVERY_MS)
        self.commands = CommandBar(
            self.window.top.search, self.window, office.commands, background, self.selection,
            lambda: around.appearance.language.code,
        )  # fmt: skip
        self._runner = CommandRunner(self.case, self.deciding, self.selection, self.units, self)
        self._review: ReviewPane | None = None
        self._loads: LoadList | None = None
        self._administration: AdministrationWindow | None = None
        self.trust = TrustWindow(self._trust_pane, office.trust, background, self, counts=may_trust(actor))
        self.feed = MapFeed(self.map, office.city, office.positions, background, self.relay, self.selection)
        self.map_tools = MapTools(self._map_parts(), self)
        self._stop_changes: Callable[[], None] = lambda: None
        self.map_ready = False
        self._connect()

    def start(self) -> None:
        """Ask for everything; the window may be shown before or after."""
        self._stop_changes = self._office.subscribe(self.relay.take)
        # A new desk hears of its site while its screens are made, before they hear of changes.
        self.map.set_stale_after(self._office.city.site.stale_after_s)
        if not self.window.recalled:
            # Where no window manager maximizes, the window still fills the screen.
            self.window.setGeometry(self.window.screen().availableGeometry())
        self.window.start()
        self.map_place.recall()
        self.officers.start()
        self.trust.count()
        self.shift.start()
        self.calls.start()

    @property
    def review(self) -> ReviewPane:
        """The review's window, made when it is first wanted: most shifts at most desks never open it."""
        if self._review is None:
            self._review = ReviewPane(self._case_parts())
        return self._review

    def open_review(self) -> None:
        """The supervisor's review in a window of its own; nobody else gets it."""
        if may_review(self._actor):
            self.review.setWindowTitle(translate("window", "Sigap · review"))
            self.review.resize(self.window.size() * 0.9)
            self.review.open()
            self.review.show()
            self.review.raise_()

    def open_trust(self) -> None:
        """The supervisor's list of blocks and appeals; nobody else gets it."""
        if may_trust(self._actor):
            self.trust.open(self.window.size())

    def open_board(self) -> None:
        """The board of all units on duty, in a window of its own."""
        self.board.open(self.window)

    def open_loads(self) -> None:
        """Who holds how much, in a small window of its own, for a supervisor; nobody else gets it."""
        if may_review(self._actor):
            if self._loads is None:
                self._loads = LoadList(self._office.shift, self._around.background)
                self._loads.chosen.connect(self.selection.select)
            self._loads.open()

    def open_administration(self, page_id: str = "") -> None:
        """The center's lists, people and places, in a window of its own; whoever may not edit them reads why."""
        if self._administration is None:
            # Most consoles never open it: its pages are not imported while the queue waits to be shown.
            from console.ui.administration.pages import PAGES

            office = self._office
            around = self._around
            parts = PageParts(
                office=office, background=around.background, now=office.now, zone=self._zone, basemaps=around.basemaps
            )
            self._administration = AdministrationWindow(parts, PAGES)
        self._administration.open(self.window.size(), page_id)

    @property
    def administration(self) -> AdministrationWindow | None:
        """The administration window, None until somebody wanted it."""
        return self._administration

    def _point(self, lat: float, lon: float) -> None:
        """A click on the map answers the open question where a case is; else the call that is being typed."""
        if not self.case.acts.places.point(lat, lon):
            self.calls.pane.point(lat, lon)

    def _wear(self, theme_name: str) -> None:
        """The theme changed: the map paints by itself."""
        self.map.set_theme("light" if theme_name == "light" else "dark")

    def cover(self) -> None:
        """Hide every content at once: lock."""
        if self._review is not None:
            self._review.hide()
            self._review.cover()
        self.trust.cover()
        self.board.cover()
        if self._administration is not None:
            self._administration.cover()
        if self._loads is not None:
            self._loads.hide()
        self.case.cover()
        self.calls.cover()
        self._office.presence.look_at("")
        self._office.forget_pictures()

    def uncover(self) -> None:
        """Show the selected case again; with the tokens just given everything is tried at once."""
        self._around.background.ask(self, self._office.resolving.retry)
        chosen = self.selection.report_id
        self.selection.clear()
        self.selection.select(chosen)

    def stop(self) -> None:
        """End timers, subscriptions and the map's page; the widgets go with the windows."""
        self._around.appearance.theme_changed.disconnect(self._wear)
        self._stop_changes()
        self.feed.stop()
        self.map_tools.stop()
        self.map_place.stop()
        self.shift.stop()
        if self._loads is not None:
            self._loads.close()
            self._loads.deleteLater()
        self.calls.stop()
        self.officers.stop()
        if self._review is not None:
            self._review.stop()
            self._review.close()
            self._review.deleteLater()
        self.trust.stop()
        self.board.stop()
        if self._administration is not None:
            self._administration.stop()
            self._administration.close()
            self._administration.deleteLater()
        self.case.stop()
        self.window.stop()
        self._queue_lane.stop()
        self.relay.close()
        self._office.forget_pictures()
        self.map.close_map()
        # Only a person's closing of the window ends the console; ours ends a sign-in.
        self.window.closing.disconnect()
        self.window.close()
        self.window.deleteLater()

    def _connect(self) -> None:
        self.relay.changed.connect(self._take)
        self.relay.changed.connect(self.shift.take)
        self.alarms.chosen.connect(self.selection.select)
        self.window.watch.silenced.connect(self.shift.silence)
        self._around.appearance.theme_changed.connect(self._wear)
        self.window.letter_pressed.connect(self.case.press)
        self.case.suggested.connect(lambda units: self.feed.suggest(tuple(units)))
        self.case.unit_pointed.connect(self.map.select_unit)
        self.case.report_chosen.connect(self.selection.select)
        self.officers.unit_chosen.connect(self.map.select_unit)
        for all_units in (self.officers, self.board):
            all_units.menu_wanted.connect(self.units.open_menu)
        self.board.unit_chosen.connect(self.map.select_unit)
        self.officers.board_wanted.connect(self.open_board)
        self.officers.silent_wanted.connect(lambda: self.board.open_silent(self.window))
        self.units.target = lambda: self.case.view.report.number if self.case.view is not None else ""
        self.units.send_wanted.connect(self._send)
        self.units.case_wanted.connect(self.selection.select)
        self.units.track_wanted.connect(self.map_tools.history.show_units)
        self.units.offers_tracks = True
        self.map.unit_chosen.connect(self.map.select_unit)
        self.window.attention.acts.edit_wanted.connect(self.case.write_again)
        self.commands.meant.connect(self._runner.run)
        self.selection.changed.connect(self._office.presence.look_at)
        self.calls.filed.connect(self.selection.select)
        self.calls.pane.report_chosen.connect(self.selection.select)
        self.calls.left.connect(self.window.queue.focus_list)
        self.map.place_clicked.connect(self._point)
        QShortcut(QKeySequence("F2"), self.window, activated=self.calls.take)  # type: ignore[call-overload]
        QShortcut(QKeySequence("F7"), self.window, activated=self.open_loads)  # type: ignore[call-overload]
        QShortcut(QKeySequence(BOARD_KEY), self.window, activated=self.open_board)  # type: ignore[call-overload]
        QShortcut(QKeySequence("F4"), self.window, activated=self.open_review)  # type: ignore[call-overload]
        QShortcut(QKeySequence("Shift+F4"), self.window, activated=self.open_trust)  # type: ignore[call-overload]
        self.window.person.administers = self._office.administration.may
        self.window.person.administration_asked.connect(self.open_administration)
        if may_review(self._actor):
            self.window.status.offer_review()
        self.trust.counted.connect(self.window.status.offer_review)
        for queue_there in (self.window.queue.model.answered, self.window.queue.model.failed):
            queue_there.connect(self._begin_map)
        self.deciding.decided.connect(self.window.queue.take_done)
        self.case.after_junk.begin()
        self.case.after_junk.offered.connect(self._offer_strike)
        self.map.ready.connect(self.feed.start)
        self.map.ready.connect(self._say_map)
        self.map.failed.connect(lambda _why: self.window.status.show_map(lambda: translate("window", "Map off")))

    def _take(self, changes: Changes) -> None:
        self.case.take_changes(changes)
        self.officers.take_changes(changes)
        self.board.take(changes)
        if self._review is not None:
            self._review.take_changes(changes)
        self.trust.take(changes)
        if self._administration is not None:
            self._administration.take_changes(changes)
        if changes.site or changes.everything:
            site = self._office.city.site
            self.map.show_place(site.lat, site.lon, site.zoom)
            self.map.set_stale_after(site.stale_after_s)

    def _send(self, unit_id: str, after_current: bool) -> None:
        """A unit was chosen elsewhere for the case shown."""
        if self.case.view is not None:
            self.case.acts.sending.dispatch(self.case.view, (unit_id,), after_current=after_current)

    def _begin_map(self) -> None:
        """The queue comes first: a little after it answered, when its rows are painted."""
        for queue_there in (self.window.queue.model.answered, self.window.queue.model.failed):
            queue_there.disconnect(self._begin_map)
        QTimer.singleShot(_MAP_AFTER_MS, self.map, self.map.begin)

    def _say_map(self) -> None:
        self.map_ready = True
        self.window.status.show_map(lambda: translate("window", "Map offline"))

    def _offer_strike(self, done: Done) -> None:
        after = self.case.after_junk
        self.window.toast.offer(done, lambda: translate("trust", "Count as a strike"), KEY, after.press)

    def _trust_pane(self) -> TrustPane:
        return TrustPane(self._case_parts(), self._office.trust)

    def _zone(self) -> ZoneInfo:
        return self._office.city.zone()

    def _case_parts(self) -> CaseParts:
        office = self._office
        return CaseParts(
            book=office.book, attaching=office.attaching, sending=office.sending,
            identities=office.identities,
            evidence=office.evidence,
            viewer=viewer_parts(office, self._around.background),
            file_claims=office.file_claims,
            presence=office.presence,
            shift=office.shift,
            nearby=office.nearby,
            deciding=self.deciding,
            background=self._around.background,
            selection=self.selection,
        )

    def _map_parts(self) -> MapParts:
        return MapParts(
            pane=self.map_pane,
            place=self.map_place,
            case=self.case,
            office=self._office,
            background=self._around.background,
            selection=self.selection,
            deciding=self.deciding,
            relay=self.relay,
            zone=self._zone,
            actor=self._actor,
            tell=self.window.toast.tell,
            basemaps=self._around.basemaps,
        )

    def _window_parts(self) -> WindowParts:
        office, around = self._office, self._around
        return WindowParts(
            queue=office.queue,
            queue_lane=self._queue_lane,
            attention=office.attention,
            resolving=office.resolving,
            link=office.link,
            presence=office.presence,
            deciding=self.deciding,
            background=around.background,
            relay=self.relay,
            selection=self.selection,
            language=around.appearance.language,
            keeps=office.kept,
            now=office.now,
            zone=self._zone,
            actor=self._actor,
            sound=around.sound,
            map=self.map_place,
            case=self.case,
            officers=self.officers,
            alarms=self.alarms,
            rings=self.calls.strip,
            calls=self.calls.pane,
            shift=lambda: shift_words(office.now(), self._zone()),
        )
