"""The button of the part that is repeated: begin, end, the whole file again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.part import Part
from console.desk.spans import ms_of
from console.ui.attachments.player import Player
from console.ui.attachments.player_words import begin_part_words, end_part_words, no_part_words
from console.ui.widgets.icon_button import IconButton


class PartButton(IconButton):
    """Pressed (or P) once it marks the beginning, again the end, a third time it takes both away; I and O mark."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__("part", begin_part_words, self.go_on, parent, key="P", checkable=True)
        self._player = player
        player.changed.connect(self._show)

    def begin(self) -> None:
        """The part begins here."""
        self._player.mark(self._player.playback.part.begun_at(self._here_ms()))

    def end(self) -> None:
        """The part ends here."""
        self._player.mark(self._player.playback.part.ended_at(self._here_ms()))

    def go_on(self) -> None:
        """The next of: beginning, end, none."""
        part = self._player.playback.part
        if part.begin_ms is None:
            self.begin()
        elif part.end_ms is None:
            self.end()
        else:
            self._player.mark(Part())
        self._show()

    def _here_ms(self) -> int:
        return ms_of(self._player.playback.at_s)

    def _show(self) -> None:
        part = self._player.playback.part
        self.setChecked(part.begin_ms is not None)
        following = end_part_words if part.end_ms is None else no_part_words
        self.show_icon("part", begin_part_words if part.begin_ms is None else following)
