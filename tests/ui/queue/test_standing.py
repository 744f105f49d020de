"""What is unsure about a row is told by a sign and a word, the gravest only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.domain.queue_row import QueueRow
from console.store.row import queue_row
from console.ui import icons
from console.ui.queue.row_painter import _standing
from console.ui.queue.words import held_words, row_sentence
from tests.worlds.queue_window import a_report

ROW = queue_row(a_report(1))
HELD = replace(ROW, holder_id="sari", holder_name="Sari W.")


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (ROW, None),
        (HELD, None),
        (replace(HELD, waiting=1), "waiting to send"),
        (replace(HELD, waiting=1, tentative=True), "tentative"),
        (replace(HELD, claim_lapsed=True), "silent"),
        (replace(HELD, waiting=2, tentative=True, doubtful=1), "may be refused"),
        (replace(ROW, claim_lapsed=True), None),
    ],
)
def test_the_gravest_is_told(row: QueueRow, word: str | None) -> None:
    found = _standing(row)
    assert (found[1] if found else None) == word
    assert found is None or found[0] in icons.ICONS


def test_who_reads_by_ear_hears_how_surely_it_is_held() -> None:
    assert held_words(ROW) == ""
    assert held_words(HELD) == "Held by Sari W."
    assert "not confirmed" in row_sentence(replace(HELD, tentative=True))
    assert "nothing is heard" in row_sentence(replace(HELD, claim_lapsed=True))
