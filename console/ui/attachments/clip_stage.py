"""Films: played, stepped, looped; small pictures over the line; a frame kept as a picture."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.attachments import THUMBNAIL_EDGE_PX, NotShown
from console.desk.clips import Stills
from console.desk.ports import Download
from console.desk.spans import Frame
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.arriving import on_its_way
from console.ui.attachments.film_screen import STEP, FilmScreen
from console.ui.attachments.hover_still import HoverStill
from console.ui.attachments.player import Player
from console.ui.attachments.player_foot import PlayerFoot
from console.ui.attachments.player_keys import take_key
from console.ui.attachments.player_words import (
    film_lines,
    no_picture_words,
    player_key_lines,
    speed_words,
    still_words,
    way_words,
)
from console.ui.attachments.scrubber import Scrubber
from console.ui.attachments.speaker import Device, MachineDevice
from console.ui.attachments.stage import KeyLine, Stage
from console.ui.attachments.still_button import StillButton
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import not_shown_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken, name_widget

_SAID_MS = 5_000


class ClipStage(Stage):
    """A film with its line and its buttons below. `device` is the machine's own where none is given."""

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None, *, device: Device | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.player = Player(parts.clips, parts.background, device or MachineDevice(self), self, pictures=True)
        self.film, self.scrubber = FilmScreen(), Scrubber()
        self.foot = PlayerFoot(self.player)
        self.hover = HoverStill(self)
        self.still = StillButton(parts, self.player)
        self._missing: NotShown | None = None
        self._previewing = False
        self._come_to_s: float | None = None
        self._said = ""
        self._said_for = QTimer(self)
        self._said_for.setSingleShot(True)
        self._said_for.timeout.connect(lambda: self._say(""))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.film, 1)
        rows.addWidget(self.scrubber)
        rows.addWidget(self.foot)
        name_widget(self.film, lambda: translate("player", "Film"))
        self._connect()

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Show the beginning of a film; the same film again goes on as it is."""
        self.still.report = report
        if attachment == self.player.attachment and self.player.facts is not None:
            self._tell()
            return
        self._reset()
        poster = self._parts.clips.still_at_hand(attachment, THUMBNAIL_EDGE_PX)
        if poster is not None:
            self.film.show_frame(poster)
        else:
            self.film.show_words(translate("attachments", "Opening…"))
        self.player.open(attachment)

    def clear(self) -> None:
        """Fall silent, drop every picture."""
        self.player.close()
        self._reset()
        self.film.show_words("")

    def keys(self, event: QKeyEvent) -> bool:
        """Keys of players; + and - enlarge, 0 fits."""
        zooms: dict[str, Callable[[], None]] = {
            "+": lambda: self.film.zoom(STEP), "=": lambda: self.film.zoom(STEP),
            "-": lambda: self.film.zoom(1 / STEP), "0": self.film.fit,
        }  # fmt: skip
        zoom = zooms.get(event.text())
        if zoom is not None:
            zoom()
            return True
        if event.text().lower() == "s" and not event.isAutoRepeat():
            self.still.keep()
            return True
        return take_key(event, self.player, self.foot)

    def tools(self) -> tuple[QWidget, ...]:
        """The button that keeps a frame."""
        return (self.still,)

    def key_lines(self) -> tuple[KeyLine, ...]:
        """Its keys."""
        zoom = KeyLine(("+", "−", "0"), lambda: translate("player", "Larger, smaller (or the wheel), fit"))
        return (*player_key_lines(films=True), zoom, KeyLine(("S",), still_words))

    def hear(self, download: Download) -> None:
        """The download of the film shown went on."""
        attachment = self.player.attachment
        if attachment is None or download.attachment_id != attachment.id or self.player.facts is not None:
            return
        if download.done:
            self.player.ask_facts()
        else:
            self._stumble(on_its_way(download))

    def _connect(self) -> None:
        player = self.player
        player.framed.connect(self._show_frame)
        player.moved.connect(self._show_moment)
        player.changed.connect(self._show_note)
        player.opened.connect(self._opened)
        player.refused.connect(self.refused)
        player.stumbled.connect(self._stumble)
        player.approached.connect(self._approach)
        self.scrubber.sought.connect(self._seek)
        self.scrubber.hovered.connect(self._hover)
        self.scrubber.left.connect(self.hover.hide)
        self.film.pressed.connect(player.toggle)
        self.film.resized.connect(lambda: player.frame_size.show_at(self.film.edge_px))
        self.still.said.connect(self._say)
        self.foot.done.connect(lambda: self.window().setFocus())
        Spoken(self, self._retranslate)

    def _reset(self) -> None:
        self._missing, self._previewing, self._come_to_s = None, False, None
        self._say("")
        self.hover.hide()
        self.hover.show_stills(())
        self.scrubber.span(0)

    def _opened(self) -> None:
        self._missing = None
        self.scrubber.span(self.player.playback.duration_ms or 0)
        self._tell()
        attachment = self.player.attachment
        if attachment is None:
            return
        if not self.player.playback.pictures:
            self.film.show_words(no_picture_words())
            return
        clips = self._parts.clips

        def take(stills: Stills | NotShown) -> None:
            if attachment == self.player.attachment and isinstance(stills, Stills):
                self.hover.show_stills(stills.frames)

        self._parts.background.ask(self, lambda: clips.stills(attachment), take, topic="stills")

    def _show_frame(self) -> None:
        frame = self.player.frame
        if frame is not None:
            self._previewing, self._come_to_s = False, None
            self.film.show_frame(frame)
            self._show_note()

    def _show_moment(self) -> None:
        there = self.player.playback
        if there.duration_ms is not None and there.duration_ms != self.scrubber.maximum():
            self.scrubber.span(there.duration_ms)
        self.scrubber.go_to(there.at_s, there.ranges)
        if self._previewing and there.fresh:
            self._show_frame()

    def _show_note(self) -> None:
        there = self.player.playback
        self.scrubber.show_part(there.part)
        if self._missing is not None and there.troubled:
            words = not_shown_words(self._missing)
        elif self._said:
            words = self._said
        elif self._come_to_s is not None and (there.waiting or not there.fresh):
            words = way_words(self._come_to_s, there.at_s)
        elif there.waiting:
            words = translate("player", "getting the next part…")
        else:
            words = speed_words(there.rate) if there.playing and there.rate != 1.0 else ""
        self.film.show_note(words if self.film.frame is not None else "")

    def _approach(self, frame: Frame) -> None:
        """A film without key frames in between is gone through: seen as it goes, so that nobody thinks it hangs."""
        if self.player.playback.fresh and not self.player.playback.waiting:
            return
        self._previewing, self._come_to_s = True, frame.at_s
        self.film.show_frame(frame)
        self._show_note()

    def _stumble(self, missing: NotShown) -> None:
        self._missing = missing
        if self.film.frame is None:
            self.film.show_words(not_shown_words(missing))
        self._show_note()

    def _say(self, words: str) -> None:
        """For a while, over the picture; '' at once nothing any more."""
        self._said = words
        if words:
            self._said_for.start(_SAID_MS)
        else:
            self._said_for.stop()
        self._show_note()

    def _seek(self, at_s: float) -> None:
        """Go there; until the frame is decoded its small picture stands for it."""
        self._come_to_s = None
        self.player.seek(at_s)
        if not self.player.playback.fresh:
            still = self.hover.still_at(at_s)
            if still is not None:
                self._previewing = True
                self.film.show_frame(still)

    def _hover(self, at_s: float, x: int) -> None:
        top = self.scrubber.mapTo(self, QPoint(x, 0))
        self.hover.show_at(at_s, top.x(), top.y() - theme.px(4))

    def _tell(self) -> None:
        facts = self.player.facts
        if facts is not None:
            self.told.emit(film_lines(facts))

    def _retranslate(self) -> None:
        self._tell()
        self._show_note()
        if self.player.facts is not None and not self.player.playback.pictures:
            self.film.show_words(no_picture_words())
        if self._missing is not None and self.film.frame is None:
            self.film.show_words(not_shown_words(self._missing))
