"""A center is set up in the administration window: real widgets, a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from console.contract.codec import encode
from console.domain.roster import Duty, Roster, Rung
from console.server.posts import keep_roster, roster_of
from console.ui.administration.agencies_page import AgenciesPage
from console.ui.administration.people_page import PeoplePage
from console.ui.administration.police_areas_page import PoliceAreasPage
from console.ui.administration.roster_model import FIRST_DAY
from console.ui.administration.roster_page import RosterPage
from console.ui.administration.sources_page import SourcesPage
from console.ui.administration.units_page import UnitsPage
from console.ui.administration.workstations_page import WorkstationsPage
from tests.worlds.administration import AdministrationDesk
from tests.worlds.central import Central, running
from tests.worlds.qr_reader import read_qr

JSON = {"Accept": "application/json"}
HTML = {"Accept": "text/html"}
DAILY = Duty(rung=Rung.POLSEK, name="AKP Rekaan", contact="+62 800 000 2005", post="Polsek Klojen")


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    with running(tmp_path / "central") as central:
        keep_roster(central.parts, Roster(duties=(DAILY,)))
        yield central


@pytest.fixture
def desk(qtbot: QtBot, central: Central, tmp_path: Path) -> Iterator[AdministrationDesk]:
    made = AdministrationDesk(qtbot, central, tmp_path / "galih")
    yield made
    made.close()


def scanned(image: QImage) -> str:
    """What a camera reads off the picture: its dark squares within the white, by the width of the first of them."""
    light = [[QColor(image.pixel(x, y)).lightness() for x in range(image.width())] for y in range(image.height())]
    white = [(x, y) for y, row in enumerate(light) for x, value in enumerate(row) if value == 255]
    left, right = min(x for x, _ in white), max(x for x, _ in white)
    top = min(y for _, y in white)
    inside = [[value < 128 for value in row[left : right + 1]] for row in light[top : top + right - left + 1]]
    first = next(y for y, row in enumerate(inside) if any(row))
    start = inside[first].index(True)
    square = inside[first].index(False, start) - start
    square //= 7
    count = (len(inside) - 2 * start) // square
    middle = start + square // 2
    return read_qr([[inside[middle + r * square][middle + c * square] for c in range(count)] for r in range(count)])


def test_an_officer_is_enrolled_scans_his_page_once_and_a_lost_phone_is_shut_out(
    desk: AdministrationDesk, central: Central, tmp_path: Path
) -> None:
    page = desk.open("units")
    assert isinstance(page, UnitsPage)
    page.begin_new()
    page.form.save_button.click()  # type: ignore[union-attr]
    assert page.form.sign.line.hasFocus() or page.form.trouble.text()
    page.form.sign.line.setText("U 1")
    page.form.rank.line.setText("Bripka")
    page.form.name.line.setText("Rekaan Satu")
    page.form.skills.put(("first_aid",))
    desk.settle()
    page.form.save_button.click()  # type: ignore[union-attr]
    desk.wait(lambda: page.table.current_id == "U-1")
    assert central.unit("U-1").skills == ("first_aid",)
    assert not page.unsaved()

    page.form.page_button.click()
    assert page.page.address.line.text() == ""
    page.page.address.line.setText(central.address)
    page.page.make_button.click()
    desk.wait(lambda: page.page.trouble.text())
    assert "komputer ini" in page.page.trouble.text()
    page.page.address.line.setText("https://sigap.example")
    page.page.make_button.click()
    desk.wait(lambda: page.page.code is not None)
    address = scanned(page.page.picture.grab().toImage())
    assert address.startswith("https://sigap.example/o/")
    assert page.page.until.text().startswith("Pindai paling lambat")
    page.page.save_pdf(tmp_path / "kartu.pdf")
    assert (tmp_path / "kartu.pdf").read_bytes().startswith(b"%PDF")
    path = address.removeprefix("https://sigap.example")
    assert central.get(path, headers=JSON).json()["call_sign"] == "U 1"

    page.page.take_back_row.button.click()
    page.page.take_back_row.act.click()
    desk.wait(lambda: central.get(path, headers=JSON).status_code == 404)
    page.page.copy.click()
    desk.window.cover()
    assert page.page.code is None
    assert page.page.link.text() == ""


def test_a_person_signs_in_with_what_was_handed_over_once(
    desk: AdministrationDesk, central: Central, qtbot: QtBot
) -> None:
    page = desk.open("people")
    assert isinstance(page, PeoplePage)
    page.begin_new()
    page.name.line.setText("Bripda Rekaan")
    page.login.line.setText("rekaan")
    page.form.save_button.click()  # type: ignore[union-attr]
    # A passphrase is stretched before it is kept: seconds on a busy machine.
    qtbot.waitUntil(lambda: page.secret.holds, timeout=60_000)
    passphrase = page.secret.value.text()
    page.secret.copy.click()
    assert QGuiApplication.clipboard().text() == passphrase
    page.secret.close_button.click()
    assert (page.secret.value.text(), QGuiApplication.clipboard().text()) == ("", "")

    places = desk.open("workstations")
    assert isinstance(places, WorkstationsPage)
    places.begin_new()
    places.form.save_button.click()  # type: ignore[union-attr]
    desk.wait(lambda: places.secret.holds)
    enrolled = central.post("/v1/enrol", json={"code": places.secret.value.text(), "name": "meja baru"}).json()
    headers = {"Sigap-Desk": f"{enrolled['desk_id']}:{enrolled['desk_secret']}"}
    signed = central.post("/v1/sign-in", json={"user": "rekaan", "passphrase": passphrase}, headers=headers)
    assert signed.status_code == 200
    places.secret.close_button.click()
    places.ask()
    desk.wait(lambda: len(places.table.lines.rows) == 2)
    places.table.pick(enrolled["desk_id"])
    places.withdraw_row.button.click()
    assert places.withdraw_row.back.hasFocus() or places.withdraw_row.asking
    places.withdraw_row.act.click()
    desk.wait(
        lambda: central.post("/v1/sign-in", json={"user": "x", "passphrase": "y"}, headers=headers).status_code == 401
    )


def test_the_roster_is_read_without_the_server_and_changed_with_it(desk: AdministrationDesk, central: Central) -> None:
    page = desk.open("roster")
    assert isinstance(page, RosterPage)
    desk.wait(lambda: page.model.rows)
    assert "AKP Rekaan" in page.now.chips[Rung.POLSEK].text()
    page.begin_new()
    page.form.name.line.setText("Ipda Pawas")
    page.form.contact.line.setText("+62 800 000 2001")
    page.form.save_button.click()  # type: ignore[union-attr]
    desk.wait(lambda: "Ipda Pawas" in page.now.chips[Rung.DUTY_OFFICER].text())
    with central.parts.database.read() as connection:
        assert [duty.name for duty in roster_of(connection).duties] == ["AKP Rekaan", "Ipda Pawas"]

    page.table.setCurrentIndex(page.model.index(0, FIRST_DAY + page.answer.today.weekday()))  # type: ignore[union-attr]
    page.form.page_button.click()
    desk.wait(lambda: page.side.sheet is page.page)
    page.page.address.line.setText("https://sigap.example")
    page.page.make_button.click()
    desk.wait(lambda: page.page.code is not None)
    address = scanned(page.page.picture.grab().toImage())
    assert central.get(address.removeprefix("https://sigap.example"), headers=HTML).status_code == 200
    desk.window.cover()
    assert page.page.code is None

    assert desk.open("roster") is page
    page.table.setCurrentIndex(page.model.index(0, FIRST_DAY + page.answer.today.weekday()))  # type: ignore[union-attr]
    page.form.page_button.click()
    desk.wait(lambda: "Ada di ponsel sejak" in page.page.state.text())
    page.page.take_back_row.button.click()
    page.page.take_back_row.act.click()
    desk.wait(lambda: page.page.take_back_row.isHidden())
    assert central.get(address.removeprefix("https://sigap.example"), headers=HTML).status_code == 404
    keep_roster(central.parts, Roster(duties=(DAILY,)))
    desk.wait(lambda: page.answer is not None and page.answer.roster.revision == 4)
    desk.wait(lambda: "kosong" in page.now.chips[Rung.DUTY_OFFICER].text())
    late = central.put("/v1/admin/roster?revision=3", data=encode(Roster()), headers=central.admin)
    assert (late.status_code, late.json()["code"]) == (409, "list_changed")


def test_sources_agencies_and_police_areas_are_set_up(
    desk: AdministrationDesk, central: Central, tmp_path: Path
) -> None:
    sources = desk.open("sources")
    assert isinstance(sources, SourcesPage)
    sources.begin_new()
    sources.name.line.setText("Ojek Rekaan")
    sources.id.line.setText("ojek")
    sources.form.save_button.click()  # type: ignore[union-attr]
    desk.wait(lambda: sources.secret.holds)
    headers = {"Authorization": f"Bearer {sources.secret.value.text()}"}
    assert central.report_in(headers)
    sources.stop()

    agencies = desk.open("agencies")
    assert isinstance(agencies, AgenciesPage)
    agencies.begin_new()
    agencies.name.line.setText("PLN Rekaan")
    agencies.short.line.setText("PLN")
    agencies.phone.line.setText("+62 800 000 4001")
    agencies.form.save_button.click()  # type: ignore[union-attr]
    desk.wait(lambda: agencies.table.current_id == "pln")

    areas = desk.open("police_areas")
    assert isinstance(areas, PoliceAreasPage)
    file = tmp_path / "polsek.csv"
    file.write_text(
        "code,polsek,polres,polda\n35.73.02.1001,Polsek A,Polres A,Polda A\n35.73,Polsek B,Polres A,Polda A\n"
    )
    areas.begin_new()
    areas.file.line.setText(str(file))
    areas.read()
    desk.wait(lambda: areas.unsaved())
    assert "baris 3, code" in areas.broken.toPlainText()
    areas.own.put("Polres A")
    areas.form.save_button.click()  # type: ignore[union-attr]
    desk.wait(lambda: areas.table.lines.rows)
    assert areas.table.lines.rows[0].cells[-1] == "✓"
