"""Asks the desk for the spans a player wishes for, one at a time, in the background."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from console.desk.attachments import NotShown
from console.desk.clips import Moving
from console.desk.playback import Playback
from console.desk.spans import Span
from console.desk.wishes import Wish
from console.domain.attachment import Attachment
from console.domain.errors import Fault
from console.ui.attachments.frame_size import FrameSize
from console.ui.background import Background


class Source(Protocol):
    """What a player asks of the desk (desk.clips.Clips, by shape); each question blocks."""

    def facts(self, attachment: Attachment) -> Moving | NotShown:
        """What a player must know of a file."""

    def span(self, attachment: Attachment, from_ms: int, length_ms: int, edge_px: int) -> Span | NotShown:
        """Frames and sound; of 0 ms the one frame on show."""

    def sound(self, attachment: Attachment, from_ms: int, length_ms: int) -> Span | NotShown:
        """Sound alone."""

    def let_go(self) -> None:
        """Keep the file no longer."""


class SpanAsking(QObject):
    """`answered` after each answer; `refused(NotShown)` before it when what is needed now was refused.

    `approached(Frame)` before it when the way there is long: this is how far it came, and it is asked for again.

    One question is under way at most: a jump does not queue decoding behind decoding.
    """

    answered = Signal()
    refused = Signal(object)
    approached = Signal(object)

    def __init__(
        self, source: Source, background: Background, playback: Playback, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source, self._background, self._playback = source, background, playback
        self.frame_size = FrameSize()
        self.attachment: Attachment | None = None
        self._asked_at_s = -1.0

    @property
    def busy(self) -> bool:
        """Whether a question is under way."""
        return self._asked_at_s >= 0

    def ask(self) -> None:
        """Ask for what is missing first, if anything is."""
        attachment = self.attachment
        if attachment is None or self.busy:
            return
        if self._playback.pictures:
            self._playback.span_ms = self.frame_size.span_ms
        wish = self._playback.wish()
        if wish is None:
            return
        self._asked_at_s = time.monotonic()

        def take(span: Span | NotShown) -> None:
            took_s, self._asked_at_s = time.monotonic() - self._asked_at_s, -1.0
            if attachment == self.attachment:
                self._take(wish, span, took_s)
            self.answered.emit()

        self._background.ask(self, self._call(attachment, wish), take, lambda fault: take(_missing(fault)))

    def _call(self, attachment: Attachment, wish: Wish) -> Callable[[], Span | NotShown]:
        source, edge_px = self._source, self.frame_size.full_px if wish.sharp else self.frame_size.edge_px
        if self._playback.pictures:
            return lambda: source.span(attachment, wish.from_ms, wish.length_ms, edge_px)
        return lambda: source.sound(attachment, wish.from_ms, wish.length_ms)

    def _take(self, wish: Wish, span: Span | NotShown, took_s: float) -> None:
        if isinstance(span, Span) and span.on_the_way:
            if wish.generation == self._playback.generation:
                self.approached.emit(span.frames[-1])
        elif isinstance(span, Span):
            self.frame_size.learn(span, took_s, abs(self._playback.rate))
            self._playback.take(wish, span)
        elif wish.generation == self._playback.generation:
            self._playback.troubled = True
            self.refused.emit(span)


def _missing(fault: Fault) -> NotShown:
    return NotShown(code=fault.code, detail=fault.message)
