"""What an administrator sets about people on duty and whose police area is whose."""

from __future__ import annotations

from console.contract.admin import Done
from console.domain.police_area import PoliceAreas, wrong_areas
from console.domain.roster import Roster, wrong_roster
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.posts import keep_areas, keep_roster, roster_of
from console.server.refusals import wrong

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
    return keep_roster(call.parts, roster, call.caller.actor)


def _set_areas(call: Call) -> Done:
    """Whose police area each kelurahan is, from now on."""
    table = call.decoded(PoliceAreas)
    said = wrong_areas(table)
    if said:
        field, _, why = said.partition(": ")
        raise wrong(field, why)
    keep_areas(call.parts, table, call.caller.actor)
    return Done(count=sum(len(post.areas) for post in table.posts))


ROUTES = (
    Route(method="GET", path="/v1/admin/roster", who=Who.ADMINISTRATOR, answer=_roster, gives=Roster),
    Route(
        method="PUT", path="/v1/admin/roster", who=Who.ADMINISTRATOR, answer=_set_roster, takes=Roster, gives=Roster,
        max_bytes=2 * 1024 * 1024,
    ),
    Route(
        method="POST", path="/v1/admin/police-areas", who=Who.ADMINISTRATOR, answer=_set_areas, takes=PoliceAreas,
        gives=Done, status=200, max_bytes=8 * 1024 * 1024,
    ),
)  # fmt: skip
