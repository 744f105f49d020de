"""Who is on duty on a rung now, by shift and day; and whose police area a place is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from console.domain.police_area import PoliceArea, PoliceAreas, wrong_areas
from console.domain.roster import Duty, Roster, Rung, ShiftHours, wrong_roster

DAY, NIGHT = ShiftHours(id="pagi", starts="07:00", ends="19:00"), ShiftHours(id="malam", starts="19:00", ends="07:00")


def pawas(name: str, **changes: str) -> Duty:
    return Duty(**{"rung": Rung.DUTY_OFFICER, "name": name, "contact": "+62 800 000 0310", **changes})  # type: ignore[arg-type]


ROSTER = Roster(
    shifts=(DAY, NIGHT),
    duties=(
        pawas("Siang", shift="pagi"),
        pawas("Malam", shift="malam"),
        pawas("Malam Natal", shift="malam", day="2026-12-24"),
        pawas("Libur", day="2026-12-25"),
        Duty(rung=Rung.POLSEK, name="Klojen", contact="1", post="Polsek Klojen"),
        Duty(rung=Rung.POLSEK, name="Umum", contact="2"),
    ),
)


def who(local: str, rung: Rung = Rung.DUTY_OFFICER, post: str = "") -> str:
    at = datetime.fromisoformat(f"{local}+07:00").astimezone(UTC)
    duty = ROSTER.on_duty(rung, at, "Asia/Jakarta", post)
    return duty.name if duty else ""


@pytest.mark.parametrize(
    ("local", "name"),
    [
        ("2026-12-01T07:00", "Siang"),
        ("2026-12-01T18:59", "Siang"),
        ("2026-12-01T19:00", "Malam"),
        ("2026-12-02T06:59", "Malam"),
        ("2026-12-24T23:00", "Malam Natal"),
        ("2026-12-25T03:00", "Malam Natal"),
        ("2026-12-25T09:00", "Libur"),
        ("2026-12-26T03:00", "Malam"),
    ],
)
def test_the_shift_of_the_hour_and_the_day_before_the_daily(local: str, name: str) -> None:
    assert who(local) == name


def test_the_named_post_before_anybody_and_anybody_before_nobody() -> None:
    assert who("2026-12-01T09:00", Rung.POLSEK, "Polsek Klojen") == "Klojen"
    assert who("2026-12-01T09:00", Rung.POLSEK, "Polsek Sukun") == "Umum"
    assert who("2026-12-01T09:00", Rung.POLSEK) == "Umum"
    assert who("2026-12-01T09:00", Rung.MABES) == ""


@pytest.mark.parametrize(
    ("roster", "said"),
    [
        (Roster(shifts=(replace(DAY, starts="7"),)), "shifts[0].starts"),
        (Roster(shifts=(replace(DAY, ends="7.00.00"),)), "shifts[0].ends"),
        (Roster(shifts=(DAY, DAY)), "shifts"),
        (Roster(duties=(pawas(" "),)), "duties[0]"),
        (Roster(duties=(pawas("A", shift="sore"),)), "duties[0].shift"),
        (Roster(duties=(pawas("A", rung=Rung.OPERATOR),)), "duties[0].rung"),
        (Roster(duties=(pawas("A", day="besok"),)), "duties[0].day"),
    ],
)
def test_a_roster_that_cannot_be_used_is_named(roster: Roster, said: str) -> None:
    assert wrong_roster(roster).startswith(said)


def test_a_good_roster_has_nothing_wrong() -> None:
    assert wrong_roster(ROSTER) == ""


def test_a_place_is_the_posts_whose_kelurahan_it_is() -> None:
    klojen = PoliceArea(polsek="Polsek Klojen", polres="Polresta", polda="Polda", areas=("1", "2"))
    dau = PoliceArea(polsek="Polsek Dau", polres="Polres Malang", polda="Polda", areas=("3",))
    table = PoliceAreas(own=("Polresta",), posts=(klojen, dau))
    assert table.of("2") == klojen
    assert table.of("9") is None
    assert table.of("") is None
    assert (table.ours(klojen), table.ours(dau)) == (True, False)
    assert replace(table, own=()).ours(dau)
    assert wrong_areas(table) == ""
    assert wrong_areas(replace(table, posts=(klojen, replace(dau, areas=("1",))))).startswith("posts[1].areas")
    assert wrong_areas(replace(table, posts=(replace(dau, polda=""),))).startswith("posts[0]")
