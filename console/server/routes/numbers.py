"""A desk asks for report numbers of its own, before it needs them."""

from __future__ import annotations

from console.contract.numbers import NumbersGiven, NumbersWanted
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.refusals import wrong

_MOST_SERIES = 64


def _give(call: Call) -> NumbersGiven:
    """Blocks of whatever runs low at this desk."""
    wanted = call.decoded(NumbersWanted)
    if len(wanted.have) > _MOST_SERIES or any(left < 0 for left in wanted.have.values()):
        raise wrong("have", f"at most {_MOST_SERIES} series, none with less than 0 numbers")
    return NumbersGiven(blocks=call.parts.numbers.give(call.caller.desk_id, wanted.have))


ROUTES = (
    Route(method="POST", path="/v1/numbers", who=Who.DESK, answer=_give, takes=NumbersWanted, gives=NumbersGiven),
)
