"""Bugs 'bench standing --break' plants, each of which would block somebody wrongly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from console.domain import standing as rules
from console.domain.casework import standing as acts
from console.domain.report import Report
from console.domain.standing import Standing, Verdict
from console.domain.strike_rules import StrikeRules

_YEARS = timedelta(days=36_500)


def _twice(put: Callable[[object, str, object], None]) -> None:
    """Two verdicts on one report count twice."""

    def counted(standing: Standing, at: datetime) -> tuple[Verdict, ...]:
        return tuple(v for v in standing.verdicts if v.overturned is None and v.at <= at < v.at + rules.STRIKE_FOR)

    def holds(standing: Standing, block: rules.Block, at: datetime) -> bool:
        live = [v for v in standing.verdicts if v.id in block.verdict_ids and v.overturned is None]
        return block.imposed and block.lifted is None and block.ruling.at <= at < block.until and len(live) >= 3

    put(rules, "counted", counted)
    put(rules, "_holds", holds)
    put(acts, "judged_before", lambda standing, report_id: False)


def _own(put: Callable[[object, str, object], None]) -> None:
    """Whoever struck decides about the block as well."""
    put(acts, "involved", lambda standing, verdicts: frozenset())


def _forever(put: Callable[[object, str, object], None]) -> None:
    """Strikes never run out."""
    put(Verdict, "ends_at", property(lambda verdict: verdict.at + _YEARS))


def _endless(put: Callable[[object, str, object], None]) -> None:
    """A block has no end."""
    put(acts, "strike_rules", lambda facts: StrikeRules(block_days=_YEARS.days))


def _stubborn(put: Callable[[object, str, object], None]) -> None:
    """A block stays although what it rests on was taken back."""
    right = rules._holds

    def holds(standing: Standing, block: rules.Block, at: datetime) -> bool:
        whole = tuple(replace(v, overturned=None) for v in standing.verdicts)
        return right(replace(standing, verdicts=whole), block, at)

    put(rules, "_holds", holds)


def _deaf(put: Callable[[object, str, object], None]) -> None:
    """An appeal beyond its deadline changes nothing."""
    put(rules, "appeal_overdue", lambda standing, at: False)


def _harsh(put: Callable[[object, str, object], None]) -> None:
    """Any outcome counts, a silent call too."""

    def never(report: Report, outcomes: object = None) -> bool:
        return False

    put(acts, "never_strikes", never)


BREAKS: dict[str, Callable[[Callable[[object, str, object], None]], None]] = {
    "twice": _twice,
    "own": _own,
    "forever": _forever,
    "endless": _endless,
    "stubborn": _stubborn,
    "deaf": _deaf,
    "harsh": _harsh,
}
"""By name."""


@contextmanager
def planted(name: str) -> Iterator[None]:
    """The bug of that name while it lasts; none for ''."""
    kept: list[tuple[object, str, object]] = []

    def put(module: object, attribute: str, value: object) -> None:
        kept.append((module, attribute, getattr(module, attribute)))
        setattr(module, attribute, value)

    if name:
        BREAKS[name](put)
    try:
        yield
    finally:
        for module, attribute, value in reversed(kept):
            setattr(module, attribute, value)
