"""A decision: who decided what about which things, when, and under which lease."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.acts import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A thing a decision is about; `base_version` is what the desk saw, None for commutative acts.

    `base_decision` is the decision that made that version, '' when none had: two desks can reach the same number by
    different decisions, one of them not yet sent. None from a console of the first release.
    """

    kind: str
    id: str
    base_version: int | None = None
    base_decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision as it is kept and sent; `id` is a UUIDv7 made by the desk, `token` the fencing token."""

    id: str
    op: str
    op_version: int = 1
    subject: Subject
    also: tuple[Subject, ...] = ()
    token: int | None = None
    actor_id: str
    actor_session_id: str
    desk_id: str
    decided_at: datetime
    act: Act

    def __post_init__(self) -> None:
        """Refuse a time without offset.

        Raises:
            ValueError: naming the field.
        """
        if self.decided_at.tzinfo is None:
            raise ValueError("decided_at needs an offset")

    @property
    def subjects(self) -> tuple[tuple[str, str], ...]:
        """(kind, id) of everything it touches; order holds per each of them."""
        return ((self.subject.kind, self.subject.id), *((other.kind, other.id) for other in self.also))


class Outcome(StrEnum):
    """The server's three answers to a decision."""

    APPLIED = "applied"
    REFUSED = "refused"
    RETRY = "retry"


class Reason(StrEnum):
    """Why a decision is refused; the screens hold the words and the way out for each."""

    NOT_FOUND = "not_found"
    ROLE_FORBIDDEN = "role_forbidden"
    SESSION_REVOKED = "session_revoked"
    SESSION_TOO_OLD = "session_too_old"
    CLAIMED_BY_OTHER = "claimed_by_other"
    NOT_CLAIMED = "not_claimed"
    STALE_LEASE = "stale_lease"
    HOLDER_SILENT = "holder_silent"
    LEASE_RUN_OUT = "lease_run_out"
    CHANGED_MEANWHILE = "changed_meanwhile"
    ALREADY_ENDED = "already_ended"
    NOT_ENDED = "not_ended"
    UNIT_BUSY = "unit_busy"
    UNIT_OFF_DUTY = "unit_off_duty"
    UNIT_STACK_FULL = "unit_stack_full"
    TOO_FEW_SENT = "too_few_sent"
    TIME_NOT_AHEAD = "time_not_ahead"
    ORDER_NOT_DUE = "order_not_due"
    UNIT_ON_CASE = "unit_on_case"
    UNIT_NOT_ASSIGNED = "unit_not_assigned"
    UNITS_STILL_ASSIGNED = "units_still_assigned"
    ILLEGAL_STATUS = "illegal_status"
    EMPTY_TEXT = "empty_text"
    BAD_VALUE = "bad_value"
    NOTHING_TO_UNDO = "nothing_to_undo"
    TOO_LATE_TO_UNDO = "too_late_to_undo"
    NOT_REACHABLE = "not_reachable"
    NOT_SAFE_TO_CONTACT = "not_safe_to_contact"
    PROTECTED_FROM_JUNK = "protected_from_junk"
    OWN_REVIEW = "own_review"
    MERGED_AWAY = "merged_away"
    PARENT_MERGED = "parent_merged"
    PARENT_ENDED = "parent_ended"
    NOT_MERGED = "not_merged"
    HAS_CHILDREN = "has_children"
    NOT_INCIDENT = "not_incident"
    OWN_MATTER = "own_matter"
    NEEDS_CALLBACK = "needs_callback"
    NOT_ON_CALLBACK_LIST = "not_on_callback_list"
    NEEDS_WHOM = "needs_whom"
    NEEDS_LP_NUMBER = "needs_lp_number"
    NEEDS_FINDING = "needs_finding"
    CLOCK_STANDS = "clock_stands"
    CLOCK_RUNS = "clock_runs"
    ALREADY_THEIRS = "already_theirs"
    OFFER_OPEN = "offer_open"
    NO_OFFER = "no_offer"
    TRANSFER_OPEN = "transfer_open"
    OFFICER_IN_DANGER = "officer_in_danger"
    NEVER_STRIKES = "never_strikes"
    REPORTER_UNKNOWN = "reporter_unknown"
    ALREADY_STRUCK = "already_struck"
    NOT_STRUCK = "not_struck"
    NOT_PROPOSED = "not_proposed"
    NOT_BLOCKED = "not_blocked"
    APPEAL_ANSWERED = "appeal_answered"
    OWN_VERDICT = "own_verdict"
    UNKNOWN_OP = "unknown_op"
    STEP_MISSING = "step_missing"
    STEP_DONE = "step_done"
    NOTHING_TO_FLAG = "nothing_to_flag"
    NEVER_NEARBY = "never_nearby"
    NEEDS_COORDINATES = "needs_coordinates"
    TOO_MANY_ASKS = "too_many_asks"
    HOLDS_NUMBER = "holds_number"
    QUOTES_REPORTER = "quotes_reporter"
    NOT_ASKABLE = "not_askable"
    ASK_EXPIRED = "ask_expired"
    ASK_NOT_OPEN = "ask_not_open"
    NO_ALARM = "no_alarm"
    LOOK_FIRST = "look_first"
    FILE_THERE = "file_there"
    TOO_MANY_FILES = "too_many_files"
    FILES_TOO_LARGE = "files_too_large"
    FILE_STAYS = "file_stays"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> Reason:
        """A reason only a later release knows: the refusal stands, and the answer must not become unreadable."""
        return cls.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a decision does not stand; `params` fill the words (names, numbers)."""

    reason: Reason
    params: dict[str, str]


def refuse(reason: Reason, **params: str) -> Refusal:
    """A refusal with its params."""
    return Refusal(reason=reason, params=params)
