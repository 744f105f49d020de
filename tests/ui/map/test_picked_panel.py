"""Units picked on the map: ticks, keys, words for eyes and screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.desk.around import Around, Picked
from console.domain.unit import Unit, UnitStatus
from console.ui.map.around_list import AroundList
from console.ui.map.picked_panel import MANY, PickedPanel
from console.ui.map.picking_tool import ring_of


def near(number: int, *, status: UnitStatus = UnitStatus.AVAILABLE, stale: bool = False) -> Around:
    """A unit so many tens of metres away."""
    unit = Unit(id=f"u{number}", call_sign=f"U{number}", name="Agus", status=status)
    return Around(lat=0.0, lon=0.0, distance_m=number * 10.0, unit=unit, age_s=400 if stale else 8, stale=stale)


@pytest.fixture
def panel(qtbot: QtBot) -> PickedPanel:
    """Three units: one free, one busy, one with an old position."""
    made = PickedPanel()
    qtbot.addWidget(made)
    units = (near(1), near(2, status=UnitStatus.ON_SCENE), near(3, stale=True))
    made.show_picked(Picked(units=units), anew=True)
    made.show_target("KJ-7", has_place=True)
    return made


def test_only_free_units_with_a_fresh_position_are_ticked_for_you(panel: PickedPanel) -> None:
    panel.tick_free()
    assert panel.list.around.ticked == ("u1",)


def test_those_ticked_are_sent_together_and_only_to_a_case(panel: PickedPanel, qtbot: QtBot) -> None:
    assert not panel.send_button.isEnabled()
    panel.list.around.tick(["u1", "u2"])
    with qtbot.waitSignal(panel.send_wanted) as sent:
        panel.send_button.click()
    assert sent.args == [("u1", "u2")]
    panel.show_target("", has_place=False)
    assert not panel.send_button.isEnabled()


def test_many_at_once_are_asked_about_a_second_time(panel: PickedPanel, qtbot: QtBot) -> None:
    panel.show_picked(Picked(units=tuple(near(n) for n in range(MANY + 1))), anew=True)
    panel.tick_free()
    with qtbot.assertNotEmitted(panel.send_wanted):
        panel.send_button.click()
    with qtbot.waitSignal(panel.send_wanted):
        panel.send_button.click()


def test_ticks_stay_while_positions_are_told_anew_and_go_with_another_shape(panel: PickedPanel) -> None:
    panel.list.around.tick(["u2"])
    panel.show_picked(Picked(units=(near(2), near(4))), anew=False)
    assert panel.list.around.ticked == ("u2",)
    panel.show_picked(Picked(units=(near(2),)), anew=True)
    assert not panel.list.around.is_ticked("u2")


def test_enter_opens_space_ticks_and_a_screen_reader_hears_it_all(qtbot: QtBot) -> None:
    rows = AroundList("In sight", ticks=True)
    qtbot.addWidget(rows)
    rows.show_rows((near(1, stale=True), near(2)))
    rows.setCurrentIndex(rows.around.index(0))
    with qtbot.waitSignal(rows.opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["u1"]
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert rows.around.ticked == ("u1",)
    said = rows.around.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "U1 Agus · available · position 6 min ago · old position · 10 m"
    assert rows.around.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_rows_do_not_move_under_the_hand(qtbot: QtBot) -> None:
    rows = AroundList("In sight")
    qtbot.addWidget(rows)
    rows.show_rows((near(2), near(3)))
    rows.show_rows((near(1), near(3), near(2)), still=True)
    assert [row.id for row in rows.around.rows] == ["u2", "u3", "u1"]


def test_a_ring_of_the_page_is_checked_before_it_is_believed() -> None:
    assert ring_of("[[-7.9,112.6],[-7.8,112.6],[-7.8,112.7]]") is not None
    for text in (
        "",
        "radius",
        "[[1,2]]",
        "[[1,2],[3,4],[5,null]]",
        "[[1,2],[3,4],[99,4]]",
        "[[1,2],[3,4],[NaN,4]]",
        "{}",
    ):
        assert ring_of(text) is None
