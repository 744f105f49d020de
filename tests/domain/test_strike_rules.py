"""The service's own terms of strikes hold from then on, and for nothing before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain.outcome import SHIPPED
from console.domain.standing import (
    Block,
    Following,
    Ruling,
    Standing,
    Verdict,
    block_now,
    counted,
    following,
    leads_at,
    proposed,
)
from console.domain.strike_rules import BOUNDS, StrikeRules, fault_in_strike_rules

T0 = datetime(2026, 11, 22, 8, tzinfo=UTC)


def struck(number: int, of: int, days: int = 365) -> Verdict:
    at = T0 + timedelta(minutes=number)
    return Verdict(
        id=f"v{number}", report_id=f"r{number}", number=f"KJ-{number}", outcome="prank", evidence="tertawa",
        by_id="dewi", by_name="Dewi", at=at, until=at + timedelta(days=days), of=of,
    )  # fmt: skip


def test_a_center_that_blocks_at_four_proposes_nothing_at_three() -> None:
    three = Standing(id="a", verdicts=tuple(struck(n, 4) for n in range(3)))
    assert proposed(three, T0 + timedelta(hours=1)) == ()
    assert (leads_at(three, T0 + timedelta(hours=1)), following(3, 4)) == (4, Following.WARN_LAST)
    four = replace(three, verdicts=(*three.verdicts, struck(3, 4)))
    assert len(proposed(four, T0 + timedelta(hours=1))) == 4


def test_a_strike_counts_as_long_as_its_reporter_was_told() -> None:
    short = Standing(id="a", verdicts=(struck(0, 3, days=30),))
    assert counted(short, T0 + timedelta(days=29)) != ()
    assert counted(short, T0 + timedelta(days=31)) == ()


def test_a_block_at_two_stands_on_two_though_the_center_asks_for_three_today() -> None:
    verdicts = (struck(0, 2), struck(1, 2))
    ruling = Ruling(by_id="joko", by_name="Joko", at=T0 + timedelta(hours=1), grounds="dua kali")
    block = Block(
        id="b", report_id="r1", number="KJ-1", imposed=True, verdict_ids=("v0", "v1"), ruling=ruling,
        until=T0 + timedelta(days=30), needs=2,
    )  # fmt: skip
    standing = Standing(id="a", verdicts=verdicts, blocks=(block,))
    assert block_now(standing, T0 + timedelta(hours=2)) == block
    assert block_now(replace(standing, blocks=(replace(block, needs=3),)), T0 + timedelta(hours=2)) is None


@pytest.mark.parametrize("name", list(BOUNDS))
def test_every_term_has_its_bounds(name: str) -> None:
    least, most = BOUNDS[name]
    assert fault_in_strike_rules(SHIPPED.strike_rules) is None
    for number in (least - 1, most + 1):
        found = fault_in_strike_rules(replace(StrikeRules(), **{name: number}))
        assert found == (name, f"{least} to {most}")
