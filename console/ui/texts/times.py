"""Times on the screen: ages, countdowns, the wall clock of the site's zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.ui.texts.language import translate

ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""What Indonesia calls its zones."""


def zone_name(zone: ZoneInfo, at: datetime) -> str:
    """WIB, WITA, WIT, or the zone's own abbreviation elsewhere."""
    return ZONE_NAMES.get(zone.key) or at.astimezone(zone).tzname() or zone.key


def clock_words(at: datetime, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """14:07 or 14:07:31 in the site's zone."""
    return at.astimezone(zone).strftime("%H:%M:%S" if seconds else "%H:%M")


def age_counter(seconds: float) -> str:
    """Age as the queue counts it: mm:ss below an hour, h:mm:ss below ten, then 14j / 14h, 3h / 3d."""
    whole = max(0, int(seconds))
    if whole < 3600:
        return f"{whole // 60:02d}:{whole % 60:02d}"
    if whole < 36_000:
        return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    if whole < 48 * 3600:
        return translate("times", "{n} h").format(n=whole // 3600)
    return translate("times", "{n} d").format(n=whole // 86_400)


def minutes_seconds(seconds: float) -> str:
    """m:ss or h:mm:ss of a positive length."""
    whole = max(0, int(seconds))
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def countdown_words(left_s: float) -> str:
    """'1:18' while there is time, 'late 0:32' when past (screens.md: lewat 0:32)."""
    if left_s >= 0:
        return minutes_seconds(left_s)
    return translate("times", "late {time}").format(time=minutes_seconds(-left_s))


def length_words(seconds: float) -> str:
    """A rough length: 12 s, 4 min, 3 h, 2 d."""
    whole = max(0, int(seconds))
    if whole < 60:
        return translate("times", "{n} s").format(n=whole)
    if whole < 3600:
        return translate("times", "{n} min").format(n=whole // 60)
    if whole < 48 * 3600:
        return translate("times", "{n} h").format(n=whole // 3600)
    return translate("times", "{n} d").format(n=whole // 86_400)


def ago_words(seconds: float) -> str:
    """'8 s ago'."""
    return translate("times", "{time} ago").format(time=length_words(seconds))
