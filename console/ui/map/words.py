"""Every word the map page shows; the page gets them as JSON, sets them as text."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from console.ui.texts.language import translate


def map_words() -> dict[str, str]:
    """Texts by key in the language the application is set to now.

    `decimal` is the language's decimal sign; {n} is replaced by a number in the page.
    """
    return {
        "available": translate("map", "available"),
        "en_route": translate("map", "en route"),
        "on_scene": translate("map", "on scene"),
        "stale": translate("map", "old position"),
        "suggested": translate("map", "suggested"),
        "mock": translate("unit", "position may be faked"),
        "jump": translate("unit", "GPS jumps, last believed place"),
        "zoom_in": translate("map", "Zoom in"),
        "zoom_out": translate("map", "Zoom out"),
        "whole": translate("map", "Whole area"),
        "tentative": translate("queue", "tentative"),
        "silent": translate("queue", "silent"),
        "seconds_ago": translate("map", "{n} s ago"),
        "minutes_ago": translate("map", "{n} min ago"),
        "hours_ago": translate("map", "{n} h ago"),
        "days_ago": translate("map", "{n} d ago"),
        "following": translate("map", "Following {n}"),
        "paused": translate("map", "Following paused · resume"),
        "map": translate("map", "Map of officers and reports"),
        "base_points": translate("map", "No area pack · names at approximate points"),
        "base_pack": translate("map", "Area borders: imported pack"),
        "decimal": QLocale().decimalPoint(),
    }
