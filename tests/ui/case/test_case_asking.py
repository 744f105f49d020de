"""What comes while a case is painted is read once more; another case is read at once."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from console.ui.background import Background
from console.ui.case.case_asking import CaseAsking
from console.ui.case.parts import CaseParts
from console.ui.selection import Selection


class Cases:
    """Counts what is read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def actor(self) -> object:
        return object()

    def case(self, report_id: str, *, opened: bool) -> str:
        self.read.append(report_id)
        return report_id


class Asked:
    """A pane's asking, with a real background."""

    def __init__(self) -> None:
        self.cases, self.background, self.selection = Cases(), Background(), Selection()
        parts = SimpleNamespace(book=self.cases, background=self.background, selection=self.selection)
        self.asking = CaseAsking(cast(CaseParts, parts), self.selection)
        self.told: list[object] = []
        self.asking.answered.connect(self.told.append)
        self.selection.changed.connect(lambda _id: self.asking.ask())


@pytest.fixture
def asked(qapp) -> Iterator[Asked]:
    made = Asked()
    yield made
    made.background.stop()
    made.selection.deleteLater()


def test_three_changes_while_the_answer_is_painted_are_one_more_reading(qtbot: QtBot, asked: Asked) -> None:
    def change_thrice(_view: object) -> None:
        if len(asked.told) == 1:
            for _ in range(3):
                asked.asking.ask()

    asked.asking.answered.connect(change_thrice)
    asked.selection.select("r1")
    qtbot.waitUntil(lambda: len(asked.told) == 2)
    qtbot.waitUntil(lambda: asked.asking.idle and asked.background.idle)
    assert asked.cases.read == ["r1", "r1"]


def test_another_case_does_not_wait_for_the_painting_of_the_first(qtbot: QtBot, asked: Asked) -> None:
    asked.asking.answered.connect(lambda view: asked.selection.select("r2") if view == "r1" else None)
    asked.selection.select("r1")
    qtbot.waitUntil(lambda: asked.told == ["r1", "r2"])
    qtbot.waitUntil(lambda: asked.asking.idle)
    assert asked.cases.read == ["r1", "r2"]


def test_a_covered_case_is_not_read_until_it_is_opened_again(qtbot: QtBot, asked: Asked) -> None:
    asked.asking.cover()
    asked.selection.select("r1")
    assert asked.asking.idle
    assert not asked.cases.read
    asked.asking.close()
    asked.asking.ask()
    qtbot.waitUntil(lambda: asked.told == ["r1"])
