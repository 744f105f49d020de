"""Two offline desks merge two reports into each other: one stands, none is lost."""

from __future__ import annotations

from pathlib import Path

from console.domain import acts
from console.domain.casework.merging import into_of, merging_of
from console.domain.conflict import WayOut
from console.domain.decision import Reason
from console.domain.report import Status
from tests.stories.test_same_report import two_desks
from tests.sync.world import until
from tests.worlds.central import running

CALLER = {"account": "warga-2", "name": "Contoh"}


def test_opposite_merges_made_offline_end_as_one_and_both_reporters_are_told(tmp_path: Path) -> None:
    with running(tmp_path / "central") as central, two_desks(central, tmp_path) as (first, second):
        app = central.make_source()
        one = central.report_in(app, "truk terguling di simpang")
        two = central.report_in(app, "ada truk guling, macet", reporter=CALLER)
        for desk in (first, second):
            until(lambda desk=desk: desk.knows(one) and desk.knows(two), "both reports are on both desks")
        central.go_away()
        first.decides(acts.MergeCase(into_id=one), two)
        second.decides(acts.MergeCase(into_id=two), one)
        for desk, away in ((first, two), (second, one)):
            case = desk.office.book.case(away)
            assert case is not None
            assert case.report.status is Status.MERGED
        central.come_back()
        until(lambda: first.settled() and second.settled(), "both desks have sent what they decided")

        reports = {each: central.report(each) for each in (one, two)}
        (away,) = [each for each, report in reports.items() if into_of(report) is not None]
        (parent,) = {one, two} - {away}
        assert [child.report_id for child in merging_of(reports[parent]).children] == [away]
        loser = first if away == one else second
        until(lambda: len(loser.cards()) == 1, "who came second is told")
        (card,) = loser.cards()
        assert card.refusal is not None
        assert card.refusal.reason in (Reason.PARENT_MERGED, Reason.MERGED_AWAY)
        assert card.conflict is not None
        assert WayOut.LEAVE in card.conflict.ways
        for desk in (first, second):
            until(lambda desk=desk: into_of(desk.office.book.case(away).report) is not None, "both show the same")

        first.decides(acts.TellReporters(text="Derek menuju lokasi"), parent)
        until(first.settled, "the message is sent")
        for each in (one, two):
            messages = central.get(f"/v1/reports/{each}", headers=app).json()["messages"]
            assert [message["text"] for message in messages] == ["Derek menuju lokasi"]
        second.decides(acts.SplitCase(), away)
        until(second.settled, "the split is sent")
        assert central.report(away).status is Status.NEW
        assert central.report(parent).merging is None
