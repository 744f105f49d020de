"""The call-back list's part of a case: why, how often its number came, every try."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.callbacks import ShownCallback
from console.desk.case import CaseView
from console.ui import theme
from console.ui.case.section import Section
from console.ui.texts.cases import callback_word, try_word
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel


class CallbackSection(Section):
    """`try_wanted` when a try is to be recorded; hidden where nothing is to be rung back."""

    try_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("callback", "RING BACK"), parent)
        self._why = SafeLabel(wrap=True)
        self._tries = SafeLabel(role="muted", wrap=True)
        self.rows.addWidget(self._why)
        self.rows.addWidget(self._tries)
        line = QHBoxLayout()
        line.setSpacing(theme.px(6))
        self.record = PlainButton(lambda: translate("callback", "Record a try…"), self.try_wanted.emit)
        self._key = KeyCap("B")
        line.addWidget(self._key)
        line.addWidget(self.record)
        line.addStretch(1)
        self.rows.addLayout(line)
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo) -> None:
        """Show a case's place on the list, if it has one."""
        shown = view.callback
        self.setVisible(shown is not None)
        if shown is None:
            return
        self._why.say(lambda: why_words(shown, zone))
        self._tries.say(lambda: tries_words(shown, zone))
        for widget in (self.record, self._key):
            widget.setVisible(not view.report.ended)


def why_words(shown: ShownCallback, zone: ZoneInfo) -> str:
    """Why it is listed, how often its number came and when last, and whether violence was known before."""
    why = callback_word(shown.why)
    parts = [why[:1].upper() + why[1:]]
    if shown.rang > 1 and shown.rang_at is not None:
        words = translate("callback", "came {n} times within 30 min, last at {time}")
        parts.append(words.format(n=shown.rang, time=clock_words(shown.rang_at, zone)))
    if shown.violence:
        parts.append(translate("callback", "the number had to do with violence before"))
    return " · ".join(parts) + "."


def tries_words(shown: ShownCallback, zone: ZoneInfo) -> str:
    """Every try on a line of its own, the latest last."""
    if not shown.tries:
        return translate("callback", "Nobody rang back yet. It can only be closed after a try, or with a reason.")
    lines = []
    for place, each in enumerate(shown.tries, 1):
        line = f"{place}. {clock_words(each.at, zone)} · {try_word(each.result)} · {one_line(each.by_name)}"
        lines.append(f"{line} · {one_line(each.note)}" if each.note else line)
    return "\n".join(lines)
