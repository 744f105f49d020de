"""The roster as a week: who stands where on which day, and what changing it does."""

from __future__ import annotations

from datetime import date

import pytest

from console.desk.roster import (
    DutyDraft,
    Slot,
    first_of_week,
    shifts_text,
    week_of,
    with_duty,
    with_shifts,
    with_week_copied,
    without_duty,
)  # fmt: skip
from console.domain.errors import InputFault
from console.domain.roster import Duty, Roster, Rung, ShiftHours, wrong_roster

MONDAY = date(2026, 11, 23)
MORNING = Slot(rung=Rung.DUTY_OFFICER, shift="pagi")
SHIFTS = (ShiftHours(id="pagi", starts="06:00", ends="14:00"), ShiftHours(id="malam", starts="22:00", ends="06:00"))
DAILY = Duty(rung=Rung.DUTY_OFFICER, name="Ipda Rekaan", contact="+62 800 000 2001", shift="pagi")
ROSTER = Roster(revision=4, shifts=SHIFTS, duties=(DAILY,))


def put(roster: Roster, day: date | None, name: str = "Iptu Ganti", slot: Slot = MORNING, **more: str) -> Roster:
    return with_duty(roster, DutyDraft(slot=slot, day=day, name=name, contact="+62 800 000 2002", **more))


def names(roster: Roster, place: int = 0) -> list[str]:
    return [duty.name if duty else "" for duty in week_of(roster, MONDAY)[place].days]


def test_who_is_there_every_day_fills_the_week_and_one_day_is_another_s():
    assert first_of_week(date(2026, 11, 29)) == MONDAY
    changed = put(ROSTER, date(2026, 11, 25))
    assert names(changed) == ["Ipda Rekaan"] * 2 + ["Iptu Ganti"] + ["Ipda Rekaan"] * 4
    assert wrong_roster(changed) == ""
    again = put(changed, date(2026, 11, 25), "Ipda Ketiga")
    assert names(again)[2] == "Ipda Ketiga"
    assert len(again.duties) == 2
    assert without_duty(again, again.duties[-1]) == ROSTER


def test_the_rungs_come_in_the_order_an_alarm_climbs():
    roster = put(put(ROSTER, None, slot=Slot(rung=Rung.POLDA)), None, slot=Slot(rung=Rung.POLSEK, post="Polsek Klojen"))
    assert [row.slot.rung for row in week_of(roster, MONDAY)] == [Rung.DUTY_OFFICER, Rung.POLSEK, Rung.POLDA]


def test_whoever_can_be_written_to_is_among_the_officers_only_while_a_line_names_him():
    roster = put(ROSTER, None, email="ganti@rekaan.example")
    (officer,) = roster.officers
    assert (officer.id, officer.ways) == ("Iptu-Ganti", ("email",))
    assert roster.duties[-1].officer == officer.id
    assert wrong_roster(roster) == ""
    assert without_duty(roster, roster.duties[-1]).officers == ()


def test_a_week_is_copied_by_day_and_what_holds_every_day_is_not():
    roster = put(ROSTER, date(2026, 11, 25))
    copied = with_week_copied(roster, MONDAY, date(2026, 11, 30))
    assert [duty.day for duty in copied.duties] == ["", "2026-11-25", "2026-12-02"]
    assert with_week_copied(copied, MONDAY, date(2026, 11, 30)).duties == copied.duties


def test_shifts_are_typed_a_line_each():
    assert shifts_text(ROSTER) == "pagi 06:00-14:00\nmalam 22:00-06:00"
    changed = with_shifts(ROSTER, "pagi 07.00 - 15.00\n\nmalam 22:00-07:00")
    assert [(shift.starts, shift.ends) for shift in changed.shifts] == [("07:00", "15:00"), ("22:00", "07:00")]
    for text, code in (
        ("pagi 6-14", "shift_wrong"),
        ("pagi 25:00-14:00", "shift_wrong"),
        ("malam 22:00-06:00", "shift_used"),
    ):
        with pytest.raises(InputFault) as refused:
            with_shifts(ROSTER, text)
        assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "contact", "code"),
    [(" ", "112233", "name_missing"), ("Ipda", "", "contact_wrong"), ("Ipda", "x1", "contact_wrong")],
)
def test_nobody_is_put_on_duty_without_a_name_and_a_number(name: str, contact: str, code: str):
    with pytest.raises(InputFault) as refused:
        with_duty(ROSTER, DutyDraft(slot=MORNING, day=None, name=name, contact=contact))
    assert refused.value.code == code
