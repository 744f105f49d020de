"""Reports that may tell of the same thing: asked for a case, or for a text being typed.

Why so long: the index over all open reports and the two questions it answers share its entries.
"""

from __future__ import annotations

import heapq
import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from rapidfuzz import fuzz, utils

from console.domain.casework.merging import matter_of, merging_of, words_of_incident
from console.domain.changes import Changes
from console.domain.duplicates import (
    INCIDENT_M,
    INCIDENT_S,
    NEAR_M,
    NEAR_S,
    Candidate,
    Compared,
    Why,
    points_before_reading,
    reasons_for,
    score_of,
)
from console.domain.merging_matter import OwnMatter, own_matter
from console.domain.place import EARTH_RADIUS_M, Place, distance_m
from console.domain.report import Report

COMPARED_CHARACTERS = 240
"""So much of a text is compared: what happened stands at its beginning."""

MOST_READ = 64
"""The words of at most so many are compared: those for which most else speaks."""

NOWHERE_COMPARED = 300
"""So many of the newest are compared by their words alone where one of the two has no coordinates."""

_ANSWERS_KEPT = 64

_CELL = 0.01
"""Degrees, 1.1 km from south to north."""


class OpenReports(Protocol):
    """What keeps the reports (the store, by shape); any thread."""

    def open_reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Every open report, or those of `ids` that are open; own waiting decisions folded in."""

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told of changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report while it is being typed; `recognised_by` the caller's opaque id where his number is known."""

    text: str = ""
    place: Place | None = None
    category: str = ""
    recognised_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A report as it is compared; `words` '' when it is sensitive. `report` only where its own words are asked for."""

    id: str = ""
    number: str = ""
    category: str = ""
    priority: int = 0
    lat: float | None
    lon: float | None
    words: str
    at_s: float
    people: frozenset[str] = frozenset()
    photos: frozenset[str] = frozenset()
    text: str = ""
    report: Report | None = None

    @property
    def cell(self) -> tuple[int, int] | None:
        """Where it lies in the grid."""
        return None if self.lat is None or self.lon is None else _cell(self.lat, self.lon)

    @property
    def marks(self) -> Iterator[str]:
        """What may tie it to another wherever that is: persons and photos."""
        yield from self.people
        yield from self.photos


_Answered = tuple[tuple[int, int, _Entry, str, Place, bool], tuple[Candidate, ...]]
"""What was asked about, of which generation of open reports, and the answer."""


class Duplicates:
    """Answers from memory; the first question reads every open report, so ask in the background. Any thread."""

    def __init__(self, source: OpenReports) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._entries: dict[str, _Entry] = {}
        self._cells: dict[tuple[int, int], set[str]] = {}
        self._by_mark: dict[str, set[str]] = {}
        self._nowhere: dict[str, float] = {}
        self._incidents: set[str] = set()
        self._stale: set[str] | None = None
        self._generation = 0
        self._answered: OrderedDict[str, _Answered] = OrderedDict()
        self._stop = source.subscribe(self._take)

    def close(self) -> None:
        """Hear of nothing more."""
        self._stop()

    def of_report(self, report: Report, count: int = 3) -> tuple[Candidate, ...]:
        """The `count` likeliest open reports for a case, best first; nothing for an ended one.

        A case is shown again after each decision, and hardly any changes what is compared: the answer is kept.
        """
        if report.ended:
            return ()
        asked = _entry(report)
        with self._lock:
            self._catch_up()
            about = (self._generation, count, asked, report.text, report.place, report.sensitive)
            known = self._answered.get(report.id)
            if known is not None and known[0] == about:
                return known[1]
        found = self._answer(replace(asked, report=report), count)
        with self._lock:
            self._answered[report.id] = (about, found)
            self._answered.move_to_end(report.id)
            if len(self._answered) > _ANSWERS_KEPT:
                self._answered.popitem(last=False)
        return found

    def of_draft(self, draft: Draft, at: datetime, count: int = 3) -> tuple[Candidate, ...]:
        """The `count` likeliest open reports for what is being typed at server time `at`."""
        place = draft.place or Place()
        asked = _Entry(
            category=draft.category,
            lat=place.lat,
            lon=place.lon,
            words=_words(draft.text),
            at_s=at.timestamp(),
            people=frozenset(draft.recognised_by),
            text=f"{draft.text} {place.words}",
        )
        return self._answer(asked, count)

    def _answer(self, asked: _Entry, count: int) -> tuple[Candidate, ...]:
        with self._lock:
            self._catch_up()
            near = [self._entries[each] for each in self._worth_comparing(asked) if each != asked.id]
        compared = [(_numbers(asked, other), other) for other in near]
        compared.sort(key=lambda pair: -points_before_reading(pair[0]))
        read = [(_read(asked, other, numbers), other) for numbers, other in compared[:MOST_READ]]
        found = [made for numbers, other in read if (made := _candidate(asked, other, numbers)) is not None]
        found.sort(key=lambda each: (-each.score, each.apart_s, each.report_id))
        return tuple(found[:count])

    def _worth_comparing(self, asked: _Entry) -> set[str]:
        """Ids that place, time, person, photo or a large incident tie to it; by words alone the newest nowhere."""
        found: set[str] = set(self._incidents)
        for mark in asked.marks:
            found |= self._by_mark.get(mark, set())
        if asked.lat is not None and asked.lon is not None:
            found.update(self._near(asked.lat, asked.lon, asked.at_s))
        if asked.words:
            among = self._nowhere if asked.cell is not None else {each: e.at_s for each, e in self._entries.items()}
            newest = heapq.nlargest(NOWHERE_COMPARED, among, key=among.__getitem__)
            found |= {each for each in newest if abs(among[each] - asked.at_s) <= NEAR_S}
        return found

    def _near(self, lat: float, lon: float, at_s: float) -> Iterator[str]:
        high = math.degrees(NEAR_M / EARTH_RADIUS_M)
        wide = high / max(0.05, math.cos(math.radians(lat)))
        low_row, low_column = _cell(lat - high, lon - wide)
        high_row, high_column = _cell(lat + high, lon + wide)
        for row in range(low_row, high_row + 1):
            for column in range(low_column, high_column + 1):
                for each in self._cells.get((row, column), ()):
                    other = self._entries[each]
                    # A box around it first: most of a crowded cell is out of time or reach, and that is quickly told.
                    if (
                        abs(other.at_s - at_s) <= NEAR_S
                        and abs((other.lat or 0.0) - lat) <= high
                        and abs((other.lon or 0.0) - lon) <= wide
                    ):
                        yield each

    def _take(self, changes: Changes) -> None:
        with self._lock:
            if changes.everything:
                self._stale = None
            elif self._stale is not None:
                self._stale |= changes.reports

    def _catch_up(self) -> None:
        """Read what changed since the last question, all of it the first time."""
        stale = self._stale
        if stale is None:
            for kept in (self._entries, self._cells, self._by_mark, self._nowhere, self._incidents):
                kept.clear()
        elif not stale:
            return
        before = {each: self._entries.get(each) for each in stale or ()}
        for each in before:
            self._drop(each)
        self._stale = set()
        for report in self._source.open_reports(stale):
            self._put(_entry(report))
        if stale is None or any(self._entries.get(each) != entry for each, entry in before.items()):
            self._generation += 1

    def _put(self, entry: _Entry) -> None:
        self._entries[entry.id] = entry
        cell = entry.cell
        if cell is not None:
            self._cells.setdefault(cell, set()).add(entry.id)
        else:
            self._nowhere[entry.id] = entry.at_s
        for mark in entry.marks:
            self._by_mark.setdefault(mark, set()).add(entry.id)
        if entry.report is not None:
            self._incidents.add(entry.id)

    def _drop(self, report_id: str) -> None:
        entry = self._entries.pop(report_id, None)
        if entry is None:
            return
        cell = entry.cell
        if cell is not None:
            self._cells[cell].discard(report_id)
        self._nowhere.pop(report_id, None)
        self._incidents.discard(report_id)
        for mark in entry.marks:
            self._by_mark[mark].discard(report_id)


def likeness_percent(first: str, second: str) -> int:
    """How alike two prepared texts are: the mean of rapidfuzz's token set (who says less) and token sort ratios."""
    return round((fuzz.token_set_ratio(first, second) + fuzz.token_sort_ratio(first, second)) / 2)


