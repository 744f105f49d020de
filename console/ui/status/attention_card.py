"""One thing that needs a person: what, why, what to do, and 'I have read it'."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.attention import Attention
from console.ui.status.words import attention_advice, attention_title
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel


class AttentionCard(Card):
    """`read(decision_id)` when acknowledged, `opened(report_id)` when its case should be shown."""

    read = Signal(str)
    opened = Signal(str)

    def __init__(self, entry: Attention, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="bad" if entry.kind == "refused" else "warn")
        self.entry = entry
        self.rows.addWidget(SafeLabel(lambda: attention_title(entry), role="strong", wrap=True))
        if entry.number or entry.at:
            self.rows.addWidget(SafeLabel(_when(entry.number, entry.at, zone), role="small"))
        self.rows.addWidget(SafeLabel(lambda: attention_advice(entry), wrap=True).selectable())
        buttons = QHBoxLayout()
        if entry.report_id:
            buttons.addWidget(
                PlainButton(lambda: translate("attention", "Show case"), lambda: self.opened.emit(entry.report_id))
            )
        if entry.kind == "refused":
            buttons.addWidget(
                PlainButton(
                    lambda: translate("attention", "I have read it"), lambda: self.read.emit(entry.decision_id)
                )
            )
        buttons.addStretch(1)
        self.rows.addLayout(buttons)
        self.setAccessibleName(f"{attention_title(entry)}. {attention_advice(entry)}")


def _when(number: str, at: datetime | None, zone: ZoneInfo) -> str:
    return " · ".join(part for part in (number, clock_words(at, zone) if at else "") if part)
