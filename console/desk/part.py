"""The part of a film or sound played again and again: from one mark to another."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_MS = 100
"""A part shorter than this is none."""


@dataclass(frozen=True, slots=True)
class Part:
    """Marks in ms of the file; without both there is nothing to play again and again."""

    begin_ms: int | None = None
    end_ms: int | None = None

    def begun_at(self, at_ms: int) -> Part:
        """The beginning moved here; an end that lies before it is taken away."""
        keeps = self.end_ms is not None and self.end_ms - at_ms >= LEAST_MS
        return Part(at_ms, self.end_ms if keeps else None)

    def ended_at(self, at_ms: int) -> Part:
        """The end moved here, the beginning that of the file where none was marked; too near to it nothing changes."""
        begin_ms = self.begin_ms or 0
        return Part(begin_ms, at_ms) if at_ms - begin_ms >= LEAST_MS else self

    def loop_at(self, at_ms: int) -> tuple[int, int] | None:
        """Its begin and end where a player that stands at `at_ms` is within it."""
        if self.begin_ms is None or self.end_ms is None or not self.begin_ms <= at_ms <= self.end_ms:
            return None
        return self.begin_ms, self.end_ms
