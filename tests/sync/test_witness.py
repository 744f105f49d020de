"""A console keeps the server's checkpoints and is not told two stories."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from console.contract.audit import SignedCheckpoint, new_key, public_key, signed_checkpoint
from console.contract.ids import new_id
from console.desk.attention import AttentionList
from console.remote.server import Server
from console.remote.transport import Credentials, Transport
from console.server import tables
from console.server.audit import note
from console.store.store import Store
from console.sync.witness import Witness
from tests.frozen import FrozenClock
from tests.sync.world import console_at, until
from tests.worlds.central import Central

KEY = bytes(range(32))


@dataclass(frozen=True)
class Desk:
    """An enrolled desk that looks when told to."""

    central: Central
    store: Store
    server: Server

    def look(self) -> None:
        self.central.parts.checkpoints.make()
        Witness(self.store, self.server).look()

    def troubles(self) -> list[str]:
        return [each.trouble for each in self.store.witness.evidence()]


@pytest.fixture
def desk(central: Central, tmp_path: Path, frozen_clock: FrozenClock) -> Iterator[Desk]:
    desk_id, secret = central.enrol()
    store = Store.open(tmp_path / "console.db", KEY, frozen_clock.now)
    transport = Transport(central.address, Credentials(desk_id=desk_id, desk_secret=secret))
    yield Desk(central, store, Server(transport))
    transport.close()
    store.close()


def work(central: Central, times: int = 5) -> None:
    """The chain grows."""
    for _ in range(times):
        with central.parts.database.write() as tx:
            note(tx, central.now(), "server", what=new_id())


def cut_off(central: Central, place: int) -> None:
    """Somebody with the server's database takes the end off the chain, and makes its counters agree."""
    with central.parts.database.write() as tx:
        tx.execute(delete(tables.audit).where(tables.audit.c.place > place))
        newest = select(func.max(tables.audit.c.place)).where(tables.audit.c.kind == "checkpoint")
        latest = tx.execute(newest).scalar_one()
        tx.execute(update(tables.numbers).where(tables.numbers.c.name == "audit.checkpoint"), {"value": latest})


def test_checkpoints_that_follow_from_each_other_are_kept(desk: Desk):
    for _ in range(3):
        work(desk.central)
        desk.look()
    desk.look()
    kept = desk.store.witness.kept()
    assert len(kept) == 3
    assert [each.place for each in kept] == sorted({each.place for each in kept})
    assert desk.troubles() == []


def test_a_chain_cut_off_is_kept_as_evidence_once_and_not_believed(desk: Desk, caplog: pytest.LogCaptureFixture):
    work(desk.central)
    desk.look()
    kept = desk.store.witness.latest()
    assert kept is not None
    cut_off(desk.central, kept.place - 3)
    with caplog.at_level(logging.WARNING):
        desk.look()
        desk.look()
    assert desk.troubles() == ["truncated"]
    assert desk.store.witness.latest() == kept
    shown = AttentionList(desk.store)
    assert [each.kind for each in shown.entries()] == ["chain_truncated"]
    shown.read(shown.entries()[0])
    assert shown.entries() == ()
    desk.look()
    assert shown.entries() == ()
    assert "records were cut off" in caplog.text


def test_a_chain_written_anew_with_the_servers_own_key_is_found(desk: Desk):
    work(desk.central)
    desk.look()
    kept = desk.store.witness.latest()
    assert kept is not None
    cut_off(desk.central, kept.place - 3)
    work(desk.central, 20)
    desk.look()
    assert desk.troubles() == ["rewritten"]
    evidence = desk.store.witness.evidence()[0]
    assert evidence.against == kept.row
    desk.store.witness.mark_seen(evidence.row)
    desk.look()
    assert desk.troubles() == []


def test_another_record_at_the_very_place_is_found(desk: Desk):
    work(desk.central)
    desk.look()
    kept = desk.store.witness.latest()
    assert kept is not None
    cut_off(desk.central, kept.place - 1)
    work(desk.central, 1)
    desk.look()
    assert desk.troubles() == ["rewritten"]


def test_a_restored_server_is_told_as_such_and_followed_from_then_on(desk: Desk):
    central = desk.central
    work(central)
    desk.look()
    central.go_away()
    file = Path(central.database_url.removeprefix("sqlite:///"))
    backup = file.read_bytes()
    central.come_back()
    work(central)
    desk.look()
    central.go_away()
    for leftover in file.parent.glob("server.db*"):
        leftover.unlink()
    file.write_bytes(backup)
    central.come_back()
    with central.parts.database.write() as tx:
        tx.execute(update(tables.meta).where(tables.meta.c.name == "epoch"), {"value": new_id()})
    central.go_away()
    central.come_back()
    desk.look()
    assert desk.troubles() == ["restored"]
    work(central)
    desk.look()
    latest = desk.store.witness.latest()
    assert latest is not None
    assert latest.epoch == central.parts.identity.epoch
    assert desk.troubles() == ["restored"]


class Impostor:
    """Answers with a checkpoint of its own making."""

    def __init__(self, desk: Desk, private: bytes, key: str) -> None:
        self._server, self._private, self._key = desk.server, private, key

    def audit_checkpoint(self) -> SignedCheckpoint:
        true = self._server.audit_checkpoint().checkpoint
        forged = signed_checkpoint(self._private, true.epoch, true.place, true.hash, true.at)
        return SignedCheckpoint(checkpoint=forged, key=self._key)

    def __getattr__(self, name: str) -> object:
        return getattr(self._server, name)


@pytest.mark.parametrize(("own_key", "trouble"), [(True, "other_key"), (False, "signature")])
def test_a_signature_by_anybody_else_is_found(desk: Desk, own_key: bool, trouble: str):
    desk.look()
    private = new_key()
    key = public_key(private) if own_key else desk.central.parts.checkpoints.key
    Witness(desk.store, Impostor(desk, private, key)).look()  # type: ignore[arg-type]
    assert desk.troubles() == [trouble]


def test_old_checkpoints_are_thinned_and_evidence_is_not(desk: Desk, frozen_clock: FrozenClock):
    work(desk.central)
    desk.look()
    first = desk.store.witness.latest()
    assert first is not None
    for hours in range(24 * 4):
        frozen_clock.advance(1800 if hours % 2 else 1799)
        desk.store.witness.keep(first)
    kept = desk.store.witness.kept()
    assert 48 < len(kept) <= 98
    frozen_clock.advance(timedelta(days=40).total_seconds())
    desk.store.witness.keep(first)
    assert len(desk.store.witness.kept()) <= 6


@pytest.mark.keeps_threads("AnyIO")
def test_a_console_keeps_one_from_its_sign_in_on(central: Central, tmp_path: Path):
    console = console_at(central, tmp_path / "profile")
    try:
        until(lambda: console.store.witness.latest() is not None, "a checkpoint kept")
    finally:
        console.stop()
