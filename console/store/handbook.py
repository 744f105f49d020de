"""What the center wrote for its desks: checklists, answers, hazard flags, landmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlalchemy import Connection

from console.domain.answer import Answers
from console.domain.askable import AskBook, AskSources
from console.domain.casework.hazard import flagged
from console.domain.checklist import Checklists
from console.domain.hazard import Hazard
from console.domain.landmark import Landmarks
from console.domain.person import Actor
from console.domain.phone_lines import PhoneLines
from console.store.bodies import decode, decode_decision, decode_readable
from console.store.database import Database
from console.store.folding import mirror_report
from console.store.kept_lists import KeptLists

T = TypeVar("T")


class Handbook:
    """Reads them from the store's present file; any thread."""

    def __init__(self, database: Callable[[], Database], lists: KeptLists) -> None:
        self._database, self._lists = database, lists

    def checklists(self) -> Checklists:
        """The checklists; none until the server told."""
        return self._lists.of("checklists", lambda: next(self._told("checklists", Checklists), Checklists()))

    def answers(self) -> Answers:
        """The standard answers; none until the server told."""
        return self._lists.of("answers", lambda: next(self._told("answers", Answers), Answers()))

    def ask_book(self) -> AskBook:
        """Questions to people nearby, and how long one stands; none until the server told."""
        return self._lists.of("ask_book", lambda: next(self._told("ask_book", AskBook), AskBook()))

    def ask_sources(self) -> AskSources:
        """Which sources can be asked nearby; none until the server told."""
        return self._lists.of("ask_sources", lambda: next(self._told("ask_sources", AskSources), AskSources()))

    def landmarks(self) -> Landmarks:
        """The service's landmarks; none until the server told."""
        return self._lists.of("landmarks", lambda: next(self._told("landmarks", Landmarks), Landmarks()))

    def phone_lines(self) -> PhoneLines:
        """Which desks each phone line rings at; none until the server told."""
        return self._lists.of("phone_lines", lambda: next(self._told("phone_lines", PhoneLines), PhoneLines()))

    def hazards(self) -> tuple[Hazard, ...]:
        """Every flag: what the server told, and what this desk set and has not heard of again."""
        told = self._lists.of("hazard", lambda: tuple(self._told("hazard", Hazard)))
        found = {hazard.id: hazard for hazard in told}
        with self._database().read() as connection:
            for hazard in _set_here(connection):
                found.setdefault(hazard.id, hazard)
        return tuple(found.values())

    def _told(self, kind: str, shape: type[T]) -> Iterator[T]:
        with self._database().read_anew() as connection:
            rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = ?", (kind,)).all()
        return iter(decode_readable((row[0] for row in rows), shape))


def _set_here(connection: Connection) -> list[Hazard]:
    """Flags of decisions still open; one the server refused warns of nothing."""
    statement = (
        "SELECT report_id, decision, actor FROM ledger WHERE open = 1 AND op = 'report.flag_hazard'"
        " AND state <> 'refused'"
    )
    made = []
    for report_id, kept, actor in connection.exec_driver_sql(statement).all():
        report = mirror_report(connection, report_id)
        if report is not None:
            made.append(flagged(decode_decision(kept), report, decode(actor, Actor)))
    return made
