"""Words of the command bar: what Enter would do, what was not understood."""

from __future__ import annotations

from console.domain.command import Command, Misunderstood, NotUnderstood
from console.domain.command_completion import Completion
from console.domain.command_grammar import VERBS, Slot, Verb
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def command_words(command: Command, language: str) -> str:
    """What Enter would do: verb, what was named, and on which case."""
    named = [one_line(thing.names[0]) for slot in command.verb.takes if slot is not Slot.CASE
             for thing in command.said.get(slot, ())]  # fmt: skip
    said = ", ".join(named) or _unsaid(command)
    sentence = f"{command.verb.word(language).capitalize()} {said}".strip()
    if command.text:
        sentence += f": {one_line(command.text)}"
    if command.case is None:
        return sentence
    return f"{sentence} · {command.case.names[0]}"


def _unsaid(command: Command) -> str:
    """What a verb means when nothing was named: the same as its key."""
    return {
        "dispatch": translate("command", "the ticked units"),
        "junk": translate("command", "as a prank"),
    }.get(command.verb.id, "")


def case_words(command: Command) -> str:
    """Which case is meant, beside its number."""
    if command.case is None:
        return ""
    detail = one_line(command.case.detail)
    if not command.implied:
        return detail
    selected = translate("command", "selected case")
    return f"{selected} · {detail}" if detail else selected


def misunderstood_words(answer: NotUnderstood, language: str) -> str:
    """Why nothing would be done, naming the word."""
    word = one_line(answer.word)
    if answer.why is Misunderstood.NO_CASE:
        return translate("command", "No case number ends in “{word}”.").format(word=word)
    if answer.why is Misunderstood.NOTHING_SELECTED:
        return translate("command", "No case is selected: add its number.")
    if answer.why is Misunderstood.MISSING:
        slot = slot_word(answer.slot) if answer.slot else ""
        return translate("command", "Add: {what}.").format(what=slot)
    if answer.why is Misunderstood.AMBIGUOUS:
        return translate("command", "“{word}” may mean several: choose one.").format(word=word)
    return translate("command", "“{word}” is not understood here.").format(word=word)


def takes_words(verb: Verb) -> str:
    """What may follow a verb: 'unit, number of the case'."""
    return ", ".join(slot_word(slot) for slot in verb.takes)


def way_words(way: Completion) -> str:
    """What a completion is, beside its line."""
    if way.slot is None:
        verb = next((each for each in VERBS if each.id == way.verb), None)
        return takes_words(verb) if verb else ""
    return " · ".join(part for part in (slot_word(way.slot), one_line(way.detail)) if part)


def can_words(case: str) -> str:
    """Above the list of verbs: what can be done now."""
    if not case:
        return translate("command", "What can be done")
    return translate("command", "What can be done to the selected case")


def moved_words() -> str:
    """The selection changed under the hand."""
    return translate("command", "The selection has just changed: look again, then press Enter.")


def search_words(line: str) -> str:
    """Enter searches."""
    return translate("command", "Search “{words}”").format(words=one_line(line.lstrip("/").strip()))


def slot_word(slot: Slot) -> str:
    """What a slot takes."""
    return {
        Slot.PRIORITY: translate("command", "priority 1–4"),
        Slot.UNIT: translate("command", "unit"),
        Slot.AGENCY: translate("command", "agency"),
        Slot.OUTCOME: translate("command", "outcome"),
        Slot.JUNK: translate("command", "kind"),
        Slot.CATEGORY: translate("command", "category"),
        Slot.CASE: translate("command", "case number"),
        Slot.DUTY: translate("command", "duty or answer"),
        Slot.FINDING: translate("command", "finding"),
        Slot.HOUR: translate("command", "hour, as 14:30"),
        Slot.OTHER_CASE: translate("command", "other case number"),
        Slot.TEXT: translate("command", "text"),
    }[slot]
