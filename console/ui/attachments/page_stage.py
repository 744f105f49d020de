"""Documents: a page at a time, finer when looked at closely; locked ones ask."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from console.desk.attachments import THUMBNAIL_EDGE_PX, NotShown
from console.desk.pages import CLOSE_EDGE_PX, PAGE_EDGE_PX, PageShot
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui.attachments.canvas import STEP, Canvas
from console.ui.attachments.levels import Levels, levels_of
from console.ui.attachments.page_tools import PageTools
from console.ui.attachments.password_sheet import PasswordSheet
from console.ui.attachments.photo_view import ON_THE_WAY
from console.ui.attachments.stage import KeyLine, Stage
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import not_shown_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken, name_widget


class PageStage(Stage):
    """The password lives here only, and only while its document is shown."""

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._attachment: Attachment | None = None
        self._number, self._pages = 1, 0
        self._password = ""
        self._close = False
        self.canvas, self.sheet = Canvas(), PasswordSheet()
        self._tools = PageTools()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.sheet)
        name_widget(self.canvas, lambda: translate("attachments", "Page of the document"))
        self._connect()
        Spoken(self, self._tell)

    @property
    def number(self) -> int:
        """Which page is shown, from 1."""
        return self._number

    @property
    def pages(self) -> int:
        """How many there are, 0 before anything is known."""
        return self._pages

    @property
    def locked(self) -> bool:
        """Whether a password is asked for."""
        return self._stack.currentWidget() is self.sheet

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Show the first page of a document; the same one again goes on where it is."""
        if attachment == self._attachment:
            return
        self.clear()
        self._attachment = attachment
        self._open_page(1)

    def clear(self) -> None:
        """Drop page and password."""
        self._attachment, self._number, self._pages, self._password = None, 1, 0, ""
        self.sheet.forget()
        self.canvas.show_words("")
        self._lock(False)
        self._tools.say_page(0, 0)

    def hear(self, download: Download) -> None:
        """Its download went on."""
        shown = self._attachment
        if shown is not None and download.attachment_id == shown.id and not self._pages and not self.locked:
            self._ask(PAGE_EDGE_PX)

    def tools(self) -> tuple[QWidget, ...]:
        """Pages, zoom, turning."""
        return (self._tools,)

    def turn_page(self, by: int) -> None:
        """Show a page further on or back; none beyond the ends."""
        number = min(self._pages, max(1, self._number + by))
        if self._pages and number != self._number:
            self._open_page(number)

    def keys(self, event: QKeyEvent) -> bool:
        """Pages, zoom, turning; arrows with Ctrl move what is in view."""
        if self.locked:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self.canvas.pan_by_key(event.key())
        act = self._acts().get(event.key())
        if act is not None:
            act()
        return act is not None

    def key_lines(self) -> tuple[KeyLine, ...]:
        """Its keys."""
        return (
            KeyLine(("PgDn", "PgUp"), lambda: translate("attachments", "Next page, previous page")),
            KeyLine(("Home", "End"), lambda: translate("attachments", "First page, last page")),
            KeyLine(("+", "−"), lambda: translate("attachments", "Zoom (the wheel zooms to the cursor)")),
            KeyLine(("0", "W"), lambda: translate("attachments", "Fit the window; fit the width")),
            KeyLine(("Ctrl ←↑↓→",), lambda: translate("attachments", "Move what is in view (or drag)")),
            KeyLine(("R",), lambda: translate("attachments", "Turn right")),
        )

    def _acts(self) -> dict[int, Callable[[], None]]:
        key, canvas = Qt.Key, self.canvas
        return {
            key.Key_PageDown: lambda: self.turn_page(1),
            key.Key_PageUp: lambda: self.turn_page(-1),
            key.Key_Home: lambda: self.turn_page(-self._pages),
            key.Key_End: lambda: self.turn_page(self._pages),
            key.Key_Plus: lambda: canvas.zoom(STEP),
            key.Key_Equal: lambda: canvas.zoom(STEP),
            key.Key_Minus: lambda: canvas.zoom(1 / STEP),
            key.Key_0: canvas.fit,
            key.Key_W: canvas.fit_width,
            key.Key_R: canvas.turn,
        }

    def _connect(self) -> None:
        tools = self._tools
        tools.back.clicked.connect(lambda: self.turn_page(-1))
        tools.on.clicked.connect(lambda: self.turn_page(1))
        tools.zoom_in.clicked.connect(lambda: self.canvas.zoom(STEP))
        tools.zoom_out.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        tools.fit.clicked.connect(lambda: self.canvas.fit())
        tools.width_fit.clicked.connect(lambda: self.canvas.fit_width())
        tools.turn.clicked.connect(lambda: self.canvas.turn())
        self.canvas.zoomed.connect(self._zoomed)
        self.sheet.entered.connect(self._unlock)

    def _open_page(self, number: int) -> None:
        attachment = self._attachment
        if attachment is None:
            return
        self._number, self._close = number, False
        self._tools.say_page(number if self._pages else 0, self._pages)
        near = self._parts.pages.at_hand(attachment, number, THUMBNAIL_EDGE_PX)
        if near is not None and not self._password:
            self.canvas.show_levels(_levels(near))
        elif self.canvas.levels is None:
            self.canvas.show_words(translate("attachments", "Opening…"))
        self._ask(PAGE_EDGE_PX)

    def _ask(self, edge_px: int) -> None:
        attachment, number, password, desk = self._attachment, self._number, self._password, self._parts.pages
        if attachment is None:
            return

        def call() -> tuple[PageShot | NotShown, Levels | None]:
            page = desk.page(attachment, number, edge_px, password)
            return page, _levels(page) if isinstance(page, PageShot) else None

        def take(answer: tuple[PageShot | NotShown, Levels | None]) -> None:
            if attachment == self._attachment and number == self._number:
                self._take(edge_px, *answer)

        self._parts.background.ask(self, call, take, topic="page")

    def _take(self, edge_px: int, page: PageShot | NotShown, levels: Levels | None) -> None:
        if isinstance(page, NotShown) or levels is None:
            if isinstance(page, NotShown):
                self._say_why(page)
            return
        if self.locked:
            self._lock(False)
            self.sheet.forget()
            self.window().setFocus()
        known, self._pages = self._pages, page.pages
        if edge_px == CLOSE_EDGE_PX:
            self.canvas.sharpen(levels)
        else:
            self.canvas.show_levels(levels)
            self._ask_ahead()
        self._tools.say_page(page.number, page.pages)
        if known != page.pages:
            self._tell()

    def _tell(self) -> None:
        if self._attachment is not None:
            pages = translate("attachments", "{n} pages").format(n=self._pages)
            self.told.emit((pages,) if self._pages else ())

    def _say_why(self, missing: NotShown) -> None:
        if missing.code == "needs_password":
            self._lock(True)
            self.sheet.ask()
            self.sheet.field.setFocus()
        elif missing.code == "wrong_password":
            self._password = ""
            self.sheet.ask_again()
        elif missing.code in ON_THE_WAY or self._pages:
            self.canvas.show_words(not_shown_words(missing))
        else:
            self.refused.emit(missing)

    def _lock(self, locked: bool) -> None:
        self._stack.setCurrentWidget(self.sheet if locked else self.canvas)
        self._tools.setEnabled(not locked)

    def _unlock(self, password: str) -> None:
        self._password = password
        self._ask(PAGE_EDGE_PX)

    def _zoomed(self, percent: int) -> None:
        """Say how large it is (100 % is the whole page in view); larger than it was drawn, draw it finer, once."""
        self._tools.say_zoom(round(self.canvas.look.zoom * 100))
        if percent > 100 and not self._close and self._pages:
            self._close = True
            self._ask(CLOSE_EDGE_PX)

    def _ask_ahead(self) -> None:
        """Draw the next page before it is wanted; of a locked document nothing is kept, so nothing is drawn ahead."""
        attachment, number, desk = self._attachment, self._number + 1, self._parts.pages
        if attachment is not None and number <= self._pages and not self._password:
            self._parts.background.ask(self, lambda: desk.page(attachment, number, PAGE_EDGE_PX), topic="page-ahead")


def _levels(page: PageShot) -> Levels:
    """Of a page drawn at any edge: its size is that of the first drawing, so that a finer one takes its place."""
    share = PAGE_EDGE_PX / max(page.width_px, page.height_px)
    size = QSize(max(1, round(page.width_px * share)), max(1, round(page.height_px * share)))
    return levels_of(page.rgba, page.width_px, page.height_px, size, opaque=True)
