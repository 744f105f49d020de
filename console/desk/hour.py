"""Which moment a person means by '14:30' or '24/11 09:00', in the site's zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(r"^(?:(?P<day>\d{1,2})[/-](?P<month>\d{1,2})\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})$")


def hour_meant(words: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next such moment after `now` as aware UTC: today or tomorrow, with a date this year or the next.

    None when it is no hour, or its date has no such day.
    """
    found = _WRITTEN.match(words.strip())
    if found is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return None
    here = now.astimezone(zone).replace(hour=int(found["hour"]), minute=int(found["minute"]), second=0, microsecond=0)
    if found["day"] is None:
        meant = here if here > now else here + timedelta(days=1)
        return meant.astimezone(UTC)
    for year in (here.year, here.year + 1):
        try:
            meant = here.replace(year=year, month=int(found["month"]), day=int(found["day"]))
        except ValueError:
            continue
        if meant > now:
            return meant.astimezone(UTC)
    return None
