"""Two programs on one database: a second server is refused, nobody writes behind it."""

from __future__ import annotations

import copy
import dataclasses
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import func, select

from console import paths
from console.bench.feed_postgres import PostgresServer
from console.contract.decisions import DecisionResult, encode_decision
from console.contract.ids import new_id
from console.contract.intake import NewReport
from console.domain.acts import AddNote, ClaimCase
from console.domain.errors import SetupFault
from console.domain.report import SourceKind
from console.server import tables
from console.server.database import Database
from console.server.intake.reports import receive
from console.server.parts import assemble
from console.server.sources import Source
from tests.worlds.central import Central

RIVALS = 6


@pytest.fixture
def others(central: Central) -> Iterator[list[Database]]:
    """Connections that know nothing of the running server's locks, as another process would have."""
    opened = [Database(central.database_url) for _ in range(RIVALS)]
    yield opened
    for each in opened:
        each.close()


def at_once(*works: Callable[[], None]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_second_server_on_the_same_database_is_refused(central: Central, tmp_path: Path):
    with pytest.raises(SetupFault, match="Another Sigap server works on") as refused:
        assemble(central.database_url, lambda: datetime.now(UTC), tmp_path / "media2")
    assert refused.value.code == "database_in_use"
    assert central.get("/v1/health").status_code == 200
    central.go_away()
    central.come_back()
    assert central.get("/v1/health").status_code == 200


def test_one_decision_through_many_connections_at_once_has_one_effect_and_one_answer(
    central: Central, others: list[Database]
):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    answers: list[DecisionResult] = []

    def send(database: Database, raw: bytes) -> None:
        receipts = copy.copy(central.parts.receipts)
        receipts._database = database
        answers.extend(receipts.answer_all(desk.desk_id, (raw,)))

    for number in range(5):
        raw = encode_decision(desk.decision(AddNote(text=f"catatan {number}"), report_id))
        answers.clear()
        at_once(*(lambda database=each, raw=raw: send(database, raw) for each in others))
        assert len({(answer.id, answer.outcome, answer.server_time) for answer in answers}) == 1
        assert len(answers) == RIVALS
    notes = [entry.text for entry in central.report(report_id).timeline if entry.kind == "report.note"]
    assert notes == [f"catatan {number}" for number in range(5)]
    with central.parts.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.receipts)).scalar() == 5


def test_of_many_who_claim_at_once_one_holds_the_case(central: Central, others: list[Database]):
    desks = [central.sign_in(f"petugas{number}") for number in range(RIVALS)]
    report_id = central.report_in(central.make_source())
    outcomes: list[tuple[str, int | None]] = []

    def claim(number: int) -> None:
        receipts = copy.copy(central.parts.receipts)
        receipts._database = others[number]
        raw = encode_decision(desks[number].decision(ClaimCase(), report_id, base_version=1))
        answer = receipts.answer_all(desks[number].desk_id, (raw,))[0]
        outcomes.append((answer.outcome.value, answer.token))

    at_once(*(lambda number=number: claim(number) for number in range(RIVALS)))
    assert sorted(outcomes, key=str) == [("applied", 1), *[("refused", None)] * (RIVALS - 1)]


def test_no_number_is_given_twice_and_none_left_out(central: Central, others: list[Database]):
    app = Source(id="aplikasi", name="Aplikasi", kind=SourceKind.CITIZEN_APP, per_second=1000.0)
    numbers: list[str] = []

    def report(database: Database) -> None:
        parts = dataclasses.replace(central.parts, database=database)
        for _ in range(5):
            numbers.append(receive(parts, app, NewReport(id=new_id(), text="macet")).number)

    at_once(*(lambda database=each: report(database) for each in others))
    assert sorted(int(number.rpartition("-")[2]) for number in numbers) == list(range(1, 5 * RIVALS + 1))


def test_the_command_serves_from_postgresql_and_refuses_a_second_one(postgres: PostgresServer, tmp_path: Path):
    with postgres.fresh() as url:
        command = [*paths.own_command(), "--profile", str(tmp_path / "profile"), "server", "--port", "0"]
        env = {**os.environ, "SIGAP_DATABASE": url}
        first = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            assert first.stdout is not None
            told = first.stdout.readline()
            with requests.Session() as session:
                session.trust_env = False
                health = session.get(told.split()[-1] + "/v1/health", timeout=10)
            assert health.json()["epoch"]
            second = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
            assert second.returncode == 2
            assert "Another Sigap server works on" in second.stderr
            assert "postgresql+psycopg" not in second.stderr
        finally:
            if sys.platform == "win32":
                first.terminate()
            else:
                first.send_signal(signal.SIGTERM)
            _, said = first.communicate(timeout=60)
        assert first.returncode == 0, said
        assert (tmp_path / "profile" / "server" / "media").parent.is_dir()
