"""What travels to the page: only what changed, exact to half a metre, slots used again."""

from __future__ import annotations

import base64
import json
from array import array
from datetime import timedelta

import pytest

from console.domain.unit import UnitStatus
from console.ui.map.marks import MapOfficer, call_text
from console.ui.map.officer_columns import OfficerColumns
from tests.ui.map.conftest import NOW, officer


def _change(columns: OfficerColumns, *officers: MapOfficer) -> dict[str, object]:
    change: dict[str, object] = json.loads(columns.change_text({o.id: o for o in officers}, NOW, 1))
    columns_of = (("slots", "i"), ("lat", "f"), ("lon", "f"), ("age", "f"), ("status", "B"))
    numbers = {name: list(array(kind, base64.b64decode(str(change[name])))) for name, kind in columns_of}
    first = int(str(change["first"]))
    return {**change, **numbers, "slots": numbers["slots"] or [*range(first, first + len(numbers["age"]))]}


def test_only_what_changed_travels() -> None:
    columns = OfficerColumns()
    first, second = officer("a", label="A"), officer("b", label="B")
    assert _change(columns, first, second)["named"] == [[0, "a", "A"], [1, "b", "B"]]
    moved = _change(columns, first, officer("b", -7.9, 112.7, status=UnitStatus.ORDERED, age_s=42, label="B"))
    assert moved["slots"] == [1]
    assert moved["named"] == []
    assert moved["lat"] == pytest.approx([-7.9], abs=4e-6)
    assert moved["lon"] == pytest.approx([112.7], abs=4e-6)
    assert moved["age"] == [42.0]
    assert moved["status"] == [1]


def test_slots_that_follow_each_other_are_told_by_the_first_alone() -> None:
    columns = OfficerColumns()
    fleet = [officer(name) for name in "abcd"]
    whole = json.loads(columns.change_text({o.id: o for o in fleet}, NOW, 1))
    assert (whole["first"], whole["slots"]) == (0, "")
    last = officer("d", 1.0)
    assert _change(columns, fleet[0], officer("b", 1.0), fleet[2], last)["slots"] == [1, 3]
    assert _change(columns, fleet[0], officer("b", 2.0), officer("c", 2.0), last)["slots"] == [1, 2]


def test_who_leaves_frees_a_slot_for_who_comes() -> None:
    columns = OfficerColumns()
    stays = officer("b")
    _change(columns, officer("a"), stays)
    change = _change(columns, stays, officer("c"))
    assert change["gone"] == [0]
    assert change["named"] == [[0, "c", ""]]
    assert _change(columns, stays, officer("c"), officer("d"))["named"] == [[2, "d", ""]]


def test_a_new_label_travels() -> None:
    columns = OfficerColumns()
    _change(columns, officer("a", label="U1"))
    assert _change(columns, officer("a", label="U2"))["named"] == [[0, "a", "U2"]]


def test_statuses_keep_their_numbers() -> None:
    fleet = [officer(s.value, status=s) for s in UnitStatus]
    assert dict(zip((o.id for o in fleet), _change(OfficerColumns(), *fleet)["status"], strict=True)) == {  # type: ignore[call-overload]
        "available": 0,
        "ordered": 1,
        "en_route": 1,
        "on_scene": 2,
        "off_duty": 3,
    }


def test_a_fix_from_the_future_has_a_negative_age() -> None:
    ahead = MapOfficer("a", 0.0, 0.0, UnitStatus.AVAILABLE, NOW + timedelta(seconds=3))
    assert _change(OfficerColumns(), ahead)["age"] == [-3.0]


def test_a_payload_is_one_plain_string() -> None:
    script = call_text("reports", json.dumps(["');alert(1);('", "\u2028</script>\\"], ensure_ascii=False))
    assert script.isascii()
    assert json.loads(script.removeprefix("sigap.reports(").removesuffix(")"))
