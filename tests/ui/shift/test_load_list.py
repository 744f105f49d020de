"""A supervisor sees who holds how many cases, the oldest of them, and who sits idle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.load import Colleague
from console.domain.person import Role
from console.domain.report import Claim
from console.ui.shift.load_list import LoadList
from console.ui.widgets.buttons import PlainButton
from tests.worlds.case_window import CaseWindow
from tests.worlds.cases import NOW, a_report


@pytest.fixture
def window(qtbot, tmp_path) -> Iterator[CaseWindow]:
    window = CaseWindow(qtbot, tmp_path)
    yield window
    window.close()


def test_who_holds_how_many_and_the_oldest_is_one_press_away(window: CaseWindow) -> None:
    sari = Claim(holder_id="sari", holder_name="Sari W.", desk_id="d2", token=1, taken_at=NOW)
    window.desk.report(replace(a_report("r1", "KJ-1", claim=sari), received_at=NOW - timedelta(minutes=12)))
    window.desk.report(a_report("r2", "KJ-2", claim=sari))
    window.desk.eyes.colleagues = tuple(
        Colleague(id=name.lower(), name=name, role=Role.OPERATOR, desk_id=name) for name in ("Sari", "Bayu")
    )
    loads = LoadList(window.parts.shift, window.background)
    window.qtbot.addWidget(loads)
    loads.chosen.connect(window.selection.select)
    loads.open()
    window.settle()
    assert [line.accessibleName() for line in loads.lines] == [
        "Sari W. 2 kejadian tertua KJ-1, 12:00",
        "Bayu 0 kejadian",
    ]
    button = loads.lines[0].findChild(PlainButton)
    assert button is not None
    button.click()
    assert window.selection.report_id == "r1"
    loads.close()
