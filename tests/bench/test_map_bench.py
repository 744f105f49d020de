"""What 'bench map' says of its tries."""

from __future__ import annotations

import pytest

from console.bench.map import _Best


def test_the_best_try_of_each_figure_counts_and_every_try_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    best = _Best()
    best.say("map.10000", 50.0, "ms", 33.0, 1.5)
    best.say("map.pan_fps_10000", 60.0, "frames/s", 60.0, 1.0)
    assert not best.all_met
    best.say("map.10000", 36.0, "ms", 33.0, 1.1)
    assert best.all_met
    best.say("map.10000_vs_lmarker", 36.0, "ms", 400.0, 11.1)
    assert not best.all_met
    assert len(capsys.readouterr().out.splitlines()) == 4
