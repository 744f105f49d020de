"""Acts on one case: claim, ask, send, forward, end, look, review, undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.forward_file import ForwardFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase:
    """Take the case: a lease with a fencing token; a `reason` is needed to take over from a holder fallen silent."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCase:
    """Give the case back to the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakClaim:
    """A supervisor takes a case off its holder."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReporter:
    """Ask the reporter through the channel he used."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """A note for colleagues; never leaves the center."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPriority:
    """Priority 1 (life) .. 4."""

    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCategory:
    """Category by id (domain.category)."""

    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSafeToContact:
    """Tick or untick *aman dihubungi* on a sensitive case."""

    safe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchUnits:
    """Send units; claims an unclaimed case in the same decision. The units are also named in `Decision.also`.

    `due_at`: not now but then, which binds no unit before. `after_current`: a busy unit goes once it is done with the
    case it is on. `fewer_because`: why fewer go than a case of this kind may be sent (domain.crew_size).
    """

    unit_ids: tuple[str, ...]
    note: str = ""
    due_at: datetime | None = None
    after_current: bool = False
    fewer_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelDispatch:
    """Call a unit back from the case, or take back its order while that waits."""

    unit_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOrder:
    """A unit is free and its order that waited begins; `order_id` is the decision that gave it.

    The server begins it by itself: this is for a desk without one.
    """

    unit_id: str
    order_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUnitStatus:
    """Record a unit's answer for it, as heard by `by` radio or phone; `status` an AssignmentStatus value."""

    unit_id: str
    status: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JunkCase:
    """Dispose of it as junk with a typed outcome: prank, test or wrong_number."""

    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """End the case with an outcome (domain.outcome); `release_units` ends the orders of its units too.

    What the outcome needs besides: `referred_to` whom, `lp_number` of the police report, `finding` with `found_by`
    scene or admission. `asked` is False for one of version 1, which knew of none of these.
    """

    outcome: str
    note: str = ""
    release_units: bool = False
    referred_to: str = ""
    lp_number: str = ""
    finding: str = ""
    found_by: str = ""
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase:
    """Put an ended case back into the queue."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardCase:
    """Pass work to an agency: exactly `text` and `files` leave, not before `hold_s` seconds after the decision.

    Files of a sensitive case leave with a `files_reason` only.
    """

    agency_id: str
    text: str
    hold_s: int = 10
    files: tuple[ForwardFile, ...] = ()
    files_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmForward:
    """Record that the agency took it: who said so, by which means, and when it was said."""

    forward_id: str
    confirmed_by: str
    by: str = "phone"
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRead:
    """The answer of the reporter was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Open what is hidden: `what` is identity or sensitive; the reason is recorded."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveCase:
    """A supervisor finds an ended case well handled."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCase:
    """A supervisor gives an ended case back to the operator with a note."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Undo an earlier decision on the same report; judged like any other."""

    decision_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignAct:
    """An act of a release this one cannot read: kept and shown by its op, never judged to stand."""
