"""How a case may end: the list an administrator edits, and what each outcome needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.strike_rules import StrikeRules
from console.domain.waiting_order import WaitingOrder

JUNK_OUTCOMES = ("prank", "test", "wrong_number")
"""Typed outcomes of disposing as junk: iseng, uji coba, salah sambung."""

CLOSE_OUTCOMES = (
    "handled_on_scene",
    "nothing_found",
    "referred",
    "police_report_made",
    "done_by_agency",
    "information_given",
    "duplicate",
    "false_report",
)
"""Outcomes of closing every center begins with (screens.md words)."""

CAN_STRIKE = ("prank", "test", "false_report")
"""The only outcomes that may ever count against a reporter; which of them do is the service's setting."""


class Need(StrEnum):
    """What an outcome asks for before it can end a case."""

    NOTHING = ""
    WHOM = "whom"
    LP_NUMBER = "lp_number"
    FINDING = "finding"


class FoundBy(StrEnum):
    """What a false report rests on: what officers found at the scene, or the reporter's own admission."""

    SCENE = "scene"
    ADMISSION = "admission"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOutcome:
    """One outcome of the list; `words` is the center's own name for it, '' for those the console has words for.

    `to` is whom a referral may go to, in the order they are offered. A `retired` one is not offered any more, but a
    decision that waited offline still stands.
    """

    id: str
    words: str = ""
    needs: Need = Need.NOTHING
    to: tuple[str, ...] = ()
    strikes: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeList:
    """The center's outcomes in the order of the closing strip, and what strikes lead to; travels to every desk."""

    id: str = "outcomes"
    revision: int = 0
    outcomes: tuple[CloseOutcome, ...] = ()
    strike_rules: StrikeRules = field(default_factory=StrikeRules)

    def outcome(self, outcome_id: str) -> CloseOutcome | None:
        """The outcome with that id, retired or not."""
        return next((each for each in self.outcomes if each.id == outcome_id), None)

    def offered(self) -> tuple[CloseOutcome, ...]:
        """What the closing strip offers."""
        return tuple(each for each in self.outcomes if not each.retired)

    def strikes(self, outcome_id: str) -> bool:
        """Whether ending so counts against the reporter here; never any but CAN_STRIKE."""
        found = self.outcome(outcome_id)
        return outcome_id in CAN_STRIKE and found is not None and found.strikes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What a closed case carries beside its outcome; `words` are the outcome's own, as they were that day.

    `dropped` are the orders that still waited for their units and fell with it, for whoever undoes the end.
    """

    words: str = ""
    referred_to: str = ""
    lp_number: str = ""
    finding: str = ""
    found_by: str = ""
    dropped: tuple[WaitingOrder, ...] = ()


WOMEN_AND_CHILDREN_UNIT = "Unit PPA"
"""Pelayanan Perempuan dan Anak: whom sensitive cases are suggested to (security.md rule 8)."""

_REFERRED_TO = ("Polsek", "Satlantas", "Satreskrim", WOMEN_AND_CHILDREN_UNIT)

SHIPPED = OutcomeList(
    outcomes=(
        CloseOutcome(id="handled_on_scene"),
        CloseOutcome(id="nothing_found"),
        CloseOutcome(id="referred", needs=Need.WHOM, to=_REFERRED_TO),
        CloseOutcome(id="police_report_made", needs=Need.LP_NUMBER),
        CloseOutcome(id="done_by_agency"),
        CloseOutcome(id="information_given"),
        CloseOutcome(id="duplicate"),
        CloseOutcome(id="prank", strikes=True),
        CloseOutcome(id="test"),
        CloseOutcome(id="false_report", needs=Need.FINDING, strikes=True),
        CloseOutcome(id="wrong_number"),
    )
)
"""The list a center begins with."""
