"""Every content is shown to the virus scanner once; what it finds is handed to nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.contract.ids import new_id
from console.domain.errors import NetworkFault, SetupFault
from console.server.outbound.clamd import clamd_of, scan
from tests.worlds.central import Central, SignedDesk
from tests.worlds.clamd import FOUND, LIMIT_BYTES, SIGNATURE, FakeDaemon

JPEG = b"\xff\xd8\xff\xe0" + b"foto rekaan " * 20
SICK = JPEG + SIGNATURE


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[FakeDaemon]:
    made = FakeDaemon(tmp_path / "clamd.ctl")
    yield made
    made.close()


@pytest.fixture
def center(tmp_path: Path) -> Iterator[Central]:
    made = Central(tmp_path / "central")
    yield made
    made.go_away()


def scanned_by(center: Central, address: str, *, hold: bool = False) -> None:
    center.parts.scans.clamd = clamd_of(address, hold=hold)


def sent(center: Central, *files: bytes) -> str:
    form = [("report", (None, f'{{"id": "{new_id()}", "text": "rekaan", "lat": -7.97, "lon": 112.63}}'))]
    form += [("file", ("foto.jpg", data)) for data in files]  # type: ignore[misc]
    answer = center.post("/v1/reports", headers=center.make_source(new_id()), files=form)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def fetched(desk: SignedDesk, report_id: str, place: int = 0) -> tuple[int, str]:
    file = desk.central.report(report_id).attachments[place]
    answer = desk.central.get(f"/v1/media/{file.id}", headers=desk.headers)
    return answer.status_code, "" if answer.status_code == 200 else answer.json()["code"]


def test_what_the_scanner_finds_is_put_aside_refused_with_its_reason_and_told_on_the_case(
    center: Central, daemon: FakeDaemon
) -> None:
    scanned_by(center, daemon.address)
    report_id = sent(center, JPEG, SICK)
    assert center.parts.scans.look() == 2
    report, desk = center.report(report_id), center.sign_in()
    assert [file.state for file in report.attachments] == ["clean", "infected"]
    assert report.timeline[-1].kind == "file.infected"
    assert report.timeline[-1].params == {"found": FOUND, "file": "2"}
    assert fetched(desk, report_id, 0) == (200, "")
    assert fetched(desk, report_id, 1) == (403, "infected")
    sick = report.attachments[1].sha256
    assert not center.parts.media.path_of(sick).exists()
    assert (center.folder / "media" / "quarantine" / sick).read_bytes() == SICK
    # Sent once more it is on the disk again, and still nobody gets it.
    again = sent(center, JPEG, SICK)
    assert fetched(desk, again, 1) == (403, "infected")
    assert center.parts.scans.look() == 0
    assert daemon.scans == 2
    # Known already, and said on every case it comes to, once.
    assert [file.state for file in center.report(again).attachments] == ["clean", "infected"]
    told = center.report(again)
    assert [line.kind for line in told.timeline].count("file.infected") == 1
    center.let_pass(61)
    center.parts.scans.look()
    assert center.report(again) == told


def test_while_the_scanner_is_away_files_are_marked_and_looked_at_when_it_is_back(
    center: Central, tmp_path: Path
) -> None:
    scanned_by(center, f"unix:{tmp_path}/later.ctl")
    report_id, desk = sent(center, JPEG), center.sign_in()
    assert center.parts.scans.look() == 0
    assert [file.state for file in center.report(report_id).attachments] == ["not_scanned"]
    assert fetched(desk, report_id) == (200, "")
    daemon = FakeDaemon(tmp_path / "later.ctl")
    try:
        assert center.parts.scans.look() == 0, "it is not asked again at once"
        center.let_pass(61)
        assert center.parts.scans.look() == 1
    finally:
        daemon.close()
    assert [file.state for file in center.report(report_id).attachments] == ["clean"]


def test_a_center_may_hold_back_what_was_not_looked_at(center: Central, daemon: FakeDaemon) -> None:
    scanned_by(center, daemon.address, hold=True)
    report_id, desk = sent(center, JPEG, JPEG + bytes(LIMIT_BYTES)), center.sign_in()
    assert fetched(desk, report_id) == (409, "not_scanned")
    center.parts.scans.look()
    assert fetched(desk, report_id) == (200, "")
    # Above the scanner's limit: it says that it cannot look, so it stays held back and is not asked for ever.
    assert fetched(desk, report_id, 1) == (409, "not_scanned")
    center.let_pass(61)
    assert center.parts.scans.look() == 0


def test_the_daemon_is_asked_over_tcp_too_and_a_stranger_there_is_no_verdict() -> None:
    daemon = FakeDaemon()
    try:
        clamd = clamd_of(daemon.address)
        assert scan(clamd, [b"rekaan", b""]).found == ""
        assert scan(clamd, [SICK[:50], SICK[50:]]).found == FOUND
        assert scan(clamd, [bytes(LIMIT_BYTES + 1)]).unable == "INSTREAM size limit exceeded. ERROR"
    finally:
        daemon.close()
    with pytest.raises(NetworkFault) as away:
        scan(clamd, [b"x"])
    assert away.value.code == "clamd_away"


@pytest.mark.parametrize("address", ["", "clamd", "unix:relative", "tcp://host", "tcp://host:99999", "http://h:1"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(SetupFault):
        clamd_of(address)
