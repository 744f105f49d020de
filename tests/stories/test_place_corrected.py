"""A place is corrected without the server; the officer under way reads the new one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.areas.area import Area
from console.areas.index import AreaIndex
from console.core import Core
from console.desk.decide import Decided
from console.domain.acts import DispatchUnits, SetPlace
from console.paths import Profile
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, running

BLIMBING = Area(code="35.73.01.1005", name="Blimbing", lat=-7.94, lon=112.64, district="Blimbing", city="Kota Malang")


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
    """A console at work, with a small table of areas."""
    central.make_user("sari")
    central.make_unit("patroli-1")
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


def test_the_officer_under_way_reads_the_place_that_was_corrected_offline(core: Core, central: Central) -> None:
    office, store = core.office, core.session.store
    assert office is not None
    report_id = central.report_in(central.make_source(), "tabrakan", place_words="depan pasar")
    until(lambda: store.report(report_id) is not None, "the report is at the desk")
    until(lambda: store.unit("patroli-1") is not None, "the unit is at the desk")
    sent = office.desk.decide(DispatchUnits(unit_ids=("patroli-1",), fewer_because="dekat"), report_id)
    assert isinstance(sent, Decided)
    until(lambda: central.report(report_id).assignments, "the unit is sent")
    page = str(central.post("/v1/admin/units/patroli-1/link", headers=central.admin).json()["path"])
    assert "depan pasar" in central.get(page, headers={"Accept": "text/html"}).text

    # The line is cut, the caller says that it is elsewhere.
    central.go_away()
    [found] = office.book.finder.search("blimb")
    corrected = office.desk.decide(SetPlace(place=found.place), report_id)
    assert isinstance(corrected, Decided)
    assert corrected.undoable
    view = office.book.case(report_id)
    assert view is not None
    assert (view.report.place.area_name, view.untold) == ("Blimbing", ("Patroli 1",))
    assert view.may["report.place"] is None

    # It comes back: the officer's page tells him, and the desk hears that he has seen it.
    central.come_back()
    assert core.loop is not None
    core.loop.look_again()
    until(lambda: store.waiting_count() == 0, "everything is sent")
    shown = central.get(page, headers={"Accept": "text/html"}).text
    assert "LOKASI BERUBAH" in shown
    assert "Tadinya: depan pasar" in shown
    until(lambda: (case := office.book.case(report_id)) and not case.untold, "the desk knows that he has seen it")
    until(lambda: store.report(report_id) == central.report(report_id), "both ends tell the same")
