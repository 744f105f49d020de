"""Cards of the officers strip and the search for any unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.desk.fleet import fleet_counts, search_units, unit_cards
from console.domain.unit import Position, UnitStatus
from tests.worlds.cases import NOW, SPOTS, UNITS, a_report

POSITIONS = {
    unit_id: Position(unit_id=unit_id, lat=lat, lon=lon, at=NOW - timedelta(seconds=age), received_at=NOW)
    for unit_id, (lat, lon, age) in SPOTS.items()
}


def test_fresh_units_stand_nearest_first_and_stale_ones_last() -> None:
    cards = unit_cards(UNITS, POSITIONS, NOW, stale_after_s=300, report=a_report("r1", "KJ-1"))
    signs = [card.unit.call_sign for card in cards]
    assert signs[:2] == ["U22", "U12"]
    assert signs[-1] == "U09"
    assert cards[-1].stale


def test_units_of_the_case_come_before_nearer_ones() -> None:
    units = tuple(replace(u, report_id="r1", status=UnitStatus.EN_ROUTE) if u.id == "p-03" else u for u in UNITS)
    cards = unit_cards(units, POSITIONS, NOW, stale_after_s=300, report=a_report("r1", "KJ-1"))
    assert cards[0].unit.call_sign == "P-03"


def test_nobody_off_duty_is_shown_or_counted_as_free() -> None:
    units = tuple(replace(u, status=UnitStatus.OFF_DUTY) if u.id == "u12" else u for u in UNITS)
    cards = unit_cards(units, POSITIONS, NOW, stale_after_s=300)
    assert "U12" not in [card.unit.call_sign for card in cards]
    counts = fleet_counts(units, POSITIONS, NOW, stale_after_s=300)
    assert (counts.off_duty, counts.stale, counts.on_scene) == (1, 1, 1)


def test_a_search_wants_every_word_and_prefers_the_call_sign() -> None:
    cards = unit_cards(UNITS, POSITIONS, NOW, stale_after_s=300)
    assert [card.unit.call_sign for card in search_units(cards, "bripka agus")] == ["U12"]
    assert search_units(cards, "u")[0].unit.call_sign.startswith("U")
    assert search_units(cards, "agus maya") == ()
    assert search_units(cards, "   ") == ()
