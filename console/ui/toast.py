"""What was just decided, with its undo for ten seconds; lies over the map."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.domain.acts import MarkRead
from console.ui import theme
from console.ui.deciding import Deciding, Done, NotDone
from console.ui.texts.decided import done_words, undone_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import ElidedLabel, SafeLabel
from console.ui.widgets.spoken import Words

_TELL_S = 5.0


class Toast(QFrame):
    """One line at the lower middle of `over` (a child of the window); it never takes focus."""

    def __init__(
        self,
        window: QWidget,
        over: QWidget,
        deciding: Deciding,
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._over, self._deciding, self._monotonic_s = window, over, deciding, monotonic_s
        self._done: Done | None = None
        self._until_s = 0.0
        self.setProperty("role", "toast")
        self.setAccessibleName(translate("toast", "What was just decided"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(7), theme.px(14), theme.px(7))
        row.setSpacing(theme.px(8))
        self.sentence = ElidedLabel()
        self.undo_button = PlainButton(lambda: translate("toast", "Undo"), self._undo)
        self.key = KeyCap("Ctrl Z")
        self.left = SafeLabel()
        self._beside: Callable[[], object] = lambda: None
        self.beside_button = PlainButton("", self._do_beside)
        self.beside_key = KeyCap("")
        row.addWidget(self.sentence, 1)
        for beside in (self.beside_button, self.beside_key):
            beside.hide()
            row.addWidget(beside)
        for widget in (self.undo_button, self.key, self.left):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._tick)
        deciding.decided.connect(self._take_done)
        deciding.undone.connect(lambda done: self.tell(lambda: undone_words(done.act, done.number)))
        deciding.refused.connect(self._take_refused)
        over.installEventFilter(self)
        self.hide()

    def tell(self, words: Words, seconds: float = _TELL_S) -> None:
        """Show a sentence without undo for some seconds."""
        self._done = None
        self._show(words, seconds)

    def offer(self, done: Done, words: Words, key: str, pressed: Callable[[], object]) -> None:
        """Beside the undo of this decision one thing more that may be done about it, by its key or a click."""
        if done is not self._done:
            return
        self._beside = pressed
        self.beside_button.say(words)
        self.beside_key.say(key)
        for widget in (self.beside_button, self.beside_key):
            widget.show()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when what lies below moves or grows."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return False

    def _take_done(self, done: Done) -> None:
        if isinstance(done.act, MarkRead):
            return  # nobody pressed anything; reading is no news
        if not done.undo_until_s:
            self.tell(lambda: done_words(done.act, done.number), _TELL_S / 2)
            return
        self._done = done
        self._show(lambda: done_words(done.act, done.number), done.undo_until_s - self._monotonic_s())

    def _take_refused(self, refused: NotDone) -> None:
        refusal, fault = refused.refusal, refused.fault
        if refusal is not None:
            self.tell(lambda: refusal_words(refusal))
        elif fault is not None:
            self.tell(lambda: fault_words(fault))

    def _undo(self) -> None:
        if self._done is not None:
            self._deciding.undo(self._done)

    def _do_beside(self) -> None:
        self._beside()

    def _show(self, words: Words, seconds: float) -> None:
        self._until_s = self._monotonic_s() + seconds
        self.sentence.say(words)
        for widget in (self.undo_button, self.key, self.left):
            widget.setVisible(self._done is not None)
        for beside in (self.beside_button, self.beside_key):
            beside.hide()
        self._tick()
        if seconds > 0:
            self.show()
            self.raise_()
            self._place()
            self._timer.start()

    def _tick(self) -> None:
        left_s = self._until_s - self._monotonic_s()
        gone = self._done is not None and self._deciding.last_undoable is None
        if left_s <= 0 or gone:
            self._timer.stop()
            self.hide()
            return
        self.left.say(translate("toast", "{n} s").format(n=math.ceil(left_s)))

    def _place(self) -> None:
        room = self._over.width() - theme.px(32)
        wanted = self._row.sizeHint().width() + self.sentence.sizeHint().width()
        self.setFixedWidth(max(theme.px(200), min(wanted, room)))
        self.adjustSize()
        corner = self._over.mapTo(self._window, QPoint(0, self._over.height() - self.height() - theme.px(64)))
        self.move(corner.x() + (self._over.width() - self.width()) // 2, max(0, corner.y()))
