"""The one notice of the bottom line: what is wrong with server or machine, and what helps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.attention import Attention, aged
from console.ui import icons, theme
from console.ui.status.words import trouble_advice, trouble_title
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel
from console.ui.widgets.spoken import Spoken

SEVERE = ("stalled", "desk_refused", "certificate", "wrong_protocol", "console_too_old", "server_too_old",
          "insecure_address", "second_copy")  # fmt: skip
_SAID_BY_LAMP = frozenset({"stalled", "desk_refused", "session_ended", "forbidden"})
"""What the words beside the lamp say already: only the advice is added."""
MILD = ("session_ended", "forbidden", "server_restored", "clock_off")
_ORDER = (*SEVERE, *MILD)


def noticed(entries: tuple[Attention, ...]) -> tuple[Attention, ...]:
    """Which of the entries are about server or machine, the gravest first."""
    found = [entry for entry in entries if entry.kind in _ORDER]
    return tuple(sorted(found, key=lambda entry: _ORDER.index(entry.kind)))


class Notice(QWidget):
    """One sentence in the place of the key hints; nothing else moves when it comes or goes."""

    def __init__(self, open_attention: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Attention, ...] = ()
        self.sentence = ElidedLabel(role="notice")
        self.button = PlainButton(lambda: translate("attention", "What to do"), open_attention, tone="notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        Spoken(self, self._say)

    @property
    def tone(self) -> str:
        """'' for nothing, 'warn' or 'bad'."""
        if not self.entries:
            return ""
        return "bad" if self.entries[0].kind in SEVERE else "warn"

    def show_entries(self, entries: tuple[Attention, ...]) -> None:
        """Show the gravest, and how many more there are."""
        self.entries = noticed(entries)
        self._say()

    def tick(self, now: datetime) -> None:
        """Time goes on: a stall grows older."""
        older = tuple(aged(entry, now) for entry in self.entries)
        if older != self.entries:
            self.entries = older
            self._say()

    def _say(self) -> None:
        if not self.entries:
            self.sentence.say("")
            return
        first, more = self.entries[0], len(self.entries) - 1
        words = trouble_advice(first)
        if first.kind not in _SAID_BY_LAMP:
            words = f"{trouble_title(first)}. {words}"
        if more:
            words += " " + translate("attention", "And {n} more.").format(n=more)
        self.sentence.say(words)
        self.button.setIcon(icons.icon("attention", "text"))
        self.button.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.setAccessibleName(words)
