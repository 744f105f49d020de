"""A picture is zoomed where the cursor points, turned, dragged, brightened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSize
from pytestqt.qtbot import QtBot

from console.ui.attachments.canvas import Canvas, Look
from console.ui.attachments.grade import Grade, moved
from console.ui.attachments.levels import Levels, levels_of


def levels(
    wide: int, high: int, rgba: tuple[int, int, int, int] = (51, 102, 153, 255), size: QSize | None = None
) -> Levels:
    return levels_of(bytes(rgba) * (wide * high), wide, high, size or QSize(wide, high))


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_levels(levels(1600, 900))
    return made


def colour(shown: Levels) -> tuple[int, int, int]:
    seen = shown.images[0].pixelColor(3, 3)
    return seen.red(), seen.green(), seen.blue()


def test_a_fitted_picture_is_whole_and_never_enlarged(canvas: Canvas) -> None:
    assert canvas.scale == pytest.approx(0.25)
    canvas.show_levels(levels(100, 50))
    assert canvas.scale == 1.0


def test_what_is_under_the_cursor_stays_there_while_zooming(canvas: Canvas) -> None:
    cursor = QPointF(350, 40)
    before = canvas.picture_point(cursor)
    canvas.zoom(4, cursor)
    after = canvas.picture_point(cursor)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    assert canvas.scale == pytest.approx(1.0)


def test_turning_swaps_the_sides_and_fits_again(canvas: Canvas) -> None:
    canvas.turn()
    assert canvas.turned == 90
    assert canvas.scale == pytest.approx(300 / 1600)
    canvas.turn(-1)
    assert canvas.turned == 0


def test_dragged_away_some_of_it_stays_in_sight(canvas: Canvas) -> None:
    canvas.pan(5000, 0)
    assert canvas.picture_point(QPointF(0, 150)).x() < 800


def test_a_thumbnail_stands_where_the_sharp_picture_will_and_keeps_its_look(canvas: Canvas) -> None:
    canvas.show_levels(levels(320, 180, size=QSize(1600, 900)))
    assert canvas.scale == pytest.approx(0.25)
    canvas.zoom(2, QPointF(100, 100))
    look = canvas.look
    canvas.sharpen(levels(1600, 900))
    assert canvas.look == look


def test_a_linked_picture_of_another_size_shows_the_same_part(canvas: Canvas, qtbot: QtBot) -> None:
    other = Canvas()
    qtbot.addWidget(other)
    other.resize(400, 300)
    other.show_levels(levels(800, 450))
    canvas.turn()
    canvas.zoom(3, QPointF(20, 30))
    other.take_look(canvas.look)
    for mine, its in zip(_numbers(canvas.look), _numbers(other.look), strict=True):
        assert its == pytest.approx(mine)


def _numbers(look: Look) -> tuple[float, ...]:
    return look.zoom, look.x, look.y, look.turned


def test_painting_takes_the_smallest_picture_that_is_large_enough() -> None:
    many = levels(4096, 2304)
    assert [image.width() for image in many.images] == [4096, 2048, 1024]
    assert many.fitting(1000).width() == 1024
    assert many.fitting(1025).width() == 2048
    assert many.fitting(9000).width() == 4096


def test_a_transparent_picture_lies_on_grey_so_that_black_and_white_are_seen() -> None:
    assert colour(levels(20, 20, (0, 0, 0, 0))) == (107, 114, 128)


def test_brightness_and_contrast_change_what_is_seen_and_never_what_is_kept() -> None:
    plain = levels(20, 20, (60, 128, 250, 255))
    brighter = plain.graded(Grade(brightness=50).table())
    harder = plain.graded(Grade(contrast=50).table())
    assert colour(plain) == (60, 128, 250)
    assert all(new > old for new, old in zip(colour(brighter), colour(plain), strict=True))
    assert colour(harder) == (0, 129, 255)
    assert Grade().table() == bytes(range(256))


def test_light_stays_within_its_bounds() -> None:
    grade = Grade()
    for _ in range(30):
        grade = moved(grade, brightness=10, contrast=-10)
    assert grade == Grade(100, -100)
    table = grade.table()
    assert list(table) == sorted(table), "no value passes another"
