"""Icons by meaning, from QtAwesome's Material Design font, kept as pixmaps."""

from __future__ import annotations

from functools import lru_cache

import qtawesome
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from console.ui import theme

ICONS: dict[str, str] = {
    # categories of reports (console/domain/category.py)
    "traffic_accident": "mdi6.car-emergency",
    "fire": "mdi6.fire",
    "violent_crime": "mdi6.knife-military",
    "medical": "mdi6.ambulance",
    "panic": "mdi6.alert-octagon",
    "officer_sos": "mdi6.police-badge",
    "domestic_violence": "mdi6.home-alert",
    "sexual_violence": "mdi6.shield-account",
    "child_harm": "mdi6.human-child",
    "suicide": "mdi6.hand-heart",
    "brawl": "mdi6.account-group",
    "theft": "mdi6.bag-personal-off",
    "flood": "mdi6.home-flood",
    "fallen_tree": "mdi6.tree",
    "disaster": "mdi6.image-filter-hdr",
    "missing_person": "mdi6.account-search",
    "power_line": "mdi6.lightning-bolt",
    "traffic_jam": "mdi6.traffic-light",
    "public_order": "mdi6.bullhorn",
    "noise": "mdi6.volume-high",
    "infrastructure": "mdi6.road-variant",
    "vehicle_service": "mdi6.car-wrench",
    "licence_service": "mdi6.card-account-details",
    "accident_followup": "mdi6.hand-heart",
    "aspiration": "mdi6.message-draw",
    "information": "mdi6.information",
    "other": "mdi6.file-document",
    # where a report came from
    "citizen_app": "mdi6.cellphone",
    "partner": "mdi6.motorbike",
    "call_112": "mdi6.phone",
    "call_110": "mdi6.phone-classic",
    "sms": "mdi6.message-text",
    "patrol": "mdi6.car-side",
    "device": "mdi6.access-point",
    # marks and acts
    "attachment": "mdi6.paperclip",
    "photo": "mdi6.camera",
    "video": "mdi6.video",
    "audio": "mdi6.microphone",
    "document": "mdi6.file",
    "eye": "mdi6.eye",
    "trust": "mdi6.shield-check",
    "strike": "mdi6.alert",
    "unread": "mdi6.email-alert",
    "waiting": "mdi6.cloud-upload",
    "doubtful": "mdi6.cloud-alert",
    "refused": "mdi6.cloud-off",
    "bell": "mdi6.bell",
    "bell_off": "mdi6.bell-off",
    "search": "mdi6.magnify",
    "person": "mdi6.account-circle",
    "place": "mdi6.map-marker",
    "lock": "mdi6.lock",
    "down": "mdi6.chevron-down",
    "up": "mdi6.arrow-up",
    "close": "mdi6.close",
    "check": "mdi6.check",
    "clock": "mdi6.clock-outline",
    "unit": "mdi6.account",
    "vehicle": "mdi6.car",
    "agency": "mdi6.office-building",
    "undo": "mdi6.undo",
    "attention": "mdi6.alert-circle",
    "inbox": "mdi6.inbox",
    "case": "mdi6.folder-open",
    "map": "mdi6.map",
    "loading": "mdi6.timer-sand",
    "note": "mdi6.note-text",
    "print": "mdi6.fingerprint",
    "screens": "mdi6.monitor-multiple",
    "leave": "mdi6.logout",
}
"""QtAwesome name by our own; citizens never choose one."""

_UNKNOWN = "mdi6.file-document"


def icon(name: str, colour: str = "text") -> QIcon:
    """A QIcon by our name in a palette colour (or #rrggbb); an unknown name is a document."""
    return qtawesome.icon(ICONS.get(name, _UNKNOWN), color=theme.colour(colour).name())


def pixmap(name: str, size_px: int, colour: str = "text") -> QPixmap:
    """A cached square pixmap of `size_px` device-independent pixels."""
    ratio = QApplication.primaryScreen().devicePixelRatio()
    return _drawn(name, size_px, colour if colour.startswith("#") else theme.palette().colours()[colour], ratio)


@lru_cache(maxsize=1024)
def _drawn(name: str, size_px: int, colour: str, ratio: float) -> QPixmap:
    size = round(size_px * ratio)
    drawn = qtawesome.icon(ICONS.get(name, _UNKNOWN), color=colour).pixmap(size, size)
    drawn.setDevicePixelRatio(ratio)
    return drawn
