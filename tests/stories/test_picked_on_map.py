"""Units picked by circle and kelurahan are sent together, and another desk sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.areas.importer import import_files
from tests.areas import maps
from tests.sync.world import Console, console_at, until
from tests.worlds.central import Central, running
from tests.worlds.workplace import WorkDesk

HERE, NEXT_DOOR = maps.middle(0, 0), maps.middle(0, 1)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    """Two units in one kelurahan, two in the next."""
    with running(tmp_path / "central") as server:
        fixes = []
        for number, (lat, lon) in enumerate((HERE, HERE, NEXT_DOOR, NEXT_DOOR), 1):
            server.make_unit(f"u{number}", f"U{number}")
            at = server.now().isoformat()
            fixes.append({"unit_id": f"u{number}", "at": at, "lat": lat + number / 1e5, "lon": lon})
        assert server.post("/v1/positions", json={"fixes": fixes}, headers=server.admin).json()["stored"] == 4
        yield server


@pytest.fixture
def desk(qtbot: QtBot, central: Central, tmp_path: Path) -> Iterator[WorkDesk]:
    pack = tmp_path / "pack"
    import_files([maps.write_dump(tmp_path, "kelurahan.sql", *maps.grid(2))], pack)
    made = WorkDesk(qtbot, central, tmp_path / "sari", pack=pack)
    yield made
    made.close()


@pytest.fixture
def other(central: Central, tmp_path: Path) -> Iterator[Console]:
    made = console_at(central, tmp_path / "budi", "budi")
    yield made
    made.stop()


def open_case(desk: WorkDesk, central: Central, source: dict[str, str], place: tuple[float, float]) -> str:
    """A report from a citizen, chosen at the desk."""
    report_id = central.report_in(source, "keributan di pasar", lat=place[0], lon=place[1])
    desk.wait(lambda: desk.office.book.case(report_id))
    desk.work.selection.select(report_id)
    desk.wait(lambda: desk.work.case.view is not None and desk.work.case.view.report.id == report_id)
    return report_id


def picked(desk: WorkDesk) -> list[str]:
    """Call signs in the panel, nearest to the middle first."""
    return [row.unit.call_sign for row in desk.work.map_tools.picking.panel.list.around.rows if row.unit]


def sent(console: Console, report_id: str) -> set[str]:
    """Who is on the case, as that desk shows it."""
    shown = console.store.shown(report_id)
    return {each.unit_id for each in shown.report.assignments} if shown is not None else set()


def test_units_picked_by_circle_and_by_kelurahan_are_sent_and_seen_sent_at_the_next_desk(
    desk: WorkDesk, other: Console, central: Central
) -> None:
    source, panel = central.make_source(), desk.work.map_tools.picking.panel
    desk.wait(lambda: len(desk.office.positions.latest()) == 4)
    brawl = open_case(desk, central, source, HERE)
    desk.work.map_tools.picking.button.click()

    panel.modes["radius"].click()
    desk.page_says("picking", text="radius", lat=HERE[0], lon=HERE[1], number=300)
    assert sorted(picked(desk)) == ["U1", "U2"]
    assert not panel.send_button.isEnabled(), "nobody is ticked before a person does it"
    panel.free_button.click()
    panel.send_button.click()
    until(lambda: sent(other, brawl) == {"u1", "u2"}, "the other desk sees both sent")

    theft = open_case(desk, central, source, NEXT_DOOR)
    panel.modes["area"].click()
    desk.page_says("picking", text="area", lat=NEXT_DOOR[0], lon=NEXT_DOOR[1])
    assert sorted(picked(desk)) == ["U3", "U4"]
    assert panel.windowTitle() == "Units in Dua: 2"
    panel.free_button.click()
    panel.send_button.click()
    until(lambda: sent(other, theft) == {"u3", "u4"}, "and those of the kelurahan")
    assert {each.unit_id for each in central.report(theft).assignments} == {"u3", "u4"}
