"""Benches of what finds: duplicates among open reports, on a slice."""

from __future__ import annotations

import json

import pytest

from console.bench import duplicates


def test_what_was_told_again_is_found_and_what_was_told_once_mostly_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    duplicates.run(["--reports", "1500"])
    found = {line["name"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}
    assert found["duplicates.found"]["value"] >= 0.8
    assert found["duplicates.others"]["value"] <= 0.2
    assert found["duplicates.ask_worst_ms"]["baseline"] > 0
