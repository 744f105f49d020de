"""Databases of every released schema open with today's program, lose nothing and sync."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory

from console.contract.session import PROTOCOL
from console.domain.queue_row import QueueQuery
from console.domain.report import Report
from console.domain.shown_case import LedgerState
from console.server.casefile import load
from console.server.database import Database as ServerDatabase
from console.server.feed import last_seq
from console.server.migrations import STEPS
from console.store import schema
from console.store.database import Database
from console.store.store import Store
from tests.goldens.recipe import FOLDER, FROZEN, build_server, revisions, unchanged, weeks
from tests.goldens.world import Golden, central_at, golden_at
from tests.store.pages import words_in_index
from tests.sync.world import Console, console_at, until
from tests.worlds.central import PASSPHRASE, Central

CLIENTS, SERVERS = revisions("client"), revisions("server")
NEXT = PROTOCOL + 1

pytestmark = pytest.mark.keeps_threads("AnyIO")


def _client_steps() -> list[str]:
    """Every schema of the local store, oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    return [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def test_what_was_frozen_is_as_it_was_frozen():
    written = {file.name for file in FOLDER.iterdir() if file.suffix in (".sql", ".json")}
    found = unchanged()
    assert set(found) == written, "each file of a golden has its line in SHA256SUMS"
    assert [name for name, same in found.items() if not same] == [], FROZEN


def test_every_golden_has_its_other_end():
    assert {client for client, _ in weeks()} == set(CLIENTS)
    assert {server for _, server in weeks()} == set(SERVERS)


def test_every_schema_that_was_released_has_a_golden():
    missing = {f"client_{each}" for each in _client_steps()[:-1]} - {f"client_{each}" for each in CLIENTS}
    missing |= {f"server_{each}" for each, _ in STEPS[:-1]} - {f"server_{each}" for each in SERVERS}
    assert missing == set(), "write it with the release that made it: python -m tests.goldens.write"


@pytest.fixture(params=CLIENTS)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Golden:
    """A console's profile of each released schema."""
    return golden_at(request.param, tmp_path / "profile")


@pytest.fixture
def offline(golden: Golden) -> Iterator[Console]:
    """Today's console on it, without a server, sari signed in."""
    console = golden.console()
    assert console.sign_in("sari", PASSPHRASE).offline
    yield console
    console.stop()


def test_a_released_step_still_makes_the_schema_it_made(golden: Golden, tmp_path: Path):
    database = Database(tmp_path / "fresh.db", golden.key)
    command, config = import_module("alembic.command"), Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    try:
        with database.write() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, golden.revision.partition("_")[0])
        with database.read() as connection:
            statement = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            made = dict(connection.exec_driver_sql(statement).all())
    finally:
        database.close()
    assert made == golden.schema(), FROZEN


@pytest.mark.parametrize("revision", SERVERS)
def test_a_released_step_of_the_server_still_makes_the_schema_it_made(revision: str, tmp_path: Path):
    made, frozen = (ServerDatabase(f"sqlite:///{tmp_path / name}") for name in ("made.db", "frozen.db"))
    try:
        build_server(revision, tmp_path / "frozen.db")
        with made.write() as tx:
            for name, step in STEPS:
                if name <= revision:
                    step.upgrade(Operations(MigrationContext.configure(tx.connection)))
        found = []
        for database in (made, frozen):
            with database.read() as connection:
                statement = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'schema_version'"
                found.append(dict(connection.exec_driver_sql(statement).all()))
    finally:
        made.close()
        frozen.close()
    assert found[0] == found[1], FROZEN


