"""The panel beside the map: whose past positions, from when to when, why, and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.desk.casebook import Casebook
from console.desk.track_files import TrackFormat
from console.ui import theme
from console.ui.background import Background
from console.ui.history.colours import Ink
from console.ui.history.reason_line import ReasonLine
from console.ui.history.span_fields import SpanFields
from console.ui.history.track_row import TrackRow
from console.ui.history.unit_adder import UnitAdder
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Line
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import Spoken, Words


@dataclass(frozen=True, slots=True)
class ListedTrack:
    """A line of the list: its id, name, colour, what is known of it, and how it is taken off."""

    name: str
    ink: Ink
    note: Words
    drop: Callable[[], None]


class HistorySide(QWidget):
    """`show_wanted`, `case_units_wanted`, `export_wanted(TrackFormat)`, `import_wanted`; what it says is one line."""

    show_wanted = Signal()
    case_units_wanted = Signal()
    export_wanted = Signal(object)
    import_wanted = Signal()

    def __init__(
        self, book: Casebook, background: Background, now: Callable[[], datetime], zone: Callable[[], ZoneInfo]
    ) -> None:
        super().__init__()
        Spoken(self, lambda: self.setWindowTitle(translate("history", "Past positions")))
        inside = QWidget()
        self.rows = QVBoxLayout(inside)
        self.rows.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        self.rows.setSpacing(theme.px(8))
        self.adder = UnitAdder(book, background)
        self.case_units = PlainButton(
            lambda: translate("history", "Units of this case"), self.case_units_wanted.emit
        )
        self.span = SpanFields(now, zone)
        self.why = ReasonLine()
        self.show_button = PlainButton(
            lambda: translate("history", "Show the tracks"), self.show_wanted.emit, tone="primary"
        )
        self.said = SafeLabel(role="muted", wrap=True)
        self.legend = SafeLabel(_legend_words, role="small", wrap=True)
        self.legend.hide()
        self.flaws = SafeLabel(role="small", wrap=True)
        self._listed = QVBoxLayout()
        self._listed.setSpacing(theme.px(2))
        self.listed: list[TrackRow] = []
        self._lay_out()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)

    def list_tracks(self, tracks: Sequence[ListedTrack]) -> None:
        """These stand in the list, in this order."""
        for row in self.listed:
            self._listed.removeWidget(row)
            row.deleteLater()
        self.listed = [TrackRow(each.name, each.ink, each.note, each.drop) for each in tracks]
        for row in self.listed:
            self._listed.addWidget(row)

    def explain(self, drawn: bool) -> None:
        """What the marks on a drawn track mean."""
        self.legend.setVisible(drawn)

    def say(self, words: Words, role: str = "muted") -> None:
        """One line about what is shown or why nothing is; role muted, warn or bad."""
        self.said.say(words)
        restyle(self.said, role=role)

    def allow_export(self, allowed: bool) -> None:
        """There is something to export."""
        for button in self.exports.values():
            button.setEnabled(allowed)

    def _lay_out(self) -> None:
        add = self.rows.addWidget
        add(SafeLabel(lambda: translate("history", "Units"), role="section"))
        self.rows.addLayout(self._listed)
        add(self.case_units, 0, Qt.AlignmentFlag.AlignLeft)
        add(self.adder)
        add(Line())
        add(SafeLabel(lambda: translate("history", "Time"), role="section"))
        add(self.span)
        add(self.why)
        add(self.show_button)
        add(self.said)
        add(self.legend)
        add(Line())
        add(SafeLabel(lambda: translate("history", "Files"), role="section"))
        files = QHBoxLayout()
        files.setSpacing(theme.px(6))
        self.exports = {form: self._export_button(form) for form in TrackFormat}
        for button in self.exports.values():
            files.addWidget(button)
        files.addStretch(1)
        self.rows.addLayout(files)
        self.import_button = PlainButton(
            lambda: translate("history", "Show a GPX file…"), self.import_wanted.emit, tone="slim"
        )
        self.import_button.tip(lambda: translate("history", "A track of another device, in grey; it stays here"))
        add(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        add(self.flaws)
        self.rows.addStretch(1)

    def _export_button(self, form: TrackFormat) -> PlainButton:
        words = {
            TrackFormat.GPX: lambda: translate("history", "Export GPX…"),
            TrackFormat.GEOJSON: lambda: translate("history", "Export GeoJSON…"),
        }[form]
        button = PlainButton(words, lambda: self.export_wanted.emit(form), tone="slim")
        button.tip(lambda: translate("history", "Tracks of units into a file that says who exported it and why"))
        button.setEnabled(False)
        return button


def _legend_words() -> str:
    return translate(
        "history", "◇ made up (mock) · ✕ impossible jump · ┄ nothing recorded · dashed ring: old by then"
    )
