"""Bench claims on a slice: no older token passes, and a planted bug is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.bench import claims

SMALL = ("--operators", "8", "--processes", "2", "--lease", "1", "--minutes", "2")
ZERO = ("stale_accepted", "two_holders", "token_twice", "lost", "twice")


def _figures(said: str) -> dict[str, int]:
    return {line["name"].removeprefix("claims."): line["value"] for line in map(json.loads, said.splitlines())}


def test_every_claim_is_one_persons_and_every_double_claim_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = claims.run(["--claims", "100", "--seed", "3", "--folder", str(tmp_path), *SMALL])
    said = capsys.readouterr()
    figures = _figures(said.out)
    assert [figures[name] for name in ZERO] == [0] * len(ZERO), said.err
    assert figures["claims"] >= 100
    assert figures["acknowledged"] == figures["effects"] + figures["refused"]
    assert figures["conflicts_shown"] == figures["conflicts_made"]
    # So small a slice need not see every kind of thing; the bench itself must.
    missing = {name for name in ("taken_over", "conflicts_made") if not figures[name]}
    assert status == (1 if missing else 0), said.err
    assert not any(tmp_path.iterdir())


def test_a_token_given_twice_is_found_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert claims.run(["--claims", "40", "--seed", "3", "--break", "same", "--folder", str(tmp_path), *SMALL]) == 1
    assert "claims.token_twice is short of its figure" in capsys.readouterr().err
