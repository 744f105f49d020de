"""What the command bar may name: open cases, units, agencies; and lines read with them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from console.desk.permitted import Permitted
from console.domain.agency import Agency
from console.domain.command import Command, Named, Names, NotUnderstood, read
from console.domain.command_completion import MOST, MOST_VERBS, Completion, complete
from console.domain.command_grammar import CATEGORY_WORDS, DUTY_WORDS, FINDING_WORDS, JUNK_WORDS, OUTCOME_WORDS
from console.domain.decision import Refusal
from console.domain.outcome import JUNK_OUTCOMES, CloseOutcome, OutcomeList
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery, QueueRow
from console.domain.report import ENDED
from console.domain.unit import Unit

OPEN_HELD = 1_000
"""Open cases whose numbers a tail is compared with; more are found by their whole number."""

ENDED_LOOKED_AT = 50
"""Newest reports with that number among which ended ones are looked for."""

FRESH_S = 2.0
"""How long what was read serves: the next keystroke, and Enter, which does what the list has just said."""

class CommandSource(Protocol):
    """What keeps cases, units and agencies (the store, by shape); any thread."""

    def queue_page(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """At most `limit` rows from `offset` on."""

    def queue_rows(self, ids: Iterable[str]) -> dict[str, QueueRow]:
        """Rows by id."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit."""

    def agencies(self) -> tuple[Agency, ...]:
        """Every agency."""

    def outcomes(self) -> OutcomeList:
        """How a case may end here."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A line as it stands: what Enter would do with it (None: search its words), and how it may go on.

    `why_not`: it would be refused on its case now. `dead` are verbs that would be refused on the selected case.
    """

    line: str
    meaning: Command | NotUnderstood | None
    ways: tuple[Completion, ...]
    why_not: Refusal | None = None
    dead: tuple[tuple[Completion, Refusal], ...] = ()

@dataclass(frozen=True, slots=True)
class _Known:
    cases: tuple[Named, ...]
    units: tuple[Named, ...]
    agencies: tuple[Named, ...]
    outcomes: tuple[Named, ...]
    junk: tuple[Named, ...]
    read_at_s: float

