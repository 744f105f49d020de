"""What the page reports is checked before it is believed."""

from __future__ import annotations

import pytest

from console.ui.map.page_event import PageEvent, parse_event


def test_events_are_read() -> None:
    assert parse_event('{"kind":"report","id":"r1"}') == PageEvent("report", id="r1")
    assert parse_event('{"kind":"place","lat":-7.9,"lon":112}') == PageEvent("place", lat=-7.9, lon=112.0)
    assert parse_event('{"kind":"painted","number":7}') == PageEvent("painted", number=7)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        '{"kind":"eval"}',
        '{"kind":["report"]}',
        '{"kind":"report","id":1}',
        '{"kind":"place","lat":"x"}',
        '{"kind":"place","lat":NaN}',
        '{"kind":"place","lat":1e999}',
        '{"kind":"place","lat":true}',
        '{"kind":"painted","number":null}',
        "[" * 1500,
        '{"kind":"report","id":"' + "x" * 3000 + '"}',
    ],
)
def test_anything_else_is_no_event(text: str) -> None:
    assert parse_event(text) is None


def test_a_tools_word_is_read_up_to_its_length() -> None:
    assert parse_event('{"kind":"tool","id":"heat","text":"a"}') == PageEvent("tool", id="heat", text="a")
    assert parse_event('{"kind":"tool","id":"heat","text":1}') is None
    assert parse_event('{"kind":"tool","id":"heat","text":"' + "x" * 2049 + '"}') is None
