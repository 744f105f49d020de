"""A call: who rang, when it rang and was answered, when it was written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from console.domain.reporter import Reporter


class CallState(StrEnum):
    """Where a call stands at its exchange."""

    RINGING = "ringing"
    ANSWERED = "answered"
    TRANSFERRED = "transferred"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls, as a decision carries him: masked for the screens, `sealed` (base64) for those who may look.

    `recognised_by` is what his number is known by (contract.caller), so that he is known again without the server.
    """

    name_masked: str = ""
    phone_masked: str = ""
    reachable: bool = False
    sealed: str = ""
    recognised_by: tuple[str, ...] = ()

    def seen_as(self, known: Reporter) -> Reporter:
        """The reporter with what is known of him now; his record at the server stays."""
        return replace(
            known, name_masked=self.name_masked, phone_masked=self.phone_masked, reachable=self.reachable,
            sealed=self.sealed, recognised_by=self.recognised_by or known.recognised_by,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """How a report was taken at a desk, or missed.

    `call_id` is the exchange's event ('' without one), `rang_at` and `answered_at` its own times. `filed_at` is when it
    was filed; `late` when it was written down after the fact (paper notes after a power cut). `number_told` is the
    number that was read out, when the report could not keep it.
    """

    call_id: str = ""
    line: str = ""
    rang_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    recording_id: str = ""
    taken_by: str = ""
    filed_at: datetime | None = None
    late: bool = False
    number_told: str = ""

    @property
    def answer_s(self) -> float | None:
        """Seconds from ring to answer; None where no exchange measured it, never 0 for that."""
        if self.rang_at is None or self.answered_at is None:
            return None
        return (self.answered_at - self.rang_at).total_seconds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A call as every desk hears of it from the exchange; who calls is masked, and `sealed` for whoever may look.

    `radius_m` metres belong to lat/lon (WGS 84 degrees), which some networks send with an emergency call; all times are
    the exchange's. `source_kind` is a SourceKind's value.
    """

    id: str
    state: CallState
    source_kind: str
    line: str = ""
    number_masked: str = ""
    sealed: str = ""
    rang_at: datetime
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    lat: float | None = None
    lon: float | None = None
    radius_m: float | None = None
    recording_id: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.state is CallState.RINGING
