"""A supervisor looks back at the shift: reopens, approves, returns; an operator cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.worlds.server_process import PASSPHRASE, ServerProcess
from tests.worlds.window_process import Window


@pytest.mark.slow
def test_the_supervisor_reopens_approves_and_returns_what_the_operator_ended(tmp_path: Path) -> None:
    with ServerProcess(tmp_path / "server") as server, Window(tmp_path / "desk") as window:
        server.hire("sari")
        server.hire("joko", "supervisor")
        app = server.app("warga", "citizen_app")
        window.enter(server, "sari")
        wrongly, rightly, badly = [app.report(text) for text in ("halo pak", "tes tes", "coba coba")]
        for report in (wrongly, rightly, badly):
            window.await_painted(report)
            window.decide("X", report)
            window.await_settled(report, "report.junk")

        window.key("F4")
        window.turn()
        assert not window.review_visible()
        window.menu("sign_out_asked")

        window.sign_in("joko", PASSPHRASE)
        window.await_work()
        window.key("F4")
        assert sorted(row[0] for row in window.await_reviewed(3)) == sorted((wrongly, rightly, badly))
        window.review_press("B", wrongly)
        window.await_settled(wrongly, "report.reopen")
        window.review_press("Y", rightly)
        window.await_settled(rightly, "report.approve")
        window.review_press("R", badly)
        window.write_and_decide("Telepon balik dulu sebelum dibuang.")
        window.await_settled(badly, "report.return")
        assert window.refusals() == []
        assert wrongly in window.listed()
        assert badly in window.listed()
        window.close()
        server.child.stop()

        reports = server.reports()
        assert not reports[wrongly].ended
        assert (reports[rightly].status.value, reports[rightly].review.verdict) == ("junked", "approved")
        assert reports[badly].review.note == "Telepon balik dulu sebelum dibuang."
        assert reports[badly].unread
