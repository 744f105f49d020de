"""The administration window: its pages at the left, the chosen one beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.desk.administration import Access
from console.domain.changes import Changes
from console.ui import theme
from console.ui.administration.page import Page, PageEntry, PageParts
from console.ui.administration.page_list import PageList
from console.ui.texts.language import translate
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import worded
from console.ui.widgets.states import EmptyState

_LOOK_EVERY_MS = 1000
"""How soon a lost link shows; memory is asked, nothing else."""


class AdministrationWindow(Panel):
    """A window of its own beside the work. Pages are made when first chosen and keep what was typed until the end."""

    def __init__(self, parts: PageParts, entries: tuple[PageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._entries = parts, {entry.id: entry for entry in entries}
        self.pages: dict[str, Page] = {}
        self.list = PageList(entries)
        self._shown = ""
        self._access: Access | None = None
        self._build()
        self.list.chosen.connect(self.show_page)
        self._looking = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looking.timeout.connect(self._look)

    def open(self, size: QSize, page_id: str = "") -> None:
        """Show the window, about as large as the one it came from, at a page or where it stood."""
        if not self.isVisible():
            self.resize(size * 0.9)
        self._title()
        wanted = page_id or self._shown or next(iter(self._entries), "")
        self.list.pick(wanted)
        self.show_page(wanted)
        self.show()
        self.raise_()
        self.activateWindow()
        self._looking.start()

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front and let it ask for what it shows."""
        if not self._parts.office.administration.may():
            self._stack.setCurrentWidget(self._closed)
            return
        if page_id not in self._entries:
            return
        if page_id not in self.pages:
            page = self._entries[page_id].make(self._parts)
            self.pages[page_id] = page
            self._page_stack.addWidget(page)
        self._shown = page_id
        self._mark()
        self._title()
        self._page_stack.setCurrentWidget(self.pages[page_id])
        self._stack.setCurrentWidget(self._whole)
        self._look(anew=True)
        self.pages[page_id].open()

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self.pages.get(self._shown)

    def take_changes(self, changes: Changes) -> None:
        """Something was committed at this desk."""
        if self.isVisible() and self.page is not None:
            self.page.take_changes(changes)

    def cover(self) -> None:
        """Hide every content at once: lock. What was typed stays for whoever unlocks: the same person."""
        self._looking.stop()
        self.hide()
        for page in self.pages.values():
            page.cover()

    def stop(self) -> None:
        """End what runs, before the desk closes."""
        self._looking.stop()
        for page in self.pages.values():
            page.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by hand: it is only hidden, and what was typed is there when it opens again."""
        self._looking.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The title follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._title()

    def _build(self) -> None:
        self._closed = EmptyState(
            "lock",
            lambda: translate("administration", "Administration is for administrators"),
            lambda: translate("administration", "Ask an administrator to sign in here."),
        )
        self._whole = QWidget()
        beside = QHBoxLayout(self._whole)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.list)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.header = PanelHeader("")
        self.header.setFixedHeight(theme.px(48))
        rows.addWidget(self.header)
        self.notice = SafeLabel(role="notice_line", wrap=True)
        self.notice.hide()
        rows.addWidget(self.notice)
        self._page_stack = QStackedWidget()
        rows.addWidget(self._page_stack, 1)
        beside.addWidget(right, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._closed)
        self._stack.addWidget(self._whole)
        self.rows.addWidget(self._stack)
        self.setWindowFlag(Qt.WindowType.Window)

    def _title(self) -> None:
        self.setWindowTitle(translate("window", "Sigap · administration"))
        entry = self._entries.get(self._shown)
        self.header.title.say(worded(entry.title) if entry is not None else "")

    def _look(self, *, anew: bool = False) -> None:
        """Say it when saving became impossible or possible again; mark pages with something unsaved."""
        self._mark()
        access = self._parts.office.administration.access()
        if access is self._access and not anew:
            return
        self._access = access
        self.notice.say(lambda: access_words(access))
        self.notice.setVisible(access is not Access.OPEN)
        if self.page is not None:
            self.page.show_access(access)

    def _mark(self) -> None:
        for page_id, page in self.pages.items():
            self.list.mark_unsaved(page_id, page.unsaved())


def access_words(access: Access) -> str:
    """Why nothing can be saved now, and what to do; '' when it can."""
    return {
        Access.OPEN: "",
        Access.NOT_ADMINISTRATOR: translate(
            "administration", "Only an administrator can change this. Ask one to sign in here."
        ),
        Access.OFFLINE: translate(
            "administration",
            "The server cannot be reached: you can read on, and save when it is back. What you typed stays here.",
        ),
    }[access]
