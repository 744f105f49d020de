"""What 'main.py recover' finds in a profile, in sentences, and what it mends.

Why so long: what is found decides both what is said and what is mended.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.contract.codec import encode
from console.contract.decisions import decode_decision
from console.domain.decision import Decision
from console.domain.errors import InputFault, StoreFault
from console.domain.shown_case import LedgerState
from console.store.database import Database
from console.store.disk import BESIDE, ProfileLock, remove_database
from console.store.journal import Journal, JournalRecord
from console.store.rebuilding import away, complete, merged, rebuild, write_journal
from console.store.salvage import Record, SalvagedDatabase, SalvagedJournal, salvage_database, salvage_journal
from console.store.schema import bring_up_to_date

_SETTINGS, _DESK = "setting", "desk"
_NAMED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What ledger and journal hold, and what each of them lacks."""

    database: SalvagedDatabase
    journal: SalvagedJournal
    only_journal: tuple[JournalRecord, ...]
    only_ledger: tuple[Record, ...]
    decisions: tuple[Decision, ...]
    unread: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Both copies can be read to the end and hold the same."""
        return not (self.must_rebuild or self.journal.damages or self.only_journal or self.only_ledger)

    @property
    def must_rebuild(self) -> bool:
        """The database is damaged, or gone though decisions were made with it."""
        return self.database.fault is not None or (not self.database.exists and bool(self.journal.records))


def recover(
    store_file: Path,
    journal_file: Path,
    unlock: Callable[[], bytes],
    *,
    write: bool,
    now: datetime,
    say: Callable[[str], None],
) -> int:
    """Look, say what was found, mend when told to; 0 when both copies are whole now, 1 when something is left to mend.

    Raises:
        AccessFault: the key does not open this profile.
        StoreFault: as looking and mending; `store_locked` while a console has it open.
    """
    with locked(store_file):
        key = unlock()
        found = look(store_file, journal_file, key)
        for sentence in sentences(found, store_file, journal_file):
            say(sentence)
        if found.whole:
            return 0
        if not write:
            say("Nothing was changed. The same command with --write makes both copies whole again.")
            return 1
        for sentence in (*mend(store_file, journal_file, key, found, now), *next_steps(found)):
            say(sentence)
    return 0


@contextmanager
def locked(store_file: Path) -> Iterator[None]:
    """No console has this profile open, or opens it meanwhile.

    Raises:
        StoreFault: `store_locked`.
    """
    lock = ProfileLock(store_file)
    try:
        yield
    finally:
        lock.release()


def look(store_file: Path, journal_file: Path, key: bytes) -> Found:
    """Read both copies, changing neither: the database is opened as a copy, which needs its size in free space.

    Raises:
        StoreFault: `store_unencrypted`, `disk_full`, `store_io`.
    """
    journal = salvage_journal(journal_file, key)
    with tempfile.TemporaryDirectory(prefix="recover-", dir=store_file.parent) as folder:
        database = salvage_database(_copied(store_file, Path(folder)), key)
    in_journal, in_ledger = {each.id for each in journal.records}, {str(row["id"]) for row in database.ledger}
    decisions, unread = _decisions([*_raws(database.ledger), *(each.raw for each in journal.records)])
    return Found(
        database=database,
        journal=journal,
        only_journal=tuple(each for each in journal.records if each.id not in in_ledger),
        only_ledger=tuple(row for row in database.ledger if row["id"] not in in_journal),
        decisions=decisions,
        unread=unread,
    )


def mend(store_file: Path, journal_file: Path, key: bytes, found: Found, now: datetime) -> tuple[str, ...]:
    """Make both copies whole; a damaged file is moved away, never erased. What was done, in sentences.

    Raises:
        StoreFault: the disk is full or fails; what was found is still there.
    """
    done: list[str] = []
    if found.must_rebuild:
        kept = merged(found.database.ledger, found.journal.records)
        unread = rebuild(store_file, key, kept, _tables(found), read=decode_decision, now=now)
        if found.database.exists:
            done.append(f"The damaged database is kept as {away(store_file, now).name}.")
        done.append(f"{store_file.name} was written anew with {len(kept) - len(unread)} decisions.")
    elif found.only_journal:
        _complete(store_file, key, found.only_journal, now)
        done.append(f"{len(found.only_journal)} decisions were put back into the database, to be sent.")
    raws = [_record(row) for row in found.database.ledger]
    if any(not damage.torn for damage in found.journal.damages):
        records = {each.id: each for each in (*raws, *found.journal.records)}
        write_journal(journal_file, key, tuple(records.values()), now)
        done.append(f"The damaged journal is kept as {away(journal_file, now).name}; a new one was written.")
    elif found.only_ledger or found.journal.damages:
        journal = Journal(journal_file, key)
        try:
            added = journal.append(raws)
        finally:
            journal.close()
        done.append(f"The journal is whole again; {added} decisions were added to it.")
    return tuple(done)


def sentences(found: Found, store_file: Path, journal_file: Path) -> tuple[str, ...]:
    """What was found, in plain English."""
    said = [_about_database(found, store_file), *_about_journal(found, journal_file)]
    if found.decisions:
        times = sorted(decision.decided_at for decision in found.decisions)
        said.append(
            f"{len(found.decisions)} decisions in all, the oldest of {times[0]:%Y-%m-%d %H:%M} UTC,"
            f" the newest of {times[-1]:%Y-%m-%d %H:%M} UTC."
        )
    if found.only_journal:
        said.append(f"Only in the journal: {_named([each.id for each in found.only_journal])}.")
    if found.only_ledger:
        said.append(f"Only in the database: {_named([str(row['id']) for row in found.only_ledger])}.")
    if found.unread:
        said.append(f"Of another version of Sigap, kept but not sent by this one: {_named(found.unread)}.")
    if found.whole:
        said.append("Both copies are whole and hold the same. There is nothing to do.")
    return tuple(said)


def next_steps(found: Found) -> tuple[str, ...]:
    """What a person does after mending."""
    steps = ["Start the console and sign in while the server can be reached: what waits is sent, and what the server"
             " already has it answers again without doing it twice."]  # fmt: skip
    if found.must_rebuild and not _desk_kept(found):
        steps.append(
            "The workstation's credential could not be read: ask the administrator for an enrolment code. It is"
            " enrolled again as the same desk."
        )
    return tuple(steps)


def _about_database(found: Found, file: Path) -> str:
    database = found.database
    if not database.exists:
        return f"{file.name}: there is none."
    states = [str(row["state"]) for row in database.ledger]
    counts = ", ".join(f"{states.count(state)} {state}" for state in LedgerState)
    read = f"{len(states)} decisions ({counts})"
    if database.fault is None:
        return f"{file.name}: whole, {read}."
    return f"{file.name}: damaged; {read} can still be read. {database.fault.message}"


def _about_journal(found: Found, file: Path) -> Iterator[str]:
    journal = found.journal
    yield f"{file.name}: {len(journal.records)} decisions." if journal.exists else f"{file.name}: there is none."
    for damage in journal.damages:
        how = "the last record was cut short, as by a power cut" if damage.torn else "cannot be read"
        yield f"{file.name}: {damage.length_bytes} bytes from byte {damage.at_byte} on: {how}."


def _named(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{len(ids)} ({', '.join(ids[:_NAMED])}{more})"


def _copied(store_file: Path, folder: Path) -> Path:
    copy = folder / store_file.name
    try:
        for end in ("", *BESIDE):
            source = store_file.with_name(store_file.name + end)
            if source.exists() and end != "-shm":
                shutil.copyfile(source, folder / source.name)
    except OSError as error:
        raise StoreFault(
            "store_io",
            f"{store_file} cannot be copied to be looked at ({error.strerror}). Free some space, or check the disk.",
            path=str(store_file),
        ) from error
    return copy


def _complete(store_file: Path, key: bytes, records: Sequence[JournalRecord], now: datetime) -> None:
    remove_database(store_file.with_name(store_file.name + ".next"))
    database = Database(store_file, key)
    try:
        bring_up_to_date(database)
        complete(database, records, read=decode_decision, now=now)
    finally:
        database.close()


def _raws(rows: Sequence[Record]) -> list[bytes]:
    return [raw for row in rows if isinstance(raw := row["raw"], bytes)]


def _record(row: Record) -> JournalRecord:
    raw, actor = row["raw"], row["actor"]
    return JournalRecord(
        id=str(row["id"]),
        raw=raw if isinstance(raw, bytes) else b"",
        actor=actor if isinstance(actor, bytes) else b"",
    )


def _decisions(raws: Sequence[bytes]) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    found: dict[str, Decision] = {}
    unread: list[str] = []
    for raw in dict.fromkeys(raws):
        try:
            decision = decode_decision(raw)
        except InputFault as fault:
            unread.append(str(fault))
            continue
        found[decision.id] = decision
    return tuple(found.values()), tuple(unread)


def _desk_kept(found: Found) -> bool:
    rows = dict(found.database.tables).get(_SETTINGS, ())
    return any(row.get("name") == _DESK for row in rows)


def _tables(found: Found) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    """The desk's tables; without its credential at least which desk it was, so that it is enrolled as the same one."""
    if _desk_kept(found) or not found.decisions:
        return found.database.tables
    newest = max(found.decisions, key=lambda decision: decision.decided_at)
    value = encode({"desk_id": newest.desk_id, "desk_secret": ""}).decode()
    tables = dict(found.database.tables)
    tables[_SETTINGS] = (*tables.get(_SETTINGS, ()), {"name": _DESK, "value": value})
    return tuple(tables.items())
