"""Words and figures of the heat map: hours, spans, classes, what it is made of."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QLocale

from console.domain.heat import CLASSES, GUARDED_LEAST, HOURS, LEAST_REPORTS, HeatMap
from console.ui.texts.language import translate


def day_names() -> tuple[str, ...]:
    """Monday .. Sunday."""
    return (
        translate("heat", "Monday"),
        translate("heat", "Tuesday"),
        translate("heat", "Wednesday"),
        translate("heat", "Thursday"),
        translate("heat", "Friday"),
        translate("heat", "Saturday"),
        translate("heat", "Sunday"),
    )


def day_signs() -> tuple[str, ...]:
    """Mon .. Sun, as they stand before the hours."""
    return (
        translate("heat", "Mon"),
        translate("heat", "Tue"),
        translate("heat", "Wed"),
        translate("heat", "Thu"),
        translate("heat", "Fri"),
        translate("heat", "Sat"),
        translate("heat", "Sun"),
    )


def hour_words(hour: int, count: int, *, chosen: bool) -> str:
    """'Monday 14.00-15.00: 12 reports, chosen' for hour 0 .. 167 of the week."""
    day, first = divmod(hour, 24)
    said = translate("heat", "{day} {first}-{last}: {n} reports").format(
        day=day_names()[day], first=f"{first:02d}.00", last=f"{(first + 1) % 24:02d}.00", n=whole(count)
    )
    mark = translate("heat", "chosen")
    return f"{said}, {mark}" if chosen else said


def chosen_words(hours: frozenset[int]) -> str:
    """How many hours of the week are chosen."""
    if len(hours) == HOURS:
        return translate("heat", "All 168 hours of the week")
    return translate("heat", "{n} of 168 hours of the week").format(n=len(hours))


def span_words(days: int) -> str:
    """'Last 90 days'."""
    return translate("heat", "Last {n} days").format(n=days)


def whole(number: int) -> str:
    """A whole number with the language's groups."""
    return QLocale().toString(number)


def figure(value: float) -> str:
    """A density with two or three figures that matter."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return QLocale().toString(value, "f", digits)


def class_words(found: HeatMap) -> tuple[str, ...]:
    """The classes' bounds in reports per km2 and week, lowest first."""
    starts = [found.mean * times for times in CLASSES]
    ranges = [f"{figure(low)}\u2013{figure(high)}" for low, high in pairwise(starts)]
    return (*ranges, f"\u2265 {figure(starts[-1])}")


def unit_words() -> str:
    """What the figures mean."""
    return translate("heat", "reports/km²/week")


def made_words(found: HeatMap) -> str:
    """Of how many reports of which span it is made; where less is held here than was asked, of how long."""
    days = found.question.days
    held = max(1, math.ceil(found.held_days))
    if held < days:
        return translate("heat", "{n} reports · {days} of {asked} days held here").format(
            n=whole(found.used), days=whole(held), asked=days
        )
    return translate("heat", "{n} reports · {days} days").format(n=whole(found.used), days=days)


def left_out_words(found: HeatMap) -> str:
    """What is not drawn and why; '' when all is."""
    said = []
    if found.hidden:
        said.append(
            translate("heat", "{n} sensitive cases are left out: fewer than {least} in their square kilometre.").format(
                n=whole(found.hidden), least=GUARDED_LEAST
            )
        )
    if found.outside:
        said.append(translate("heat", "{n} reports lie too far away to be drawn.").format(n=whole(found.outside)))
    return " ".join(said)


def few_words(found: HeatMap) -> str:
    """Why nothing is drawn."""
    return translate("heat", "Too few reports: {n}. A density needs at least {least}.").format(
        n=whole(found.used), least=LEAST_REPORTS
    )


def method_words(found: HeatMap) -> str:
    """How it is made, for whoever must defend it."""
    grid = found.grid
    said = translate(
        "heat",
        "Junk, tests, pranks, false reports, services and merged duplicates do not count. Classes are 1 to 5 times the"
        " mean of all cells with any density.",
    )
    if grid is None or found.too_few:
        return said
    how = translate("heat", "Quartic kernel density, bandwidth {bandwidth} m, cells of {cell} m.").format(
        bandwidth=whole(round(grid.bandwidth_m)), cell=whole(round(grid.cell_m))
    )
    return f"{how} {said}"
