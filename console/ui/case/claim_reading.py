"""Reads what the files of a case claim as they come in; tells other desks what differs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.desk.attachments import NotShown, ShotFacts, is_photo
from console.desk.case import CaseView
from console.desk.file_claims import FileClaims
from console.desk.file_facts import may_claim
from console.domain.attachment import Attachment
from console.domain.errors import Fault
from console.ui.background import Background
from console.ui.case.claim_line import ClaimLine


class ClaimReading(QObject):
    """A photo's facts come with its tile (`take_facts`); films and sounds are asked for here, once a case."""

    def __init__(
        self,
        claims: FileClaims,
        background: Background,
        line: ClaimLine,
        failed: Callable[[Fault], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._claims, self._background = claims, background
        self._line, self._failed = line, failed
        self._report_id = ""
        self._asked: set[str] = set()

    def show_view(self, view: CaseView) -> None:
        """A case as it stands now; one that is covered has no files here."""
        if view.report.id != self._report_id:
            self._report_id, self._asked = view.report.id, set()
        for attachment in view.report.attachments:
            if may_claim(attachment) and not is_photo(attachment) and attachment.id not in self._asked:
                self._ask(attachment)

    def take_facts(self, file_id: str, facts: ShotFacts) -> None:
        """A file of the shown case was read."""
        claim, report_id = self._line.take_facts(file_id, facts), self._report_id
        self._background.ask(self, lambda: self._claims.tell(report_id, claim), None, self._failed)

    def _ask(self, attachment: Attachment) -> None:
        report_id = self._report_id
        self._asked.add(attachment.id)

        def take(facts: ShotFacts | NotShown) -> None:
            if report_id != self._report_id:
                return
            if isinstance(facts, ShotFacts):
                self.take_facts(attachment.id, facts)
            elif facts.code == "fetching":
                self._asked.discard(attachment.id)

        self._background.ask(self, lambda: self._claims.facts(attachment), take, self._failed)
