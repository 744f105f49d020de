"""What time the server has, also for a console that starts while it is away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.store.store import Store
from console.sync.server_clock import OFF_S, ServerClock

SERVER = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
SLOW = timedelta(hours=1)


def test_a_console_started_without_the_server_knows_that_this_machine_is_an_hour_slow(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "console.db", b"k" * 32, lambda: SERVER)
    writes: list[float] = []

    def keep(off_s: float) -> None:
        writes.append(off_s)
        store.keep_setting(OFF_S, f"{off_s:.1f}")

    try:
        first = ServerClock(lambda: SERVER - SLOW, lambda: 10.0)
        first.lean_on(float(store.setting(OFF_S, "0")), keep)
        assert first.server_now() == SERVER - SLOW
        first.observe(SERVER, sent_s=9.9)
        first.observe(SERVER + timedelta(seconds=0.05), sent_s=9.95)
        assert len(writes) == 1

        again = ServerClock(lambda: SERVER - SLOW + timedelta(minutes=5), lambda: 3.0)
        again.lean_on(float(store.setting(OFF_S, "0")), keep)
        assert abs(again.server_now() - (SERVER + timedelta(minutes=5))) < timedelta(seconds=1)
    finally:
        store.close()


def test_what_the_server_said_at_sign_in_is_kept_as_soon_as_the_store_is_open() -> None:
    kept: list[float] = []
    clock = ServerClock(lambda: SERVER + SLOW, lambda: 10.0)
    clock.observe(SERVER, sent_s=10.0)
    clock.lean_on(0.0, kept.append)
    assert kept == [3600.0]
    assert clock.server_now() == SERVER
