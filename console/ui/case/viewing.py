"""The viewer of a case's files: opened from a tile, kept true while the case changes."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from console.desk.case import CaseView
from console.domain.changes import Changes
from console.ui.attachments.evidence_side import EvidenceSide
from console.ui.attachments.redact_side import RedactSide
from console.ui.attachments.viewer import Viewer
from console.ui.case.parts import CaseParts


class Viewing:
    """One viewer a case pane, made when it is first wanted; `owner` is the widget it belongs to."""

    def __init__(self, parts: CaseParts, owner: QWidget) -> None:
        self._parts, self._owner = parts, owner
        self.handling: RedactSide | None = None
        self.viewer: Viewer | None = None
        self.side: EvidenceSide | None = None

    def open(self, view: CaseView, place: int) -> None:
        """Show the files of a case at one of them."""
        if self.viewer is None:
            self.viewer = Viewer(self._parts.viewer, self._owner)
            self.side = EvidenceSide(self.viewer, self._parts)
            self.handling = RedactSide(self.viewer, self._parts.evidence.handling, self._parts.background)
        self.viewer.show_files(view.report, place, ZoneInfo(view.zone))

    def take(self, view: CaseView) -> None:
        """The case as it stands now: files that came are added, files that may not be seen any more are gone."""
        if self.viewer is not None:
            self.viewer.keep_up(view.report)
        if self.handling is not None:
            self.handling.keep_up(view.report)
        if self.side is not None:
            self.side.take_report(view.report)

    def take_changes(self, changes: Changes) -> None:
        """Something changed, here or elsewhere: what is ticked beside the file may be one of it."""
        if self.side is not None:
            self.side.take_changes(changes)

    def leave(self) -> None:
        """Another case is looked at: what was opened on a reason is closed with its case."""
        report = self.viewer.report if self.viewer is not None else None
        if self.viewer is not None and report is not None and report.sensitive:
            self.viewer.close()

    def close(self) -> None:
        """Hide everything at once: lock or sign-out."""
        if self.viewer is not None:
            self.viewer.close()

    def stop(self) -> None:
        """End it, before the desk closes."""
        if self.viewer is not None:
            self.viewer.close()
            self.viewer.stop()
        if self.handling is not None:
            self.handling.stop()
        if self.side is not None:
            self.side.stop()
