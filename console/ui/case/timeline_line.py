"""One line of the timeline as words: when, what, who, and whether it is confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from console.desk.case import Line
from console.ui.case.timeline_words import timeline_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line, seen

_SPOKEN = frozenset({
    "answer", "report.ask", "report.note", "report.return", "report.tell", "merge.answer", "merge.told",
    "report.ask_nearby", "nearby.answer",
})  # fmt: skip
"""Kinds whose text is the point of the line, shown whole and at full strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedLine:
    """`quote` tells that `text` is what a person wrote; `mark_ink` is a palette name."""

    time: str
    words: str
    text: str = ""
    quote: bool = False
    undone: bool = False
    mark: str = ""
    mark_ink: str = "muted"

    def plain(self) -> str:
        """All of it as one text, for copying and for screen readers."""
        return "\n".join(part for part in (f"{self.time} {self.words}", self.text, self.mark) if part)


def worded_line(line: Line, zone: ZoneInfo) -> WordedLine:
    """The line in the language spoken now; unseen characters of names and texts are made visible."""
    entry = line.entry
    words = timeline_words(entry)
    actor = one_line(entry.actor_name)
    if actor and not entry.kind.startswith("unit."):
        words = f"{words} · {actor}"
    if entry.undone:
        words = translate("timeline", "{words} (undone)").format(words=words)
    mark, ink = _mark(line, zone)
    quote = entry.kind in _SPOKEN
    return WordedLine(
        time=clock_words(entry.at, zone),
        words=words,
        text=seen(entry.text.strip()) if quote else _short(entry.text),
        quote=quote,
        undone=entry.undone,
        mark=mark,
        mark_ink=ink,
    )


def _mark(line: Line, zone: ZoneInfo) -> tuple[str, str]:
    if line.refused is not None:
        return refusal_words(line.refused), "bad"
    if line.waiting:
        return translate("timeline", "waiting to send"), "warn"
    if line.sent_at is not None:
        return translate("timeline", "confirmed {time}").format(time=clock_words(line.sent_at, zone)), "muted"
    return "", "muted"


def _short(text: str, most: int = 96) -> str:
    line = one_line(text)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"
