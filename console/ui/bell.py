"""The bell: how many P1 nobody has claimed, whether it rings; a press silences it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from console.ui import icons
from console.ui.critical import CriticalWatch
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import Spoken


class Bell(PlainButton):
    """`brief` shows the number alone; the words are in its tooltip and its accessible name then."""

    def __init__(self, watch: CriticalWatch, audible: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__("", watch.silence, parent, tone="flat")
        self._watch, self._audible, self._brief = watch, audible, False
        watch.changed.connect(self._show)
        Spoken(self, self._show)

    def set_brief(self, brief: bool) -> None:
        """Show less where there is little room."""
        if brief != self._brief:
            self._brief = brief
            self._show()

    def _show(self) -> None:
        count = len(self._watch.rows)
        rings = bool(self._watch.ringing)
        words = translate("top", "{n} critical unclaimed").format(n=count)
        self.setIcon(icons.icon("bell" if rings or not count else "bell_off", "bad" if count else "muted"))
        self.say(str(count) if self._brief else words)
        self.setAccessibleName(words)
        hint = translate("top", "Ctrl M silences the sound; the next critical report sounds again.")
        if not self._audible():
            hint = translate("top", "This machine has no sound device: watch the band.")
        self.tip(f"{words}\n{hint}")
        self.set_tone("alarm" if rings else "flat")
