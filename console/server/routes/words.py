"""The site's word rules: as they are, and an administrator's in their place."""

from __future__ import annotations

from console.contract.audit import named
from console.domain.triage import WordRules, fault_in
from console.server.audit import note
from console.server.credentials import Who
from console.server.door import Call, Route
from console.server.edits import check_unchanged, differing, note_edit
from console.server.refusals import wrong

_MAX_BYTES = 2 * 1024 * 1024


def _give(call: Call) -> WordRules:
    """The word rules in force, to edit and send back."""
    return call.parts.words.rules


def _set(call: Call) -> WordRules:
    """Other word rules from now on; reports that came before keep what was suggested of them."""
    rules = call.decoded(WordRules)
    found = fault_in(rules)
    if found is not None:
        raise wrong(*found)
    with call.parts.database.write() as tx:
        known = call.parts.words.rules
        check_unchanged(call, known.revision)
        rules = call.parts.words.edit(tx, rules, call.parts.now())
        changed = [each.words[0] for each in differing(known.entries, rules.entries)]
        changed += differing((*known.negations, *known.calming), (*rules.negations, *rules.calming))
        note_edit(tx, "words", rules.revision, call.parts.now(), call.caller.actor, changed)
        note(tx, call.parts.now(), "admin", what="words.set", by=call.caller.actor, subject=named("words", rules.id))
    return rules


ROUTES = (
    Route(method="GET", path="/v1/admin/words", who=Who.ADMINISTRATOR, answer=_give, gives=WordRules),
    Route(
        method="PUT", path="/v1/admin/words", who=Who.ADMINISTRATOR, answer=_set, takes=WordRules, gives=WordRules,
        max_bytes=_MAX_BYTES, query=("revision",),
    ),
)  # fmt: skip
