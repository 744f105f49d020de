"""A woman writes that she is beaten: nobody rings her, nobody reads it without reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.clock import SystemClock
from console.contract.ids import new_id
from console.core import Core
from console.desk.decide import Decided, Refused
from console.desk.office import Office
from console.domain import acts
from console.domain.acts import Act
from console.domain.decision import Reason
from console.domain.outcome import WOMEN_AND_CHILDREN_UNIT
from console.domain.queue_row import QueueFilter, QueueQuery
from console.paths import Profile
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, running
from tests.worlds.passphrases import QUICK

WORDS = "suami saya memukul lagi, anak ikut dipukul"
PHOTO = (Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "fallen_tree.jpg").read_bytes()


class Hall:
    """The center with one operator at her desk, and the app the woman wrote with."""

    def __init__(self, central: Central, core: Core) -> None:
        self.central = central
        self.app = central.make_source()
        self.office: Office = core.open_office()

    def writes(self, **more: object) -> str:
        report_id = new_id()
        told = {
            "id": report_id, "text": WORDS, "category": "domestic_violence", "place_words": "Gang Rekaan 3",
            "reporter": {"account": "app-1", "name": "Siti Rekaan", "phone": "+62 800 000 0003"}, **more,
        }  # fmt: skip
        parts = [("report", (None, json.dumps(told))), ("file", ("memar.jpg", PHOTO))]
        assert self.central.post("/v1/reports", headers=self.app, files=parts).status_code == 201
        until(lambda: self.office.book.case(report_id) is not None, "the desk has it")
        return report_id

    def decides(self, act: Act, report_id: str) -> str:
        answer = self.office.desk.decide(act, report_id)
        assert isinstance(answer, Decided), answer
        until(lambda: self.office.link.link().waiting == 0, "the server answered")
        return answer.decision_id

    def refuses(self, act: Act, report_id: str) -> Reason:
        answer = self.office.desk.decide(act, report_id)
        assert isinstance(answer, Refused), answer
        return answer.refusal.reason

    def heard(self, report_id: str) -> list[str]:
        """Whatever reached the woman, by whom or what ever."""
        seen = self.central._ask("GET", f"/v1/reports/{report_id}", self.app).json()
        return [each["text"] for each in seen["messages"] if each["direction"] != "answer"]

    def found(self, words: str) -> list[str]:
        return [row.id for row in self.office.queue.page(QueueQuery(filter=QueueFilter.ALL, search=words), 0, 9)]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with running(tmp_path / "central") as central:
        central.make_user("sari")
        profile = Profile(tmp_path / "desk")
        profile.make()
        core = Core(profile, central.address, SystemClock(), cost=QUICK)
        core.session.enrol(central.enrol_code(), "meja sari")
        core.session.sign_in("sari", PASSPHRASE)
        try:
            yield Hall(central, core)
        finally:
            core.close()


def test_her_words_and_photo_open_on_a_recorded_reason_and_nobody_writes_to_her_before_it_is_safe(hall: Hall) -> None:
    report_id = hall.writes()

    row = hall.office.queue.rows([report_id])[report_id]
    assert (row.line, row.category, row.life) == ("", "domestic_violence", ())
    assert hall.found("memukul") == []
    assert hall.found("Rekaan") == []
    assert hall.found(row.number) == [report_id]
    covered = hall.office.book.case(report_id)
    assert covered is not None
    assert (covered.hidden, covered.hidden_files, covered.report.text, covered.report.attachments) == (True, 1, "", ())
    assert "Gang Rekaan" not in repr(covered)
    assert "memukul" not in repr(covered)

    hall.decides(acts.ClaimCase(), report_id)
    assert hall.refuses(acts.AskReporter(text="Ibu aman?"), report_id) is Reason.NOT_SAFE_TO_CONTACT
    assert hall.refuses(acts.Look(what="sensitive", reason=" "), report_id) is Reason.EMPTY_TEXT
    hall.decides(acts.AddNote(text="tetangga melihat"), report_id)
    hall.decides(acts.SetPriority(priority=2), report_id)
    assert hall.heard(report_id) == []

    look = hall.decides(acts.Look(what="sensitive", reason="menentukan bantuan"), report_id)
    opened = hall.office.book.case(report_id, opened=True)
    assert opened is not None
    assert opened.report.text == WORDS
    assert len(opened.report.attachments) == 1
    kept = next(entry for entry in hall.central.report(report_id).timeline if entry.decision_id == look)
    assert (kept.kind, kept.actor_name, kept.text) == ("report.look", "Sari", "menentukan bantuan")

    hall.decides(acts.SetSafeToContact(safe=True), report_id)
    hall.decides(acts.AskReporter(text="Bolehkah kami datang?"), report_id)
    assert hall.heard(report_id) == ["Bolehkah kami datang?"]

    hall.decides(acts.CloseCase(outcome="referred", referred_to=WOMEN_AND_CHILDREN_UNIT), report_id)
    ended = hall.central.report(report_id)
    assert ended.ending is not None
    assert ended.ending.referred_to == "Unit PPA"


def test_a_silent_press_from_her_number_later_rises_by_itself_and_is_never_thrown_away_with_one_key(hall: Hall) -> None:
    first = hall.writes()
    hall.decides(acts.ClaimCase(), first)
    hall.decides(acts.CloseCase(outcome="referred", referred_to=WOMEN_AND_CHILDREN_UNIT), first)
    hall.central.let_pass(2 * 86_400)

    silent = hall.writes(kind="panic", category="", text="")
    assert [row.id for row in hall.office.queue.page(QueueQuery(filter=QueueFilter.CALLBACK), 0, 9)] == [silent]
    row = hall.office.queue.rows([silent])[silent]
    assert (row.callback, row.risen) == ("panic", True)
    hall.decides(acts.ClaimCase(), silent)
    assert hall.refuses(acts.JunkCase(outcome="prank"), silent) is Reason.PROTECTED_FROM_JUNK
    assert hall.refuses(acts.CloseCase(outcome="prank"), silent) is Reason.NEEDS_CALLBACK
    assert hall.heard(silent) == []
    hall.decides(acts.RecordTry(result="answered", note="minta dijemput"), silent)
    assert hall.office.queue.counts("sari")[QueueFilter.CALLBACK] == 0
