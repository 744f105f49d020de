"""The tools of documents in the viewer's bar: pages, zoom, turning."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.ui.attachments.tool_row import ToolRow
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel


class PageTools(ToolRow):
    """Buttons to connect; `say_page` tells where in the document one is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = self.add_button("page_up", lambda: translate("attachments", "Previous page"), "PgUp")
        self.page = SafeLabel()
        self.row.addWidget(self.page)
        self.on = self.add_button("page_down", lambda: translate("attachments", "Next page"), "PgDn")
        self.add_gap()
        self.add_zoom()
        self.width_fit = self.add_button("fit_width", lambda: translate("attachments", "Fit the width"), "W")
        self.turn = self.add_button("turn_right", lambda: translate("attachments", "Turn right"), "R")
        self.say_page(0, 0)

    def say_page(self, number: int, pages: int) -> None:
        """Where one is; 0 of 0 before anything is known."""
        self.page.say((lambda: _page_words(number, pages)) if pages else "")
        self.back.setEnabled(number > 1)
        self.on.setEnabled(number < pages)


def _page_words(number: int, pages: int) -> str:
    return translate("attachments", "page {n} of {m}").format(n=number, m=pages)
