"""One answer from somebody nearby: when, what he sees, how far off, his words, his photos."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.nearby import NearbyAnswer, Seen
from console.ui import theme
from console.ui.dispatch.status_dot import StatusDot
from console.ui.nearby.keys import FILE_KEY
from console.ui.nearby.words import answer_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import seen
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel

_COLOURS = {Seen.YES: "on_scene", Seen.NO: "stale", Seen.UNSURE: "en_route", Seen.NONE: "stale"}


class AnswerLine(QWidget):
    """`file_wanted(NearbyAnswer)`, `photo_wanted(attachment id)`; the words are a stranger's and shown as text."""

    file_wanted = Signal(object)
    photo_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: NearbyAnswer | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        outer.setSpacing(theme.px(1))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        self._dot = StatusDot()
        self.head = SafeLabel(role="small", wrap=True)
        self._photo = PlainButton("", self._show_photo, tone="link")
        self._cap = KeyCap(FILE_KEY)
        self._file = PlainButton(lambda: translate("nearby", "File"), self._ask_to_file, tone="slim")
        self._file.tip(lambda: translate("nearby", "It tells of something else: make it a report of its own"))
        head.addWidget(self._dot)
        head.addWidget(self.head, 1)
        for widget in (self._photo, self._cap, self._file):
            head.addWidget(widget)
        outer.addLayout(head)
        self.text = SafeLabel(wrap=True).selectable()
        self.text.setContentsMargins(theme.px(16), 0, 0, 0)
        outer.addWidget(self.text)

    def show_answer(self, answer: NearbyAnswer, zone: ZoneInfo, *, named: bool, key: bool, photos: bool) -> None:
        """Show it; `named`: with its source, `key`: the filing key means this one, `photos`: files may be shown."""
        self._answer = answer
        words = answer_words(answer, zone, named=named)
        if answer.filed_id:
            words = " · ".join((words, translate("nearby", "filed as {number}").format(number=answer.filed_as)))
        self.head.say(words)
        self._dot.set_colour(_COLOURS[answer.seen])
        self.text.say(seen(answer.text))
        self.text.setVisible(bool(answer.text))
        self._photo.setVisible(photos and bool(answer.attachment_ids))
        self._photo.say(lambda: translate("nearby", "{n} photo").format(n=len(answer.attachment_ids)))
        able = bool(answer.text.strip()) and not answer.filed_id
        self._file.setVisible(able)
        self._cap.setVisible(able and key)
        self.setAccessibleName(f"{words}. {seen(answer.text)}")

    def _ask_to_file(self) -> None:
        if self._answer is not None:
            self.file_wanted.emit(self._answer)

    def _show_photo(self) -> None:
        if self._answer is not None and self._answer.attachment_ids:
            self.photo_wanted.emit(self._answer.attachment_ids[0])
