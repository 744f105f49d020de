"""One line under the files: when and where they were made; red where that differs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from console.desk.attachments import ShotFacts
from console.desk.case import CaseView
from console.desk.file_claims import claim_of
from console.domain.casework.file_claim import held_against
from console.domain.doubt import SHIPPED_DOUBTS
from console.domain.file_claim import FileClaim, HeldClaim
from console.ui.attachments.claim_words import held_words
from console.ui.attachments.words import family_word
from console.ui.texts.language import translate
from console.ui.widgets.safe import ElidedLabel, restyle
from console.ui.widgets.spoken import name_widget


class ClaimLine(ElidedLabel):
    """Files that differ come first; all of them are a hover away. Hidden until a file was read, here or elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="muted")
        name_widget(self, lambda: translate("claims", "Time and place of the files"))
        self._view: CaseView | None = None
        self._read: dict[str, FileClaim] = {}
        self.setVisible(False)

    def show_view(self, view: CaseView) -> None:
        """Show the files of a case: as told by other desks, and as read here."""
        if self._view is None or self._view.report.id != view.report.id:
            self._read = {}
        self._view = view
        self._say()

    def take_facts(self, file_id: str, facts: ShotFacts) -> FileClaim:
        """A file was read here; its claim."""
        claim = self._read[file_id] = claim_of(file_id, facts)
        self._say()
        return claim

    def _say(self) -> None:
        found = self._held()
        self.setVisible(bool(found))
        if not found:
            return
        rules = self._view.doubt_rules if self._view is not None else SHIPPED_DOUBTS
        differing = any(held.doubted(rules) or (held.differs and not held.settled) for _, held in found)
        restyle(self, role="bad" if differing else "muted")
        if all(held.claim.empty for _, held in found):
            words = [translate("claims", "The files say nothing of when and where they were made: usual, no fault.")]
        else:
            words = [held_words(word, held) for word, held in found]
        self.say(" · ".join(words))

    def _held(self) -> list[tuple[str, HeldClaim]]:
        """Each file that was read, called 'photo 1', the gravest first."""
        if self._view is None:
            return []
        report, rules, found = self._view.report, self._view.doubt_rules, []
        told = {claim.file_id: claim for claim in report.file_claims}
        for number, file in enumerate(report.attachments, 1):
            claim = self._read.get(file.id) or told.get(file.id)
            held = held_against(report, claim) if claim is not None else None
            if held is not None:
                found.append((f"{family_word(file)} {number}", held))
        return sorted(found, key=lambda each: (not each[1].doubted(rules), not each[1].differs, each[1].claim.empty))
