"""The eight decisions of the bar: key, icon and words of each, always in the same place."""

from __future__ import annotations

from dataclasses import dataclass

from console.ui.texts.language import translate


@dataclass(frozen=True, slots=True)
class Verb:
    """A key of the decision bar; `op` is the act the judge is asked about."""

    id: str
    key: str
    op: str


CLAIM = Verb("claim", "A", "report.claim")
CONTACT = Verb("contact", "H", "report.ask")
DISPATCH = Verb("dispatch", "K", "report.dispatch")
FORWARD = Verb("forward", "T", "report.forward")
MERGE = Verb("merge", "G", "report.merge")
ASK_NEARBY = Verb("ask_nearby", "S", "report.ask_nearby")
JUNK = Verb("junk", "X", "report.junk")
CLOSE = Verb("close", "E", "report.close")

BAR = (CLAIM, CONTACT, DISPATCH, FORWARD, MERGE, ASK_NEARBY, JUNK, CLOSE)
"""In the order of the bar (screens.md)."""

NOTE = Verb("note", "N", "report.note")
APPROVE = Verb("approve", "Y", "report.approve")
RETURN = Verb("return", "R", "report.return")
REOPEN = Verb("reopen", "B", "report.reopen")

REVIEW_BAR = (APPROVE, RETURN, REOPEN)
"""What a supervisor decides on an ended case, in the same place as the bar of an open one."""

BY_KEY: dict[str, Verb] = {verb.key: verb for verb in (*BAR, NOTE, *REVIEW_BAR)}
"""Verb by its letter."""


def verb_words(verb: Verb) -> str:
    """The word on the key."""
    words = {
        "claim": translate("case", "Claim"),
        "contact": translate("case", "Contact"),
        "dispatch": translate("case", "Dispatch"),
        "forward": translate("case", "Forward"),
        "merge": translate("case", "Merge"),
        "ask_nearby": translate("case", "Ask"),
        "junk": translate("case", "Junk"),
        "close": translate("case", "Close"),
        "note": translate("case", "Note"),
        "approve": translate("case", "Approve"),
        "return": translate("case", "Return"),
        "reopen": translate("case", "Reopen"),
    }
    return words[verb.id]


def verb_hint(verb: Verb) -> str:
    """What the key does, for its tooltip."""
    words = {
        "claim": translate("case", "Take this case"),
        "contact": translate("case", "Ask the reporter through the channel he used"),
        "dispatch": translate("case", "Send the ticked units · Shift+K searches all units"),
        "forward": translate("case", "Pass work to an agency"),
        "merge": translate("case", "Merge with another case"),
        "ask_nearby": translate("case", "Ask partners nearby to confirm"),
        "junk": translate("case", "Dispose of it as a prank · Shift+X chooses another kind"),
        "close": translate("case", "End the case with an outcome"),
        "note": translate("case", "A note for colleagues"),
        "approve": translate("case", "Find it well handled"),
        "return": translate("case", "Give it back to the operator with a note"),
        "reopen": translate("case", "Put it back into the queue"),
    }
    return words[verb.id]

