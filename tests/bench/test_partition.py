"""Bench partition on two desks for seconds: nothing lost or told apart; it can fail."""

from __future__ import annotations

import gc
import json
import socket
from itertools import pairwise
from pathlib import Path

import pytest

from console.bench import partition
from console.bench.partition_faults import FAULTS, SERVER, plan
from console.bench.partition_proxy import Proxies

SLICE = ["--minutes", "0.04", "--per-second", "10"]
NOUGHTS = {"partition.lost", "partition.twice", "partition.stalled", "partition.diverged"}


def test_a_slice_with_cut_lines_stopped_desks_and_a_strangers_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = "down,reset,slice,page,stop"
    assert partition.run([*SLICE, "--desks", "2", "--faults", faults, "--folder", str(tmp_path)]) == 0
    said = capsys.readouterr()
    figures = {line["name"]: line["value"] for line in map(json.loads, said.out.splitlines())}
    assert {figures[name] for name in NOUGHTS} == {0}
    assert figures["partition.applied"] + figures["partition.refused"] == figures["partition.acknowledged"] > 0
    assert figures["partition.faults"] == sum(
        value for name, value in figures.items() if name.startswith("partition.faults.")
    )
    assert said.err == ""
    assert not any(tmp_path.iterdir())


def test_decisions_dropped_for_want_of_an_answer_are_found_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = ["--desks", "1", "--faults", "down,reset", "--break", "retry_drop", "--folder", str(tmp_path)]
    assert partition.run([*SLICE, *broken]) == 1
    assert "partition.lost is short of its figure" in capsys.readouterr().err


def test_a_line_that_closes_while_desks_call_leaves_no_socket_behind() -> None:
    server = socket.create_server(("127.0.0.1", 0), backlog=4)  # it accepts nobody
    for _ in range(5):
        lines = Proxies(1, lambda: int(server.getsockname()[1]), seed=1)
        callers = [socket.create_connection(("127.0.0.1", lines.lines[0].port)) for _ in range(12)]
        lines.close()
        for caller in callers:
            caller.close()
    server.close()
    gc.collect()  # what was left unclosed is told here, and fails this test


def test_the_plan_is_the_same_for_a_seed_and_meets_every_kind() -> None:
    whole = plan(8, 300, seed=1)
    assert whole == plan(8, 300, seed=1)
    assert whole != plan(8, 300, seed=2)
    assert {mishap.kind for mishap in whole} == set(FAULTS)
    assert any(mishap.whom == SERVER for mishap in whole)
    for one in range(SERVER, 8):
        own = [mishap for mishap in whole if mishap.whom == one]
        assert all(first.until_s < second.at_s for first, second in pairwise(own))
