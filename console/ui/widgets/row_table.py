"""A table of rows to choose from: one at a time, no grid, one column takes what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from console.ui import theme
from console.ui.widgets.spoken import Words, name_widget


class RowTable(QTableView):
    """`row_chosen(place)` whenever another row becomes the current one, -1 for none."""

    row_chosen = Signal(int)

    def __init__(
        self, words: Words, model: QAbstractItemModel, columns: Sequence[str], widths_px: Mapping[str, int],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`words` name it; `widths_px` at 100 % text by column, whatever column has none takes what is left."""
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for place, column in enumerate(columns):
            if column in widths_px:
                self.setColumnWidth(place, theme.px(widths_px[column]))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(30))
        name_widget(self, words)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.row_chosen.emit(now.row()))

    def choose(self, place: int) -> None:
        """Make this row the current one."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(place, 0), flags)
