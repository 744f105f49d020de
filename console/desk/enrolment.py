"""What a center is set up with, in one hand: units, people, sources, roster, areas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.desk.administration import Administration
from console.desk.agencies import AgencyRoll, AgencySource
from console.desk.enrolled_units import AreaNames, EnrolledUnits, UnitSource
from console.desk.people import PeopleRoll
from console.desk.phone_pages import PhonePages, SettingSource
from console.desk.police_areas import PoliceAreaSource, PoliceAreaTable
from console.desk.program_keys import ProgramKeys
from console.desk.roster import RosterBook, RosterSource
from console.desk.sms_gateway import SmsDesk
from console.desk.sources import SourceRoll
from console.desk.traccar_server import TraccarDesk
from console.desk.track_keeping import KeepingSource, TrackKeeping
from console.desk.workstations import Workstations


class EnrolmentSource(
    UnitSource, SettingSource, RosterSource, PoliceAreaSource, AgencySource, KeepingSource, Protocol
):
    """The store, by shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """The pages' questions; every one of them blocks: in the background."""

    units: EnrolledUnits
    people: PeopleRoll
    workstations: Workstations
    sources: SourceRoll
    agencies: AgencyRoll
    roster: RosterBook
    police_areas: PoliceAreaTable
    tracks: TrackKeeping
    traccar: TraccarDesk
    sms: SmsDesk
    keys: ProgramKeys


def enrolment(
    administration: Administration,
    source: EnrolmentSource,
    now: Callable[[], datetime],
    server_address: str,
    areas: AreaNames | None,
) -> Enrolment:
    """Everything of it, asked of one server and read from one store."""
    pages = PhonePages(administration, source, server_address)
    return Enrolment(
        units=EnrolledUnits(administration, source, pages, areas),
        people=PeopleRoll(administration),
        workstations=Workstations(administration),
        sources=SourceRoll(administration),
        agencies=AgencyRoll(administration, source),
        roster=RosterBook(administration, source, now, pages),
        police_areas=PoliceAreaTable(administration, source),
        tracks=TrackKeeping(administration, source),
        traccar=TraccarDesk(administration),
        sms=SmsDesk(administration),
        keys=ProgramKeys(administration),
    )
