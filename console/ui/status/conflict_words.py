"""Words of refused decisions: who was first, why, what was not sent, and each way out."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from console.domain.conflict import CONTESTS, Conflict, MyAct, WayOut
from console.domain.decision import Reason
from console.domain.timeline import Entry
from console.ui.case.timeline_line import WordedLine
from console.ui.case.timeline_words import timeline_words
from console.ui.texts.language import translate
from console.ui.texts.ops import op_word
from console.ui.texts.refusals import filled, refusal_words
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line, seen

SHOWN = 6
"""Lines of the others shown at most, the latest."""


def conflict_title(conflict: Conflict) -> str:
    """Who was first, or what was refused."""
    refused = [each for each in conflict.mine if each.refusal is not None]
    params = {"other": conflict.other, "number": conflict.number, "n": str(len(refused))}
    if conflict.contested and conflict.other:
        reasons = [each.refusal.reason for each in refused if each.refusal is not None]
        first = next((reason for reason in reasons if reason in CONTESTS), Reason.CHANGED_MEANWHILE)
        return filled(_titles()[first], params)
    if len(refused) > 1:
        return filled(translate("conflict", "{n} decisions on {number} were refused"), params)
    return filled(translate("conflict", "{what} refused by the server"), {"what": op_word(refused[0].entry.kind)})


def _titles() -> dict[Reason, str]:
    first = translate("conflict", "{other} was first on {number}")
    return {
        Reason.CLAIMED_BY_OTHER: first,
        Reason.HOLDER_SILENT: first,
        Reason.STALE_LEASE: translate("conflict", "{other} took {number} over before this was sent"),
        Reason.CHANGED_MEANWHILE: translate("conflict", "{other} changed {number} before this was sent"),
        Reason.ALREADY_ENDED: translate("conflict", "{other} had ended {number} already"),
        Reason.MERGED_AWAY: translate("conflict", "{other} had merged {number} into another case"),
        Reason.PARENT_MERGED: translate("conflict", "{other} merged the other way round before this was sent"),
    }


def whose_words(conflict: Conflict, *, own: bool) -> str:
    """The heading over what was decided here."""
    if own:
        return translate("conflict", "You, at this desk")
    return filled(translate("conflict", "{name}, at this desk"), {"name": conflict.whose.name})


def theirs_words(conflict: Conflict) -> str:
    """The heading over what others did."""
    return one_line(conflict.other) or translate("conflict", "Meanwhile")


def why_words(conflict: Conflict) -> str:
    """Every reason once, in the order met; of a race only the first: the rest of the chain hung on it."""
    refusals = [each.refusal for each in conflict.mine if each.refusal is not None and not each.taken_back]
    raced = [refusal for refusal in refusals if refusal.reason in CONTESTS]
    told = [refusal for refusal in refusals if refusal.reason not in CONTESTS or refusal is raced[0]]
    return " ".join(dict.fromkeys(refusal_words(refusal) for refusal in told))


def unsent_words(conflict: Conflict) -> str:
    """Which units never got the order, '' for none: the most important line of the card."""
    if not conflict.unsent:
        return ""
    sentence = translate("conflict", "{units} not sent: the order never reached the unit.")
    return filled(sentence, {"units": ", ".join(conflict.unsent)})


def mine_line(mine: MyAct, zone: ZoneInfo, *, reasons: bool) -> WordedLine:
    """One own decision; with `reasons` each says why it was refused."""
    if mine.taken_back:
        mark, ink = translate("conflict", "taken back here"), "muted"
    elif mine.refusal is None:
        mark, ink = translate("conflict", "stands"), "good"
    else:
        mark, ink = (refusal_words(mine.refusal) if reasons else translate("conflict", "refused")), "bad"
    return _line(mine.entry, zone, mark, ink)


def their_lines(conflict: Conflict, zone: ZoneInfo) -> tuple[WordedLine, ...]:
    """What others did, the latest lines, with a word on how many came before."""
    shown = conflict.theirs[-SHOWN:]
    hidden = len(conflict.theirs) - len(shown)
    lines = [_line(entry, zone, _who(entry, conflict), "muted") for entry in shown]
    if hidden:
        lines.insert(0, WordedLine(time="", words=translate("conflict", "{n} earlier lines").format(n=hidden)))
    if not lines:
        lines.append(WordedLine(time="", words=translate("conflict", "Not told by the server yet.")))
    return tuple(lines)


def _who(entry: Entry, conflict: Conflict) -> str:
    """The name where it is not the heading's."""
    return "" if entry.actor_name == conflict.other else one_line(entry.actor_name)


def _line(entry: Entry, zone: ZoneInfo, mark: str, ink: str) -> WordedLine:
    text = seen(entry.text.strip())
    return WordedLine(
        time=clock_words(entry.at, zone),
        words=timeline_words(entry),
        text=text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + "…",
        mark=mark,
        mark_ink=ink,
    )


def note_text(conflict: Conflict, zone: ZoneInfo) -> str:
    """What was decided here and does not stand, as a note for whoever holds the case."""
    parts = []
    for mine in conflict.mine:
        if mine.refusal is None or mine.taken_back:
            continue
        words = f"{clock_words(mine.entry.at, zone)} {timeline_words(mine.entry)}"
        parts.append(f"{words}: {mine.entry.text.strip()}" if mine.entry.text.strip() else words)
    told = translate("conflict", "{name} decided this without knowing; it does not stand: {what}.")
    unsent = unsent_words(conflict)
    said = told.format(name=conflict.whose.name, what="; ".join(parts))
    return f"{said} {unsent}".strip()[:2000]


def way_words(way: WayOut, conflict: Conflict) -> str:
    """The words on a way's button."""
    params = {"holder": conflict.holder}
    match way:
        case WayOut.AGAIN:
            ops = dict.fromkeys(op_word(_op_of(conflict, decision_id)) for decision_id, _ in conflict.again)
            return filled(translate("conflict", "Decide again: {what}"), {"what": ", ".join(ops)})
        case WayOut.TAKE_OVER:
            return translate("conflict", "Take over…")
        case WayOut.TELL if conflict.holder:
            return filled(translate("conflict", "Tell {holder} in a note"), params)
        case WayOut.TELL:
            return translate("conflict", "Keep it as a note")
        case WayOut.EDIT:
            return translate("conflict", "Edit and send again")
        case WayOut.SIGN_IN:
            return translate("attention", "Sign in again")
        case WayOut.OPEN:
            return translate("attention", "Show case")
    if conflict.contested and conflict.holder:
        return filled(translate("conflict", "Leave it to {holder}"), params)
    return translate("attention", "I have read it")


def ways_in_order(conflict: Conflict) -> tuple[WayOut, ...]:
    """The calm way first where somebody works on the case already; else as the rules found them."""
    if conflict.contested and conflict.holder:
        return tuple(sorted(conflict.ways, key=lambda way: (way is not WayOut.LEAVE, way is WayOut.OPEN)))
    return conflict.ways


def _op_of(conflict: Conflict, decision_id: str) -> str:
    return next(each.entry.kind for each in conflict.mine if each.entry.decision_id == decision_id)
