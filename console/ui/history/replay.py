"""Shows tracks on the map and plays them; the officers of now are put aside meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Signal

from console.domain.milestones import Reached
from console.domain.track import Track, segments
from console.ui.history.replay_foot import ReplayFoot
from console.ui.history.time_slider import TimeBar, TimeMark
from console.ui.history.track_layer import ShownTrack, instant_payload, tracks_payload
from console.ui.history.words import MILESTONE_COLOURS, milestone_word
from console.ui.map.map_pane import MapPane
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, zone_name
from console.ui.widgets.buttons import PlainButton


class Replay(QObject):
    """`closed` when the strip was closed. While something is replayed the officers of now are off the map."""

    closed = Signal()

    def __init__(
        self, pane: MapPane, officers: PlainButton, zone: Callable[[], ZoneInfo], stale_after_s: Callable[[], int]
    ) -> None:
        super().__init__(pane)
        self._pane, self._officers, self._zone, self._stale_after_s = pane, officers, zone, stale_after_s
        self._tracks: tuple[ShownTrack, ...] = ()
        self._look = 0
        self._officers_were: bool | None = None
        self.foot = ReplayFoot(zone)
        self.foot.instant_shown.connect(self._show_instant)
        self.foot.closed.connect(self.closed)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another language: what stands at the instant is ours."""
        if event.type() == QEvent.Type.LanguageChange and self.open:
            self._show_instant(self.foot.slider.instant)
        elif event.type() == QEvent.Type.StyleChange and self.open:
            # Another theme: the bars wear the colours of the tracks on the map.
            bars = tuple(self._bar(each) for each in self._tracks if each.track.points)
            self.foot.slider.mark(self.foot.slider.marks, bars)
        return False

    @property
    def open(self) -> bool:
        """Whether something is replayed."""
        return self._officers_were is not None

    def show(
        self, tracks: Sequence[ShownTrack], since: datetime, until: datetime, reached: Sequence[Reached], *, look: bool
    ) -> None:
        """Draw the tracks and stand at the beginning; `look` brings them into view."""
        self._draw(tracks, look=look)
        self._enter()
        self.foot.show_span(since, until)
        self._mark(reached)
        self._pane.open_foot(self.foot)

    def retell(self, reached: Sequence[Reached]) -> None:
        """The case went on meanwhile: its moments as they are now, the slider longer where one lies past its end."""
        if self.open:
            self.foot.slider.stretch(max((each.at for each in reached), default=self.foot.slider.until))
            self._mark(reached)

    def draw_only(self, tracks: Sequence[ShownTrack]) -> None:
        """Draw tracks that have no time to replay."""
        self._draw(tracks, look=True)

    def redraw(self, tracks: Sequence[ShownTrack]) -> None:
        """Other tracks at the same instant."""
        self._draw(tracks, look=False)
        self.foot.slider.mark(self.foot.slider.marks, tuple(self._bar(each) for each in tracks if each.track.points))
        if self.open:
            self._show_instant(self.foot.slider.instant)

    def clear(self) -> None:
        """Take everything off the map; the officers of now come back."""
        self.foot.stop()
        self._tracks = ()
        self._pane.view.show_layer("instant", None)
        self._pane.view.show_layer("tracks", None)
        if self._pane.foot is self.foot:
            self._pane.close_foot()
        if self._officers_were is not None:
            self._officers.setChecked(self._officers_were)
            self._officers_were = None

    def stop(self) -> None:
        """No timer runs on."""
        self.foot.stop()

    def _mark(self, reached: Sequence[Reached]) -> None:
        """The moments within the span, and where the tracks have fixes."""
        slider = self.foot.slider
        marks = tuple(
            TimeMark(
                each.at, partial(milestone_word, each.milestone), MILESTONE_COLOURS[each.milestone],
                partial(self._moment, each),
            )
            for each in reached
            if slider.since <= each.at <= slider.until
        )  # fmt: skip
        slider.mark(marks, tuple(self._bar(each) for each in self._tracks if each.track.points))

    def _moment(self, reached: Reached) -> str:
        return f"{milestone_word(reached.milestone)} {clock_words(reached.at, self._zone(), seconds=True)}"

    def _enter(self) -> None:
        if self._officers_were is None:
            self._officers_were = self._officers.isChecked()
            self._officers.setChecked(False)

    def _draw(self, tracks: Sequence[ShownTrack], *, look: bool) -> None:
        self._tracks = tuple(tracks)
        self._look += look
        self._pane.view.show_layer("tracks", tracks_payload(self._tracks, self._stale_after_s(), self._look))

    def _show_instant(self, at: datetime) -> None:
        if not self.open:
            return
        stale_s = self._stale_after_s()
        local = at.astimezone(self._zone())
        title = translate("history", "PAST · {time}").format(
            time=f"{local.strftime('%d/%m/%Y %H:%M:%S')} {zone_name(self._zone(), at)}"
        )
        payload = instant_payload(self._tracks, at, stale_s, stale_s, title)
        self._pane.view.show_layer("instant", payload)

    def _bar(self, shown: ShownTrack) -> TimeBar:
        return TimeBar(shown.ink.worn, _stretches(shown.track, self._stale_after_s()))


def _stretches(track: Track, gap_s: float) -> tuple[tuple[datetime, datetime], ...]:
    """From when to when it has fixes; a lone one counts a second."""
    return tuple((piece[0].at, piece[-1].at + timedelta(seconds=1)) for piece in segments(track, gap_s))
