"""What an administrator types, looked at before the server is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.contract.enrolled import PersonEnrolled
from console.desk.agencies import AgencyDraft, checked_agency
from console.desk.enrolled_units import UnitDraft, checked_unit, draft_of
from console.desk.people import checked_login, first_passphrase
from console.desk.phone_pages import checked_address
from console.desk.qr_code import qr_grid
from console.desk.sources import SourceDraft, checked_source
from console.domain.agency import Agency
from console.domain.errors import InputFault
from console.domain.person import Role
from console.domain.report import SourceKind
from console.domain.unit import Unit, UnitKind
from tests.worlds.qr_reader import read_qr

KNOWN = Unit(
    id="U1", call_sign="U1", rank="Bripka", name="Rekaan Satu", skills=("first_aid",), beat_area="35.73.02.1001"
)
CAR = UnitDraft(kind=UnitKind.VEHICLE, call_sign="P 01", name="Patroli", crew="Bripka A\n\n Briptu B ", beat_area="x")
PARTNER = SourceDraft(id="ojek", name="Ojek", kind=SourceKind.PARTNER)
PLN = AgencyDraft(name="PLN UP3", short_name="PLN", email="piket@pln.example")


def code_of(call) -> str:
    with pytest.raises(InputFault) as refused:
        call()
    return refused.value.code


def test_a_car_is_enrolled_with_its_crew_by_name_and_an_id_of_its_own():
    car = checked_unit(CAR, (KNOWN,))
    assert (car.id, car.crew, car.beat_area) == ("P-01", ("Bripka A", "Briptu B"), "")
    same = Unit(id="P-01", call_sign="PX")
    assert checked_unit(CAR, (KNOWN, same)).id == "P-01-2"


def test_a_unit_shown_and_saved_again_is_the_unit_it_was():
    new = checked_unit(draft_of(KNOWN), (KNOWN,))
    assert (new.id, new.name, new.skills, new.beat_area, new.on_duty) == (
        "U1", "Rekaan Satu", ("first_aid",), "35.73.02.1001", True,
    )  # fmt: skip


def test_what_is_wrong_with_a_unit_is_told_by_its_field():
    assert code_of(lambda: checked_unit(replace(CAR, call_sign=" "), ())) == "call_sign_missing"
    assert code_of(lambda: checked_unit(replace(CAR, call_sign="u1"), (KNOWN,))) == "call_sign_taken"
    assert code_of(lambda: checked_unit(replace(CAR, crew="\n"), ())) == "crew_missing"
    assert code_of(lambda: checked_unit(replace(CAR, name=""), ())) == "name_missing"
    assert code_of(lambda: checked_unit(replace(CAR, post="x" * 101), ())) == "too_long"


def test_phones_are_never_sent_to_the_computer_that_shows_the_code():
    assert checked_address(" https://sigap.example:8443/ ") == "https://sigap.example:8443"
    for local in ("http://127.0.0.1:8112", "http://localhost:8112", "http://[::1]:80"):
        assert code_of(lambda local=local: checked_address(local)) == "phones_address_local"
    for odd in ("sigap.example", "javascript:alert(1)", "https://a.example/o/x", "https://a b", ""):
        assert code_of(lambda odd=odd: checked_address(odd)) == "phones_address_wrong"


def test_the_squares_of_a_code_are_read_back_to_the_address():
    address = "https://sigap.example/o/" + "Ab3_-xYz" * 5 + "012"
    assert read_qr(qr_grid(address)) == address


def test_a_login_is_short_and_nobody_else_s():
    sari = PersonEnrolled(
        id="1", login="sari", name="Sari", role=Role.OPERATOR, active=False, made_at=datetime.now(UTC)
    )
    assert checked_login(" bayu ", (sari,)) == "bayu"
    assert code_of(lambda: checked_login("Sari", (sari,))) == "login_taken"
    assert code_of(lambda: checked_login("a b", ())) == "login_spaces"
    assert code_of(lambda: checked_login("", ())) == "login_missing"


def test_first_passphrases_are_long_and_never_the_same():
    made = {first_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert all(len(one) == 29 and one.replace("-", "").isalpha() for one in made)


def test_an_agreement_holds_until_the_end_of_its_last_day_here():
    draft = replace(PARTNER, first_day="2026-01-01", last_day="2026-12-31", per_second="2,5")
    source = checked_source(draft, ZoneInfo("Asia/Jakarta"))
    assert source.per_second == 2.5
    assert source.valid_from == datetime(2025, 12, 31, 17, tzinfo=UTC)
    assert source.valid_until == datetime(2026, 12, 31, 17, tzinfo=UTC)
    zone = ZoneInfo("Asia/Jakarta")
    assert code_of(lambda: checked_source(replace(draft, id="Ojek 1"), zone)) == "source_id_wrong"
    assert code_of(lambda: checked_source(replace(draft, per_second="nan"), zone)) == "rate_wrong"
    assert code_of(lambda: checked_source(replace(draft, last_day="2025-01-01"), zone)) == "days_crossed"
    assert code_of(lambda: checked_source(replace(draft, last_day="31.12."), zone)) == "day_wrong"


def test_an_agency_keeps_what_the_form_does_not_show():
    known = Agency(id="pln", name="PLN", short_name="PLN", kind="utility", lat=-7.9, lon=112.6)
    changed = checked_agency(replace(PLN, id="pln"), (known,))
    assert (changed.name, changed.kind, changed.lat) == ("PLN UP3", "utility", -7.9)
    assert checked_agency(replace(PLN, short_name="Damkar Kota"), (known,)).id == "damkar-kota"
    assert code_of(lambda: checked_agency(PLN, (known,))) == "short_name_taken"
    assert code_of(lambda: checked_agency(replace(PLN, email="pln"), ())) == "email_wrong"
    assert code_of(lambda: checked_agency(replace(PLN, email=""), ())) == "no_way"
