"""Where the draft is, in words, and calls colleagues left unfinished at this desk."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.call_form import CallForm
from console.ui import theme
from console.ui.call_taking.line_button import LineButton
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel

SHOWN = 2


class DraftList(QWidget):
    """`chosen(CallForm)` when a colleague's draft is to be gone on with."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        self.kept = SafeLabel("", role="small", wrap=True)
        rows.addWidget(self.kept)
        self._left: tuple[CallForm, ...] = ()
        self.lines = tuple(self._line(place) for place in range(SHOWN))
        for line in self.lines:
            rows.addWidget(line)
        self.show_kept(None, ZoneInfo("UTC"))
        self.show_left((), ZoneInfo("UTC"))

    def show_kept(self, at: datetime | None, zone: ZoneInfo) -> None:
        """When the draft was kept last; None while nothing is typed."""
        self.kept.setVisible(at is not None)
        if at is not None:
            self.kept.say(partial(_kept_words, at.astimezone(zone).strftime("%H:%M:%S")))

    def show_left(self, left: tuple[CallForm, ...], zone: ZoneInfo) -> None:
        """Drafts of colleagues; the latest first."""
        self._left = left[::-1][:SHOWN]
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(self._left))
            if place < len(self._left):
                form = self._left[place]
                line.say(partial(_left_words, form, form.opened_at.astimezone(zone).strftime("%H:%M")))

    def _line(self, place: int) -> LineButton:
        line = LineButton(lambda: self.chosen.emit(self._left[place]))
        line.hide()
        return line


def _kept_words(clock: str) -> str:
    words = translate("call", "Draft kept at {time}, at this workstation only: at another one it is not there.")
    return words.format(time=clock)


def _left_words(form: CallForm, clock: str) -> str:
    words = translate("call", "Unfinished call of {name}, {time}: go on with it")
    return words.format(name=one_line(form.by_name) or "—", time=clock)
