"""A photo of another day and place: every desk is told once; a ticked weapon sends more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.bench.dated_photo import dated_photo
from console.contract.ids import new_id
from console.desk.attachments import ShotFacts
from console.desk.decide import Decided
from console.desk.file_claims import claim_of
from console.desk.office import Office
from console.domain.acts import SettleDoubt
from console.domain.crew_size import crew_size
from console.domain.person import Role
from console.domain.queue_row import QueueRow
from console.domain.report import Report
from console.paths import Profile
from console.ui.attachments.evidence_side import EvidenceSide
from console.ui.attachments.viewer_parts import viewer_parts
from console.ui.background import Background
from console.ui.case.parts import CaseParts
from console.ui.case.viewing import Viewing
from console.ui.deciding import Deciding
from console.ui.relay import Relay
from console.ui.selection import Selection
from tests.sync.world import Console, console_at, until
from tests.worlds.administration import signed_in_core
from tests.worlds.central import Central, running

PHOTO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "photos" / "fallen_tree.jpg"
NOON = datetime(2024, 2, 3, 5, tzinfo=UTC)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        yield server


@pytest.fixture
def office(central: Central, tmp_path: Path) -> Iterator[Office]:
    core = signed_in_core(central, Profile(tmp_path / "desk"), "sari", Role.OPERATOR)
    yield core.open_office()
    core.close()


@pytest.fixture
def other_desk(central: Central, tmp_path: Path) -> Iterator[Console]:
    console = console_at(central, tmp_path / "other", "dewi")
    yield console
    console.stop()


def a_photo_comes(central: Central, office: Office) -> Report:
    told = {"id": new_id(), "text": "tabrakan dua motor", "lat": -7.97, "lon": 112.63, "category": "traffic_accident"}
    photo = dated_photo(PHOTO.read_bytes(), NOON, -7.97 + 12_000 / 111_195, 112.63)
    files = [("report", (None, json.dumps(told))), ("file", ("a.jpg", photo))]
    assert central.post("/v1/reports", headers=central.make_source(), files=files).status_code == 201
    until(lambda: office.book.case(str(told["id"])) is not None, "the report is at the desk")
    view = office.book.case(str(told["id"]))
    assert view is not None
    return view.report


def test_what_a_photo_claims_and_what_it_shows_reach_the_other_desk(
    qtbot: QtBot, central: Central, office: Office, other_desk: Console
) -> None:
    report = a_photo_comes(central, office)
    [file] = report.attachments
    until(lambda: isinstance(office.file_claims.facts(file, report.place), ShotFacts), "the photo is here and read")

    # Read without the server, twice: told once, as soon as the line is back.
    central.go_away()
    facts = office.file_claims.facts(file, report.place)
    assert isinstance(facts, ShotFacts)
    assert facts.taken_at is not None
    assert facts.taken_at == NOON
    told = [office.file_claims.tell(report.id, claim_of(file.id, facts)) for _ in range(2)]
    assert told == [True, False]
    central.come_back()
    until(lambda: _row(other_desk, report.id).doubts, "the other desk knows")
    [doubt] = _row(other_desk, report.id).doubts
    assert doubt.metres == pytest.approx(12_000, rel=0.01)
    assert doubt.earlier_s is not None
    assert doubt.earlier_s > 86_400
    assert _row(other_desk, report.id).strikes == 0
    assert central.report(report.id).priority == report.priority

    # Settled while the server is away; the other desk learns who found what, and nothing is in doubt there any more.
    central.go_away()
    word = SettleDoubt(file_id=file.id, finding="explained", note="contoh banjir bulan lalu")
    assert isinstance(office.desk.decide(word, report.id), Decided)
    view = office.book.case(report.id)
    assert view is not None
    assert [doubt.stands for doubt in view.doubts] == [False]
    central.come_back()
    until(lambda: not _row(other_desk, report.id).doubts[0].stands, "the other desk knows what was found")
    [settled] = central.report(report.id).file_claims[0].settled
    assert (settled.finding, settled.note) == ("explained", "contoh banjir bulan lalu")
    assert _row(other_desk, report.id).doubts[0].settled == settled

    # The photo is looked at, a weapon is seen and ticked where it is seen.
    fewer = crew_size(_report(other_desk, report.id)).send
    window = Desk(qtbot, office)
    window.look_at(report.id)
    window.press(Qt.Key.Key_2)
    until(lambda: crew_size(_report(other_desk, report.id)).send == fewer + 2, "the other desk sends more")
    qtbot.waitUntil(lambda: "2 ☑" in window.side.ticks.chips["armed"].text())
    window.close()


class Desk:
    """The viewer as a person has it before him."""

    def __init__(self, qtbot: QtBot, office: Office) -> None:
        self.qtbot, self.office = qtbot, office
        self.background, self.relay, self.owner = Background(), Relay(), QWidget()
        qtbot.addWidget(self.owner)
        deciding = Deciding(office.desk, office.queue, self.background)
        self.viewing = Viewing(
            CaseParts(
                book=office.book, identities=office.identities, evidence=office.evidence,
                viewer=viewer_parts(office, self.background), file_claims=office.file_claims,
                attaching=office.attaching, presence=office.presence, shift=office.shift, nearby=office.nearby,
                deciding=deciding, background=self.background, selection=Selection(),
            ),
            self.owner,
        )  # fmt: skip
        self._stop = office.subscribe(self.relay.take)
        self.relay.changed.connect(self.viewing.take_changes)

    def look_at(self, report_id: str) -> None:
        view = self.office.book.case(report_id)
        assert view is not None
        self.viewing.open(view, 0)
        assert self.viewing.viewer is not None
        side = self.viewing.viewer.findChild(EvidenceSide)
        assert side is not None
        self.side = side
        self.qtbot.waitUntil(lambda: side.ticks.chips["armed"].isEnabled(), timeout=20_000)

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.viewing.viewer, key)

    def close(self) -> None:
        self.viewing.stop()
        self._stop()
        self.relay.close()
        self.background.stop()


def _report(console: Console, report_id: str) -> Report:
    report = console.store.report(report_id)
    assert report is not None
    return report


def _row(console: Console, report_id: str) -> QueueRow:
    return console.store.queue_rows([report_id])[report_id]
