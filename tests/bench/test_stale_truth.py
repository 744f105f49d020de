"""What the file says of a unit's age, and what a look at the page is held against."""

from __future__ import annotations

import pytest

from console.bench.stale import site_played
from console.bench.stale_truth import Look, Margins, Sample, State, Truth, judge
from console.domain.agency import fault_in_site

TRUTH = Truth([("a", 0.0), ("a", 3.0), ("a", 20.0), ("b", 10.0)], 5.0)
MARGINS = Margins(way_s=2.0, turn_s=0.5)


def _sample(at_s: float, old: set[str], drawn: set[str]) -> Sample:
    return Sample(Look(at_s, at_s + 0.1), frozenset(old), frozenset(drawn))


@pytest.mark.parametrize(
    ("at_s", "state"),
    [
        (1.9, State.TURNING),  # its first fix may be on its way
        (2.0, State.FRESH),
        (7.3, State.FRESH),
        (7.5, State.TURNING),
        (8.4, State.TURNING),
        (8.5, State.OLD),
        (19.8, State.OLD),
        (20.0, State.TURNING),  # the next one is sent
        (21.9, State.TURNING),
        (22.0, State.FRESH),
        (25.5, State.OLD),
    ],
)
def test_a_unit_is_old_five_seconds_after_its_last_fix_and_fresh_once_the_next_has_come(
    at_s: float, state: State
) -> None:
    assert TRUTH.state("a", Look(at_s, at_s + 0.1), MARGINS) is state
    assert TRUTH.state("b", Look(9.0, 9.1), MARGINS) is State.UNBORN


def test_what_is_missed_wrong_or_absent_is_counted_and_what_is_on_its_way_is_not() -> None:
    assert TRUTH.spells(3.0, 30.0) == [("a", 8.0, 20.0), ("a", 25.0, 30.0), ("b", 15.0, 30.0)]
    right = [_sample(4, set(), {"a"}), _sample(13, {"a"}, {"a", "b"}), _sample(28, {"a", "b"}, {"a", "b"})]
    verdict = judge(TRUTH, right, MARGINS, 3.0)
    assert (verdict.missed, verdict.wrong, verdict.absent) == ([], [], [])
    assert verdict.seen == {"a", "b"}
    assert (verdict.spells_seen, verdict.spells) == (3, 3)
    bad = [_sample(4, {"a"}, {"a"}), _sample(13, set(), {"a"}), _sample(28, {"a"}, {"a", "b"})]
    verdict = judge(TRUTH, bad, MARGINS, 3.0)
    assert verdict.wrong == [(4, "a")]
    assert verdict.absent == [(13, "b")]
    assert verdict.missed == [(13, "a"), (28, "b")]
    assert verdict.spells_seen == 1
    assert judge(TRUTH, [_sample(8.2, set(), {"a"})], MARGINS, 3.0).unjudged == 1


def test_a_center_played_sixty_times_as_fast_is_one_the_server_takes() -> None:
    assert fault_in_site(site_played(60.0)) is None