class CommandBook:
    """Reads lines; every method may take milliseconds of disk: ask in the background, from any thread."""

    def __init__(
        self,
        source: CommandSource,
        monotonic_s: Callable[[], float],
        may: Callable[[str], Permitted] = lambda report_id: {},
        units: Callable[[], tuple[Unit, ...]] | None = None,
    ) -> None:
        """`may` asks the judge what would stand on a case now, by its id; `units` tells every unit from memory."""
        self._source, self._monotonic_s, self._may = source, monotonic_s, may
        self._units = units or source.units
        self._held: _Known | None = None
        self._lock = threading.Lock()

    def understand(self, line: str, selected_id: str, language: str) -> Understanding:
        """What a line means while it is typed, with its completions."""
        names = self._names(selected_id)
        meaning, ways = read(line, names), complete(line, names, language)
        case = meaning.case if isinstance(meaning, Command) else None
        why_not = self._may(case.id).get(meaning.verb.op) if isinstance(meaning, Command) and case else None
        verbs = bool(ways) and ways[0].slot is None
        may = self._may(selected_id) if verbs and selected_id else {}
        alive = [way for way in ways if may.get(way.op) is None]
        dead = [(way, refusal) for way in ways if (refusal := may.get(way.op)) is not None]
        most = MOST_VERBS if verbs and not line.strip() else MOST
        return Understanding(
            line=line, meaning=meaning, ways=tuple(alive[:most]), why_not=why_not,
            dead=tuple(dead[: most - len(alive)]) if len(alive) < most else (),
        )  # fmt: skip

    def read(self, line: str, selected_id: str) -> Command | NotUnderstood | None:
        """What a line means: for Enter."""
        return read(line, self._names(selected_id))

    def prepare(self) -> None:
        """Read what may be named, before the first letter."""
        self._known()

    def _names(self, selected_id: str) -> Names:
        known = self._known()
        return Names(
            units=known.units,
            agencies=known.agencies,
            outcomes=known.outcomes,
            junk=known.junk,
            categories=_vocabulary(CATEGORY_WORDS),
            duties=_vocabulary(DUTY_WORDS),
            findings=_vocabulary(FINDING_WORDS),
            cases=lambda tail: self._cases(tail, known.cases),
            selected=self._selected(selected_id),
        )

    def _known(self) -> _Known:
        with self._lock:
            held, now_s = self._held, self._monotonic_s()
            if held is None or now_s - held.read_at_s > FRESH_S:
                rows = self._source.queue_page(QueueQuery(filter=QueueFilter.OPEN), 0, OPEN_HELD)
                held = self._held = _Known(
                    cases=tuple(_case(row) for row in rows),
                    units=tuple(_unit(unit) for unit in self._units()),
                    agencies=tuple(_agency(agency) for agency in self._source.agencies()),
                    outcomes=_outcomes(listed := self._source.outcomes()),
                    junk=_junk(listed),
                    read_at_s=now_s,
                )
            return held

    def _cases(self, tail: str, held: tuple[Named, ...]) -> tuple[Named, ...]:
        """Open reports whose number ends so; only when there is none, ended ones. A whole number is itself alone."""
        wanted = tail.upper()
        found = [case for case in held if case.names[0].endswith(wanted)]
        if not found:
            padded = " ".join([*wanted.split("-")[:-1], wanted.split("-")[-1].zfill(4)])
            asked = QueueQuery(filter=QueueFilter.ALL, search=padded, order=QueueOrder.NEWEST)
            rows = [
                row for row in self._source.queue_page(asked, 0, ENDED_LOOKED_AT) if row.number.endswith(wanted)
            ]
            still_open = [row for row in rows if row.status not in ENDED]
            found = [_case(row) for row in still_open or rows]
        whole = [case for case in found if case.names[0] == wanted]
        # The number with nothing but noughts before the tail is the likeliest: it stands first among the choices.
        found.sort(key=lambda case: case.names[0].rsplit("-", 1)[-1].lstrip("0") != wanted.rsplit("-", 1)[-1])
        return tuple(whole or found)

    def _selected(self, report_id: str) -> Named | None:
        row = self._source.queue_rows([report_id]).get(report_id) if report_id else None
        return _case(row) if row else None

def _case(row: QueueRow) -> Named:
    detail = " · ".join(part for part in (row.line[:80], row.area_name) if part)
    return Named(id=row.id, names=(row.number,), detail=detail)

def _unit(unit: Unit) -> Named:
    names = tuple(name for name in (unit.call_sign, unit.name) if name)
    return Named(id=unit.id, names=names, detail=unit.title)

def _agency(agency: Agency) -> Named:
    return Named(id=agency.id, names=(agency.short_name, agency.name), detail=agency.name)

def _outcomes(listed: OutcomeList) -> tuple[Named, ...]:
    """The center's outcomes by its own words and by ours; those it does not offer are not named."""
    return tuple(
        Named(id=each.id, names=names)
        for each in listed.offered()
        if each.id not in JUNK_OUTCOMES and (names := _called(each, OUTCOME_WORDS))
    )


def _junk(listed: OutcomeList) -> tuple[Named, ...]:
    own = {each.id: each for each in listed.outcomes}
    return tuple(
        Named(id=kind, names=_called(own[kind], JUNK_WORDS) if kind in own else names)
        for kind, names in JUNK_WORDS.items()
    )


def _called(outcome: CloseOutcome, words: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    own = " ".join(outcome.words.split())
    return tuple(dict.fromkeys(name for name in (own, *words.get(outcome.id, ())) if name))


def _vocabulary(words: dict[str, tuple[str, ...]]) -> tuple[Named, ...]:
    return tuple(Named(id=thing_id, names=names) for thing_id, names in words.items())
