"""The left side of the administration window: its pages under their headings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from console.ui import icons, theme
from console.ui.administration.page import PageEntry
from console.ui.texts.language import translate
from console.ui.widgets.spoken import name_widget, worded

_ID = Qt.ItemDataRole.UserRole


class PageList(QListWidget):
    """`chosen(id)` when a page is picked by mouse or arrow; headings cannot be picked."""

    chosen = Signal(str)

    def __init__(self, entries: tuple[PageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.setProperty("role", "pages")
        self.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.setFixedWidth(theme.px(236))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill()
        name_widget(self, lambda: translate("administration", "Pages"))
        self.currentItemChanged.connect(self._picked)

    def pick(self, page_id: str) -> None:
        """Mark that page, as if it had been clicked."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == page_id:
                self.setCurrentRow(row)

    def mark_unsaved(self, page_id: str, unsaved: bool) -> None:
        """A dot behind the page on which something typed waits to be saved."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_ID) == page_id:
                entry = next(each for each in self._entries if each.id == page_id)
                item.setText(worded(entry.title) + (" •" if unsaved else ""))

    def changeEvent(self, event: QEvent) -> None:
        """Say the lines anew in another language, draw their icons in other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._respell()

    def _fill(self) -> None:
        group = ""
        for entry in self._entries:
            if worded(entry.group) != group:
                group = worded(entry.group)
                self._add_heading()
            item = QListWidgetItem(self)
            item.setData(_ID, entry.id)
            item.setSizeHint(QSize(0, theme.px(34)))
        self._respell()

    def _add_heading(self) -> None:
        heading = QListWidgetItem(self)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(theme.font(12))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
        heading.setFont(font)
        heading.setSizeHint(QSize(0, theme.px(36)))
        heading.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)

    def _respell(self) -> None:
        entries = {entry.id: entry for entry in self._entries}
        for row in range(self.count()):
            item = self.item(row)
            page_id = item.data(_ID)
            if page_id is None:
                below = self.item(row + 1).data(_ID)
                item.setText(worded(entries[below].group))
            else:
                dot = " •" if item.text().endswith("•") else ""
                item.setText(worded(entries[page_id].title) + dot)
                item.setIcon(icons.icon(entries[page_id].icon, "muted"))

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ID):
            self.chosen.emit(item.data(_ID))
