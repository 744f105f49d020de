"""The scrolling middle of the case pane: all that is known, in reading order."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.ui import theme
from console.ui.attachments.strip import AttachmentStrip
from console.ui.case.callback_section import CallbackSection
from console.ui.case.checklist_list import ChecklistList
from console.ui.case.claim_line import ClaimLine
from console.ui.case.countdowns import Countdowns
from console.ui.case.evidence_row import EvidenceRow
from console.ui.case.hazard_banner import HazardBanner
from console.ui.case.merge_banner import MergeBanner
from console.ui.case.merge_list import MergeList
from console.ui.case.parts import CaseParts
from console.ui.case.place_line import PlaceLine
from console.ui.case.report_text import ReportText
from console.ui.case.reporter_line import ReporterLine
from console.ui.case.similar_list import SimilarList
from console.ui.case.timeline import Timeline
from console.ui.dispatch.advice_list import AdviceList
from console.ui.dispatch.assignment_list import AssignmentList
from console.ui.forwarding.forward_list import ForwardList
from console.ui.nearby.ask_list import AskList
from console.ui.shift.handing_lines import HandingLines
from console.ui.shift.tick_line import TickLine
from console.ui.trust.standing_line import StandingLine


class CaseBody(QWidget):
    """Each part shows its piece of one CaseView; parts without anything to show hide."""

    def __init__(self, parts: CaseParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(theme.px(16), theme.px(2), theme.px(16), theme.px(10))
        rows.setSpacing(theme.px(10))
        self.countdowns = Countdowns()
        self.handing, self.ticks = HandingLines(), TickLine()
        self.callback = CallbackSection()
        self.text = ReportText()
        self.place = PlaceLine()
        self.reporter = ReporterLine()
        self.standing = StandingLine()
        self.files = AttachmentStrip(parts.viewer, parts.sending)
        self._evidence, self.claims = EvidenceRow(self.files, self.ticks), ClaimLine()
        self.similar = SimilarList()
        self.merged_away, self.merged = MergeBanner(), MergeList()
        self.checklist = ChecklistList()
        self.hazards = HazardBanner()
        self.assignments = AssignmentList()
        self.forwards = ForwardList()
        self.nearby = AskList()
        self.advice = AdviceList()
        self.timeline = Timeline()
        for part in (
            self.merged_away, self.hazards, self.countdowns, self.callback, self.handing, self.text,
            self.place, self.reporter, self.standing, self._evidence, self.claims, self.similar,
            self.merged, self.assignments, self.forwards, self.nearby, self.advice, self.checklist, self.timeline,
        ):  # fmt: skip
            rows.addWidget(part)
        rows.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """However long a word of a stranger is, the pane decides the width."""
        return QSize(0, super().minimumSizeHint().height())

    def show_view(self, view: CaseView, zone: ZoneInfo, now: datetime) -> None:
        """Show a case as it stands at server time `now`."""
        self.countdowns.show_clocks(view.stages, view.report.received_at, zone, now)
        self.callback.show_view(view, zone)
        self.handing.show_view(view, now)
        self.ticks.show_view(view, now)
        self.text.show_view(view)
        self.place.show_view(view)
        self.reporter.show_view(view)
        self.standing.show_view(view, zone, now)
        self.files.show_view(view, zone)
        self._evidence.arrange(len(view.report.attachments))
        self.claims.show_view(view)
        self.similar.show_view(view)
        self.merged_away.show_view(view, zone)
        self.merged.show_view(view, zone)
        self.checklist.show_view(view)
        self.hazards.show_view(view, zone)
        self.assignments.show_view(view, zone, now)
        self.forwards.show_view(view, zone, now)
        self.nearby.show_view(view, zone, now)
        self.advice.show_view(view)
        self.timeline.show_view(view, zone)

    def tick(self, now: datetime) -> None:
        """Let every clock go on by a second."""
        self.countdowns.tick(now)
        self.handing.tick(now)
        self.ticks.tick(now)
        self.assignments.tick(now)
        self.forwards.tick(now)
        self.nearby.tick(now)
