"""What the center wrote for its desks: checklists and standard answers, as the server told them."""

from __future__ import annotations

from collections.abc import Callable

from console.domain.answer import Answers
from console.domain.checklist import Checklists
from console.store.bodies import decode_readable
from console.store.database import Database
from console.store.folding import mirror_checklists


class Handbook:
    """Reads them from the store's present file; any thread."""

    def __init__(self, database: Callable[[], Database]) -> None:
        self._database = database

    def checklists(self) -> Checklists:
        """The checklists; none until the server told."""
        with self._database().read() as connection:
            return mirror_checklists(connection) or Checklists()

    def answers(self) -> Answers:
        """The standard answers; none until the server told."""
        with self._database().read() as connection:
            rows = connection.exec_driver_sql("SELECT body FROM mirror_thing WHERE kind = 'answers'")
            return next(iter(decode_readable((row[0] for row in rows), Answers)), Answers())
