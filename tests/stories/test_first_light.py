"""First light: from a driver's photo to the server's record, through two crashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.report import Report
from tests.worlds.post import Postbox, open_postbox
from tests.worlds.server_process import PASSPHRASE, ServerProcess
from tests.worlds.window_process import Told, Window

PHOTO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "fallen_tree.jpg"


def a_center(folder: Path, post: Postbox) -> ServerProcess:
    server = ServerProcess(folder / "server", smtp=post.url)
    server.hire("sari")
    server.patrol("u12", "U12")
    server.agency("dlh", "DLH", "fallen_tree")
    return server


@pytest.mark.slow
def test_a_drivers_photo_is_answered_by_an_officer_and_an_agency_whatever_crashes(tmp_path: Path) -> None:
    with open_postbox() as post, a_center(tmp_path, post) as server:
        driver = server.app("ojol", "partner")
        window = Window(tmp_path / "desk")
        written_down = window.notes
        with window:
            window.enter(server, "sari")
            window.watch_gui()

            tree = driver.report("Pohon tumbang menutup jalan", PHOTO.read_bytes(), category="fallen_tree")
            window.await_painted(tree)
            assert window.await_photo(tree) == 1

            window.decide("A", tree)
            window.await_settled(tree, "report.claim")
            assert window.await_advice() == ["u12"]
            window.decide("K", tree)
            the_officer_accepts(server, window, tree)
            an_agency_gets_mail(window, post, tree)
            assert driver.view(tree)["state"] != "received"

            prank = driver.report("halo halo coba saja")
            window.await_painted(prank)
            assert window.gui_blocked() == []

            server.child.kill()
            window.await_link("offline")
            window.decide("X", prank)
            window.press("N", tree)
            window.write_and_decide("Server putus, tetap dipantau lewat radio.")
            window.kill()

        with Window(tmp_path / "desk", written_down) as again:
            again.sign_in("sari", PASSPHRASE)
            again.await_work()
            again.await_waiting(2)
            assert ["report.note", True] in again.lines(tree)
            assert ["report.junk", True] in again.lines(prank)

            server.child.restart()
            again.await_link("live")
            again.await_waiting(0)
            assert again.attention() == []
            again.close()

        server.child.stop()
        every_decision_is_on_the_server_once_and_in_order(server, written_down)
        # Having the unread case before him marks it read, whenever the operator had the time for it.
        pressed = [told.act for told in written_down if told.act != "MarkRead"]
        assert pressed == ["ClaimCase", "DispatchUnits", "ForwardCase", "JunkCase", "AddNote"]


def the_officer_accepts(server: ServerProcess, window: Window, report_id: str) -> None:
    """The order is on his phone: he opens it and accepts; both show on the case."""
    window.await_settled(report_id, "report.dispatch")
    page = server.phone_page("u12")
    assert server.ask("GET", page).json()["order"]["status"] in ("ordered", "read")
    assert server.ask("POST", f"{page}/accepted").status_code == 200
    window.await_line(report_id, "unit.read")
    window.await_line(report_id, "unit.accepted")


def an_agency_gets_mail(window: Window, post: Postbox, report_id: str) -> None:
    """Forwarded with T and Ctrl+Enter; after the ten seconds of undo the mail is in the agency's box."""
    window.press("T", report_id)
    window.confirm_and_decide()
    window.await_line(report_id, "forward.sent")
    (mail,) = post.mails
    assert mail["To"] == "siaga@dlh.example"
    assert "Pohon tumbang" in mail.get_payload(decode=True).decode()


def every_decision_is_on_the_server_once_and_in_order(server: ServerProcess, written_down: list[Told]) -> None:
    """What the window acknowledged, as written down outside of it, against the server's own file."""
    receipts = server.receipts()
    assert sorted(receipts) == sorted((told.decision_id, "applied") for told in written_down)
    for report_id, report in server.reports().items():
        acknowledged = [told.decision_id for told in written_down if told.report_id == report_id]
        assert decisions_on(report) == acknowledged


def decisions_on(report: Report) -> list[str]:
    return [entry.decision_id for entry in report.timeline if entry.decision_id and entry.kind.startswith("report.")]


