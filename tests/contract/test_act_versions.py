"""Acts of the version before are brought up to date; later ones are refused and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.contract.decisions import decode_decision, encode_decision
from console.domain import act_versions, acts
from console.domain.act_versions import STEPS, Shape, accepted, newest, upcast
from console.domain.acts import ForeignAct
from console.domain.casework.judge import judge
from console.domain.decision import Decision, Reason
from console.domain.errors import InputFault
from console.store.bodies import decode_decision as decode_kept
from console.store.bodies import encode as encode_kept
from console.store.store import Store
from tests.domain.cases import DEWI, decide, facts
from tests.store.world import KEY, NOW, SARI, note, now, of, report
from tests.worlds.central import Central, running


def _note_once_was_words(shape: Shape) -> Shape:
    """An invented past: a note's text was called `words`."""
    return {"text": shape["words"]}


def _priority_once_was_a_letter(shape: Shape) -> Shape:
    """An invented past: priorities were A to D."""
    return {"priority": "ABCD".index(str(shape["grade"])) + 1}


def _priority_once_was_urgent(shape: Shape) -> Shape:
    """An older past still: urgent or not."""
    return {"grade": "A" if shape["urgent"] else "C"}


@pytest.fixture
def invented_past(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if report.note were at its second version and report.priority at its third."""
    monkeypatch.setitem(STEPS, ("report.note", 1), _note_once_was_words)
    monkeypatch.setitem(STEPS, ("report.priority", 1), _priority_once_was_urgent)
    monkeypatch.setitem(STEPS, ("report.priority", 2), _priority_once_was_a_letter)


def _raw(act: acts.Act, older: bytes, version: int) -> bytes:
    """A decision on the act with its act's JSON and version as an older release wrote them."""
    made = encode_decision(replace(decide(act, facts(), DEWI), op_version=version))
    act_json = made[made.index(b'"act":') + 6 : -1]
    return made.replace(act_json, older)


def test_every_op_begins_at_one_and_a_step_raises_it(invented_past: None):
    assert [newest(op) for op in ("report.claim", "report.note", "report.priority")] == [1, 2, 3]
    assert upcast("report.priority", 1, {"urgent": True}) == {"priority": 1}
    assert upcast("report.priority", 3, {"priority": 4}) == {"priority": 4}


def test_the_last_two_versions_are_accepted_and_no_other(invented_past: None):
    assert [version for version in range(6) if accepted("report.priority", version)] == [2, 3]
    assert [version for version in range(6) if accepted("report.claim", version)] == [1]


def test_a_step_leaves_what_it_was_given_as_it_was(invented_past: None):
    given: Shape = {"words": "catatan"}
    upcast("report.note", 1, given)
    assert given == {"words": "catatan"}


def test_an_older_act_is_read_in_todays_shape(invented_past: None):
    noted = decode_decision(_raw(acts.AddNote(text="?"), b'{"words":"dari rilis lalu"}', 1))
    assert (noted.act, noted.op_version) == (acts.AddNote(text="dari rilis lalu"), 2)
    raised = decode_decision(_raw(acts.SetPriority(priority=4), b'{"grade":"B"}', 2))
    assert (raised.act, raised.op_version) == (acts.SetPriority(priority=2), 3)


@pytest.mark.parametrize(("version", "act"), [(1, b'{"urgent":true}'), (4, b'{"priority":1}'), (0, b"{}"), (-1, b"{}")])
def test_versions_older_or_newer_than_that_are_unknown(invented_past: None, version: int, act: bytes):
    with pytest.raises(InputFault) as caught:
        decode_decision(_raw(acts.SetPriority(priority=4), act, version))
    assert caught.value.code == "unknown_op"


@pytest.mark.parametrize("act", [b"{}", b'{"grade":"Q"}', b'{"grade":7}', b'"B"', b'{"grade":null}'])
def test_an_older_act_that_is_broken_is_the_senders_fault(invented_past: None, act: bytes):
    with pytest.raises(InputFault) as caught:
        decode_decision(_raw(acts.SetPriority(priority=4), act, 2))
    assert caught.value.code == "bad_json"


# Through the whole product


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        yield server


@pytest.mark.keeps_threads("AnyIO")
def test_a_ledger_written_before_an_upgrade_is_applied_after_it_raw_as_it_was(
    central: Central, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    made = desk.decision(acts.AddNote(text="sebelum"), report_id)
    raw = encode_decision(made).replace(b'"text":"sebelum"', b'"words":"sebelum"')
    kept = encode_kept(made).replace(b'"text":"sebelum"', b'"words":"sebelum"')
    monkeypatch.setitem(STEPS, ("report.note", 1), _note_once_was_words)
    assert decode_kept(kept).act == acts.AddNote(text="sebelum")
    assert desk.send(raw).json()["results"][0]["outcome"] == "applied"
    assert central.report(report_id).timeline[-1].text == "sebelum"
    # The same bytes again: the receipt is of what was sent, not of what it became.
    assert desk.send(raw).json()["results"][0]["outcome"] == "applied"
    assert [entry.text for entry in central.report(report_id).timeline].count("sebelum") == 1


@pytest.mark.keeps_threads("AnyIO")
def test_an_act_of_a_later_release_is_refused_with_its_reason_and_spoils_no_neighbour(central: Central):
    desk = central.sign_in()
    report_id = central.report_in(central.make_source())
    later = replace(desk.decision(acts.AddNote(text="nanti"), report_id), op_version=9)
    results = desk.send(later, desk.decision(acts.AddNote(text="kini"), report_id)).json()["results"]
    assert [result["outcome"] for result in results] == ["refused", "applied"]
    assert results[0]["refusal"]["reason"] == Reason.UNKNOWN_OP


def test_a_ledger_holding_an_act_of_a_later_release_is_shown_and_its_neighbours_go_on(tmp_path: Path):
    store = Store.open(tmp_path / "console.db", KEY, now)
    try:
        store.apply_page(of([report(1)]))
        for later in (replace(note(report(1)), op_version=9), replace(note(report(1)), op="report.sing")):
            store.record(later, SARI, encode_decision(later))
        plain = note(report(1), "biasa")
        store.record(plain, SARI, encode_decision(plain))
        assert [row.decision.act for row in store.waiting()] == [ForeignAct(), ForeignAct(), plain.act]
        shown = store.shown("r0001")
        assert shown is not None
        assert [entry.text for entry in shown.report.timeline][-1:] == ["biasa"]
        assert [refusal.reason for _, refusal in shown.doubtful] == [Reason.UNKNOWN_OP] * 2
        assert len(store.sendable(9)) == 1
    finally:
        store.close()


def test_no_rule_lets_an_act_pass_that_nobody_can_read():
    made: Decision = replace(decide(acts.AddNote(text="x"), facts(), DEWI), act=ForeignAct())
    refusal = judge(made, facts(), DEWI, NOW)
    assert refusal is not None
    assert refusal.reason is Reason.UNKNOWN_OP


def test_nothing_released_is_without_its_steps():
    """Every version between the first and the newest of an op has its step, or a ledger could not be read."""
    for op, version in act_versions.STEPS:
        assert all((op, each) in act_versions.STEPS for each in range(1, version))
