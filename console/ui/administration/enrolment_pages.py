"""The pages that set a center up: units, people, workstations, roster, sources."""

from __future__ import annotations

from console.ui.administration.agencies_page import AgenciesPage
from console.ui.administration.keys_page import KeysPage
from console.ui.administration.page import PageEntry
from console.ui.administration.people_page import PeoplePage
from console.ui.administration.police_areas_page import PoliceAreasPage
from console.ui.administration.roster_page import RosterPage
from console.ui.administration.sources_page import SourcesPage
from console.ui.administration.units_page import UnitsPage
from console.ui.administration.workstations_page import WorkstationsPage
from console.ui.texts.language import translate


def _people() -> str:
    return translate("enrolment", "People and units")


def _outside() -> str:
    return translate("enrolment", "Sources and agencies")


ENROLMENT_PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        id="units", group=_people, title=lambda: translate("enrolment", "Units and officers"), icon="unit",
        make=UnitsPage,
    ),
    PageEntry(
        id="people", group=_people, title=lambda: translate("enrolment", "People"), icon="person", make=PeoplePage
    ),
    PageEntry(
        id="workstations", group=_people, title=lambda: translate("enrolment", "Workstations"), icon="screens",
        make=WorkstationsPage,
    ),
    PageEntry(
        id="roster", group=_people, title=lambda: translate("enrolment", "Roster"), icon="clock", make=RosterPage
    ),
    PageEntry(
        id="sources", group=_outside, title=lambda: translate("enrolment", "Sources"), icon="partner", make=SourcesPage
    ),
    PageEntry(
        id="keys", group=_outside, title=lambda: translate("enrolment", "Programs' keys"), icon="lock", make=KeysPage
    ),
    PageEntry(
        id="agencies", group=_outside, title=lambda: translate("enrolment", "Agencies"), icon="agency",
        make=AgenciesPage,
    ),
    PageEntry(
        id="police_areas", group=_outside, title=lambda: translate("enrolment", "Police areas"), icon="place",
        make=PoliceAreasPage,
    ),
)  # fmt: skip
"""Each is made when it is first chosen."""
