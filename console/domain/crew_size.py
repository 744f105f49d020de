"""How many officers to send, the fewest that may go, and who helps: one rule, shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.help_wanted import HelpWanted, fault_in_help, shipped_help
from console.domain.report import OPEN_ASSIGNMENTS, Report
from console.domain.ticks import CROWD_SIZES, Ticks
from console.domain.unit import Unit

MOST_OFFICERS = 30
"""Most officers any figure may name: more is a large incident, not a crew."""

LEAST_TO_A_WEAPON = 2
"""Never one alone to a weapon (issue 'The operator's desk', part 5): no center may set fewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCrew:
    """Officers usually sent to a category, and the fewest that may go; `help` None: whom it wants is as shipped."""

    category: str
    usual: int = 1
    fewest: int = 1
    help: HelpWanted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TickCrew:
    """Officers added for what is ticked, and the fewest that may go then, whatever the category."""

    tick: str
    more: int = 0
    fewest: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewFigures:
    """The center's planning figures; a category or tick that is not named adds nothing and may go alone."""

    id: str = "crews"
    revision: int = 0
    categories: tuple[CategoryCrew, ...] = ()
    ticks: tuple[TickCrew, ...] = ()

    def category(self, category: str) -> CategoryCrew:
        """The figures of a category."""
        known = (each for each in self.categories if each.category == category)
        return next(known, CategoryCrew(category=category))

    def help(self, category: str) -> HelpWanted:
        """Whom a category wants: as the center set it, else as we ship it."""
        return self.category(category).help or shipped_help(category)

    def tick(self, tick: str) -> TickCrew:
        """The figures of a tick."""
        return next((each for each in self.ticks if each.tick == tick), TickCrew(tick=tick))


def _category(category: str, usual: int, fewest: int = 1) -> CategoryCrew:
    return CategoryCrew(category=category, usual=usual, fewest=fewest)


SHIPPED_CREWS = CrewFigures(
    categories=(
        _category("traffic_accident", 2),
        _category("fire", 2),
        _category("violent_crime", 3, 2),
        _category("medical", 1),
        _category("panic", 2),
        _category("officer_sos", 4, 2),
        _category("domestic_violence", 2, 2),
        _category("sexual_violence", 2),
        _category("child_harm", 2),
        _category("suicide", 2),
        _category("brawl", 4, 2),
        _category("theft", 1),
        _category("flood", 2),
        _category("disaster", 4),
        _category("missing_person", 2),
        _category("traffic_jam", 1),
        _category("public_order", 2),
    ),
    ticks=(
        TickCrew(tick="injured", more=1),
        TickCrew(tick="armed", more=2, fewest=LEAST_TO_A_WEAPON),
        TickCrew(tick="crowd", more=4, fewest=2),
        TickCrew(tick="violence", more=1, fewest=2),
        TickCrew(tick="fire", more=1),
    ),
)
"""What a center begins with: planning figures of ours, someone for the injured, a partner to each facing a weapon."""


def fault_in_crews(figures: CrewFigures, categories: frozenset[str], ticks: frozenset[str]) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    seen: set[str] = set()
    for place, crew in enumerate(figures.categories):
        if crew.category not in categories or crew.category in seen:
            return f"categories[{place}].category", "a category this center has, each once"
        seen.add(crew.category)
        if not 1 <= crew.usual <= MOST_OFFICERS:
            return f"categories[{place}].usual", f"1 to {MOST_OFFICERS}"
        if not 1 <= crew.fewest <= crew.usual:
            return f"categories[{place}].fewest", "1 to as many as usual"
        fault = fault_in_help(crew.help) if crew.help is not None else None
        if fault is not None:
            return f"categories[{place}].help.{fault[0]}", fault[1]
    seen = set()
    for place, added in enumerate(figures.ticks):
        if added.tick not in ticks or added.tick in seen:
            return f"ticks[{place}].tick", "a tick of the console, each once"
        seen.add(added.tick)
        least = LEAST_TO_A_WEAPON if added.tick == "armed" else 1
        if not 0 <= added.more <= MOST_OFFICERS:
            return f"ticks[{place}].more", f"0 to {MOST_OFFICERS}"
        if not least <= added.fewest <= MOST_OFFICERS:
            return f"ticks[{place}].fewest", f"{least} to {MOST_OFFICERS}"
    weapon = figures.tick("armed").fewest
    return None if weapon >= LEAST_TO_A_WEAPON else ("ticks", "the tick 'armed': never one alone to a weapon")


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One line of the sum: its code (`category`, `priority`, a tick, `files`) and how many officers it adds.

    `files` adds nobody by itself: it says how many files (`count`) wait to be looked at before the ticks are right.
    """

    code: str
    people: int
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewSize:
    """How many officers to send and the sum it comes from; the fewest that may go, what demands that ('' nothing)."""

    send: int
    because: tuple[Because, ...]
    fewest: int
    fewest_for: str


def crew_size(report: Report, figures: CrewFigures | None = None) -> CrewSize:
    """From category, priority, ticks and files of a report; `send` is the sum of what it is because of.

    `figures` are the center's own, None while it has set none.
    """
    ticks, figures = report.ticks or Ticks(), figures or SHIPPED_CREWS
    usual = figures.category(report.category)
    because = [Because(code="category", people=usual.usual)]
    if report.priority == 1:
        because.append(Because(code="priority", people=1))
    because += [
        Because(code=said, people=more * _times(tick, ticks))
        for tick, said in zip(ticks.ticked, ticks.said, strict=True)
        if (more := figures.tick(tick).more)
    ]
    if report.attachments:
        because.append(Because(code="files", people=0, count=len(report.attachments)))
    fewest, fewest_for = usual.fewest, "category"
    for tick in ticks.ticked:
        if figures.tick(tick).fewest > fewest:
            fewest, fewest_for = figures.tick(tick).fewest, tick
    return CrewSize(
        send=max(fewest, sum(line.people for line in because)),
        because=tuple(because),
        fewest=fewest,
        fewest_for=fewest_for if fewest > 1 else "",
    )


def _times(tick: str, ticks: Ticks) -> int:
    """How often a tick's figure counts: a crowd of 50 twice, one of 200 three times (a planning figure of ours)."""
    return 1 + CROWD_SIZES.index(ticks.crowd_size) if tick == "crowd" and ticks.crowd_size in CROWD_SIZES else 1


def people_on(report: Report, units: Iterable[Unit]) -> int:
    """Officers bound to the case now; a unit not among `units` counts as one."""
    crews = {unit.id: unit.people for unit in units}
    return sum(crews.get(a.unit_id, 1) for a in report.assignments if a.status in OPEN_ASSIGNMENTS)
