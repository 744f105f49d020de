"""One report that may tell of the same thing: its number, the reasons, and its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.duplicates import Candidate
from console.ui import theme
from console.ui.case.merge_words import candidate_words, matter_words, points_words, reasons_words
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel, safe_tip
from console.ui.widgets.spoken import name_widget


class SimilarRow(QFrame):
    """`chosen(id)` goes there, `merge_wanted(Candidate)` merges, `attach_wanted(Candidate)` adds to its incident."""

    chosen = Signal(str)
    merge_wanted = Signal(object)
    attach_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._candidate: Candidate | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(10), theme.px(4), theme.px(8), theme.px(5))
        outer.setSpacing(theme.px(2))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        self.link = PlainButton("", self._go, tone="link")
        self.cap = KeyCap("G")
        self.merge = PlainButton("", self._do, tone="slim")
        head.addWidget(self.link)
        head.addStretch(1)
        head.addWidget(self.cap)
        head.addWidget(self.merge)
        outer.addLayout(head)
        self.reasons = SafeLabel(role="small", wrap=True)
        self.matter = SafeLabel(role="warn", wrap=True)
        outer.addWidget(self.reasons)
        outer.addWidget(self.matter)
        name_widget(self, lambda: translate("merging", "Similar report"))

    def show_candidate(self, candidate: Candidate, *, key: str, live: bool) -> None:
        """Show it; `key` is the letter that does it, '' for none, `live` whether the case can be merged at all."""
        self._candidate = candidate
        self.link.say(candidate_words(candidate))
        self.reasons.say(reasons_words(candidate))
        self.reasons.setToolTip(safe_tip(points_words(candidate)))
        self.matter.setVisible(candidate.matter is not None)
        self.matter.say(matter_words(candidate.matter) if candidate.matter is not None else "")
        self.cap.setText(key)
        self.cap.setVisible(bool(key) and live)
        attach = bool(candidate.incident) and candidate.matter is None
        words = translate("merging", "Add to it") if attach else translate("merging", "Merge…")
        self.merge.say(words)
        self.merge.setAccessibleName(f"{words} {candidate.number}")
        self.merge.setVisible(live)

    def _go(self) -> None:
        if self._candidate is not None:
            self.chosen.emit(self._candidate.report_id)

    def _do(self) -> None:
        candidate = self._candidate
        if candidate is None:
            return
        if candidate.incident and candidate.matter is None:
            self.attach_wanted.emit(candidate)
        else:
            self.merge_wanted.emit(candidate)
