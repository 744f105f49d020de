"""Icons by meaning, from QtAwesome's Material Design font, kept as pixmaps."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from console.ui import theme
from console.ui.icon_font import Glyph

ICONS: dict[str, str] = {
    # categories of reports (console/domain/category.py)
    "traffic_accident": "car-emergency",
    "fire": "fire",
    "violent_crime": "knife-military",
    "medical": "ambulance",
    "panic": "alert-octagon",
    "officer_sos": "police-badge",
    "domestic_violence": "home-alert",
    "sexual_violence": "shield-account",
    "child_harm": "human-child",
    "suicide": "hand-heart",
    "brawl": "account-group",
    "theft": "bag-personal-off",
    "flood": "home-flood",
    "fallen_tree": "tree",
    "disaster": "image-filter-hdr",
    "missing_person": "account-search",
    "power_line": "lightning-bolt",
    "traffic_jam": "traffic-light",
    "public_order": "bullhorn",
    "noise": "volume-high",
    "infrastructure": "road-variant",
    "vehicle_service": "car-wrench",
    "licence_service": "card-account-details",
    "accident_followup": "hand-heart",
    "aspiration": "message-draw",
    "information": "information",
    "other": "file-document",
    # where a report came from
    "citizen_app": "cellphone",
    "partner": "motorbike",
    "call_112": "phone",
    "call_110": "phone-classic",
    "sms": "message-text",
    "patrol": "car-side",
    "device": "access-point",
    "walk_in": "walk",
    "radio": "radio-handheld",
    # marks and acts
    "attachment": "paperclip",
    "photo": "camera",
    "video": "video",
    "audio": "microphone",
    "document": "file",
    "eye": "eye",
    "trust": "shield-check",
    "doubt": "shield-alert",
    "settled": "shield-search",
    "strike": "alert",
    "unread": "email-alert",
    "waiting": "cloud-upload",
    "doubtful": "cloud-alert",
    "refused": "cloud-off",
    "tentative": "account-clock",
    "silent": "account-alert",
    "bell": "bell",
    "bell_off": "bell-off",
    "search": "magnify",
    "person": "account-circle",
    "place": "map-marker",
    "lock": "lock",
    "down": "chevron-down",
    "up": "arrow-up",
    "close": "close",
    "check": "check",
    "clock": "clock-outline",
    "unit": "account",
    "vehicle": "car",
    "agency": "office-building",
    "undo": "undo",
    "attention": "alert-circle",
    "inbox": "inbox",
    "case": "folder-open",
    "map": "map",
    "loading": "timer-sand",
    "note": "note-text",
    "print": "fingerprint",
    "screens": "monitor-multiple",
    "leave": "logout",
    # administration
    "settings": "cog",
    "words": "text-search",
    "outcomes": "flag-checkered",
    "checklist": "clipboard-check",
    "answers": "comment-text-multiple",
    "hazard": "alert-decagram",
    "incident": "alert-rhombus",
    "merged": "call-merge",
    "crew": "account-multiple",
    "add": "plus",
    "remove": "trash-can",
    # the viewer
    "unknown": "file-question",
    "previous": "chevron-left",
    "next": "chevron-right",
    "zoom_in": "magnify-plus-outline",
    "zoom_out": "magnify-minus-outline",
    "fit": "fit-to-screen-outline",
    "one_to_one": "numeric-1-box-outline",
    "fit_width": "arrow-expand-horizontal",
    "page_up": "arrow-up",
    "page_down": "arrow-down",
    "turn_left": "rotate-left",
    "turn_right": "rotate-right",
    "compare": "compare",
    "link": "link-variant",
    "brightness": "brightness-6",
    "contrast": "contrast-circle",
    "reset": "restore",
    "whole_screen": "fullscreen",
    "save_copy": "tray-arrow-down",
    "keyboard": "keyboard-outline",
    "danger": "shield-alert",
    # players
    "play": "play",
    "pause": "pause",
    "frame_back": "step-backward",
    "frame_on": "step-forward",
    "skip_back": "rewind-5",
    "skip_on": "fast-forward-5",
    "heard": "volume-high",
    "unheard": "volume-off",
    "loop": "repeat",
    "part": "code-brackets",
    "still": "camera-plus",
}
"""The font's name by our own; citizens never choose one."""

_UNKNOWN = "file-document"


def icon(name: str, colour: str = "text") -> QIcon:
    """A QIcon by our name in a palette colour (or #rrggbb); an unknown name is a document."""
    return QIcon(Glyph(ICONS.get(name, _UNKNOWN), theme.colour(colour).name()))


def pixmap(name: str, size_px: int, colour: str = "text") -> QPixmap:
    """A cached square pixmap of `size_px` device-independent pixels."""
    ratio = QApplication.primaryScreen().devicePixelRatio()
    return _drawn(name, size_px, colour if colour.startswith("#") else theme.palette().colours()[colour], ratio)


@lru_cache(maxsize=1024)
def _drawn(name: str, size_px: int, colour: str, ratio: float) -> QPixmap:
    # The ratio is named: without it Qt multiplies by the application's own, and a size in pixels is scaled twice.
    return QIcon(Glyph(ICONS.get(name, _UNKNOWN), colour)).pixmap(QSize(size_px, size_px), ratio)
