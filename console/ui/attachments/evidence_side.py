"""Beside a file in the viewer: its time and place, and what it shows, ticked."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from console.desk.attachments import NotShown, ShotFacts
from console.desk.case import CaseView
from console.desk.file_claims import claim_of
from console.desk.file_facts import has_dates
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.changes import Changes
from console.domain.doubt import DoubtRules
from console.domain.errors import Fault
from console.domain.report import Report
from console.ui.attachments.claims_section import ClaimsSection
from console.ui.attachments.doubt_section import DoubtSection
from console.ui.attachments.ticks_section import TicksSection
from console.ui.attachments.viewer import Viewer
from console.ui.case.parts import CaseParts
from console.ui.relay import Courier
from console.ui.texts.faults import fault_words


class EvidenceSide(QObject):
    """Joins the sections to a viewer; its number keys tick and Q settles a doubt, before any stage's keys."""

    def __init__(self, viewer: Viewer, parts: CaseParts) -> None:
        super().__init__(viewer)
        self._viewer, self._parts = viewer, parts
        self._at: tuple[Attachment, Report] | None = None
        self._view: CaseView | None = None
        self.claims = ClaimsSection()
        self.ticks = TicksSection(parts.book.case, parts.deciding, parts.background)
        viewer.side.add_section(self.ticks)
        self.doubts = DoubtSection(parts.deciding, viewer.setFocus)
        self.ticks.seen.connect(self._take_view)
        viewer.side.add_section(self.claims)
        viewer.side.add_section(self.doubts)
        viewer.turned_to.connect(self._turn)
        viewer.installEventFilter(self)
        self._news: Courier[Download] = Courier(None, self)
        self._news.arrived.connect(self._take_news)
        self._stop = parts.viewer.attachments.subscribe(self._news.take)

    def take_report(self, report: Report) -> None:
        """The report whose file is shown stands so now: its place may have been corrected."""
        if self._at is not None and self._at[1].id == report.id and self._at[1] != report:
            self._at = (self._at[0], report)
            self._show_doubt()
            self._read()

    def take_changes(self, changes: Changes) -> None:
        """The case may have changed, whoever changed it."""
        if self._viewer.isVisible():
            self.ticks.take_changes(changes)

    def stop(self) -> None:
        """Hear of no more downloads."""
        self._stop()
        self._news.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the number keys of the viewer, drop everything when it closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not self._viewer.keys_open and (self.ticks.keys(event) or self.doubts.keys(event))
        if event.type() == QEvent.Type.Close:
            self._at = self._view = None
            self.claims.clear()
            self.doubts.clear()
            self.ticks.clear()
        return False

    def _turn(self, attachment: Attachment, report: Report) -> None:
        self._at = (attachment, report)
        self.claims.clear()
        self.doubts.clear()
        self.ticks.show_report(report.id)
        self._show_doubt()
        self._read()

    def _take_view(self, view: CaseView | None) -> None:
        ruled = self._view is not None and view is not None and self._view.doubt_rules != view.doubt_rules
        self._view = view
        self._show_doubt()
        if ruled:
            self._read()

    def _show_doubt(self) -> None:
        """By the viewer's own report: a sensitive case is bare in its view, and its files were opened with a reason."""
        if self._at is not None:
            attachment, report = self._at
            known = self._view if self._view is not None and self._view.report.id == report.id else None
            self.doubts.show_file(report, attachment, self._viewer.zone, known)

    def _read(self) -> None:
        if self._at is None or not has_dates(self._at[0]):
            return
        attachment, report = self._at

        def take(answer: tuple[ShotFacts | NotShown, str, DoubtRules]) -> None:
            facts, zone, rules = answer
            if self._at is None or self._at[0].id != attachment.id or isinstance(facts, NotShown):
                return
            self.claims.show_facts(self._at[1], attachment, facts, ZoneInfo(zone), rules)
            claim = claim_of(attachment.id, facts)
            self._parts.background.ask(self, lambda: self._parts.file_claims.tell(report.id, claim), None, self._failed)

        def read() -> tuple[ShotFacts | NotShown, str, DoubtRules]:
            facts = self._parts.file_claims.facts(attachment, report.place)
            return facts, self._parts.book.site().zone, self._parts.book.doubt_rules()

        self._parts.background.ask(self, read, take, self._failed, topic="claims")

    def _failed(self, fault: Fault) -> None:
        self.claims.say_fault(fault_words(fault))

    def _take_news(self, download: Download) -> None:
        if download.done and self._at is not None and download.attachment_id == self._at[0].id:
            self._read()
