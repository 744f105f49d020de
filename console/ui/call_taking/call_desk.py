"""Call taking as the window has it: the pane in its dock, what rings, and F2."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget

from console.desk.call_form import CallForm
from console.desk.call_taking import CallTaking
from console.domain.call import Ring
from console.ui.background import Background
from console.ui.call_taking.call_pane import CallPane
from console.ui.call_taking.ring_strip import RingStrip
from console.ui.deciding import Deciding


@dataclass(frozen=True, slots=True)
class _Begun:
    """The form F2 opens, and what colleagues left unfinished at this workstation."""

    form: CallForm
    others: tuple[CallForm, ...]


class CallDesk(QObject):
    """`filed(report id)` and `left` of the pane; `take` is what F2 does."""

    filed = Signal(str)
    left = Signal()

    def __init__(
        self,
        calls: CallTaking,
        deciding: Deciding,
        background: Background,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls, self._lane = calls, Background(self, threads=1)
        self.pane = CallPane(calls, deciding, background, now, zone, self._lane)
        self.strip = RingStrip(calls.rings, now)
        self._dock: QDockWidget | None = None
        self._show_dock: Callable[[], None] = lambda: None
        self.strip.taken.connect(self.take)
        self.pane.filed.connect(self.filed)
        self.pane.left.connect(self._hide)
        self.pane.fields.drafts.chosen.connect(self._take_over)

    def live_in(self, dock: QDockWidget, show: Callable[[], None]) -> None:
        """The dock that is shown while a call is typed, and how."""
        self._dock, self._show_dock = dock, show
        dock.hide()

    def start(self) -> None:
        """Begin to listen for calls."""
        self.strip.start()

    def stop(self) -> None:
        """Keep what is typed, listen no more."""
        self.strip.stop()
        self.pane.stop()
        self._lane.stop()

    def cover(self) -> None:
        """Locked: the draft is kept, the pane empty."""
        self.pane.cover()
        self._hide()

    def take(self) -> None:
        """F2: the call that rings; else the form as it was left; else an empty one."""
        ring, form = self.strip.oldest(), self.pane.form
        if ring is None and form is not None and form.filed_at is None:
            self._show()
            self.pane.fields.place.field.line.setFocus()
            return
        self.pane.keep_now()
        if ring is not None:
            self.strip.take(ring)

        def begin() -> _Begun:
            return self._begun(ring)

        self._lane.ask(self, begin, self._open, topic="begin")

    def _begun(self, ring: Ring | None) -> _Begun:
        """On a worker: what he left unfinished comes back, but never instead of a call that waits."""
        mine, others = self._calls.unfinished()
        return _Begun(mine if mine is not None and ring is None else self._calls.begin(ring), others)

    def _open(self, begun: _Begun) -> None:
        self._show()
        self.pane.open(begun.form, begun.others)

    def _take_over(self, form: CallForm) -> None:
        """A colleague's unfinished call is gone on with here; what was typed meanwhile stays a draft."""
        self.pane.open(self._calls.taken_over(form))

    def _show(self) -> None:
        self._show_dock()

    def _hide(self) -> None:
        if self._dock is not None:
            self._dock.hide()
        self.left.emit()
