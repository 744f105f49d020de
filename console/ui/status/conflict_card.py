"""The conflict card: what was decided here, what others did meanwhile, and the ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from console.desk.attention import Attention
from console.domain.conflict import Conflict, WayOut
from console.domain.errors import Bug
from console.ui import theme
from console.ui.case.timeline_paper import TimelinePaper
from console.ui.status.attention_card import AttentionCard
from console.ui.status.conflict_words import (
    conflict_title,
    mine_line,
    their_lines,
    theirs_words,
    unsent_words,
    way_words,
    ways_in_order,
    whose_words,
    why_words,
)
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget

_BESIDE_PX = 400
"""Two columns side by side need this much; below they stand one under the other."""


class _Column(QFrame):
    """A heading over lines of a timeline."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(8))
        rows.setSpacing(theme.px(4))
        self.heading = SafeLabel(role="small_strong", wrap=True)
        self.paper = TimelinePaper()
        name_widget(self.paper, self.heading.text)
        rows.addWidget(self.heading)
        rows.addWidget(self.paper)
        rows.addStretch(1)


class ConflictCard(AttentionCard):
    """`wanted(WayOut, texts)`; taking over asks for its reason first. `own`: decided by who sits here now."""

    def __init__(self, entry: Attention, zone: ZoneInfo, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(entry, zone, parent)
        self._own = own
        self.mine, self.theirs = _Column(), _Column()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.middle)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.px(8))
        for column in (self.mine, self.theirs):
            self._columns.addWidget(column, 1)
        self.middle.setVisible(True)
        self.unsent = SafeLabel(role="late", wrap=True)
        self.rows.insertWidget(self.rows.indexOf(self.middle) + 1, self.unsent)
        Spoken(self, lambda: self.show_entry(self.entry))

    @property
    def conflict(self) -> Conflict:
        """What it is about."""
        if self.entry.conflict is None:
            raise Bug("a conflict card without a conflict")
        return self.entry.conflict

    def show_entry(self, entry: Attention) -> None:
        """Show it as it stands now."""
        super().show_entry(entry)
        conflict = self.conflict
        contested = conflict.contested
        self.set_tone("warn" if contested else "bad")
        self.title.say(conflict_title(conflict))
        whose = translate("conflict", "decided by {name}").format(name=conflict.whose.name)
        number = "" if conflict.number in self.title.text() else conflict.number
        self.say_when(number, entry.at, "" if self._own else whose)
        self.why.say(why_words(conflict))
        self.why.setVisible(contested and bool(self.why.text()))
        self.mine.heading.say(whose_words(conflict, own=self._own))
        self.mine.paper.show_lines(tuple(mine_line(each, self.zone, reasons=not contested) for each in conflict.mine))
        self.theirs.setVisible(contested)
        self.theirs.heading.say(theirs_words(conflict))
        self.theirs.paper.show_lines(their_lines(conflict, self.zone))
        self.unsent.say(unsent_words(conflict))
        self.unsent.setVisible(bool(conflict.unsent))
        ways = ways_in_order(conflict)
        self.offer(tuple((way, way_words(way, conflict), self._pressed(way)) for way in ways), loud=len(ways) > 1)
        self.setAccessibleName(". ".join((self.title.text(), why_words(conflict), self.unsent.text())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where both have room."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)

    def _pressed(self, way: WayOut) -> Callable[[], None]:
        return self._ask_reason if way is WayOut.TAKE_OVER else partial(self.wanted.emit, way, ())

    def _ask_reason(self) -> None:
        words = translate("conflict", "Why? {holder} will read it, and it is recorded.")
        label = words.format(holder=self.conflict.holder)
        self.ask(((label, ""),), lambda: translate("conflict", "Take over"), WayOut.TAKE_OVER)
