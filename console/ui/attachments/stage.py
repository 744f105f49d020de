"""What the viewer asks of a stage: the way one family of files is shown."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui.widgets.spoken import Words


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the sheet of keys: key caps ('+', 'Shift R') and what they do."""

    caps: tuple[str, ...]
    words: Words


class Stage(QWidget):
    """One way of showing files; the viewer has one for each family and shows one at a time.

    `told(lines)`: facts of the file shown, in words, for the side; told again they replace the earlier ones.
    `refused(NotShown)`: this file is not shown for good; the viewer then says why and offers a copy.
    `turned_to(Attachment)`: where two are shown, keys and facts mean this one from now on.
    `wanted(Attachment)`: show this file of the case too; it comes back by `show_file`, once its opening is recorded.
    """

    told = Signal(object)
    refused = Signal(object)
    turned_to = Signal(object)
    wanted = Signal(object)

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Show a file of a report as it stands now; asks in the background and returns at once."""
        raise NotImplementedError

    def clear(self) -> None:
        """Drop everything shown and stop what plays: another family, closed, locked."""
        raise NotImplementedError

    def keys(self, event: QKeyEvent) -> bool:
        """Take a key, before the viewer's own; True when it was one of this stage's."""
        return False

    def tools(self) -> tuple[QWidget, ...]:
        """Widgets for the viewer's bar, made once; seen while this stage is."""
        return ()

    def key_lines(self) -> tuple[KeyLine, ...]:
        """Its keys, for the sheet the viewer opens with '?'."""
        return ()

    def hear(self, download: Download) -> None:
        """The download of the file shown went on."""
