"""Deadlines as lines to read and set one by one; lengths as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from console.desk.administration import Administration
from console.desk.administration_changes import ListShape
from console.desk.administration_lists import EditedList
from console.domain.agency import Site
from console.domain.deadline_rules import CLIMBING, LONGEST_S, DeadlineRules, wrong_deadline
from console.domain.roster import Rung

BY_PRIORITY = ("acknowledge_s", "dispatch_s", "arrive_s", "close_s", "forward_s")
SINGLE = ("answer_s", "safety_check_s", "safety_grace_s", "answer_holds_s")
UP_TO = "climb_priority"
_CLIMB = "climb_s"
_PATH = "/v1/admin/site"
_PIECE = re.compile(r"(\d{1,7})\s*([a-z]+)")
_UNITS = {
    **dict.fromkeys(("s", "sec", "dtk", "detik"), 1),
    **dict.fromkeys(("m", "min", "mnt", "menit"), 60),
    **dict.fromkeys(("h", "hr", "jam", "j"), 3_600),
    **dict.fromkeys(("d", "day", "days", "hari"), 86_400),
}


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One line: seconds of P1 .. P4, one length for all, or (UP_TO) up to which priority alarms climb."""

    id: str
    seconds: tuple[int, ...]


def lines_of(rules: DeadlineRules) -> tuple[DeadlineLine, ...]:
    """Every deadline, in the order of a report's life, then alarms."""
    stages = tuple(DeadlineLine(name, getattr(rules, name)) for name in BY_PRIORITY)
    singles = {name: DeadlineLine(name, (getattr(rules, name),)) for name in SINGLE}
    climbing = (DeadlineLine(climb_id(rung), (rules.climb_s[place],)) for place, rung in enumerate(CLIMBING))
    return (
        singles["answer_s"], *stages, singles["safety_check_s"], singles["safety_grace_s"],
        DeadlineLine(UP_TO, (rules.climb_priority,)), *climbing, singles["answer_holds_s"],
    )  # fmt: skip


def with_lines(rules: DeadlineRules, lines: tuple[DeadlineLine, ...]) -> DeadlineRules:
    """The rules these lines make."""
    said = {line.id: line.seconds for line in lines}
    climb = tuple(said.get(climb_id(rung), (rules.climb_s[place],))[0] for place, rung in enumerate(CLIMBING))
    one = {name: said[name][0] for name in (*SINGLE, UP_TO) if name in said}
    four = {name: said[name] for name in BY_PRIORITY if name in said}
    return replace(rules, climb_s=climb, **one, **four)  # type: ignore[arg-type]


def climb_id(rung: Rung) -> str:
    """How the wait on a rung is called."""
    return f"{_CLIMB}.{rung.value}"


def least_of(line_id: str) -> int:
    """The least seconds of a line: some deadlines must be there, others may be none (0)."""
    name = line_id.partition(".")[0]
    probe = DeadlineRules()
    if name == _CLIMB:
        return 0
    none: object = (0, 0, 0, 0) if name in BY_PRIORITY else 0
    return 1 if wrong_deadline(replace(probe, **{name: none})) else 0  # type: ignore[arg-type]


def read_length(text: str) -> int | None:
    """Seconds of '45 s', '1 min 30 s', '4 jam', '7 hari', '1:30' (minutes and seconds), '0'; None for anything else."""
    text = text.strip().casefold()
    clock = re.fullmatch(r"(\d{1,5}):([0-5]\d)", text)
    if clock is not None:
        return int(clock[1]) * 60 + int(clock[2])
    if re.fullmatch(r"0+", text):
        return 0
    pieces = _PIECE.findall(text)
    if not pieces or _PIECE.sub("", text).strip() or any(unit not in _UNITS for _, unit in pieces):
        return None
    seconds = sum(int(number) * _UNITS[unit] for number, unit in pieces)
    return seconds if seconds <= LONGEST_S else None


DEADLINES: ListShape[Site, DeadlineLine] = ListShape(
    lambda site: lines_of(site.deadlines),
    lambda site, lines: replace(site, deadlines=with_lines(site.deadlines, lines)),
    lambda line: line.id,
)


class SiteList(EditedList[Site]):
    """The center's own facts: read from the store, saved at the server, none overwritten."""

    def __init__(self, administration: Administration, here: Callable[[], Site]) -> None:
        super().__init__(administration, "site", Site, here, _PATH)

    def _put(self, wanted: Site, revision: int) -> Site:
        query = {"revision": str(revision)}
        return self._administration.ask("POST", _PATH, Site, sent=wanted, query=query)
