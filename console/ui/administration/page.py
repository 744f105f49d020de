"""What a page of the administration window is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.administration import Access
from console.desk.basemaps import Basemaps
from console.desk.office import Office
from console.domain.changes import Changes
from console.ui.background import Background
from console.ui.widgets.spoken import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParts:
    """What pages ask with: `office.administration.ask` in the `background`; `zone` is the site's.

    `basemaps` are those of this workstation, None where it has no map.
    """

    office: Office
    background: Background
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    basemaps: Basemaps | None = None


class Page(QWidget):
    """A page: `rows` is its vertical layout without margins. What it asks, it asks in the background.

    The window calls these; each does nothing here. A page that is not shown is asked nothing.
    """

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    def open(self) -> None:
        """It is shown: ask for what it shows; what was typed and not saved stays."""

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or why not (the window says it in a sentence): disable what would save."""

    def take_changes(self, changes: Changes) -> None:
        """Something was committed at this desk, while the page is shown."""

    def unsaved(self) -> bool:
        """Whether something typed would be lost if the page went away."""
        return False

    def cover(self) -> None:
        """Hide every content at once: lock."""

    def stop(self) -> None:
        """End what runs, before the desk closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """A line of the window's list: `id` is never shown; `group` heads the lines that share it."""

    id: str
    group: Words
    title: Words
    icon: str
    make: Callable[[PageParts], Page]
