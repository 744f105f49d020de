"""Words of the administration window: who changed what, what was saved, what is wrong."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from console.domain.edit import Edit
from console.domain.errors import AccessFault, Fault, InputFault
from console.ui.administration.form_field import FieldKind, FieldSpec, Value
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.spoken import worded


def moment_words(at: datetime, zone: ZoneInfo) -> str:
    """A moment as it is written in Indonesia, in the site's zone."""
    return at.astimezone(zone).strftime("%d-%m-%Y %H.%M")


def edit_words(edit: Edit | None, zone: ZoneInfo) -> str:
    """Who changed it last and when; '' where nobody did since the list came with the program."""
    if edit is None:
        return ""
    return translate("administration", "Last changed by {who}, {when}").format(
        who=one_line(edit.by_name), when=moment_words(edit.at, zone)
    )


def saved_words(at: datetime, zone: ZoneInfo) -> str:
    """It stands, and the desks hear of it."""
    when = at.astimezone(zone).strftime("%H.%M.%S")
    return translate("administration", "Saved at {when}. Every desk uses it from now on.").format(when=when)


def others_words(others: tuple[Edit, ...], zone: ZoneInfo) -> str:
    """What others saved since it was read: it stands beside this change."""
    if not others:
        return ""
    said = "; ".join(_by(edit, zone) for edit in others)
    return " " + translate("administration", "Meanwhile {edits}: both stand.").format(edits=said)


def clash_words(others: tuple[Edit, ...], zone: ZoneInfo, differing: tuple[tuple[str, str], ...], *, gone: bool) -> str:
    """Somebody changed the very same thing: what he made of it, and what to do now."""
    who = "; ".join(_by(edit, zone) for edit in others)
    first = (
        translate("administration", "Meanwhile {edits}.").format(edits=who)
        if who
        else translate("administration", "Somebody else changed this meanwhile.")
    )
    if gone:
        return first + " " + translate("administration", "It is not on the list any more. Save puts yours back.")
    lines = [first, translate("administration", "Nothing of yours is lost. There it says now:")]
    lines += [f"{label}: {value}" for label, value in differing]
    return "\n".join([*lines, translate("administration", "Save puts yours in its place.")])


def fault_sentence(fault: Fault) -> str:
    """Why nothing was saved or read, and what to do."""
    if isinstance(fault, AccessFault) and fault.code == "forbidden":
        return translate("administration", "The server says you are no administrator (any more). Nothing was saved.")
    if isinstance(fault, InputFault) and fault.code not in ("too_large",):
        return translate("administration", "The server did not take it: {why}").format(why=one_line(fault.message))
    return fault_words(fault)


def value_words(field: FieldSpec, value: Value) -> str:
    """What a field holds, in a sentence."""
    if field.kind is FieldKind.CHOICE:
        return next((worded(words) for known, words in field.choices if known == value), str(value))
    if isinstance(value, bool):
        return translate("administration", "yes") if value else translate("administration", "no")
    if isinstance(value, tuple):
        named = dict(field.choices)
        return ", ".join(one_line(worded(named.get(each, each))) for each in value) or "—"
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    return one_line(str(value)) if value not in (None, "") else "—"


def _by(edit: Edit, zone: ZoneInfo) -> str:
    what = ", ".join(one_line(each) for each in edit.changed[:4])
    when = edit.at.astimezone(zone).strftime("%H.%M")
    return translate("administration", "{who} changed {what} at {when}").format(
        who=one_line(edit.by_name), what=what or "—", when=when
    )