def _numbers(asked: _Entry, other: _Entry) -> Compared:
    """All but the likeness of the words."""
    metres = None
    if asked.lat is not None and asked.lon is not None and other.lat is not None and other.lon is not None:
        metres = distance_m(asked.lat, asked.lon, other.lat, other.lon)
    apart_s = abs(int(asked.at_s - other.at_s))
    # An incident goes on: what comes in long after it began is still near it in time.
    near_incident = metres is not None and metres <= INCIDENT_M and apart_s <= INCIDENT_S
    return Compared(
        distance_m=metres,
        apart_s=apart_s,
        same_category=asked.category == other.category and other.category not in ("", "other"),
        same_person=not asked.people.isdisjoint(other.people),
        same_photo=not asked.photos.isdisjoint(other.photos),
        incident=near_incident and other.report is not None,
    )


def _read(asked: _Entry, other: _Entry, numbers: Compared) -> Compared:
    if not (asked.words and other.words):
        return numbers
    return replace(numbers, text_percent=likeness_percent(asked.words, other.words))


def _candidate(asked: _Entry, other: _Entry, compared: Compared) -> Candidate | None:
    reasons = reasons_for(compared)
    if not reasons:
        return None
    parent = other.report if any(reason.why is Why.INCIDENT for reason in reasons) else None
    incident = merging_of(parent).incident if parent is not None else None
    return Candidate(
        report_id=other.id,
        number=other.number,
        category=other.category,
        priority=other.priority,
        score=score_of(reasons),
        reasons=reasons,
        distance_m=compared.distance_m,
        apart_s=compared.apart_s,
        text_percent=compared.text_percent,
        incident=incident.title if incident is not None else "",
        matter=_matter(asked, parent) if parent is not None else None,
    )


def _matter(asked: _Entry, parent: Report) -> OwnMatter | None:
    if asked.report is not None:
        return matter_of(asked.report, parent)
    return own_matter(asked.text, words_of_incident(parent))


def _entry(report: Report) -> _Entry:
    place, reporter = report.place, report.reporter
    return _Entry(
        id=report.id,
        number=report.number,
        category=report.category,
        priority=report.priority,
        lat=place.lat,
        lon=place.lon,
        words="" if report.sensitive else _words(report.text),
        at_s=report.received_at.timestamp(),
        people=frozenset(reporter.recognised_by or ((reporter.id,) if reporter.id else ())),
        photos=frozenset(file.sha256 for file in report.attachments),
        report=report if merging_of(report).incident is not None else None,
    )


def _words(text: str) -> str:
    return utils.default_process(text[:COMPARED_CHARACTERS])


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _CELL), math.floor(lon / _CELL)
