"""Hears that the operating system locked its screen, so that the console locks with it."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, Signal, Slot

_log = logging.getLogger(__name__)

_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
"""Freedesktop's Idle Inhibition specification names the first; GNOME speaks the second. Both say ActiveChanged(b)."""

_SLOT = "1_active_changed(bool)"
"""As Qt's SLOT() macro spells it; PySide 6.11 takes it as str only, whatever its stubs say."""


class OsLock(QObject):
    """`locked` when the desktop's screen saver became active; silent where there is no session bus or no Linux."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listening = sys.platform.startswith("linux") and self._listen()

    def _listen(self) -> bool:
        # Imported here: only Linux has the bus, and a console without it must start all the same.
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        heard = [
            bus.connect("", path, interface, "ActiveChanged", self, _SLOT)  # type: ignore[call-overload]
            for interface, path in _SAVERS
        ]
        if not any(heard):
            _log.info("the desktop does not say when it locks")
        return any(heard)

    @Slot(bool)
    def _active_changed(self, active: bool) -> None:
        if active:
            self.locked.emit()
