"""Bekasi: drivers are the eyes of a center; one of them sees more than he was asked."""

from __future__ import annotations

from pathlib import Path

from console.clock import SystemClock
from console.contract.ids import new_id
from console.core import Core
from console.desk.decide import Decided
from console.desk.filing import Filed
from console.domain import acts
from console.domain.acts import Act
from console.domain.nearby import AskState
from console.domain.queue_row import QueueFilter, QueueQuery
from console.domain.report import SourceKind
from console.paths import Profile
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, running
from tests.worlds.passphrases import QUICK

WORDS = "Tabrakan truk dan dua motor, nomor saya 0812 3456 7890"


def test_a_driver_confirms_a_crash_and_tells_of_a_robbery_that_becomes_a_report(tmp_path: Path) -> None:
    with running(tmp_path / "central") as central:
        central.make_user("sari")
        ojol = central.make_source("ojol", SourceKind.PARTNER)
        crowds = {"crowds": [{"lat": -7.98, "lon": 112.63, "people": 9}]}
        assert central._ask("PUT", "/v1/asks/reach", ojol, json=crowds).status_code == 200
        profile = Profile(tmp_path / "desk")
        profile.make()
        core = Core(profile, central.address, SystemClock(), cost=QUICK)
        core.session.enrol(central.enrol_code(), "meja sari")
        core.session.sign_in("sari", PASSPHRASE)
        try:
            _plays(central, core, ojol)
        finally:
            core.close()


def _plays(central: Central, core: Core, ojol: dict[str, str]) -> None:
    office = core.open_office()

    def decides(act: Act, report_id: str) -> str:
        answer = office.desk.decide(act, report_id)
        assert isinstance(answer, Decided), answer
        until(lambda: office.link.link().waiting == 0, "the server answered")
        return answer.decision_id

    # A citizen reports a crash; Sari takes it and asks the drivers around it.
    report_id = central.report_in(central.make_source(), text=WORDS, lat=-7.9771, lon=112.6341)
    until(lambda: office.book.case(report_id) is not None, "the desk has it")
    decides(acts.ClaimCase(), report_id)
    view = office.book.case(report_id)
    assert view is not None
    assert [each.id for each in office.nearby.choices(view.report).sources] == ["ojol"]
    ask_id = decides(acts.AskNearby(source_ids=("ojol",), question="Ada kecelakaan di dekat Anda?"), report_id)

    # After ten seconds the partner fetches it: nothing of the reporter or the case is in it.
    assert central.get("/v1/asks", ojol).json()["asks"] == []
    central.let_pass(11)
    given = central.get("/v1/asks", ojol).text
    assert "Ada kecelakaan di dekat Anda?" in given
    assert all(hidden not in given for hidden in ("0812", "Tabrakan", view.report.number, report_id, "7.9771"))

    # A driver 300 m away sees it, and tells of something else besides.
    for seen, text in (("yes", "Truk melintang"), ("", "Di depan pasar ada begal")):
        said = {"id": new_id(), "seen": seen, "text": text, "lat": -7.9798, "lon": 112.6341,
                "reporter": {"account": "p-17"}}  # fmt: skip
        assert central.post(f"/v1/asks/{ask_id}/answers", ojol, json=said).status_code == 201

    def answered() -> bool:
        case = office.book.case(report_id)
        return case is not None and len(case.asks[0].answers) == 2

    until(answered, "both answers arrived live")
    view = office.book.case(report_id)
    assert view is not None
    shown = view.asks[0]
    assert (shown.counted.people, shown.counted.yes, shown.answers[0].metres) == (1, 1, 300)
    assert view.report.unread
    assert view.report.status == "claimed"

    # One key files the second answer as a report of its own; closing the case withdraws the question.
    filed = office.nearby.file(view.report, shown.answers[1])
    assert isinstance(filed, Filed)
    until(lambda: office.link.link().waiting == 0, "the server has it")
    rows = office.queue.page(QueueQuery(filter=QueueFilter.ALL, search="begal"), 0, 9)
    assert filed.report_id in [row.id for row in rows]
    view = office.book.case(report_id)
    assert view is not None
    assert view.asks[0].answers[1].filed_id == filed.report_id
    assert central.report(filed.report_id).source_kind is SourceKind.PARTNER
    decides(acts.CloseCase(outcome="nothing_found", note="Sudah ditangani"), report_id)
    assert central.get("/v1/asks", ojol).json()["asks"] == []
    view = office.book.case(report_id)
    assert view is not None
    assert view.asks[0].state(office.now()) is AskState.WITHDRAWN
