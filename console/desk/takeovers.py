"""Cases that were taken off the person at this desk: by whom, when and why."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.domain.changes import Changes
from console.domain.person import Actor
from console.domain.report import Report, held_by
from console.domain.timeline import Entry


class HeldSource(Protocol):
    """What the store knows of held cases; any thread."""

    def own_leases(self, actor_id: str, desk_id: str) -> tuple[tuple[str, int], ...]:
        """(report id, token) of the cases shown as held by this person at this desk."""

    def report(self, report_id: str) -> Report | None:
        """The server's word on a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """Somebody else took a case this person held; `reason` '' when none was asked."""

    report_id: str
    number: str
    sensitive: bool
    by: str
    at: datetime
    reason: str
    decision_id: str


def taken_from(report: Report, actor: Actor) -> Entry | None:
    """The line by which somebody else took the case off `actor`; None when he holds it or gave it up himself."""
    if held_by(report, actor) or report.ended:
        return None
    for entry in reversed(report.timeline):
        before = entry.before
        if before is None or entry.undone:
            continue
        if (before.holder_id, before.holder_desk) != (actor.id, actor.desk_id):
            if entry.actor_id == actor.id:
                return None
            continue
        # What he himself handed over was not taken off him.
        agreed = entry.kind == "report.accept_offer" and entry.params.get("by_id") == actor.id
        return entry if entry.actor_id != actor.id and not agreed else None
    return None


class Takeovers:
    """Remembers for this run what was taken off whoever sits here; feed it `take(changes)` from any thread.

    `number` rises with each of them.
    """

    def __init__(self, source: HeldSource, actor: Callable[[], Actor | None]) -> None:
        self._source, self._actor = source, actor
        self._lock = threading.Lock()
        self._who: tuple[str, str] = "", ""
        self._held: frozenset[str] = frozenset()
        self._taken: dict[str, TakenOver] = {}
        self.number = 0

    def take(self, changes: Changes) -> None:
        """A transaction was committed: was one of the cases held here taken off?"""
        if not (changes.reports or changes.everything):
            return
        actor = self._actor()
        with self._lock:
            who = (actor.id, actor.desk_id) if actor else ("", "")
            if who != self._who:
                self._who, self._held, self._taken = who, frozenset(), {}
            if actor is None:
                return
            held = frozenset(report_id for report_id, _ in self._source.own_leases(*who))
            lost, self._held = self._held - held, held
            for report_id in held & self._taken.keys():
                del self._taken[report_id]
            for report_id in lost:
                report = self._source.report(report_id)
                entry = taken_from(report, actor) if report else None
                if report is not None and entry is not None:
                    self._taken[report_id] = _told(report, entry)
                    self.number += 1

    def taken(self) -> tuple[TakenOver, ...]:
        """What nobody acknowledged yet, oldest first."""
        with self._lock:
            return tuple(sorted(self._taken.values(), key=lambda each: each.at))

    def dismiss(self, decision_id: str) -> None:
        """A person has read it."""
        with self._lock:
            self._taken = {key: each for key, each in self._taken.items() if each.decision_id != decision_id}


def _told(report: Report, entry: Entry) -> TakenOver:
    return TakenOver(
        report_id=report.id,
        number=report.number,
        sensitive=report.sensitive,
        by=entry.actor_name,
        at=entry.at,
        reason=entry.text,
        decision_id=entry.decision_id,
    )
