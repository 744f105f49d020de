"""Bench statemachine on a slice: the trace repeats, and planted bugs are found."""

from __future__ import annotations

import json

import pytest

from console.bench import statemachine

ONE = ("--processes", "1")


def _figures(said: str) -> dict[str, object]:
    return {line["name"]: line["value"] for line in map(json.loads, said.splitlines())}


def test_no_sentence_breaks_and_the_trace_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    status = statemachine.run(["--steps", "300", "--seed", "7", "--length", "100", *ONE])
    said = capsys.readouterr()
    figures = _figures(said.out)
    assert (status, figures["statemachine.violations"], figures["statemachine.repeatable"]) == (0, 0, 1), said.err
    assert isinstance(figures["statemachine.steps"], int)
    assert figures["statemachine.steps"] >= 300
    assert len(str(figures["statemachine.trace"])) == 64


@pytest.mark.parametrize(("bug", "seed"), [("order", "1"), ("replay", "2"), ("original", "1"), ("word", "2")])
def test_a_planted_bug_is_found(bug: str, seed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert statemachine.run(["--steps", "4000", "--seed", seed, "--length", "100", "--break", bug, *ONE]) == 1
    said = capsys.readouterr()
    assert "statemachine.violations is short of its figure" in said.err
    assert _figures(said.out)["statemachine.violations"] == 1
