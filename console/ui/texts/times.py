"""Times on the screen: ages, countdowns, the wall clock of the site's zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.ui.texts.language import translate

ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""What Indonesia calls its zones."""

DAYS_UNTIL, MONTHS_UNTIL = 60, 24
"""Counted in days up to so many, in months below so many: '6604 days' is read by nobody as eighteen years."""

_DAY_S, _HOURS_UNTIL_S = 86_400, 48 * 3_600
_YEAR_DAYS = 365.2425
_MONTH_DAYS = _YEAR_DAYS / 12


def zone_name(zone: ZoneInfo, at: datetime) -> str:
    """WIB, WITA, WIT, or the zone's own abbreviation elsewhere."""
    return ZONE_NAMES.get(zone.key) or at.astimezone(zone).tzname() or zone.key


def clock_words(at: datetime, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """14:07 or 14:07:31 in the site's zone."""
    return at.astimezone(zone).strftime("%H:%M:%S" if seconds else "%H:%M")


def age_counter(seconds: float) -> str:
    """Age as the queue counts it: mm:ss below an hour, h:mm:ss below ten, then 14 h, 60 d, 23 mo, 18 y."""
    whole = max(0, int(seconds))
    if whole < 3600:
        return f"{whole // 60:02d}:{whole % 60:02d}"
    if whole < 36_000:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    if whole < _HOURS_UNTIL_S:
        return _hours(whole)
    words = translate("times", "{n} d"), translate("times", "{n} mo"), translate("times", "{n} y")
    return _span(whole, words)


def minutes_seconds(seconds: float) -> str:
    """m:ss or h:mm:ss of a positive length; from two days on as `span_words`: nobody reads 2649:12:33."""
    whole = max(0, int(seconds))
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    if whole < _HOURS_UNTIL_S:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return span_words(whole)


def countdown_words(left_s: float) -> str:
    """'1:18' while there is time, 'late 0:32' when past (screens.md: lewat 0:32)."""
    if left_s >= 0:
        return minutes_seconds(left_s)
    return translate("times", "late {time}").format(time=minutes_seconds(-left_s))


def length_words(seconds: float) -> str:
    """A rough length: 12 s, 4 min, 3 h, then as `span_words`."""
    whole = max(0, int(seconds))
    if whole < 60:
        return translate("times", "{n} s").format(n=whole)
    if whole < 3600:
        return translate("times", "{n} min").format(n=whole // 60)
    return _hours(whole) if whole < _HOURS_UNTIL_S else span_words(whole)


def exact_words(seconds: int) -> str:
    """A length to the second, as it is typed too: 7 d, 1 h 30 min, 45 s; 0 is '0'."""
    parts = (
        (seconds // _DAY_S, translate("times", "{n} d")), (seconds // 3600 % 24, translate("times", "{n} h")),
        (seconds // 60 % 60, translate("times", "{n} min")), (seconds % 60, translate("times", "{n} s")),
    )  # fmt: skip
    return " ".join(words.format(n=number) for number, words in parts if number) or "0"


def span_words(seconds: float) -> str:
    """A span of two days or more in words: 60 days, then 23 months, then 18 years; rounded down."""
    words = translate("times", "{n} days"), translate("times", "{n} months"), translate("times", "{n} years")
    return _span(max(0, int(seconds)), words)


def _span(whole: int, words: tuple[str, str, str]) -> str:
    days = whole // _DAY_S
    months = int(days / _MONTH_DAYS)
    if days <= DAYS_UNTIL:
        return words[0].format(n=days)
    return words[1].format(n=months) if months < MONTHS_UNTIL else words[2].format(n=int(days / _YEAR_DAYS))


def _hours(whole: int) -> str:
    return translate("times", "{n} h").format(n=whole // 3600)


def ago_words(seconds: float) -> str:
    """'8 s ago'."""
    return translate("times", "{time} ago").format(time=length_words(seconds))
