"""What was asked nearby about a case, the latest question first, answers as they arrive."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.desk.nearby import latest_unfiled
from console.ui.case.section import Section
from console.ui.nearby.ask_row import AskRow
from console.ui.texts.language import translate


class AskList(Section):
    """`withdraw_wanted(ask id)`, `file_wanted(NearbyAnswer)`, `photo_wanted(place)`; hidden while nobody was asked."""

    withdraw_wanted = Signal(str)
    file_wanted = Signal(object)
    photo_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("nearby", "ASKED NEARBY"), parent)
        self.asks: list[AskRow] = []
        self._attachments: tuple[str, ...] = ()
        self.setVisible(False)

    def show_view(self, view: CaseView, zone: ZoneInfo, now: datetime) -> None:
        """Show the questions of a case."""
        shown = view.asks
        self._attachments = tuple(attachment.id for attachment in view.report.attachments)
        while len(self.asks) < len(shown):
            row = AskRow()
            row.withdraw_wanted.connect(self.withdraw_wanted)
            row.file_wanted.connect(self.file_wanted)
            row.photo_wanted.connect(self._show_photo)
            self.rows.addWidget(row)
            self.asks.append(row)
        latest = latest_unfiled(shown)
        key_id = latest.id if latest is not None else ""
        for place, row in enumerate(self.asks):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_ask(shown[place], zone, now, key_id=key_id, photos=not view.hidden)
        people = sum(each.counted.people for each in shown)
        self.say(lambda: _caption(people))
        self.setVisible(bool(shown))

    def tick(self, now: datetime) -> None:
        """Let the clocks go on."""
        for row in self.asks:
            if row.isVisibleTo(self):
                row.tick(now)

    def _show_photo(self, attachment_id: str) -> None:
        if attachment_id in self._attachments:
            self.photo_wanted.emit(self._attachments.index(attachment_id))


def _caption(people: int) -> str:
    if not people:
        return translate("nearby", "ASKED NEARBY")
    return translate("nearby", "ASKED NEARBY · {n} ANSWERED, UNPROVEN").format(n=people)
