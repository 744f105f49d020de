"""The local store: everything this console keeps, asked and changed from any thread.

Why so long: it is the one door to the store, a method of a few lines per question; the work is in the modules
beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from console.domain.changes import Changes
from console.domain.decision import Decision
from console.domain.errors import Bug
from console.domain.person import Actor
from console.domain.shown_case import LedgerRow, LedgerState
from console.store import folding, keeping, ledger, mirror
from console.store.bodies import Answer, Page, Snapshot
from console.store.database import Database
from console.store.disk import ProfileLock, remove_database
from console.store.earlier_files import move_files
from console.store.handbook import Handbook
from console.store.kept_lists import KeptLists
from console.store.numbering import Numbers
from console.store.questions import Questions
from console.store.schema import bring_up_to_date
from console.store.stage import Stage, Staged, next_path
from console.store.vault import HeldFile, Vault
from console.store.witness import Witness

T = TypeVar("T")

FILES = "media"
"""Folder of sealed files beside the database."""


class Store(Questions):
    """One profile's encrypted database.

    Every method may be called from any thread; reads see a snapshot, writes are serialised and fsynced. A method
    raises StoreFault when the file or disk cannot be used. What a write changed goes to every subscriber after the
    commit, on the thread that wrote. `give_way` is called every few rows of long work: whoever has something more
    urgent to do in this process may make it wait a little.
    """

    def __init__(self, database: Database, vault: Vault, now: Callable[[], datetime], lock: ProfileLock) -> None:
        self.database = database
        self.files = vault
        self._lock = lock
        self._stage = Stage(database)
        self._now = now
        self._subscribers: list[Callable[[Changes], None]] = []
        self._subscribing = threading.Lock()
        self._cursor: tuple[str, int] | None = None
        self.give_way: Callable[[], None] = lambda: None
        self.witness = Witness(lambda: self.database, now, self._tell)
        self._lists = KeptLists()
        self.handbook = Handbook(lambda: self.database, self._lists)
        self.numbers = Numbers(lambda: self.database)

    @classmethod
    def open(cls, path: Path, key: bytes, now: Callable[[], datetime]) -> Store:
        """Open or make the store with its raw 32-byte data key.

        Raises:
            StoreFault: unencrypted, unreadable, newer, read-only, locked or no space; names the file and a way out.
        """
        lock = ProfileLock(path)
        try:
            # What a console that died was building: nothing in it that the server has not.
            remove_database(next_path(path))
            vault = Vault(path.parent / FILES, key)
            database = _opened(path, key, vault)
        except BaseException:
            lock.release()
            raise
        return cls(database, vault, now, lock)

    def close(self) -> None:
        """Close the file; later calls fail."""
        self._stage.drop()
        self.database.close()
        self._lock.release()

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Be told what each commit changed; returns how to stop."""
        with self._subscribing:
            self._subscribers.append(callback)

        def stop() -> None:
            with self._subscribing:
                if callback in self._subscribers:
                    self._subscribers.remove(callback)

        return stop

    def _tell(self, changes: Changes) -> Changes:
        if changes != Changes():
            self._lists.take(changes)
            with self._subscribing:
                subscribers = tuple(self._subscribers)
            for callback in subscribers:
                callback(changes)
        return changes

    # What the server said

    def cursor(self) -> tuple[str, int]:
        """(epoch, seq) up to which the mirror is complete; ('', 0) before the first snapshot."""
        # From memory: every hint of the stream asks, and only this store writes it.
        if self._cursor is None:
            with self.database.read() as connection:
                self._cursor = keeping.cursor(connection)
        return self._cursor

    def apply_page(self, page: Page) -> Changes:
        """Write a page and its cursor in one transaction.

        Raises:
            Bug: the page is of another epoch than the mirror; that needs a snapshot.
        """
        with self.database.write() as connection:
            known = self._cursor[0] if self._cursor else keeping.meta(connection, keeping.EPOCH)
            if known not in ("", page.epoch):
                raise Bug("a page of another epoch")
            changes = mirror.apply_rows(connection, page.rows, self.give_way)
            keeping.keep_cursor(connection, page.epoch, page.next_seq)
        self._cursor = page.epoch, page.next_seq
        self._heed_files(changes)
        return self._tell(changes)

    def _heed_files(self, changes: Changes) -> None:
        for file_id in changes.files_gone:
            self.files.drop(file_id)
        for file_id in changes.files_awaited:
            # A restored server lost what this desk had sent: it is sent once more.
            if self.ledger_row(file_id) is not None:
                self.files.send_again(file_id)

    def stage(self, number: int, page: Snapshot) -> None:
        """Write a page of a snapshot into a file beside this one; page 0 forgets an unfinished earlier one."""
        self._stage.add(number, page, self.give_way)

    def staged(self) -> Staged | None:
        """An unfinished snapshot, to go on with."""
        return self._stage.staged

    def swap_stage(self, resend_since: datetime | None = None) -> Changes:
        """Replace all the server said by the staged snapshot, with its cursor: the file beside takes this one's place.

        Ledger, drafts, settings and the files used last come along; `resend_since` as in `send_again`, in one with it.

        Raises:
            Bug: nothing is staged.
        """
        self._cursor = self._stage.swap(resend_since)
        self._heed_files(self._stage.files)
        return self._tell(Changes(everything=True, ledger=True, site=True))

    # Decisions

    def record(self, decision: Decision, actor: Actor, raw: bytes, answers: Sequence[str] = ()) -> Changes:
        """Commit one decision to the ledger, on disk when this returns; the same id again changes nothing.

        `raw` is its JSON as it will be sent, kept as it is and never rewritten. `answers` are refused decisions it is
        a person's answer to: they count as acknowledged from the same moment.
        """
        with self.database.write() as connection:
            changes = ledger.record(connection, decision, actor, raw, answers, self._now())
        return self._tell(changes)

    def settle(self, results: Sequence[Answer]) -> Changes:
        """Write the server's answers and the rows they change in one transaction."""
        with self.database.write() as connection:
            changes = ledger.settle(connection, results, self._now())
        return self._tell(changes)

    def note_trouble(self, decision_ids: Sequence[str], trouble: str) -> None:
        """Count a failed sending; `trouble` is a fault's code."""
        with self.database.write() as connection:
            ledger.note_trouble(connection, decision_ids, trouble)
        self._tell(Changes(ledger=True))

    def send_again(self, since: datetime, also: Callable[[Connection], None] = lambda connection: None) -> int:
        """Let decisions applied since then wait again: the server was restored; `also` is done in one with it."""
        with self.database.write() as connection:
            also(connection)
            count = ledger.reopen_younger(connection, since)
            folding.refold(connection, folding.reports_with_open_decisions(connection))
        self._tell(Changes(ledger=True, everything=count > 0))
        return count

    def sendable(self, limit: int, skip: frozenset[str] = frozenset()) -> tuple[tuple[str, bytes], ...]:
        """(id, raw JSON) of decisions that may go now, oldest first; order holds per subject."""
        with self.database.read() as connection:
            return ledger.sendable(connection, limit, skip)

    def waiting(self) -> tuple[LedgerRow, ...]:
        """Decisions not yet answered, oldest first."""
        with self.database.read() as connection:
            return ledger.rows_in_state(connection, LedgerState.WAITING)

    def attention(self) -> tuple[LedgerRow, ...]:
        """Refused decisions nobody has acknowledged yet, oldest first."""
        with self.database.read() as connection:
            return ledger.rows_in_state(connection, LedgerState.REFUSED, unseen=True)

    def ledger_row(self, decision_id: str) -> LedgerRow | None:
        """One decision of this desk, whatever became of it."""
        with self.database.read() as connection:
            return ledger.one_row(connection, decision_id)

    def settled_at(self, decision_ids: Sequence[str]) -> dict[str, datetime]:
        """When the server answered each of these decisions of this desk; those without an answer are left out."""
        with self.database.read() as connection:
            return ledger.settled_at(connection, decision_ids)

    def ledger_raw(self) -> tuple[tuple[str, bytes, bytes], ...]:
        """(id, raw JSON, actor JSON) of every decision, oldest first; for the journal."""
        with self.database.read() as connection:
            return ledger.all_raw(connection)

    def ledger_ids(self) -> tuple[str, ...]:
        """Ids of every decision, oldest first."""
        with self.database.read() as connection:
            return ledger.all_ids(connection)

    def mark_seen(self, decision_id: str) -> Changes:
        """A person acknowledged a refusal; it stays in the ledger."""
        with self.database.write() as connection:
            changes = ledger.mark_seen(connection, decision_id, self._now())
        return self._tell(changes)

    def waiting_figures(self) -> tuple[int, datetime | None]:
        """How many decisions wait, and when the oldest was made."""
        with self.database.read() as connection:
            return ledger.waiting_figures(connection)

    def waiting_count(self) -> int:
        """How many decisions wait to be sent."""
        return self.waiting_figures()[0]

    # Small things kept

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this workstation, kept encrypted."""
        with self.database.read() as connection:
            return keeping.setting(connection, name, default)

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting; '' forgets it."""
        with self.database.write() as connection:
            keeping.keep_setting(connection, name, value)

    def draft(self, name: str) -> str | None:
        """An unfinished text."""
        with self.database.read() as connection:
            return keeping.draft(connection, name)

    def keep_draft(self, name: str, text: str) -> None:
        """Keep an unfinished text; it survives a crash."""
        with self.database.write() as connection:
            keeping.keep_draft(connection, name, text, self._now())

    def drop_draft(self, name: str) -> None:
        """Let an unfinished text go."""
        with self.database.write() as connection:
            keeping.keep_draft(connection, name, None, self._now())

    # Files of reports

    def media_held(self, media_id: str) -> HeldFile | None:
        """How much of a file is here."""
        return self.files.held(media_id)

    def media_expect(self, media_id: str, size_bytes: int, sha256: str) -> HeldFile:
        """Make room for a file."""
        return self.files.expect(media_id, size_bytes, sha256)

    def media_add(self, media_id: str, at_byte: int, part: bytes) -> int:
        """Append bytes where the file stops now; where it stops then."""
        return self.files.add(media_id, at_byte, part)

    def media_check(self, media_id: str) -> bool:
        """Hash the whole file; a wrong one is dropped."""
        return self.files.check(media_id)

    def media_read(self, media_id: str) -> bytes | None:
        """The whole checked original."""
        return self.files.read(media_id)


def _opened(path: Path, key: bytes, vault: Vault) -> Database:
    database = Database(path, key)
    try:
        bring_up_to_date(database)
        move_files(database, vault)
        with database.read() as connection:
            aside = mirror.reports_aside(connection)
        if aside:
            with database.write() as connection:
                mirror.read_again(connection)
    except BaseException:
        database.close()
        raise
    return database
