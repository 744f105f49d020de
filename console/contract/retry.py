"""Retry-After as both a console and a replay read it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST_WAIT_S = 3600.0


def retry_after_s(value: str | None, now: datetime) -> float | None:
    """Seconds to wait, from both forms of Retry-After (RFC 9110 section 10.2.3); None when absent or nonsense."""
    if not value:
        return None
    text = value.strip()
    if text.isdigit():
        return min(float(text), _LONGEST_WAIT_S)
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(0.0, (at - now).total_seconds()), _LONGEST_WAIT_S)
