"""Bench downloads on a slice: every file arrives whole, a planted bug is found."""

from __future__ import annotations

import json

import pytest

from console.bench import downloads


def figures_of(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    return {line["name"]: line["value"] for line in map(json.loads, capsys.readouterr().out.splitlines())}


def test_twenty_files_arrive_whole_through_a_line_that_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    assert downloads.run(["--count", "20", "--seed", "7"]) == 0
    figures = figures_of(capsys)
    assert figures["downloads.sha256_equal"] == 20
    assert figures["downloads.bytes_before_verification"] == 0
    assert figures["downloads.steps_looked_at"] > 20


def test_what_is_shown_before_its_hash_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert downloads.run(["--count", "3", "--seed", "7", "--break", "early"]) == 1
    assert figures_of(capsys)["downloads.bytes_before_verification"] > 0
