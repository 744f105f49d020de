"""PySide6 keeps its references.

6.12.0 loses one to None in every void call and one to True in every emit; Python 3.11 then aborts.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 100_000


class _Bell(QObject):
    rang = Signal(int)


def test_void_calls_keep_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1000


def test_emits_keep_true_and_none() -> None:
    bell = _Bell()
    heard: list[int] = []
    bell.rang.connect(heard.append)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(CALLS):
        bell.rang.emit(1)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert len(heard) == CALLS
    assert abs(after[0] - before[0]) < 1000
    assert abs(after[1] - before[1]) < 1000
