"""Words for the duty shift: its hours in the site's zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.review import SHIFT_HOURS, shift_start
from console.ui.texts.language import translate


def shift_words(now: datetime, zone: ZoneInfo) -> str:
    """'Piket 14.00-22.00' for the shift that runs at `now`."""
    first = shift_start(now, zone.key).hour
    last = SHIFT_HOURS[(SHIFT_HOURS.index(first) + 1) % len(SHIFT_HOURS)]
    return translate("shift", "Shift {first}-{last}").format(first=f"{first:02d}.00", last=f"{last:02d}.00")