def test_an_old_profile_is_upgraded_offline_and_nothing_of_its_own_is_changed(golden: Golden):
    before, beside = golden.own(), {name: (golden.folder / name).read_bytes() for name in _BESIDE}
    Store.open(golden.file, golden.key, lambda: golden.later).close()
    after = golden.own()
    for table, rows in before.items():
        # A later schema may have more columns; those there were hold what they held, to the byte.
        narrowed = [{name: row[name] for name in rows[0]} for row in after[table]]
        assert sorted(narrowed, key=repr) == rows, table
    assert golden.rows("alembic_version") == [{"version_num": schema.HEAD}]
    assert {name: (golden.folder / name).read_bytes() for name in _BESIDE} == beside


_BESIDE = ("slots.json", "decisions.journal")


def test_an_old_profile_shows_offline_all_it_showed(golden: Golden, offline: Console):
    store = offline.store
    assert [row.decision.id for row in store.waiting()] == [
        golden.decision(name)
        for name in ("waiting claim", "waiting note", "waiting with trouble", "waiting of the second person")
    ]
    assert [(row.tries, row.trouble) for row in store.waiting()][2] == (3, "server_error")
    [refused] = store.attention()
    assert (refused.decision.id, refused.actor.name) == (golden.decision("refused and unread"), "Sari")
    read = store.ledger_row(golden.decision("refused and read"))
    assert read is not None
    assert (read.state, bool(read.seen_at)) == (LedgerState.REFUSED, True)
    assert [row.id for row in store.queue_page(QueueQuery(search="tumbang"), 0, 9)] == [golden.report(0)]
    shown = store.shown(golden.report(4))
    assert shown is not None
    assert [entry.text for entry in shown.report.timeline][-1:] == ["terjawab, belum terlihat"]
    assert store.draft(f"note/{golden.report(6)}") == "catatan yang belum selesai"
    assert store.setting("window.state") == "letak jendela"
    [photo] = store.report(golden.report(7)).attachments
    assert len(store.media_read(photo.id) or b"") == photo.size_bytes
    assert ("bulletin", "b1") in {(row["kind"], row["id"]) for row in golden.rows("mirror_thing")}


def test_an_old_journal_holds_every_decision_and_goes_on(golden: Golden, offline: Console):
    assert offline.desk.complete_second_copy() == 0
    assert {row[0] for row in offline.store.ledger_raw()} == {row["id"] for row in golden.rows("ledger")}
    assert offline.session.journal is not None


def test_an_old_profile_opens_by_its_recovery_key_too(golden: Golden):
    from console.store.slots import Slots

    assert Slots(golden.folder / "slots.json").recover(golden.about["recovery_key"]) == golden.key


# Then it meets servers: today's on the database of each release, speaking today's protocol and its neighbours.


def _talks() -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """(console's protocols, server's): both today's, then either end one release ahead of the other."""
    today = (PROTOCOL,)
    return [(today, today), ((PROTOCOL, NEXT), today), (today, (PROTOCOL, NEXT))]


@pytest.mark.parametrize(("console_speaks", "server_speaks"), _talks(), ids=["same", "console newer", "server newer"])
@pytest.mark.parametrize("week", weeks(), ids="-".join)
def test_an_old_profile_syncs_with_an_upgraded_server_of_its_or_the_neighbouring_protocol(
    week: tuple[str, str], tmp_path: Path, console_speaks: tuple[int, ...], server_speaks: tuple[int, ...]
):
    golden = golden_at(week[0], tmp_path / "profile")
    central = central_at(week[1], tmp_path / "central", golden.later, server_speaks)
    console = golden.console(central.address, protocols=console_speaks)
    try:
        assert not console.sign_in("sari", PASSPHRASE).offline
        console.start()
        until(lambda: console.store.waiting_count() == 0, "everything being sent")
        until(lambda: console.store.cursor()[1] == _last_seq(central), "everything being told")
        _effected_once(central, console, golden)
        mine = {report_id: console.store.report(report_id) for report_id in golden.about["reports"]}
        assert mine == {report_id: _held(central, report_id) for report_id in golden.about["reports"]}
        assert mine[golden.report(3)] is None, "withdrawn while this desk was away"
        assert [row.decision.id for row in console.store.attention()] == [golden.decision("refused and unread")]
        # Words are taken out of the index with what the row says today: they must be what that release put in.
        assert not {"banjir", "perumahan"} & words_in_index(console.store)
    finally:
        console.stop()
        central.go_away()


