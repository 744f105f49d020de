"""What an administrator sets about people on duty, police areas and phone lines."""

from __future__ import annotations

from console.contract.admin import Done
from console.contract.enrolled import PhonePage
from console.contract.fleet import PhoneLink
from console.domain.phone_lines import PhoneLines, wrong_lines
from console.domain.police_area import PoliceAreas, wrong_areas
from console.domain.roster import Roster, wrong_roster
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.duty_links import duty_pages, make_duty_link, take_duty_back
from console.server.edits import check_unchanged
from console.server.posts import keep_areas, keep_lines, keep_roster, lines_of, roster_of
from console.server.refusals import wrong

Pages = tuple[PhonePage, ...]
MOST_DUTIES = 2_000
"""Lines of a roster: two months of six rungs in three shifts."""


def _roster(call: Call) -> Roster:
    """The roster in force."""
    with call.parts.database.read() as connection:
        return roster_of(connection)


def _set_roster(call: Call) -> Roster:
    """Who is on duty on which rung, from now on."""
    roster = call.decoded(Roster)
    said = f"duties: at most {MOST_DUTIES}" if len(roster.duties) > MOST_DUTIES else wrong_roster(roster)
    if said:
        field, _, why = said.partition(": ")
        raise wrong(field, why)
    return keep_roster(
        call.parts, roster, call.caller.actor, check=lambda revision: check_unchanged(call, revision)
    )


def _set_areas(call: Call) -> Done:
    """Whose police area each kelurahan is, from now on."""
    table = call.decoded(PoliceAreas)
    said = wrong_areas(table)
    if said:
        field, _, why = said.partition(": ")
        raise wrong(field, why)
    keep_areas(call.parts, table, call.caller.actor)
    return Done(count=sum(len(post.areas) for post in table.posts))


def _lines(call: Call) -> PhoneLines:
    """Which desks each phone line rings at."""
    with call.parts.database.read() as connection:
        return lines_of(connection)


def _set_lines(call: Call) -> PhoneLines:
    """Which desks each phone line rings at, from now on."""
    lines = call.decoded(PhoneLines)
    fault = wrong_lines(lines, call.parts.accounts.desk_ids())
    if fault is not None:
        raise wrong(*fault)
    return keep_lines(call.parts, lines, call.caller.actor, check=lambda revision: check_unchanged(call, revision))


def _duty_link(call: Call) -> PhoneLink:
    """A duty officer's phone page, its address shown once, as a QR code too when `base` says how phones come here."""
    return make_duty_link(call.parts, call.path["officer_id"], call.caller.actor, call.query.get("base", ""))


def _duty_pages(call: Call) -> Pages:
    """Duty officers' pages that work, and since when they are on a phone; never their links."""
    with call.parts.database.read() as connection:
        return duty_pages(connection)


def _end_duty_page(call: Call) -> Done:
    """The duty officer's page works no more: a phone was lost."""
    take_duty_back(call.parts, call.path["officer_id"], call.caller.actor)
    return Done(count=1)


ROUTES = (
    Route(method="GET", path="/v1/admin/roster", who=Who.ADMINISTRATOR, answer=_roster, gives=Roster),
    Route(
        method="PUT", path="/v1/admin/roster", who=Who.ADMINISTRATOR, answer=_set_roster, takes=Roster, gives=Roster,
        query=("revision",), max_bytes=2 * 1024 * 1024,
    ),
    Route(
        method="POST", path="/v1/admin/police-areas", who=Who.ADMINISTRATOR, answer=_set_areas, takes=PoliceAreas,
        gives=Done, status=200, max_bytes=8 * 1024 * 1024,
    ),
    Route(method="GET", path="/v1/admin/lines", who=Who.ADMINISTRATOR, answer=_lines, gives=PhoneLines),
    Route(
        method="PUT", path="/v1/admin/lines", who=Who.ADMINISTRATOR, answer=_set_lines, takes=PhoneLines,
        gives=PhoneLines, query=("revision",), max_bytes=1024 * 1024,
    ),
    Route(
        method="POST", path="/v1/admin/duty-officers/{officer_id:str}/link", who=Who.ADMINISTRATOR,
        answer=_duty_link, gives=PhoneLink, status=201, query=("base",),
    ),
    Route(
        method="POST", path="/v1/admin/duty-officers/{officer_id:str}/link/revoke", who=Who.ADMINISTRATOR,
        answer=_end_duty_page, gives=Done, status=200,
    ),
    Route(method="GET", path="/v1/admin/duty-pages", who=Who.ADMINISTRATOR, answer=_duty_pages, gives=Pages),
)  # fmt: skip
