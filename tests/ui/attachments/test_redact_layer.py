"""Boxes lie where the hand drew them, however the photo is turned and zoomed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from pytestqt.qtbot import QtBot

from console.domain.box import Box
from console.ui.attachments.canvas import Canvas
from console.ui.attachments.levels import levels_of
from console.ui.attachments.redact_ground import PhotoGround
from console.ui.attachments.redact_layer import RedactLayer

WIDE, HIGH = 400, 200


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show_levels(levels_of(b"\x80" * (WIDE * HIGH * 4), WIDE, HIGH, QSize(WIDE, HIGH), opaque=True))
    made.show()
    return made


def drag(qtbot: QtBot, layer: RedactLayer, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(layer, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(layer, end)
    qtbot.mouseRelease(layer, Qt.MouseButton.LeftButton, pos=end)


def on_screen(canvas: Canvas, at: QPointF) -> QPoint:
    """Where a point of the upright picture is seen, by the canvas's own word."""
    found = [
        QPoint(x, y)
        for x in range(0, 500, 1)
        for y in (250,)
        if abs(canvas.picture_point(QPointF(x, y)).x()) < 0.5 / canvas.scale
    ]
    middle = QPointF(found[0])
    way = at - QPointF(WIDE / 2, HIGH / 2)
    turned = {0: way, 90: QPointF(-way.y(), way.x()), 180: -way, 270: QPointF(way.y(), -way.x())}[canvas.turned]
    return (middle + turned * canvas.scale).toPoint()


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_a_box_covers_what_was_pointed_at(qtbot: QtBot, canvas: Canvas, quarters: int, zoom: float):
    canvas.turn(quarters)
    canvas.zoom(zoom)
    layer = RedactLayer(PhotoGround(canvas))
    layer.show()
    start, end = on_screen(canvas, QPointF(40, 30)), on_screen(canvas, QPointF(160, 90))
    drag(qtbot, layer, start, end)
    (box,) = layer.boxes
    slack = 2 / canvas.scale + 1
    for found, wanted in ((box.left, 40), (box.top, 30), (box.right, 160), (box.bottom, 90)):
        assert found == pytest.approx(wanted, abs=slack)


def test_a_box_is_moved_resized_cut_at_the_edges_and_taken_away_by_hand_and_key(qtbot: QtBot, canvas: Canvas):
    layer = RedactLayer(PhotoGround(canvas))
    layer.show()
    layer.add_box(QRectF(10, 10, 50, 40))
    start = on_screen(canvas, QPointF(35, 30))
    drag(qtbot, layer, start, start + QPoint(20, 0))
    assert layer.boxes == (Box(left=30, top=10, right=80, bottom=50),)
    corner = on_screen(canvas, QPointF(80, 50))
    drag(qtbot, layer, corner, corner + QPoint(400, 10))
    assert layer.boxes == (Box(left=30, top=10, right=WIDE, bottom=60),)
    qtbot.keyClick(layer, Qt.Key.Key_Left)
    qtbot.keyClick(layer, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert layer.boxes == (Box(left=26, top=10, right=WIDE, bottom=56),)
    qtbot.mouseClick(layer, Qt.MouseButton.LeftButton, pos=QPoint(250, 490))
    assert len(layer.boxes) == 1
    qtbot.keyClick(layer, Qt.Key.Key_B)
    assert len(layer.boxes) == 2
    qtbot.keyClick(layer, Qt.Key.Key_Backspace)
    qtbot.keyClick(layer, Qt.Key.Key_Delete)
    assert layer.boxes == ()
