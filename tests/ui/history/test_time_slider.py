"""The time slider: keys, marks and the hand; playing runs to the end and stops."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.ui.history.replay_foot import SPEEDS, ReplayFoot
from console.ui.history.time_slider import TimeBar, TimeMark

START = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def minute(count: float) -> datetime:
    return START + timedelta(minutes=count)


@pytest.fixture
def foot(qtbot: QtBot) -> ReplayFoot:
    made = ReplayFoot(lambda: ZoneInfo("Asia/Jakarta"))
    qtbot.addWidget(made)
    made.resize(900, made.sizeHint().height())
    made.show_span(START, minute(60))
    bars = (TimeBar("#ff00ff", ((minute(1), minute(20)),)),)
    made.slider.mark((TimeMark(minute(5), "sent"), TimeMark(minute(5.2), "en route"), TimeMark(minute(30), "on")), bars)
    made.show()
    return made


def test_keys_go_by_seconds_minutes_marks_and_to_the_ends(foot: ReplayFoot) -> None:
    slider, ctrl = foot.slider, Qt.KeyboardModifier.ControlModifier
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.instant == START + timedelta(seconds=10)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.instant == START + timedelta(seconds=310)
    QTest.keyClick(slider, Qt.Key.Key_Right, ctrl)
    assert slider.instant == minute(5.2)
    QTest.keyClick(slider, Qt.Key.Key_Left, ctrl)
    assert slider.instant == minute(5)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.instant == minute(60)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert slider.instant == START


def test_the_hand_goes_where_it_presses_and_the_map_hears_of_it_once(foot: ReplayFoot, qtbot: QtBot) -> None:
    seen: list[datetime] = []
    qtbot.waitUntil(lambda: not foot._soon.isActive())
    foot.instant_shown.connect(seen.append)
    middle = QPoint(foot.slider.width() // 2, 48)
    QTest.mousePress(foot.slider, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseRelease(foot.slider, Qt.MouseButton.LeftButton, pos=middle)
    assert abs((foot.slider.instant - minute(30)).total_seconds()) < 30
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen == [foot.slider.instant]
    assert foot.clock.text() == "09:30:00 WIB" or foot.clock.text().startswith("09:")


def test_a_moment_of_the_case_is_one_click_away_on_its_line_or_its_words(foot: ReplayFoot) -> None:
    slider = foot.slider
    for mark, room in [(each.mark, each.room) for each in slider._drawn()]:
        slider.go_to(START)
        assert room is not None
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=room.center())
        assert slider.instant == mark.at
    line = next(each for each in slider._drawn() if each.mark.at == minute(30))
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(line.x + 3, 48))
    assert slider.instant == minute(30)
    assert slider.mark_at(QPointF(slider.width() / 3, 48)) is None
    slider.stretch(minute(70))
    assert (slider.instant, slider.until) == (minute(30), minute(70))
    slider.stretch(minute(50))
    assert slider.until == minute(70)


def test_playing_reaches_the_end_and_stops_there(foot: ReplayFoot, qtbot: QtBot) -> None:
    foot.speed.setCurrentIndex(SPEEDS.index(60))
    foot.show_span(START, START + timedelta(seconds=20))
    foot.play_button.click()
    assert foot.playing
    qtbot.waitUntil(lambda: not foot.playing)
    assert foot.slider.instant == START + timedelta(seconds=20)
    foot.play_button.click()
    foot.play_button.click()
    assert not foot.playing
