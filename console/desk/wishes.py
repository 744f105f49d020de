"""Which span of a moving file a player should ask for next."""

from __future__ import annotations

from dataclasses import dataclass

from console.desk.spans import Span, SpanBuffer

_FULL = 0.7
"""No more is asked for ahead when what lies ahead takes this part of the bound: it would push itself out."""

_READY_MS = 500
"""So much lies ahead of a player that stands still, so that it starts at once."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to decode next. `length_ms` 0 is the one frame on show at `from_ms`; `sharp`: as fine as can be had."""

    generation: int
    from_ms: int
    length_ms: int
    sharp: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a player stands: at `at_ms` of `duration_ms` (None: unknown), `rate` below 0 backwards.

    `steps` are frame steps still to take; `span_ms` is asked for at once, `ahead_ms` kept ahead at a rate of 1.
    `loop_ms`: from where to where it plays again and again.
    """

    generation: int
    at_ms: int
    duration_ms: int | None
    playing: bool
    rate: float
    steps: int
    span_ms: int
    ahead_ms: int
    loop_ms: tuple[int, int] | None = None


def next_span(here: Standing, buffer: SpanBuffer) -> Wish | None:
    """The span that is missing first in the direction it goes, None when enough is at hand."""
    if here.steps < 0 or (here.rate < 0 and here.playing):
        return _behind(here, buffer)
    edge_ms = buffer.until(here.at_ms)
    wanted_ms = here.at_ms + (round(here.ahead_ms * max(1.0, here.rate)) if here.playing else _READY_MS)
    if here.playing and here.loop_ms is not None and edge_ms >= here.loop_ms[1]:
        return _again(here, buffer, here.loop_ms[0], wanted_ms - here.loop_ms[1])
    if here.duration_ms is not None and edge_ms >= here.duration_ms:
        return None
    if (edge_ms >= wanted_ms and here.steps == 0) or _full(buffer, here.at_ms, edge_ms):
        return None
    return _span_from(here, buffer, edge_ms)


def distance_ms(span: Span, at_ms: float, rate: float, loop_ms: int | None) -> float:
    """How long until a span is needed, in ms of the file; what lies behind is needed least."""
    if span.from_ms <= at_ms < span.until_ms:
        return 0.0
    ahead_ms = span.from_ms - at_ms if rate > 0 else at_ms - span.until_ms
    if ahead_ms >= 0:
        return ahead_ms
    return loop_ms + ahead_ms if loop_ms and loop_ms + ahead_ms >= 0 else -3 * ahead_ms


def _again(here: Standing, buffer: SpanBuffer, begin_ms: int, beyond_ms: int) -> Wish | None:
    """At the end of what loops, its beginning is what comes next."""
    edge_ms = buffer.until(begin_ms)
    enough = edge_ms >= min(here.at_ms, begin_ms + beyond_ms) or _full(buffer, begin_ms, edge_ms)
    return None if enough else _span_from(here, buffer, edge_ms)


def _behind(here: Standing, buffer: SpanBuffer) -> Wish | None:
    edge_ms = buffer.since(here.at_ms)
    wanted_ms = here.at_ms - round(here.ahead_ms * max(1.0, -here.rate)) if here.playing else edge_ms - 1
    if edge_ms <= max(0, wanted_ms) or _full(buffer, edge_ms, here.at_ms):
        return None
    start_ms = max(buffer.end_before(edge_ms), edge_ms - here.span_ms, 0)
    return Wish(here.generation, start_ms, edge_ms - start_ms)


def _span_from(here: Standing, buffer: SpanBuffer, edge_ms: int) -> Wish:
    ends = (edge_ms + here.span_ms, buffer.next_start(edge_ms), here.duration_ms)
    return Wish(here.generation, edge_ms, min(end for end in ends if end is not None) - edge_ms)


def _full(buffer: SpanBuffer, from_ms: int, until_ms: int) -> bool:
    return buffer.held_bytes(from_ms, until_ms) >= _FULL * buffer.limit_bytes
