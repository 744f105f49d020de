"""The button that puts the frame shown on the case as a picture."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.report import Report
from console.ui.attachments.player import Player
from console.ui.attachments.player_words import kept_words, still_words
from console.ui.attachments.still import still_keeping
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.texts.faults import fault_words
from console.ui.widgets.icon_button import IconButton


class StillButton(IconButton):
    """`said(words)` what came of it, while the same film is still shown. `report` is the case it goes on."""

    said = Signal(str)

    def __init__(self, parts: ViewerParts, player: Player, parent: QWidget | None = None) -> None:
        super().__init__("still", still_words, self.keep, parent, key="S")
        self._parts, self._player = parts, player
        self.report: Report | None = None

    def keep(self) -> None:
        """Put the frame shown on the case, as it is and as sharp as can be had."""
        player, report = self._player, self.report
        attachment, frame = player.attachment, player.frame
        if attachment is None or report is None or frame is None or not player.playback.fresh or not self.isEnabled():
            return
        self.setEnabled(False)
        work = still_keeping(self._parts.clips, self._parts.attach, attachment, report, frame.at_s)

        def take(words: str) -> None:
            self.setEnabled(True)
            if attachment == player.attachment:
                self.said.emit(words)

        self._parts.background.ask(
            self, work, lambda outcome: take(kept_words(outcome, frame.at_s)), lambda fault: take(fault_words(fault))
        )
