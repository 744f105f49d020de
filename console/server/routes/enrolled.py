"""For administrators: what is enrolled here, and what ends: codes, units, officers' pages."""

from __future__ import annotations

from console.contract.admin import Done
from console.contract.enrolled import CodeOpen, DeskEnrolled, KeyMade, PersonEnrolled, PhonePage, SourceEnrolled
from console.server import enrolled
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.enrolled_units import retire_unit
from console.server.phone_pages import pages, take_back

People = tuple[PersonEnrolled, ...]
Desks = tuple[DeskEnrolled, ...]
Codes = tuple[CodeOpen, ...]
Keys = tuple[KeyMade, ...]
SourceList = tuple[SourceEnrolled, ...]
Pages = tuple[PhonePage, ...]


def _people(call: Call) -> People:
    """Everybody who may sign in, or might once."""
    return enrolled.people(call.parts)


def _desks(call: Call) -> Desks:
    """Every workstation, and when it was last heard."""
    return enrolled.desks(call.parts)


def _codes(call: Call) -> Codes:
    """Enrolment codes that still work; never the codes themselves."""
    return enrolled.codes(call.parts)


def _end_code(call: Call) -> Done:
    """The enrolment code works no more."""
    enrolled.end_code(call.parts, call.path["code_id"], call.caller.actor)
    return Done(count=1)


def _keys(call: Call) -> Keys:
    """Programs' keys that work; never the keys themselves."""
    return enrolled.keys(call.parts)


def _sources(call: Call) -> SourceList:
    """Every source with its limit, its dates and when its latest report came."""
    return enrolled.sources(call.parts)


def _pages(call: Call) -> Pages:
    """Officers' pages that work, and since when they are on a phone; never their links."""
    with call.parts.database.read() as connection:
        return pages(connection)


def _end_page(call: Call) -> Done:
    """The unit's personal page works no more: a phone was lost."""
    take_back(call.parts, call.path["unit_id"], call.caller.actor)
    return Done(count=1)


def _retire(call: Call) -> Done:
    """The unit is no more: off every list, its page and devices end; refused while an order binds it."""
    retire_unit(call.parts, call.path["unit_id"], call.caller.actor)
    return Done(count=1)


def _list(path: str, answer: object, gives: object) -> Route:
    return Route(
        method="GET", path=f"/v1/admin/{path}", who=Who.ADMINISTRATOR, answer=answer, gives=gives,  # type: ignore[arg-type]
    )  # fmt: skip


def _end(path: str, answer: object) -> Route:
    return Route(
        method="POST", path=f"/v1/admin/{path}", who=Who.ADMINISTRATOR, answer=answer, gives=Done,  # type: ignore[arg-type]
    )  # fmt: skip


ROUTES = (
    _list("users", _people, People),
    _list("desks", _desks, Desks),
    _list("enrolments", _codes, Codes),
    _list("keys", _keys, Keys),
    _list("sources", _sources, SourceList),
    _list("phone-pages", _pages, Pages),
    _end("enrolments/{code_id:str}/revoke", _end_code),
    _end("units/{unit_id:str}/link/revoke", _end_page),
    _end("units/{unit_id:str}/retire", _retire),
)
