"""Reads when a call was really received: 14.20, 1420 or 21/11 14:20, site's time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(r"(?:(\d{1,2})[/.-](\d{1,2})\s+)?(\d{1,2})[:.]?(\d{2})")
_AHEAD = timedelta(minutes=1)


def read_received_at(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The last such time that is not to come, aware UTC; None when it cannot be read.

    Without a date it is today's, or yesterday's when today's is still to come; without a year the latest past one.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    day, month, hour, minute = (int(each) if each else None for each in found.groups())
    local = now.astimezone(zone)
    try:
        at = local.replace(hour=hour or 0, minute=minute or 0, second=0, microsecond=0)
        if day is not None and month is not None:
            at = at.replace(month=month, day=day)
            back = at if at <= local + _AHEAD else at.replace(year=at.year - 1)
        else:
            back = at if at <= local + _AHEAD else at - timedelta(days=1)
    except ValueError:
        return None
    return back.astimezone(UTC)
