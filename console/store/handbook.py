"""What the center wrote for its desks: checklists, answers, hazard flags, landmarks."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from console.domain.answer import Answers
from console.domain.askable import AskBook, AskSources
from console.domain.casework.hazard import flagged
from console.domain.checklist import Checklists
from console.domain.hazard import Hazard
from console.domain.landmark import Landmarks
from console.domain.person import Actor
from console.store.bodies import decode, decode_decision, decode_readable
from console.store.database import Database
from console.store.folding import mirror_ask_sources, mirror_checklists, mirror_report


class Handbook:
    """Reads them from the store's present file; any thread."""

    def __init__(self, database: Callable[[], Database]) -> None:
        self._database = database
        self._landmarks = (0, Landmarks())

    def checklists(self) -> Checklists:
        """The checklists; none until the server told."""
        with self._database().read() as connection:
            return mirror_checklists(connection) or Checklists()

    def answers(self) -> Answers:
        """The standard answers; none until the server told."""
        with self._database().read() as connection:
            rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'answers'")
            return next(iter(decode_readable((row[0] for row in rows), Answers)), Answers())

    def ask_book(self) -> AskBook:
        """Questions to people nearby, and how long one stands; none until the server told."""
        with self._database().read() as connection:
            rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'ask_book'")
            return next(iter(decode_readable((row[0] for row in rows), AskBook)), AskBook())

    def ask_sources(self) -> AskSources:
        """Which sources can be asked nearby; none until the server told."""
        with self._database().read() as connection:
            return mirror_ask_sources(connection) or AskSources()

    def landmarks(self) -> Landmarks:
        """The service's landmarks; none until the server told. Thousands of them are read once per revision."""
        with self._database().read() as connection:
            statement = "SELECT revision FROM mirror_thing WHERE kind = 'landmarks'"
            revision = int(connection.exec_driver_sql(statement).scalar() or 0)
            if revision != self._landmarks[0]:
                rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'landmarks'")
                found = next(iter(decode_readable((row[0] for row in rows), Landmarks)), Landmarks())
                self._landmarks = (revision, found)
        return self._landmarks[1]

    def hazards(self) -> tuple[Hazard, ...]:
        """Every flag: what the server told, and what this desk set and has not heard of again."""
        with self._database().read() as connection:
            rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'hazard'")
            found = {hazard.id: hazard for hazard in decode_readable((row[0] for row in rows), Hazard)}
            for hazard in _set_here(connection):
                found.setdefault(hazard.id, hazard)
        return tuple(found.values())


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
