"""How a case may end at this center: the list as it is, and another in its place."""

from __future__ import annotations

from dataclasses import replace

from console.contract.audit import named
from console.domain.outcome import CAN_STRIKE, SHIPPED, CloseOutcome, Need, OutcomeList
from console.domain.strike_rules import fault_in_strike_rules
from console.server.audit import note
from console.server.casefile import load
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, differing, note_edit
from console.server.refusals import wrong

MOST = 30
"""Outcomes a closing strip can offer."""
_CHARACTERS = 60


def _give(call: Call) -> OutcomeList:
    """The outcomes in force, retired ones too."""
    with call.parts.database.read() as connection:
        return load(connection, OutcomeList, SHIPPED.id) or SHIPPED


def _set(call: Call) -> OutcomeList:
    """The outcomes and the terms of strikes from now on.

    An outcome that is left out is retired: not offered, but what was decided offline stands.
    """
    wanted = call.decoded(OutcomeList)
    found = fault_in_strike_rules(wanted.strike_rules)
    if found is not None:
        raise wrong(f"strike_rules.{found[0]}", found[1])
    _check(wanted.outcomes)
    with call.parts.database.write() as tx:
        known = load(tx, OutcomeList, SHIPPED.id) or SHIPPED
        check_unchanged(call, known.revision)
        kept = {each.id for each in wanted.outcomes}
        retired = (replace(each, retired=True) for each in known.outcomes if each.id not in kept)
        outcomes = replace(
            known, revision=known.revision + 1, outcomes=(*wanted.outcomes, *retired), strike_rules=wanted.strike_rules
        )
        call.parts.casefile.put(tx, outcomes, call.parts.now())
        changed = [each.id for each in differing(known.outcomes, outcomes.outcomes)]
        changed += ["strikes"] if known.strike_rules != outcomes.strike_rules else []
        note_edit(tx, "outcomes", outcomes.revision, call.parts.now(), call.caller.actor, changed)
        note(tx, call.parts.now(), "admin", what="outcomes.set", by=call.caller.actor,
             subject=named("outcomes", outcomes.id))  # fmt: skip
    return outcomes


def _check(outcomes: tuple[CloseOutcome, ...]) -> None:
    """Turn a list away that desks could not close with.

    Raises:
        RequestRefused: 422 naming the field.
    """
    if not any(not each.retired for each in outcomes) or len(outcomes) > MOST:
        raise wrong("outcomes", f"1 to {MOST}, at least one of them offered")
    seen: set[str] = set()
    for place, each in enumerate(outcomes):
        at = f"outcomes[{place}]"
        if not 0 < len(each.id) <= _CHARACTERS or each.id in seen:
            raise wrong(f"{at}.id", f"1 to {_CHARACTERS} characters, each once")
        seen.add(each.id)
        shipped = SHIPPED.outcome(each.id)
        if len(each.words) > _CHARACTERS or (shipped is None and not each.words.strip()):
            raise wrong(f"{at}.words", f"the center's own name, at most {_CHARACTERS} characters")
        if each.strikes and each.id not in CAN_STRIKE:
            raise wrong(f"{at}.strikes", f"only {', '.join(CAN_STRIKE)} may count against a reporter")
        if shipped is not None and each.needs is not shipped.needs:
            raise wrong(f"{at}.needs", f"'{shipped.needs}' for {each.id}: it cannot be waived or added")
        if each.needs is Need.WHOM and not each.to:
            raise wrong(f"{at}.to", "whom it may be referred to")
        if any(not 0 < len(whom.strip()) <= _CHARACTERS for whom in each.to) or len(each.to) > MOST:
            raise wrong(f"{at}.to", f"names of 1 to {_CHARACTERS} characters, at most {MOST}")


ROUTES = (
    Route(method="GET", path="/v1/admin/outcomes", who=Who.ADMINISTRATOR, answer=_give, gives=OutcomeList),
    Route(
        method="PUT", path="/v1/admin/outcomes", who=Who.ADMINISTRATOR, answer=_set, takes=OutcomeList,
        gives=OutcomeList, max_bytes=256 * 1024, query=("revision",),
    ),
)  # fmt: skip
