"""The list beside the map: areas without a fresh officer first, by open reports."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.coverage import Coverage
from console.domain.coverage import BeatCover
from console.domain.errors import Fault
from console.ui import theme
from console.ui.map.coverage_words import cover_words, name_words, reports_words, summary_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.row_table import RowTable
from console.ui.widgets.safe import SafeLabel, safe_tip
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.tick_box import TickBox
from console.ui.widgets.two_lines import HIGH_PX, SECOND_LINE, TwoLines

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CoverModel(QAbstractTableModel):
    """The area with what is there below its name, and its open reports."""

    def __init__(self) -> None:
        super().__init__()
        self.covers: tuple[BeatCover, ...] = ()

    def show(self, covers: tuple[BeatCover, ...]) -> None:
        """Replace the rows; as many rows in the same order only change their words."""
        if [each.beat.code for each in covers] == [each.beat.code for each in self.covers]:
            self.covers = covers
            if covers:
                self.dataChanged.emit(self.index(0, 0), self.index(len(covers) - 1, 1))
            return
        self.beginResetModel()
        self.covers = covers
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many areas."""
        return 0 if parent.isValid() else len(self.covers)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Two."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """What the columns are."""
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (translate("coverage", "Area and officers"), translate("coverage", "Open"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, the whole of them a hover away and for screen readers; areas without anybody in strong ink."""
        cover = self.covers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cover.open_reports or "") if index.column() else name_words(cover)
        if role == SECOND_LINE:
            return "" if index.column() else cover_words(cover)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (name_words(cover), cover.beat.above, cover_words(cover), reports_words(cover))
            whole = " · ".join(filter(None, said))
            return safe_tip(whole) if role == Qt.ItemDataRole.ToolTipRole else whole
        if role == Qt.ItemDataRole.ForegroundRole:
            if cover.fresh:
                return theme.colour("muted")
            return theme.colour("warn" if cover.open_reports else "text")
        return None


class CoveragePanel(QWidget):
    """`area_chosen(code)` of a row; `grouped(by_polsek)` when the other kind of area is wanted."""

    area_chosen = Signal(str)
    grouped = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CoverModel()
        self._shown = Coverage()
        self._read = False
        self.summary = SafeLabel(role="strong", wrap=True)
        self.by_polsek = TickBox()
        self.by_polsek.toggled.connect(self.grouped)
        self.table = RowTable(
            lambda: translate("coverage", "Areas by need"), self.model, ("area", "open"), {"open": 56}
        )
        self.table.setItemDelegate(TwoLines(self.table))
        self.table.verticalHeader().setDefaultSectionSize(theme.px(HIGH_PX))
        self.table.row_chosen.connect(self._choose)
        self.setWindowTitle(translate("coverage", "Coverage"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        rows.setSpacing(theme.px(8))
        rows.addWidget(self.summary)
        rows.addWidget(self.by_polsek)
        rows.addWidget(self.table, 1)
        self._how = SafeLabel(role="muted", wrap=True)
        rows.addWidget(self._how)
        self.stale_after_s = 0
        Spoken(self, self._say)

    def show_coverage(self, found: Coverage) -> None:
        """The areas now; the row a person stands on stays his."""
        self._read = True
        self._shown = found
        kept = self.current_code()
        self.table.selectionModel().blockSignals(True)
        self.model.show(found.beats)
        place = next((i for i, each in enumerate(found.beats) if each.beat.code == kept), -1)
        if kept and place >= 0:
            self.table.choose(place)
        self.table.selectionModel().blockSignals(False)
        self._say()

    def show_failed(self, fault: Fault) -> None:
        """It could not be read."""
        self.summary.say(fault_words(fault))

    def current_code(self) -> str:
        """The area a person stands on, '' none."""
        row = self.table.currentIndex().row()
        return self.model.covers[row].beat.code if 0 <= row < len(self.model.covers) else ""

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.model.covers):
            self.area_chosen.emit(self.model.covers[row].beat.code)

    def _say(self) -> None:
        self.setWindowTitle(translate("coverage", "Coverage"))
        self.by_polsek.setText(translate("coverage", "By Polsek"))
        self.by_polsek.setVisible(self._shown.polsek_known)
        if self._read:
            self.summary.say(summary_words(self._shown.beats, by_polsek=self._shown.by_polsek))
        else:
            self.summary.say(translate("coverage", "Reading areas and positions…"))
        self._how.say(
            translate(
                "coverage",
                "Fresh: on duty with a position of at most {n} min. Sorted by open reports, then by size.",
            ).format(n=max(1, self.stale_after_s // 60))
        )
