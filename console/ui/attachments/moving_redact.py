"""Parts of the film shown that are to be covered and silenced: chosen, timed, listed.

Why so long: what hand and keyboard do with a part, whether a box or a silence, side by side.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from console.desk.playback import MAX_MS
from console.domain.box import Box
from console.domain.silence import MOST_SILENCES, Silence
from console.ui.attachments.clip_stage import ClipStage
from console.ui.attachments.moving_bar import MovingBar
from console.ui.attachments.parts_lane import Part, PartsLane
from console.ui.attachments.player_words import moment_words
from console.ui.attachments.redact_ground import FilmGround
from console.ui.attachments.redact_layer import RedactLayer
from console.ui.attachments.sound_stage import SoundStage
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken

Span = tuple[int, int]


class MovingRedact(QObject):
    """Made when it begins, dropped by `end`; `done` on Enter, `left` on Esc. Boxes come before silences in the list."""

    done = Signal()
    left = Signal()

    def __init__(self, stage: ClipStage | SoundStage, rows: QVBoxLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage, self._rows = stage, rows
        self._player = stage.player
        facts = self._player.facts
        film = isinstance(stage, ClipStage) and facts is not None and facts.width_px > 0
        self.layer: RedactLayer | None = None
        if isinstance(stage, ClipStage) and facts is not None and film:
            self.layer = RedactLayer(FilmGround(stage.film, facts.width_px, facts.height_px), timed=True)
        self._silences: list[Span] = []
        self._silent = -1  # which of them is chosen
        self._line = stage.scrubber if isinstance(stage, ClipStage) else stage.waveform
        self.lane = PartsLane(self._line)
        self.bar = MovingBar(film=film, sound=facts is not None and facts.has_sound)
        self._build()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes drawn, in pixels of the upright picture at its full size."""
        return self.layer.boxes if self.layer is not None else ()

    @property
    def silences(self) -> tuple[Silence, ...]:
        """What is to be silent."""
        return tuple(Silence(from_ms=begin, until_ms=end) for begin, end in self._silences)

    def end(self) -> None:
        """Take everything away."""
        for widget in (self.layer, self.lane, self.bar):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._player.framed.disconnect(self._follow)
        self._player.moved.disconnect(self._follow)
        self._player.changed.disconnect(self._follow)
        self.deleteLater()

    def keys(self, event: QKeyEvent) -> bool:
        """Take a key, before viewer and player; none leaves the file by accident."""
        key, again = Qt.Key(event.key()), event.isAutoRepeat()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier):
            return False
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.left.emit, Qt.Key.Key_Return: self._finish, Qt.Key.Key_Enter: self._finish,
            Qt.Key.Key_B: self.add_box, Qt.Key.Key_Q: self.add_silence, Qt.Key.Key_I: self.begin_here,
            Qt.Key.Key_O: self.end_here, Qt.Key.Key_W: self.make_whole, Qt.Key.Key_Delete: self.drop_chosen,
            Qt.Key.Key_Backspace: self.drop_chosen,
            Qt.Key.Key_Up: lambda: self._choose(self._chosen - 1),
            Qt.Key.Key_Down: lambda: self._choose(self._chosen + 1),
        }  # fmt: skip
        act = acts.get(key)
        if act is not None and not again:
            act()
        return act is not None or key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_X)

    def add_box(self) -> None:
        """A box in the middle of what is seen, all the while."""
        if self.layer is not None:
            self.layer.setFocus()
            self.layer.add_in_view()

    def add_silence(self) -> None:
        """Silent from the moment shown to the end."""
        facts = self._player.facts
        if facts is not None and facts.has_sound and len(self._silences) < MOST_SILENCES:
            self._silences.append((self._here_ms(), MAX_MS))
            self._choose(self._box_count + len(self._silences) - 1)

    def begin_here(self) -> None:
        """The chosen part begins with the frame shown."""
        _, end = self._span() or (0, MAX_MS)
        here = self._here_ms()
        self._set(self._chosen, (here, end if here < end else MAX_MS))

    def end_here(self) -> None:
        """The chosen part ends with the frame shown, which still belongs to it."""
        begin, _ = self._span() or (0, MAX_MS)
        after = self._here_ms() + 1
        self._set(self._chosen, (begin if begin < after else 0, after))

    def make_whole(self) -> None:
        """The chosen part lasts all the while."""
        self._set(self._chosen, (0, MAX_MS))

    def drop_chosen(self) -> None:
        """Take the chosen part away."""
        if self._silent >= 0:
            del self._silences[self._silent]
            self._choose(min(self._chosen, self._box_count + len(self._silences) - 1))
        elif self.layer is not None:
            self.layer.delete_chosen()

    @property
    def _box_count(self) -> int:
        return len(self.layer.spans) if self.layer is not None else 0

    @property
    def _chosen(self) -> int:
        if self._silent >= 0:
            return self._box_count + self._silent
        return self.layer.chosen if self.layer is not None else -1

    def _choose(self, row: int) -> None:
        boxes = self._box_count
        if not 0 <= row < boxes + len(self._silences):
            self._silent = -1 if row < boxes else self._silent
            self._tell()
            return
        self._silent = row - boxes if row >= boxes else -1
        if self.layer is not None:
            self.layer.choose(row if row < boxes else -1)
        self._tell()

    def _span(self) -> Span | None:
        row = self._chosen
        if self._silent >= 0:
            return self._silences[self._silent]
        return self.layer.spans[row] if self.layer is not None and row >= 0 else None

    def _set(self, row: int, span: Span) -> None:
        """Another time for a part; what ends behind the end of the film lasts as long as there is anything."""
        if row < 0:
            return
        end_ms = self._line.maximum()
        span = (span[0], MAX_MS if end_ms and span[1] >= end_ms else span[1])
        if row >= self._box_count:
            self._silences[row - self._box_count] = span
        elif self.layer is not None:
            self.layer.span(row, None if span == (0, MAX_MS) else span)
        self._tell()

    def _here_ms(self) -> int:
        """The first millisecond of the frame shown, or the moment of a sound."""
        there = self._player.playback
        shown = there.frame if there.fresh and self.layer is not None else None
        return round((shown.at_s if shown is not None else there.at_s) * 1000)

    def _finish(self) -> None:
        if self.boxes or self._silences:
            self.done.emit()

    def _take_layer(self) -> None:
        """A box was drawn, chosen, moved or taken away."""
        if self.layer is not None and self.layer.chosen >= 0:
            self._silent = -1
        self._tell()

    def _follow(self) -> None:
        if self.layer is not None:
            self.layer.show_moment(self._here_ms(), solid=self._player.playing)
        self.lane.update()

    def _tell(self) -> None:
        boxes = self.layer.spans if self.layer is not None else ()
        spans = [*((span, False) for span in boxes), *((span, True) for span in self._silences)]
        self.lane.show_parts(
            tuple(self._part(number, span, silent) for number, (span, silent) in enumerate(spans, 1)), self._chosen
        )
        self.bar.show_parts(len(spans), chosen=self._chosen >= 0)

    def _part(self, number: int, span: Span | None, silent: bool) -> Part:
        end_ms = self._line.maximum()
        begin, until = span or (0, MAX_MS)
        name = translate("redact", "{n} Silence") if silent else translate("redact", "{n} Box")
        return Part(f"{name.format(n=number)} · {span_words((begin, until))}", begin, min(until, end_ms), silent)

    def _build(self) -> None:
        self._rows.insertWidget(1, self.bar)
        held = self._stage.layout()
        if isinstance(held, QBoxLayout):
            held.insertWidget(held.indexOf(self._stage.foot), self.lane)
        bar, layer = self.bar, self.layer
        for signal, act in (
            (bar.box_wanted, self.add_box), (bar.silence_wanted, self.add_silence), (bar.from_here, self.begin_here),
            (bar.until_here, self.end_here), (bar.whole_wanted, self.make_whole), (bar.drop_wanted, self.drop_chosen),
            (bar.make_wanted, self._finish), (bar.leave_wanted, self.left.emit),
        ):  # fmt: skip
            signal.connect(act)
        self.lane.chosen.connect(self._choose)
        self.lane.stretched.connect(lambda row, begin, end: self._set(row, (begin, end)))
        for moved in (self._player.framed, self._player.moved, self._player.changed):
            moved.connect(self._follow)
        self._player.pause()
        if layer is not None:
            layer.changed.connect(self._take_layer)
            layer.done.connect(self._finish)
            layer.left.connect(self.left)
            layer.show()
            layer.setFocus()
        Spoken(self.lane, self._tell)
        self._follow()


def span_words(span: Span) -> str:
    """'0:01.0 - 0:03.5', 'from 0:01.0 on', 'all the while'."""
    begin, until = span
    if until >= MAX_MS:
        if begin == 0:
            return translate("redact", "all the while")
        return translate("redact", "from {begin} to the end").format(begin=moment_words(begin / 1000, tenths=True))
    return f"{moment_words(begin / 1000, tenths=True)} - {moment_words(until / 1000, tenths=True)}"
