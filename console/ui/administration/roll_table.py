"""The table of an administrator's page: one line chosen at a time, by mouse or arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from console.ui import theme
from console.ui.administration.roll_model import Column, RollModel, RollRow
from console.ui.widgets.spoken import Words, name_widget


class RollTable(QTableView):
    """`chosen(id)` when a person picks another line; new rows keep the line that was chosen without saying so."""

    chosen = Signal(str)

    def __init__(self, columns: tuple[Column, ...], name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = RollModel(columns, self)
        self._quiet = False
        self.setModel(self.lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.px(40))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(columns):
            if column.width_px:
                self.setColumnWidth(place, theme.px(column.width_px))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        name_widget(self, name)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._picked(now.row()))

    @property
    def current_id(self) -> str:
        """The line chosen, '' for none."""
        place = self.currentIndex().row()
        return self.lines.rows[place].id if 0 <= place < len(self.lines.rows) else ""

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show these lines; the chosen one stays chosen where it still is."""
        kept = self.current_id
        self._quiet = True
        self.lines.show_rows(rows)
        self.pick(kept)
        self._quiet = False

    def search(self, text: str) -> None:
        """Keep only lines that hold these words."""
        kept = self.current_id
        self._quiet = True
        self.lines.search(text)
        self.pick(kept)
        self._quiet = False

    def mark(self, row_id: str) -> None:
        """Choose that line without saying so."""
        self._quiet = True
        self.pick(row_id)
        self._quiet = False

    def pick(self, row_id: str) -> None:
        """Choose that line, none where it is not shown."""
        place = self.lines.place_of(row_id)
        if place is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.lines.index(place, 0)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def changeEvent(self, event: QEvent) -> None:
        """Headings in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.lines.respell()

    def _picked(self, place: int) -> None:
        if not self._quiet and 0 <= place < len(self.lines.rows):
            self.chosen.emit(self.lines.rows[place].id)
