"""How a list's page is laid out: search and pills above the table, a form beside it."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.desk.administration_changes import Item
from console.desk.administration_lists import Listed
from console.ui import theme
from console.ui.administration.editor_panel import EditorPanel
from console.ui.administration.list_spec import ListSpec
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.row_table import RowTable
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken, name_widget
from console.ui.widgets.states import EmptyState

T = TypeVar("T", bound=Listed)


class ListFrame(QSplitter):
    """`searched(words)`, `filter_chosen(id)`, `add_asked()`; what else a page shows goes into `left` or `tools`."""

    searched = Signal(str)
    filter_chosen = Signal(str)
    add_asked = Signal()

    def __init__(self, spec: ListSpec[T, Item], model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.search = QLineEdit()
        self.table = RowTable(
            spec.name,
            model,
            [column.id for column in spec.columns],
            {column.id: column.width_px for column in spec.columns if column.width_px},
        )
        self.editor = EditorPanel(spec.fields, spec.removal, ordered=spec.ordered)
        self._pages = QStackedWidget()
        self.counted, self.foot = SafeLabel(role="muted"), SafeLabel(role="small", wrap=True)
        self.add_key = PlainButton(spec.add_words, self.add_asked.emit)
        self.add_key.setVisible(spec.fresh is not None)
        self.filters: dict[str, PlainButton] = {}
        self.left, self.tools = QVBoxLayout(), QHBoxLayout()
        self._model = model
        self._nothing = EmptyState("inbox", lambda: translate("administration", "Nothing here"), self._why_nothing)
        self._lay_out(spec)
        model.modelReset.connect(self._show_rows)
        self._show_rows()

    def mark_filter(self, filter_id: str) -> None:
        """Which pill is pressed."""
        for each, button in self.filters.items():
            button.setChecked(each == filter_id)

    def _show_rows(self) -> None:
        """The table, or why it has no rows."""
        rows = self._model.rowCount() > 0
        self._nothing.hint.say(self._why_nothing)
        self._pages.setCurrentWidget(self.table if rows else self._nothing)

    def _why_nothing(self) -> str:
        if self.search.text().strip():
            return translate("administration", "No entry holds all of these words.")
        return translate("administration", "Choose another filter, or begin a new entry.")

    def _lay_out(self, spec: ListSpec[T, Item]) -> None:
        left = QWidget()
        left.setLayout(self.left)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(0)
        about = SafeLabel(spec.about, role="muted", wrap=True)
        about.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), 0)
        self.left.addWidget(about)
        self.left.addWidget(self._head(spec))
        for page in (self.table, self._nothing):
            self._pages.addWidget(page)
        self.left.addWidget(self._pages, 1)
        self.foot.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        self.left.addWidget(self.foot)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(self.editor)
        self.setStretchFactor(0, 1)
        self.setSizes([theme.px(780), theme.px(440)])
        self.editor.setMinimumWidth(theme.px(340))
        self.editor.setVisible(False)

    def _head(self, spec: ListSpec[T, Item]) -> QWidget:
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        rows.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        Spoken(self.search, lambda: self.search.setPlaceholderText(_search_words()))
        name_widget(self.search, _search_words)
        self.search.textChanged.connect(self.searched)
        row.addWidget(self.search, 1)
        row.addWidget(self.counted)
        self.tools.setSpacing(theme.px(8))
        row.addLayout(self.tools)
        row.addWidget(self.add_key)
        rows.addLayout(row)
        if spec.filters:
            rows.addLayout(self._pills(spec))
        return head

    def _pills(self, spec: ListSpec[T, Item]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for each in spec.filters:
            button = PlainButton(each.words, partial(self.filter_chosen.emit, each.id))
            button.setProperty("role", "filter")
            button.setCheckable(True)
            self.filters[each.id] = button
            row.addWidget(button)
        row.addStretch(1)
        self.filters[spec.filters[0].id].setChecked(True)
        return row


def _search_words() -> str:
    return translate("administration", "Search this list")
