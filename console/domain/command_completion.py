"""How an unfinished line of the command bar may go on."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.command import (
    Named,
    Names,
    bare,
    begins,
    begins_within,
    is_number,
    slots_said,
    verb_length,
    verb_of,
)
from console.domain.command_grammar import VERBS, Slot

MOST = 7
"""Most ways offered at once."""

MOST_VERBS = 14
"""Most verbs offered at once: nearly all there are, for whoever asks what can be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """A line that may be meant; `slot` is what its last word is (None: the verb), `detail` tells it apart."""

    line: str
    slot: Slot | None
    detail: str = ""
    verb: str = ""
    op: str = ""


def complete(line: str, names: Names, language: str) -> tuple[Completion, ...]:
    """At most MOST ways to go on, in the order of the verb's slots; words already finished stay as typed.

    Of an unfinished verb every one that begins so, of an empty line every verb: who asks chooses among them.
    """
    verb = verb_of(line)
    if verb is None or (not line.endswith(" ") and len(line.split()) == verb_length(line, verb)):
        return _verbs(" ".join(line.split()), language)
    words = line.split()
    unfinished = "" if line.endswith(" ") else words[-1]
    kept = " ".join(words if not unfinished else words[:-1])
    found: list[Completion] = []
    said = slots_said(kept, names)
    # One unit more may always follow, but what is still missing comes first.
    for slot in sorted((slot for slot in verb.takes if slot not in said or slot is Slot.UNIT), key=said.__contains__):
        for thing in _candidates(slot, unfinished, names):
            found.append(Completion(line=f"{kept} {thing.names[0]}", slot=slot, detail=thing.detail))
    return tuple(found[:MOST])


def _verbs(begun: str, language: str) -> tuple[Completion, ...]:
    wanted = begun.casefold()
    found = []
    for verb in VERBS:
        own = verb.english if language == "en" else verb.indonesian
        word = next((word for word in (*own, *verb.words) if word.startswith(wanted)), "")
        if word:
            found.append(Completion(line=word, slot=None, verb=verb.id, op=verb.op))
    return tuple(found)


def _candidates(slot: Slot, unfinished: str, names: Names) -> list[Named]:
    if slot is Slot.CASE:
        return list(names.cases(unfinished)) if unfinished and is_number(unfinished) else []
    if slot is Slot.PRIORITY:
        begun = bare(unfinished).removeprefix("p")
        return [Named(id=each, names=(each,)) for each in "1234" if each.startswith(begun)]
    wanted = bare(unfinished)
    things = names.of(slot)
    begun_so = [thing for thing in things if begins(thing, wanted)]
    within = [thing for thing in things if wanted and begins_within(thing, wanted)]
    return list({thing.id: thing for thing in (*begun_so, *within)}.values())[:MOST]
