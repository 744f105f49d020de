"""A snapshot on its way: built beside the file in use, then put in its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.domain.changes import Changes
from console.domain.errors import Bug, StoreFault
from console.store import folding, keeping, ledger, mirror
from console.store.bodies import Snapshot
from console.store.carrying import Proof, carry, prove
from console.store.database import PRAGMAS, Database
from console.store.disk import remove_database, sync_file, sync_folder
from console.store.faults import failing
from console.store.schema import bring_up_to_date

BUILDING = {**PRAGMAS, "journal_mode": "off", "synchronous": "0", "cache_size": "-65536"}
"""Nobody needs the file before it is whole and synced: until then a broken one is thrown away, not repaired."""

_INDEXES = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'mirror_report' AND sql IS NOT NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """How far an unfinished snapshot is: pages so far, of which epoch, and after which thing to go on."""

    pages: int
    epoch: str
    after: str


class Stage:
    """One snapshot at a time; one thread at a time may call it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._next: Database | None = None
        self._staged = Staged(pages=0, epoch="", after="")
        self._as_of_seq = 0
        self.files = Changes()
        self._indexes: tuple[tuple[str, str], ...] = ()

    @property
    def staged(self) -> Staged | None:
        """An unfinished snapshot, to go on with."""
        return self._staged if self._next is not None else None

    def add(self, number: int, page: Snapshot, give_way: Callable[[], None] = lambda: None) -> None:
        """Write a page into the next file; page 0 begins anew.

        Raises:
            StoreFault: the disk is full or fails; the unfinished file is gone, the one in use is as it was.
            Bug: a page of another epoch, or out of turn.
        """
        with self._or_dropped():
            if number == 0:
                self._begin(page)
            elif number != self._staged.pages or page.epoch != self._staged.epoch:
                raise Bug("a page of another snapshot")
            with self._building().write() as connection:
                changes = mirror.apply_rows(connection, page.rows, give_way)
            self.files = self.files.merged(Changes(files_gone=changes.files_gone, files_awaited=changes.files_awaited))
            self._staged = Staged(pages=number + 1, epoch=page.epoch, after=page.after)

    def swap(self, resend_since: datetime | None) -> tuple[str, int]:
        """Put the next file in place of the one in use, with all that is the desk's; the new cursor.

        `resend_since` lets decisions applied since then wait again, in the new file already: a power cut after the
        swap must not lose that.

        Raises:
            StoreFault: nothing was swapped, the file in use is as it was (`disk_full`, `store_io`, `store_locked`,
                `swap_unproven`); or after the swap it cannot be made sure, then every later question says so.
            Bug: nothing is staged.
        """
        with self._or_dropped():
            if not self._staged.pages:
                raise Bug("no staged snapshot")
            finish(self._database, self._building(), self._indexes)
            with self._database.paused():
                cursor = self._staged.epoch, self._as_of_seq
                carry_over(self._database, self._building(), cursor, resend_since)
                path = seal(self._building())
                with self._database.shut():
                    put_in_place(path, self._database)
        self._forget()
        return cursor

    def drop(self) -> None:
        """Let an unfinished snapshot go, with its file."""
        if self._next is not None:
            self._next.close()
            remove_database(self._next.path)
        self._forget()

    def _begin(self, page: Snapshot) -> None:
        self.drop()
        path = next_path(self._database.path)
        remove_database(path)
        self._next = self._database.beside(path, BUILDING)
        bring_up_to_date(self._next)
        with self._next.write() as connection:
            self._indexes = tuple((row[0], row[1]) for row in connection.exec_driver_sql(_INDEXES))
            for name, _ in self._indexes:
                connection.exec_driver_sql(f'DROP INDEX "{name}"')
        self._as_of_seq = page.as_of_seq

    def _building(self) -> Database:
        if self._next is None:
            raise Bug("no staged snapshot")
        return self._next

    def _forget(self) -> None:
        self._next, self._staged = None, Staged(pages=0, epoch="", after="")

    @contextmanager
    def _or_dropped(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            with suppress(StoreFault, OSError):
                self.drop()
            raise


def next_path(path: Path) -> Path:
    """Where the successor of a database is built."""
    return path.with_name(path.name + ".next")


def finish(old: Database, new: Database, indexes: tuple[tuple[str, str], ...]) -> None:
    """All that takes long, while the old file still serves and decisions are still made there."""
    with new.write() as connection:
        for _, statement in indexes:
            connection.exec_driver_sql(statement)
    # While nobody waits: what is left to sync during the pause is little.
    _synced(new.path)


def carry_over(old: Database, new: Database, cursor: tuple[str, int], resend_since: datetime | None) -> None:
    """Copy what is the desk's, prove that it arrived, and fold open decisions over the new mirror."""
    with old.read() as source, new.write() as target:
        expected = carry(source, target)
    check(new, expected)
    with new.write() as target:
        if resend_since is not None:
            ledger.reopen_younger(target, resend_since)
        folding.refold(target, folding.reports_with_open_decisions(target))
        keeping.keep_cursor(target, *cursor)


def check(new: Database, expected: dict[str, Proof]) -> None:
    """Read back from the file, on a connection that wrote nothing, what was copied into it."""
    with new.read() as connection:
        prove(connection, expected)


def seal(new: Database) -> Path:
    """Close the new file, whole on disk."""
    new.engine.dispose()
    new.pragma("journal_mode", PRAGMAS["journal_mode"])
    new.close()
    _synced(new.path)
    return new.path


def _synced(path: Path) -> None:
    try:
        sync_file(path)
    except OSError as error:
        raise failing(path, error) from error


def put_in_place(path: Path, database: Database) -> None:
    """Give the new file the old one's name, for good."""
    try:
        os.replace(path, database.path)
    except OSError as error:
        raise failing(database.path, error) from error
    try:
        sync_folder(database.path.parent)
    except OSError as error:
        # After a power cut either file may be there: a log begun now would fit only one of them.
        fault: StoreFault = failing(database.path, error)
        database.break_off(fault)
        raise fault from error
