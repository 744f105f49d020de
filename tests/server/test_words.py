"""Word rules on the server: shipped, edited by an administrator, used by intake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests

from console.contract.codec import decode, encode
from console.contract.ids import new_id
from console.domain.report import Report
from console.domain.triage import Triage, WordEntry, WordRules
from console.server.casefile import load
from console.server.parts import assemble
from tests.worlds.central import Central, running

SHIPPED = WordRules(
    entries=(
        WordEntry(words=("kebakaran",), category="fire", weight=8, priority=1, life=True),
        WordEntry(words=("got mampet",), category="infrastructure", weight=5),
    ),
    negations=("tidak ada",),
)


def put(central: Central, rules: WordRules) -> requests.Response:
    """What the server answers an administrator who sends these rules."""
    return requests.put(central.address + "/v1/admin/words", data=encode(rules), headers=central.admin, timeout=20)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as central:
        answer = put(central, SHIPPED)
        assert answer.status_code == 200, answer.text
        yield central


def sent(central: Central, **fields: object) -> Report:
    """A report as the server keeps it after a source sent these fields."""
    report_id = new_id()
    body = {"id": report_id, "reporter": {"account": "rekaan"}, **fields}
    answer = central.post("/v1/reports", json=body, headers=central.make_source())
    assert answer.status_code == 201, answer.text
    with central.parts.database.read() as connection:
        report = load(connection, Report, report_id)
    assert report is not None
    return report


def test_what_the_source_leaves_open_is_taken_from_the_words_and_recorded(central: Central) -> None:
    report = sent(central, text="ada KEBAKARAN di pasar")
    assert (report.category, report.priority) == ("fire", 1)
    assert report.triage == Triage(category="fire", priority=1, words=("kebakaran",), life=("kebakaran",), rules=1)


def test_what_the_source_says_stands_and_the_suggestion_is_recorded_beside_it(central: Central) -> None:
    report = sent(central, text="kebakaran", category="noise", priority=4)
    assert (report.category, report.priority) == ("noise", 4)
    assert report.triage is not None
    assert (report.triage.category, report.triage.priority) == ("fire", 1)


def test_an_aspiration_stays_one_but_its_words_raise_it(central: Central) -> None:
    report = sent(central, kind="aspiration", text="kebakaran lagi, hidran kosong")
    assert (report.category, report.priority) == ("aspiration", 1)


def test_without_a_word_nothing_is_suggested_and_a_panic_is_a_panic(central: Central) -> None:
    quiet = sent(central, text="halo")
    assert (quiet.category, quiet.priority, quiet.triage) == ("other", 3, None)
    panic = sent(central, kind="panic", lat=-7.97, lon=112.63)
    assert (panic.category, panic.priority, panic.triage) == ("panic", 1, None)


def test_an_administrator_s_rules_hold_from_the_next_report_on_and_reach_desks(central: Central) -> None:
    before = sent(central, text="tawuran")
    edited = WordRules(entries=(WordEntry(words=("tawuran",), category="brawl", weight=9),))
    answer = put(central, edited)
    assert decode(answer.content, WordRules).revision == 2
    assert sent(central, text="tawuran").category == "brawl"
    assert (before.category, before.triage) == ("other", None)
    given = decode(central.get("/v1/admin/words", headers=central.admin).content, WordRules)
    assert given.edited
    assert given.entries == edited.entries
    desk = central.sign_in("sari")
    rows = central.get("/v1/changes?after=0&limit=500", headers=desk.headers).json()["rows"]
    assert [row["revision"] for row in rows if row["kind"] == "words"] == [2]


def test_a_broken_rule_is_refused_with_its_place_and_changes_nothing(central: Central) -> None:
    broken = WordRules(entries=(WordEntry(words=("api",), category="no such"),))
    answer = put(central, broken)
    assert answer.status_code == 422
    assert answer.json()["field"] == "entries[0].category"
    assert central.parts.words.rules.entries == SHIPPED.entries


def test_a_release_renews_its_own_list_but_never_an_edited_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'server.db'}"

    def revision_with(shipped: WordRules | None) -> tuple[int, int]:
        parts = assemble(url, lambda: datetime.now(UTC), words=shipped)
        try:
            return parts.words.rules.revision, len(parts.words.rules.entries)
        finally:
            parts.close()

    assert revision_with(None) == (0, 0)
    assert revision_with(SHIPPED) == (1, 2)
    assert revision_with(SHIPPED) == (1, 2)
    assert revision_with(WordRules(entries=SHIPPED.entries[:1])) == (2, 1)
    parts = assemble(url, lambda: datetime.now(UTC))
    with parts.database.write() as tx:
        parts.words.edit(tx, WordRules(), parts.now())
    parts.close()
    assert revision_with(SHIPPED) == (3, 0)


def test_rules_travel_as_they_are() -> None:
    assert decode(encode(SHIPPED), WordRules) == SHIPPED
