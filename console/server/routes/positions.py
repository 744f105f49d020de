"""Positions of units: lists from a fleet's gateway in, the latest of all out."""

from __future__ import annotations

import msgspec

from console.contract.codec import decode
from console.contract.feed import PositionsNews
from console.contract.fleet import MAX_FIXES, Fix, Fixes, FixesTaken
from console.domain.errors import InputFault
from console.domain.unit import Position
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.positions import checked
from console.server.refusals import wrong


class _RawFixes(msgspec.Struct, frozen=True):
    fixes: tuple[msgspec.Raw, ...]


async def _take(call: Call) -> FixesTaken:
    """Store a list of fixes; answered after their commit, each refused one named by its place in the list."""
    raws = decode(await call.request.body(), _RawFixes).fixes
    if len(raws) > MAX_FIXES:
        raise wrong("fixes", f"at most {MAX_FIXES} in one request")
    good, refused = _read(raws, call)
    positions = call.parts.positions
    units = {position.unit_id for _, position, _ in good}
    if not positions.knows(units):
        strangers = await call.work(positions.strangers, units)
        for place, position, _ in good:
            if position.unit_id in strangers:
                refused[place] = "unit_id: not an enrolled unit"
        good = [item for item in good if item[1].unit_id not in strangers]
    on_duty = call.parts.casefile.on_duty
    kept = [item for item in good if on_duty.at(item[1].unit_id, item[1].at)]
    off_duty, good = len(good) - len(kept), kept
    if good:
        await positions.keep([(position, written) for _, position, written in good])
    return FixesTaken(stored=len(good), refused=dict(sorted(refused.items())), off_duty=off_duty)


def _read(raws: tuple[msgspec.Raw, ...], call: Call) -> tuple[list[tuple[int, Position, str]], dict[int, str]]:
    """(place, position, source time) of each usable fix, and why the others are not: none spoils its neighbours."""
    now = call.parts.now()
    good: list[tuple[int, Position, str]] = []
    refused: dict[int, str] = {}
    for place, raw in enumerate(raws):
        try:
            fix = decode(bytes(raw), Fix)
            good.append((place, checked(fix, now), fix.source_time))
        except InputFault as fault:
            refused[place] = fault.message
    return good, refused


def _latest(call: Call) -> PositionsNews:
    """The latest position of every unit."""
    return PositionsNews(positions=call.parts.positions.latest())


ROUTES = (
    Route(
        method="POST", path="/v1/positions", who=Who.FLEET, answer=_take, takes=Fixes, gives=FixesTaken,
        max_bytes=512 * 1024,
    ),
    Route(method="GET", path="/v1/positions", who=Who.PERSON, answer=_latest, gives=PositionsNews),
)  # fmt: skip
