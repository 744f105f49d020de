"""Lists a center edits: who changed what when; nobody overwrites another unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from console.contract.admin import Edits, HazardTerms, NewHazard
from console.contract.codec import decode, encode
from console.domain.crew_size import SHIPPED_CREWS, CrewFigures, TickCrew
from console.domain.edit import Edit
from console.domain.hazard import Hazard, HazardKind
from console.domain.outcome import SHIPPED, OutcomeList
from console.domain.person import Role
from console.domain.strike_rules import StrikeRules
from console.domain.triage import WordEntry, WordRules
from tests.worlds.central import Central, SignedDesk, running

RULES = WordRules(entries=(WordEntry(words=("kebakaran",), category="fire", weight=8),), negations=("tidak",))


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as central:
        yield central


@pytest.fixture
def galih(central: Central) -> SignedDesk:
    return central.sign_in("galih", Role.ADMINISTRATOR)


def put(desk: SignedDesk, path: str, thing: object, revision: int | None = None) -> requests.Response:
    query = {} if revision is None else {"revision": str(revision)}
    return desk.central.put(f"/v1/admin/{path}", data=encode(thing), headers=desk.headers, params=query)


def edits(desk: SignedDesk, kind: str) -> tuple[Edit, ...]:
    answer = desk.central.get("/v1/admin/edits", desk.headers, params={"kind": kind})
    assert answer.status_code == 200, answer.text
    return decode(answer.content, Edits).edits


def test_who_changed_which_words_is_known_and_the_second_of_two_is_told(central: Central, galih: SignedDesk) -> None:
    ratna = central.sign_in("ratna", Role.ADMINISTRATOR)
    assert put(galih, "words", RULES).status_code == 200
    more = replace(RULES, entries=(*RULES.entries, WordEntry(words=("gengster",), category="brawl", weight=7)))
    assert put(ratna, "words", more, 1).status_code == 200
    late = put(galih, "words", replace(RULES, negations=("bukan",)), 1)
    assert (late.status_code, late.json()["code"], late.json()["field"]) == (409, "list_changed", "revision")
    assert [(e.revision, e.by_name, e.changed) for e in edits(galih, "words")] == [
        (2, "Ratna", ("gengster",)), (1, "Galih", ("kebakaran", "tidak")),
    ]  # fmt: skip
    # Whoever says no revision means what he sends, as programs always did.
    assert put(galih, "words", RULES).json()["revision"] == 3
    assert put(galih, "words", RULES, -1).status_code == 422
    assert central.get("/v1/admin/edits", galih.headers, params={"kind": "people"}).status_code == 422


def test_terms_of_strikes_are_kept_with_the_outcomes_and_bounded(galih: SignedDesk) -> None:
    terms = StrikeRules(block_at=4, block_days=30)
    answer = put(galih, "outcomes", replace(SHIPPED, strike_rules=terms), 0)
    assert decode(answer.content, OutcomeList).strike_rules == terms
    assert edits(galih, "outcomes")[0].changed == ("strikes",)
    refused = put(galih, "outcomes", replace(SHIPPED, strike_rules=StrikeRules(block_at=1)))
    assert (refused.status_code, refused.json()["field"]) == (422, "strike_rules.block_at")


def test_crew_sizes_are_the_centers_own_but_never_one_alone_to_a_weapon(galih: SignedDesk) -> None:
    given = galih.central.get("/v1/admin/crews", galih.headers)
    assert decode(given.content, CrewFigures) == SHIPPED_CREWS
    bold = replace(SHIPPED_CREWS, ticks=(TickCrew(tick="armed", more=0, fewest=1),))
    refused = put(galih, "crews", bold)
    assert (refused.status_code, refused.json()["field"]) == (422, "ticks[0].fewest")
    more = replace(SHIPPED_CREWS, ticks=(TickCrew(tick="armed", more=3, fewest=3),))
    assert put(galih, "crews", more, 0).json()["revision"] == 1
    assert put(galih, "crews", more, 0).status_code == 409


def test_a_flag_without_a_case_is_set_changed_and_taken_down(galih: SignedDesk) -> None:
    new = NewHazard(kind="plate", words="Pengemudi bersenjata", days=30, plate="n 1234 ab")
    made = galih.central.post("/v1/admin/hazards", galih.headers, data=encode(new))
    hazard = decode(made.content, Hazard)
    assert made.status_code == 201, made.text
    assert (hazard.kind, hazard.plate, hazard.set_by_name) == (HazardKind.PLATE, "N1234AB", "Galih")
    terms = HazardTerms(words="Pengemudi bersenjata tajam", expires_at=hazard.expires_at)
    changed = put(galih, f"hazards/{hazard.id}", terms, hazard.revision)
    assert decode(changed.content, Hazard).words == "Pengemudi bersenjata tajam"
    assert put(galih, f"hazards/{hazard.id}", terms, hazard.revision).status_code == 409
    path = f"/v1/admin/hazards/{hazard.id}/end"
    ended = galih.central.post(path, galih.headers, json={"reason": "Ditangkap"})
    assert decode(ended.content, Hazard).ended_by == "Galih"
    assert galih.central.post(path, galih.headers, json={"reason": "Lagi"}).status_code == 404
    assert [edit.changed for edit in edits(galih, "hazards")] == [("N1234AB",)] * 3
    for wrong in (replace_of(new, kind="person"), replace_of(new, days=0), replace_of(new, plate="?")):
        assert galih.central.post("/v1/admin/hazards", galih.headers, data=encode(wrong)).status_code == 422


def replace_of(new: NewHazard, **changes: object) -> NewHazard:
    fields = {name: getattr(new, name) for name in new.__struct_fields__}
    return NewHazard(**{**fields, **changes})
