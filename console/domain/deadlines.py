"""How long each stage of a case may take, and when it was reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.report import AssignmentStatus, ForwardStatus, Report
from console.domain.score import DEADLINE_S


class Stage(StrEnum):
    """The four stages an operator is measured by (screens.md, case pane)."""

    CLAIM = "claim"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    CLOSE = "close"


STAGE_DUE_S: dict[Stage, dict[int, int]] = {
    Stage.CLAIM: DEADLINE_S,
    Stage.DISPATCH: {1: 120, 2: 300, 3: 1200},
    Stage.ARRIVE: {1: 600, 2: 900, 3: 3600},
    Stage.CLOSE: {},
}
"""Seconds after receipt by priority (site policy); none = no deadline. P1 arrival: Polri 110, on scene in 10 min."""

FORWARD_DUE_S: dict[int, int] = {1: 180, 2: 300, 3: 3600, 4: 6 * 3600}
"""Seconds an agency may take to acknowledge, by priority; 6 h is Jakarta's rule for coordination (mission.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageClock:
    """One stage: when it is due (None: no deadline) and when it was reached (None: not yet)."""

    stage: Stage
    due_at: datetime | None
    reached_at: datetime | None


def stage_clocks(report: Report) -> tuple[StageClock, ...]:
    """The four stages of a report in order; an ended case has no deadline left open."""
    reached = {
        Stage.CLAIM: _claimed_at(report),
        Stage.DISPATCH: _dispatched_at(report),
        Stage.ARRIVE: _arrived_at(report),
        Stage.CLOSE: report.closed_at,
    }
    return tuple(
        StageClock(
            stage=stage,
            due_at=None if report.ended and reached[stage] is None else _due_at(report, stage),
            reached_at=reached[stage],
        )
        for stage in Stage
    )


def acknowledge_by(report: Report, decided_at: datetime) -> datetime:
    """When the agency should have taken a forward decided at that time."""
    return decided_at + timedelta(seconds=FORWARD_DUE_S[report.priority])


def _due_at(report: Report, stage: Stage) -> datetime | None:
    seconds = STAGE_DUE_S[stage].get(report.priority)
    return None if seconds is None else report.received_at + timedelta(seconds=seconds)


def _earliest(times: Iterable[datetime | None]) -> datetime | None:
    return min((at for at in times if at is not None), default=None)


def _claimed_at(report: Report) -> datetime | None:
    if report.claim is not None:
        return None if report.claim.lapsed else report.claim.taken_at
    return _earliest([_dispatched_at(report), report.closed_at])


def _dispatched_at(report: Report) -> datetime | None:
    sent = [a.ordered_at for a in report.assignments if a.status is not AssignmentStatus.CANCELLED]
    passed = [f.decided_at for f in report.forwards if f.status is not ForwardStatus.CANCELLED]
    return _earliest([*sent, *passed])


def _arrived_at(report: Report) -> datetime | None:
    arrived = {AssignmentStatus.ON_SCENE.value, AssignmentStatus.DONE.value}
    told = [entry.at for entry in report.timeline if entry.params.get("status") in arrived and not entry.undone]
    stands = [a.status_at for a in report.assignments if a.status.value in arrived]
    return _earliest([*told, *stands])
