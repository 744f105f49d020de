"""A call is filed without the server: the number read out is the one it keeps."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.areas.area import Area
from console.areas.index import AreaIndex
from console.contract.ids import new_id
from console.contract.sealed import open_seal
from console.core import Core
from console.desk.filing import Filed
from console.desk.office import Office
from console.domain.link import LinkState
from console.domain.queue_row import QueueFilter, QueueQuery
from console.domain.report import SourceKind
from console.paths import Profile
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, running

NUMBER = "0800 000 5678"
BLIMBING = Area(code="35.73.01.1001", name="Blimbing", lat=-7.94, lon=112.64, district="Blimbing", city="Kota Malang")


class DeskClock:
    """The workstation's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        yield server


@pytest.fixture
def core(central: Central, tmp_path: Path) -> Iterator[Core]:
    """A console at work, with a table of areas."""
    central.make_user("sari")
    profile = Profile(tmp_path / "desk")
    profile.make()
    areas = AreaIndex(None, (BLIMBING,))
    made = Core(profile, central.address, DeskClock(), names=areas)
    made.session.enrol(central.enrol_code(), "meja 1")
    made.session.sign_in("sari", PASSPHRASE)
    made.open_office()
    yield made
    made.close()
    areas.close()


def office_of(core: Core) -> Office:
    assert core.office is not None
    return core.office


def test_a_call_taken_without_the_server_keeps_the_number_that_was_read_out(core: Core, central: Central) -> None:
    office, store = office_of(core), core.session.store
    exchange = central.make_source("pabx", kind=SourceKind.CALL_110)
    until(lambda: store.numbers.left(), "the desk has numbers of its own")
    until(lambda: office.link.link().state is LinkState.LIVE, "the stream is open")

    # It rings; nobody has touched anything yet.
    call_id, rang = new_id(), central.now() - timedelta(seconds=9)
    ringing = {"id": call_id, "state": "ringing", "at": rang.isoformat(), "number": NUMBER, "line": "2"}
    assert central.post("/v1/calls", json=ringing, headers=exchange).status_code == 200
    until(lambda: office.calls.rings.now(), "the desk hears it ring")
    [ring] = office.calls.rings.now()
    assert ring.waits
    answered = {"id": call_id, "state": "answered", "at": (rang + timedelta(seconds=8)).isoformat()}
    central.post("/v1/calls", json=answered, headers=exchange)
    until(lambda: not office.calls.rings.now()[0].waits, "somebody answers")

    # F2 takes it, the number stands in the form; then the line to the server is cut.
    form = office.calls.begin(office.calls.rings.now()[0])
    assert (form.phone, form.rang_at) == ("+628000005678", rang)
    central.go_away()
    [place] = office.calls.places("blimb")
    form = replace(form, text="tabrakan dua motor, ada yang luka", name="Budi Contoh", category="traffic_accident",
                   place=place.place)  # fmt: skip
    office.calls.keep(form)
    assert office.calls.drafts() == (form,), "a crash now would lose nothing"
    filed = office.calls.filing.file(form, office.calls.suggestion(form))
    assert isinstance(filed, Filed)
    assert filed.number.startswith("KJ-")
    office.calls.drop(form)
    office.calls.filing.add_line(form.id, "penelepon: satu orang tidak sadar")
    [row] = office.queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 5)
    assert (row.number, row.area_name, row.waiting) == (filed.number, "Blimbing", 2)
    assert store.waiting_count() == 2

    # The server comes back: the same number is there, once, with everything said since.
    central.come_back()
    assert core.loop is not None
    core.loop.look_again()
    until(lambda: store.waiting_count() == 0, "everything is sent")
    report = central.report(form.id)
    assert report.number == filed.number
    assert report.received_at == rang
    assert report.call is not None
    assert report.call.answer_s == 8.0
    assert [line.kind for line in report.timeline] == ["report.file", "report.note"]
    until(lambda: store.report(form.id) is not None, "the feed tells of it")
    assert [row.number for row in office.queue.page(QueueQuery(filter=QueueFilter.ALL), 0, 5)] == [filed.number]
    assert office.attention.entries() == ()

    # Who called is known to those who may look, and the next call from that number says so.
    who = open_seal(report.reporter.sealed, central.parts.identity.identity_key, form.id)
    assert (who.name, who.phone) == ("Budi Contoh", "+628000005678")
    known = office.calls.caller("0800-000-5678")
    assert known is not None
    assert (known.reports, [row.id for row in known.latest]) == (1, [form.id])
    assert office.calls.caller("0800 000 9999") is not None
    again = replace(form, id=new_id(), text="kecelakaan dua motor", number="")
    assert [each.report_id for each in office.calls.duplicates(again, None)] == [form.id]
