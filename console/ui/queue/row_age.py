"""What the age of a queue row says, and in which ink."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from console.desk.queue import due
from console.domain.queue_row import QueueRow
from console.domain.report import ENDED
from console.ui.texts.language import translate
from console.ui.texts.times import age_counter


class Age(NamedTuple):
    """A row's age as it is written: how long, below it how urgent; words and the ink of each."""

    words: str
    ink: str
    urgency: str
    urgency_ink: str


def age_of(row: QueueRow, now: datetime) -> Age:
    """The age at `now`, coloured by its deadline, and the priority by name (colour is never the only sign)."""
    at = due(row, now)
    ink = "late" if at.late else "soon" if at.soon else "text" if row.status not in ENDED else "quiet"
    if not at.late:
        return Age(age_counter(at.age_s), ink, f"P{row.priority}", "quiet")
    late = translate("queue", "late")
    return Age(age_counter(at.age_s), ink, f"P{row.priority} {late}", "late")
