"""One line of the timeline: when, what, who, and whether the server has it yet."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from console.desk.case import Line
from console.ui import theme
from console.ui.case.timeline_words import timeline_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line, seen
from console.ui.widgets.safe import SafeLabel, restyle

_SPOKEN = frozenset({"answer", "report.ask", "report.note", "report.return"})
"""Kinds whose text is the point of the line, shown at full strength."""


class TimelineRow(QWidget):
    """Time at the left; the sentence with the actor; a text below; a mark while it waits in the ledger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(1))
        self._time = SafeLabel(role="muted")
        self._time.setFixedWidth(theme.px(42))
        self._time.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = SafeLabel(wrap=True)
        self._mark = SafeLabel(role="small", wrap=True)
        self._text = SafeLabel(role="quote", wrap=True).selectable()
        grid.addWidget(self._time, 0, 0)
        grid.addWidget(self._words, 0, 1)
        grid.addWidget(self._text, 1, 1)
        grid.addWidget(self._mark, 2, 1)
        grid.setColumnStretch(1, 1)
        self._line: Line | None = None

    def show_line(self, line: Line, zone: ZoneInfo) -> None:
        """Show a line; the same one again costs nothing."""
        if line == self._line:
            return
        self._line = line
        entry = line.entry
        self._time.say(clock_words(entry.at, zone))
        self._time.tip(f"{entry.at.astimezone(zone):%d/%m/%Y %H:%M:%S}")
        words = timeline_words(entry)
        actor = one_line(entry.actor_name)
        if actor and not entry.kind.startswith("unit."):
            words = f"{words} · {actor}"
        if entry.undone:
            words = translate("timeline", "{words} (undone)").format(words=words)
        self._words.say(words)
        restyle(self._words, role="muted" if entry.undone else "")
        spoken = entry.kind in _SPOKEN
        self._text.say(seen(entry.text.strip()) if spoken else _short(entry.text))
        self._text.setVisible(bool(entry.text.strip()))
        restyle(self._text, role="quote" if spoken else "small")
        self._show_mark(line, zone)
        self.setAccessibleName(f"{self._time.text()} {words}")

    def forget(self) -> None:
        """Let the same line be said anew, in another language."""
        self._line = None

    def _show_mark(self, line: Line, zone: ZoneInfo) -> None:
        mark, role = "", "small"
        if line.refused is not None:
            mark, role = refusal_words(line.refused), "bad"
        elif line.waiting:
            mark, role = translate("timeline", "waiting to send"), "warn"
        elif line.sent_at is not None:
            mark = translate("timeline", "confirmed {time}").format(time=clock_words(line.sent_at, zone))
        self._mark.say(mark)
        restyle(self._mark, role=role)
        self._mark.setVisible(bool(mark))


def _short(text: str, most: int = 96) -> str:
    line = one_line(text)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"
