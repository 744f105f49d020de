"""Words of a standard answer: when the center last checked it."""

from __future__ import annotations

from console.domain.answer import StandardAnswer
from console.ui.texts.language import translate


def checked_words(answer: StandardAnswer, *, long: bool = False) -> str:
    """When the center last checked it; an unchecked one says so."""
    if answer.checked_on is not None:
        when = answer.checked_on.strftime("%d-%m-%Y")
        return translate("answer", "checked {date}").format(date=when)
    if long:
        return translate("answer", "Not checked by this center yet: procedures change. Check before you say it.")
    return translate("answer", "not checked")
