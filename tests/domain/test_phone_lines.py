"""A ring on a line is shown at the line's desks; where nobody sits there, at all of them."""

from __future__ import annotations

import pytest

from console.domain.call import CallState, Ring
from console.domain.phone_lines import PhoneLine, PhoneLines, shown_at, wrong_lines
from tests.domain.cases import T0

LINES = PhoneLines(
    lines=(
        PhoneLine(line="1", desks=("d1", "d2")),
        PhoneLine(line="1", source_kind="call_112", desks=("d3",)),
        PhoneLine(line="2", name="tamu"),
    )
)


def ring(line: str, source_kind: str = "call_110") -> Ring:
    return Ring(id=line, state=CallState.RINGING, source_kind=source_kind, line=line, rang_at=T0)


@pytest.mark.parametrize(
    ("line", "kind", "shown"),
    [
        ("1", "call_110", {"d1", "d2"}),
        ("1", "call_112", {"d3"}),
        ("2", "call_110", {"d1", "d2", "d3"}),
        ("9", "call_110", {"d1", "d2", "d3"}),
        ("", "call_110", {"d1", "d2", "d3"}),
    ],
)
def test_a_line_rings_at_its_desks_only(line: str, kind: str, shown: set[str]) -> None:
    desks = frozenset({"d1", "d2", "d3"})
    assert {desk for desk in desks if shown_at(desk, (ring(line, kind),), LINES, desks)} == shown


def test_a_line_at_whose_desks_nobody_works_rings_everywhere() -> None:
    assert shown_at("d3", (ring("1"),), LINES, frozenset({"d3"})) == (ring("1"),)
    assert shown_at("d3", (ring("1"),), LINES, frozenset({"d2", "d3"})) == ()


def test_lines_that_cannot_be_are_refused_by_field() -> None:
    assert wrong_lines(LINES, ("d1", "d2", "d3")) is None
    for lines, field in (
        ((PhoneLine(line=" "),), "lines[0].line"),
        ((PhoneLine(line="1"), PhoneLine(line="1")), "lines[0].line"),
        ((PhoneLine(line="1", source_kind="sms"),), "lines[0].source_kind"),
        ((PhoneLine(line="1", name="a" * 101),), "lines[0].name"),
        ((PhoneLine(line="1", desks=("d1", "dx")),), "lines[0].desks[1]"),
    ):
        found = wrong_lines(PhoneLines(lines=lines), ("d1",))
        assert found is not None
        assert found[0] == field
