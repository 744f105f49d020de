"""Opens a profile as a power cut left it, by the real store, and counts what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2

from console.bench.powercut_desk import EPOCHS, KEY, REPORTS, SWAPPED_REPORTS
from console.bench.powercut_disk import write_image
from console.contract.decisions import decode_decision
from console.desk import recovery
from console.domain.errors import InputFault, StoreFault
from console.domain.queue_row import QueueQuery
from console.store.journal import read_journal
from console.store.store import Store

_NONE_YET = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Counts over cuts: `mixed` mirrors that are neither old nor new, `unopened` profiles nothing could open."""

    cuts: int = 0
    decisions: int = 0
    acknowledged: int = 0
    fewest: int = _NONE_YET
    lost: int = 0
    second_copy_lost: int = 0
    recovered: int = 0
    unopened: int = 0
    mixed: int = 0
    swapped: int = 0

    def __add__(self, other: Verdict) -> Verdict:
        """Both together."""
        sums = {each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)}
        return Verdict(**{**sums, "fewest": min(self.fewest, other.fewest)})


def hush() -> None:
    """Have SQLCipher not print each page that does not fit: of damaged files there are hundreds here."""
    connection = sqlcipher3.dbapi2.connect(":memory:")
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.close()


def opened(files: dict[str, bytes], folder: Path, acknowledged: Iterable[str]) -> Verdict:
    """What is there of what was acknowledged, after opening as the console does, or after `recover --write`."""
    write_image(files, folder)
    wanted = set(acknowledged)
    second = {record.id for record in read_journal(folder / "decisions.journal", KEY).records}
    count = Verdict(cuts=1, acknowledged=len(wanted), fewest=len(wanted), second_copy_lost=len(wanted - second))
    try:
        return count + _looked_at(folder, wanted)
    except StoreFault:
        pass
    try:
        recovery.recover(
            folder / "console.db",
            folder / "decisions.journal",
            lambda: KEY,
            write=True,
            now=datetime.now(UTC),
            say=lambda sentence: None,
        )
        return count + Verdict(recovered=1) + _looked_at(folder, wanted)
    except StoreFault:
        return count + Verdict(unopened=1, lost=len(wanted))


def _is(raw: bytes, decision_id: str) -> bool:
    """Whether it is still the decision of that id; weaker pragmas leave rows of half old, half new pages."""
    try:
        return decode_decision(raw).id == decision_id
    except InputFault:
        return False


def _looked_at(folder: Path, wanted: set[str]) -> Verdict:
    store = Store.open(folder / "console.db", KEY, lambda: datetime.now(UTC))
    try:
        held = {decision_id for decision_id, raw, _ in store.ledger_raw() if _is(raw, decision_id)}
        epoch = store.cursor()[0]
        reports = store.queue_total(QueueQuery())
    finally:
        store.close()
    expected = {"": 0, EPOCHS[0]: REPORTS, EPOCHS[1]: SWAPPED_REPORTS}
    stray = (folder / "console.db.next").exists()
    return Verdict(
        lost=len(wanted - held), mixed=int(reports != expected[epoch] or stray), swapped=int(epoch == EPOCHS[1])
    )
