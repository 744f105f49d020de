"""Makes bidi and zero-width characters visible (security.md, rule 1)."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def seen(text: str) -> str:
    """The text with each unseen character written as ‹U+202E›, so that nothing hides or turns around."""
    shown = _UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)
    return _CONTROL.sub("�", shown)


def one_line(text: str) -> str:
    """The text on one line: unseen characters shown, runs of white space as one blank, stacked marks cut to two."""
    flat = " ".join(seen(text).split())
    if flat.isascii():
        return flat
    kept: list[str] = []
    marks = 0
    for sign in flat:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= 2:
            kept.append(sign)
    return "".join(kept)
