"""A span of a film's or sound's sound made silent: from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_SILENCES = 200
"""Of one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Milliseconds after the file's first moment: from `from_ms` up to but without `until_ms`."""

    from_ms: int
    until_ms: int

    @property
    def sound(self) -> bool:
        """Whether it covers anything, and nothing before the first instant."""
        return 0 <= self.from_ms < self.until_ms

    def written(self) -> str:
        """'from-until'."""
        return f"{self.from_ms}-{self.until_ms}"


def silences_written(silences: Iterable[Silence]) -> str:
    """Silences as a line of the timeline keeps them."""
    return ";".join(each.written() for each in silences)


def silences_read(text: str) -> tuple[Silence, ...]:
    """What `silences_written` wrote; whatever is none is left out."""
    found: list[Silence] = []
    for part in filter(None, text.split(";")):
        begin, _, end = part.partition("-")
        if begin.isdecimal() and end.isdecimal() and int(begin) < int(end):
            found.append(Silence(from_ms=int(begin), until_ms=int(end)))
    return tuple(found)


def silence(samples: bytearray, from_ms: int, bytes_a_ms: int, silences: Iterable[Silence]) -> None:
    """Make every silence zero, in place: what was there is gone. The first sample stands at `from_ms`."""
    for each in silences:
        begin = min(len(samples), max(0, each.from_ms - from_ms) * bytes_a_ms)
        end = min(len(samples), max(0, each.until_ms - from_ms) * bytes_a_ms)
        samples[begin:end] = bytes(end - begin)
