"""The supervisor's list of blocks proposed and appeals, with the case each is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from console.desk.standing import TrustFilter, TrustList, TrustRow, may_trust
from console.domain.changes import Changes
from console.ui import theme
from console.ui.case.pane import CasePane
from console.ui.case.parts import CaseParts
from console.ui.keys import KeyGuard
from console.ui.selection import Selection
from console.ui.texts.language import translate
from console.ui.trust.trust_model import COLUMNS, WIDTHS_PX, TrustModel
from console.ui.trust.words import filter_words
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget
from console.ui.widgets.states import EmptyState


class TrustPane(Panel):
    """What waits at the left, the case it is about at the right; W decides it there."""

    def __init__(self, parts: CaseParts, trust: TrustList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self)
        self._parts, self._trust = replace(parts, selection=self.selection), trust
        self._which = TrustFilter.WAITING
        self.model = TrustModel(self)
        self.table = QTableView()
        self.case = CasePane(self._parts)
        self._filters: dict[TrustFilter, PlainButton] = {}
        self._count = SafeLabel(role="muted")
        self._build()
        guard = KeyGuard(self.selection, self)
        guard.watch(self.table)
        guard.watch(self.case)
        guard.pressed.connect(self.case.press)
        self.case.report_chosen.connect(self.selection.select)

    def open(self) -> None:
        """Show the list to a supervisor; anyone else reads why not."""
        if may_trust(self._parts.book.actor()):
            self._stack.setCurrentWidget(self._whole)
            self._ask()
        else:
            self._stack.setCurrentWidget(self._closed)

    def choose(self, which: TrustFilter) -> None:
        """Show something else."""
        self._which = which
        for each, button in self._filters.items():
            button.setChecked(each is which)
        self._ask()

    def take_changes(self, changes: Changes) -> None:
        """Ask anew when any standing changed."""
        concerned = bool(changes.standings or changes.everything)
        if concerned and self.isVisible() and may_trust(self._parts.book.actor()):
            self._ask()
        self.case.take_changes(changes)

    def cover(self) -> None:
        """Hide everything at once: lock or sign-out."""
        self.selection.clear()
        self.case.cover()
        self.model.show_rows((), ZoneInfo("UTC"), datetime.now(UTC))
        self._stack.setCurrentWidget(self._closed)

    def stop(self) -> None:
        """End what runs, before the desk closes."""
        self.case.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.model.respell()

    def _build(self) -> None:
        self._closed = EmptyState(
            "lock",
            lambda: translate("trust", "Blocks and appeals are for supervisors"),
            lambda: translate("review", "Ask your supervisor to sign in here."),
        )
        self._none = EmptyState(
            "inbox",
            lambda: translate("trust", "Nothing waits for a decision"),
            lambda: translate("trust", "A block is proposed at three strikes; appeals come from the reporters."),
        )
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header())
        self._dress_table()
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self._none)
        rows.addWidget(self._list, 1)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        self._whole.setChildrenCollapsible(False)
        self._whole.addWidget(left)
        self._whole.addWidget(self.case)
        self._whole.setStretchFactor(0, 1)
        self._whole.setSizes([theme.px(1000), theme.px(480)])
        self.case.setMinimumWidth(theme.px(380))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._closed)
        self._stack.addWidget(self._whole)
        self.rows.addWidget(self._stack)

    def _header(self) -> PanelHeader:
        header = PanelHeader(lambda: translate("trust", "Blocks and appeals"))
        header.setFixedHeight(theme.px(48))
        header.right.addWidget(self._count)
        for which in TrustFilter:
            button = PlainButton(lambda which=which: filter_words(which), lambda which=which: self.choose(which))  # type: ignore[misc]
            button.setProperty("role", "filter")
            button.setCheckable(True)
            button.setChecked(which is self._which)
            # The chosen one is bold: room for that now, so that no word is cut when it is chosen.
            bold = QFontMetrics(theme.font(bold=True)).horizontalAdvance(button.text())
            button.setMinimumWidth(bold + theme.px(28))
            header.right.addWidget(button)
            self._filters[which] = button
        return header

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(theme.px(34))
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place, column in enumerate(COLUMNS):
            if column == "words":
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                table.setColumnWidth(place, theme.px(WIDTHS_PX[column]))
        header.setMinimumSectionSize(theme.px(30))
        name_widget(table, lambda: translate("trust", "Blocks and appeals"))
        table.selectionModel().currentRowChanged.connect(lambda now, _: self._chosen(now.row()))

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.selection.select(self.model.rows[place].report_id)

    def _ask(self) -> None:
        which, trust, book = self._which, self._trust, self._parts.book
        self._parts.background.ask(self, lambda: (trust.rows(which), book.site().zone), self._take, topic="rows")

    def _take(self, answer: tuple[tuple[TrustRow, ...], str]) -> None:
        rows, zone = answer
        chosen = self.selection.report_id
        self.model.show_rows(rows, ZoneInfo(zone), self._parts.book.now())
        count = len(rows)
        self._count.say(lambda: translate("trust", "{n} to decide").format(n=count))
        self._count.setVisible(self._which is not TrustFilter.BLOCKED)
        self._list.setCurrentWidget(self.table if rows else self._none)
        place = next((place for place, row in enumerate(rows) if row.report_id == chosen), 0 if rows else None)
        if place is not None:
            index = self.model.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)
