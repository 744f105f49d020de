"""Positions and map as an administrator sets them: tracks, looks, Traccar, tile server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.core import TileServerSettings
from console.desk.basemaps import Basemaps
from console.ui.administration.tile_server_page import TileServerPage
from console.ui.administration.traccar_page import TraccarPage
from console.ui.administration.tracks_page import TracksPage
from tests.worlds.administration import AdministrationDesk
from tests.worlds.central import Central, running
from tests.worlds.traccar_server import PASSWORD, USER, TraccarBox, open_traccar


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as server:
        server.make_unit("patroli-1", "U12")
        yield server


@pytest.fixture
def desk(qtbot: QtBot, central: Central, tmp_path: Path) -> Iterator[AdministrationDesk]:
    maps = Basemaps(tmp_path / "maps", book=TileServerSettings(tmp_path / "settings.json"))
    made = AdministrationDesk(qtbot, central, tmp_path / "galih", language="en", basemaps=maps)
    yield made
    made.close()
    maps.close()


def test_looks_at_past_positions_stand_there_and_shortening_is_asked_twice(
    desk: AdministrationDesk, central: Central
) -> None:
    looking, now = central.sign_in("sari"), central.now()
    span = {"since": (now - timedelta(hours=1)).isoformat(), "until": now.isoformat(), "reason": "laporan <b>hilang"}
    for way in ({"units": "patroli-1"}, {"lat": "-7.97", "lon": "112.63", "radius_m": "200"}):
        path = "/v1/tracks" + ("" if "units" in way else "/near")
        assert central.get(path, headers=looking.headers, params={**span, **way}).status_code == 200
    desk.wait(lambda: desk.office.city.units())
    page = desk.open("tracks")
    assert isinstance(page, TracksPage)
    desk.wait(lambda: page.answer is not None)
    near, named = page.table.lines.rows
    assert near.cells[1:3] == ("Sari", "near a place: nobody found")
    assert named.cells[1:] == ("Sari", "U12", "laporan <b>hilang")
    assert page.count.text() == "Kept for 30 days · 2 looks"
    page.show_thing(named.id)
    assert "Reason given: laporan <b>hilang" in page.facts.text()

    page.begin_new()
    page.days.line.setText("0")
    page.save()
    assert "1 to 3650" in page.form.trouble.text()
    page.days.line.setText("400")
    page.save()
    desk.wait(lambda: central.parts.casefile.site.track_days == 400)
    desk.wait(lambda: desk.office.city.site.track_days == 400)
    page.days.line.setText("7")
    page.save()
    assert page.shorter.asking
    assert central.parts.casefile.site.track_days == 400, "what deletes is pressed twice"
    page.shorter.act.click()
    desk.wait(lambda: central.parts.casefile.site.track_days == 7)
    desk.wait(lambda: page.count.text().startswith("Kept for 7 days"))


def test_a_traccar_server_is_followed_says_how_it_stands_and_is_left(
    desk: AdministrationDesk, central: Central
) -> None:
    with open_traccar(TraccarBox()) as address:
        page = desk.open("traccar")
        assert isinstance(page, TraccarPage)
        desk.wait(lambda: page.stands.text() == "None is followed.")
        page.url.line.setText("http://traccar.example")
        page.save()
        desk.wait(page.sheet.trouble.text)
        page.url.line.setText(address)
        page.user.line.setText(USER)
        page.password.line.setText(PASSWORD)
        page.save()
        desk.wait(lambda: page.state is not None and page.state.state in ("socket", "polling"))
        assert page.password.line.text() == ""
        assert PASSWORD not in repr(page.state)
        page.leave_row.button.click()
        page.leave_row.act.click()
        desk.wait(lambda: page.stands.text() == "None is followed.")


def test_a_tile_server_is_tried_used_and_left_without_a_new_start(desk: AdministrationDesk, tmp_path: Path) -> None:
    page = desk.open("tiles")
    assert isinstance(page, TileServerPage)
    desk.wait(lambda: page.facts is not None)
    page.url.line.setText("http://127.0.0.1:9/{z}/{x}/{y}.png")
    page.save()
    desk.settle()
    assert "whose map" in page.sheet.trouble.text()
    page.credit.line.setText("© Dinas Rekaan")
    page.try_out()
    desk.wait(lambda: "reached" in page.sheet.trouble.text())
    page.save()
    desk.wait(lambda: page.stands.text().startswith("Used here: http://127.0.0.1:9/"))
    assert "Dinas Rekaan" in (tmp_path / "settings.json").read_text(encoding="utf-8")
    page.none_row.button.click()
    page.none_row.act.click()
    desk.wait(lambda: page.stands.text().startswith("None is used here"))
    assert not page.unsaved()
