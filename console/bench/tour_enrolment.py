"""The tour's setting up of a center: units, a QR code, people, roster, sources, areas."""

from __future__ import annotations

from console.bench.tour_pictures import Pictures
from console.drill.hand import DrillFailed
from console.ui.administration.administration_window import AdministrationWindow
from console.ui.administration.agencies_page import AgenciesPage
from console.ui.administration.kept_files_page import KeptFilesPage
from console.ui.administration.keys_page import KeysPage
from console.ui.administration.line_page import LinePage
from console.ui.administration.page import Page
from console.ui.administration.people_page import PeoplePage
from console.ui.administration.police_areas_page import PoliceAreasPage
from console.ui.administration.roster_page import RosterPage
from console.ui.administration.sms_page import SmsPage
from console.ui.administration.sources_page import SourcesPage
from console.ui.administration.tile_server_page import TileServerPage
from console.ui.administration.traccar_page import TraccarPage
from console.ui.administration.tracks_page import TracksPage
from console.ui.administration.units_page import UnitsPage
from console.ui.administration.workstations_page import WorkstationsPage

_PHONES = "https://sigap.example"


class EnrolmentScenes(Pictures):
    """After the lists, with the administrator still at the console."""

    def play(self) -> None:
        """Look at each page with something on it."""
        work = self.hand.work
        work.open_administration("units")
        window = work.administration
        if window is None:
            raise DrillFailed("the administration window did not open")
        self._units(window)
        self._people(window)
        self._workstations(window)
        self._roster(window)
        self._lines(window)
        others = ("sources", "keys", "agencies", "police_areas", "sms", "tracks", "traccar", "tiles", "kept_files")
        for page_id in others:
            self._plain(window, page_id)

    def _units(self, window: AdministrationWindow) -> None:
        page = self._open(window, "units")
        if not isinstance(page, UnitsPage):
            raise DrillFailed("the units' page is another one")
        page.table.pick(page.table.lines.rows[0].id)
        self.look_at("enrolment-unit", lambda: window)
        page.form.page_button.click()
        page.page.address.line.setText(_PHONES)
        page.page.make_button.click()
        self.hand.wait("the QR code stands", lambda: page.page.code, 30)
        self.look_at("enrolment-qr", lambda: window)
        page.show_thing(page.table.current_id)

    def _people(self, window: AdministrationWindow) -> None:
        page = self._open(window, "people")
        if not isinstance(page, PeoplePage):
            raise DrillFailed("the people's page is another one")
        page.begin_new()
        page.name.line.setText("Bripda Rekaan")
        page.login.line.setText("rekaan")
        self.look_at("enrolment-person", lambda: window)
        if page.form.save_button is not None:
            page.form.save_button.click()
        self.hand.wait("the first passphrase is shown", lambda: page.secret.holds, 30)
        self.look_at("enrolment-passphrase", lambda: window)
        page.secret.close_button.click()

    def _workstations(self, window: AdministrationWindow) -> None:
        page = self._open(window, "workstations")
        if not isinstance(page, WorkstationsPage):
            raise DrillFailed("the workstations' page is another one")
        page.begin_new()
        if page.form.save_button is not None:
            page.form.save_button.click()
        self.hand.wait("the enrolment code is shown", lambda: page.secret.holds, 30)
        self.look_at("enrolment-workstations", lambda: window)
        page.secret.close_button.click()

    def _roster(self, window: AdministrationWindow) -> None:
        window.open(self.hand.work.window.size(), "roster")
        page = window.page
        if not isinstance(page, RosterPage):
            raise DrillFailed("the roster's page is another one")
        self.hand.wait("the week of the roster", lambda: page.model.rows, 30)
        page.table.setCurrentIndex(page.model.index(0, 1))
        self.look_at("enrolment-roster", lambda: window)

    def _lines(self, window: AdministrationWindow) -> None:
        """A line of the exchange, bound to this workstation."""
        window.open(self.hand.work.window.size(), "lines")
        page = window.page
        if not isinstance(page, LinePage):
            raise DrillFailed("the lines' page is another one")
        self.hand.wait("the lines and the workstations", lambda: page.thing is not None and page.desks, 30)
        page.add()
        form = page.editor.form
        form.load({"line": "7", "source_kind": "call_110", "name": "Hotel", "desks": tuple(page.desks)[:1]})
        form.edited.emit()
        page.save()
        self.hand.wait("the line is saved", lambda: page.model.rows, 30)
        self.look_at("administration-lines", lambda: window)

    def _plain(self, window: AdministrationWindow, page_id: str) -> None:
        page = self._open(window, page_id)
        rolls = SourcesPage | KeysPage | AgenciesPage | PoliceAreasPage | TracksPage
        if isinstance(page, rolls) and page.table.lines.rows:
            page.table.pick(page.table.lines.rows[0].id)
        self.look_at(f"enrolment-{page_id}", lambda: window)

    def _open(self, window: AdministrationWindow, page_id: str) -> Page:
        """That page, once what it asked for has come."""
        window.open(self.hand.work.window.size(), page_id)
        return self.hand.wait(f"the page of {page_id}", lambda: self._answered(window), 30)

    def _answered(self, window: AdministrationWindow) -> Page | None:
        page = window.page
        if isinstance(page, TraccarPage):
            return page if page.state is not None else None
        if isinstance(page, TileServerPage):
            return page if page.facts is not None else None
        if isinstance(page, SmsPage):
            return page if page.gateway is not None else None
        known = (
            UnitsPage | PeoplePage | WorkstationsPage | SourcesPage | AgenciesPage | PoliceAreasPage | TracksPage
            | KeptFilesPage | KeysPage
        )  # fmt: skip
        return page if isinstance(page, known) and page.answer is not None else None
