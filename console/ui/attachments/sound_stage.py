"""Sounds: the waveform with where it stands, speed without another pitch, loop."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.attachments import NotShown
from console.desk.clips import Loudness
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.arriving import on_its_way
from console.ui.attachments.player import Player
from console.ui.attachments.player_foot import PlayerFoot
from console.ui.attachments.player_keys import take_key
from console.ui.attachments.player_words import player_key_lines, sound_lines
from console.ui.attachments.speaker import Device, MachineDevice
from console.ui.attachments.stage import KeyLine, Stage
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.waveform import Waveform
from console.ui.attachments.words import not_shown_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, Words, name_widget


class SoundStage(Stage):
    """A sound with its buttons below. `device` is the machine's own where none is given."""

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None, *, device: Device | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.player = Player(parts.clips, parts.background, device or MachineDevice(self), self, pictures=False)
        self.waveform, self.words = Waveform(), SafeLabel(role="muted")
        self.foot = PlayerFoot(self.player)
        name_widget(self.waveform, lambda: translate("player", "Waveform: moment of the sound"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(4))
        inner.addWidget(self.words)
        inner.addWidget(self.waveform, 1)
        rows.addLayout(inner, 1)
        rows.addWidget(self.foot)
        self.player.moved.connect(self._show_moment)
        self.player.opened.connect(self._opened)
        self.player.refused.connect(self.refused)
        self.player.stumbled.connect(self._stumble)
        self.player.changed.connect(self._show_waiting)
        self.waveform.sought.connect(self.player.seek)
        self.foot.done.connect(lambda: self.window().setFocus())
        Spoken(self, self._tell)

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Show a sound at its beginning; the same sound again goes on as it is."""
        if attachment == self.player.attachment and self.player.facts is not None:
            self._tell()
            return
        self._reset(lambda: translate("attachments", "Opening…"))
        self.player.open(attachment)

    def clear(self) -> None:
        """Fall silent, forget the sound."""
        self.player.close()
        self._reset("")

    def keys(self, event: QKeyEvent) -> bool:
        """Keys of players."""
        return take_key(event, self.player, self.foot)

    def key_lines(self) -> tuple[KeyLine, ...]:
        """Its keys."""
        return player_key_lines(films=False)

    def hear(self, download: Download) -> None:
        """The download of the sound shown went on."""
        attachment = self.player.attachment
        if attachment is None or download.attachment_id != attachment.id or self.player.facts is not None:
            return
        if download.done:
            self.player.ask_facts()
        else:
            self._stumble(on_its_way(download))

    def _reset(self, words: Words) -> None:
        self.words.say(words)
        self.waveform.span(0)
        self.waveform.show_levels(b"")

    def _opened(self) -> None:
        self.words.say("")
        self.waveform.span(self.player.playback.duration_ms or 0)
        self._tell()
        attachment, clips = self.player.attachment, self._parts.clips
        if attachment is None:
            return

        def take(found: Loudness | NotShown) -> None:
            if attachment == self.player.attachment and isinstance(found, Loudness):
                self.waveform.show_levels(found.levels)

        self._parts.background.ask(self, lambda: clips.peaks(attachment), take, topic="peaks")

    def _show_moment(self) -> None:
        there = self.player.playback
        if there.duration_ms is not None and there.duration_ms != self.waveform.maximum():
            self.waveform.span(there.duration_ms)
        self.waveform.go_to(there.at_s, there.ranges)

    def _show_waiting(self) -> None:
        self.waveform.show_part(self.player.playback.part)
        if self.player.facts is not None and not self.player.playback.troubled:
            waits = self.player.playback.waiting
            self.words.say((lambda: translate("player", "getting the next part…")) if waits else "")

    def _stumble(self, missing: NotShown) -> None:
        self.words.say(lambda: not_shown_words(missing))

    def _tell(self) -> None:
        facts = self.player.facts
        if facts is not None:
            self.told.emit(sound_lines(facts))