def _effected_once(central: Central, console: Console, golden: Golden) -> None:
    """Every decision of the old ledger stands on the server once, or is refused and kept."""
    held = [_held(central, report_id) for report_id in golden.about["reports"]]
    effects = [entry.decision_id for report in held if report for entry in report.timeline if entry.decision_id]
    for name, decision_id in golden.about["decisions"].items():
        row = console.store.ledger_row(decision_id)
        if row is None:
            assert name == "rival note"
            continue
        state = LedgerState.REFUSED if name.startswith("refused") else LedgerState.APPLIED
        assert (name, row.state) == (name, state)
        assert (name, effects.count(decision_id)) == (name, 1 if state is LedgerState.APPLIED else 0)


def _held(central: Central, report_id: str) -> Report | None:
    with central.parts.database.read() as connection:
        return load(connection, Report, report_id)


def _last_seq(central: Central) -> int:
    with central.parts.database.read() as connection:
        return last_seq(connection)


@pytest.fixture(params=weeks(), ids="-".join)
def enrolled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Golden, Central]]:
    """A profile of each week, and today's server on the database of the server it is enrolled at."""
    golden = golden_at(request.param[0], tmp_path / "profile")
    central = central_at(request.param[1], tmp_path / "central", golden.later, (PROTOCOL,))
    yield golden, central
    central.go_away()


def test_an_upgraded_server_answers_a_decision_of_long_ago_as_it_answered_then(enrolled: tuple[Golden, Central]):
    golden, upgraded = enrolled
    rows = {row["id"]: row for row in golden.rows("ledger")}
    for name in ("applied claim", "refused and read"):
        raw = rows[golden.decision(name)]["raw"]
        assert isinstance(raw, bytes)
        before = _held(upgraded, str(rows[golden.decision(name)]["report_id"]))
        answer = upgraded.post("/v1/decisions", data=b"[" + raw + b"]", headers=golden.desk_headers())
        assert answer.json()["results"][0]["outcome"] == name.split()[0]
        assert _held(upgraded, str(rows[golden.decision(name)]["report_id"])) == before
        other = raw.replace(b'"op_version":1', b'"op_version": 1')
        again = upgraded.post("/v1/decisions", data=b"[" + other + b"]", headers=golden.desk_headers())
        assert (again.status_code, again.json()["code"]) == (422, "id_reused")


def test_a_new_console_and_an_old_one_see_the_same_on_an_upgraded_server(
    enrolled: tuple[Golden, Central], tmp_path: Path
):
    golden, upgraded = enrolled
    new, old = console_at(upgraded, tmp_path / "new", "dewi"), golden.console(upgraded.address)
    try:
        old.sign_in("joko", PASSPHRASE)
        old.start()
        until(lambda: old.store.waiting_count() == 0, "the old ledger being sent")
        ids = [*golden.about["reports"], upgraded.report_in(upgraded.make_source("lain"), "setelah peningkatan")]
        until(lambda: old.store.report(ids[-1]), "the news at the old desk")
        until(lambda: new.store.cursor()[1] == old.store.cursor()[1] == _last_seq(upgraded), "both catching up")
        assert [new.store.report(each) for each in ids] == [old.store.report(each) for each in ids]
    finally:
        new.stop()
        old.stop()


def test_what_was_revoked_stays_revoked_after_an_upgrade(enrolled: tuple[Golden, Central]):
    golden, upgraded = enrolled
    body = json.dumps({"user": "lama", "passphrase": PASSPHRASE})
    assert upgraded.post("/v1/sign-in", data=body, headers=golden.desk_headers()).status_code == 401
