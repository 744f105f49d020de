"""Rows kept as pictures look like rows painted now, at every second."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from console.domain.queue_row import QueueRow
from console.store.row import queue_row
from console.ui.queue import row_pictures
from console.ui.queue.row_painter import RowState, age_rect
from console.ui.queue.row_pictures import RowPictures
from tests.domain.cases import a_report

RECT = QRect(0, 0, 420, 58)
STATES = (RowState(), RowState(hovered=True), RowState(selected=True), RowState(selected=True, focused=True))


def painted(pictures: RowPictures, row: QueueRow, state: RowState, age_s: float, ratio: float = 1.0) -> QImage:
    """The row as it comes onto a screen of this many pixels a point."""
    image = QImage(round(RECT.width() * ratio), round(RECT.height() * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    pictures.paint(painter, RECT, row, state, row.received_at + timedelta(seconds=age_s))
    painter.end()
    return image


def differing(one: QImage, other: QImage) -> set[tuple[int, int]]:
    """The pixels in which two pictures differ."""
    every = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return {(x, y) for x, y in every if one.pixel(x, y) != other.pixel(x, y)}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("state", STATES)
def test_an_age_that_counted_on_leaves_nothing_of_the_one_before(
    qapp: QApplication, state: RowState, ratio: float
) -> None:
    row, kept = queue_row(a_report(priority=1)), RowPictures()
    # From the widest words to narrow ones: late at eight years, then as it was when it came.
    painted(kept, row, state, 8 * 365 * 86_400, ratio)
    assert painted(kept, row, state, 5, ratio) == painted(RowPictures(), row, state, 5, ratio)


def test_a_second_later_only_the_age_differs(qapp: QApplication) -> None:
    row, kept = queue_row(a_report(priority=3)), RowPictures()
    before, after = painted(kept, row, RowState(), 5), painted(kept, row, RowState(), 6)
    changed = differing(before, after)
    assert changed
    assert all(age_rect(RECT).contains(x, y) for x, y in changed)


def test_within_a_second_nothing_is_written(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    row, kept, written = queue_row(a_report(priority=3)), RowPictures(), list[str]()
    monkeypatch.setattr(row_pictures, "paint_row", lambda *_: written.append("row"))
    monkeypatch.setattr(row_pictures, "paint_age", lambda *_: written.append("age"))
    for age_s in (5.0, 5.4, 5.9):
        painted(kept, row, RowState(), age_s)
    assert written == ["row", "age"]
    painted(kept, row, RowState(), 6.0)
    assert written == ["row", "age", "age"]


def test_another_row_of_the_same_report_is_painted_whole_with_its_age(qapp: QApplication) -> None:
    row, kept = queue_row(a_report(priority=3)), RowPictures()
    painted(kept, row, RowState(), 5)
    other = replace(row, priority=1, unread=True)
    assert painted(kept, other, RowState(), 5) == painted(RowPictures(), other, RowState(), 5)
