"""An officer in danger: what nobody may do to such a case, and who ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from console.domain import acts
from console.domain.casework.status import restated
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.person import Actor, Role
from console.domain.place import Place
from console.domain.report import Report
from console.domain.timeline import Entry
from console.domain.unit import Unit

OFFICER_SOS = "officer_sos"
"""The category of *petugas minta bantuan*."""

CALLED_OFF = "sos.safe"
"""The line by which the officer himself said that he is safe."""

AGAIN = "sos.again"
"""The line by which he called once more on an open case."""


def is_sos(report: Report) -> bool:
    """Whether the case is an officer's call for help."""
    return report.category == OFFICER_SOS


def called_off(report: Report) -> bool:
    """Whether the officer's last word is that he is safe."""
    said = next((entry.kind for entry in reversed(report.timeline) if entry.kind in (CALLED_OFF, AGAIN)), "")
    return said == CALLED_OFF


def officer_safe(report: Report, unit: Unit, at: datetime) -> Report:
    """The officer calls his alarm off on his own page or device; the second time changes nothing."""
    if not is_sos(report) or report.ended or called_off(report):
        return report
    return _told(report, CALLED_OFF, unit, at)


def called_again(report: Report, unit: Unit, at: datetime, place: Place | None = None) -> Report:
    """The officer calls once more: the same case, at the newest place known of him."""
    return _told(replace(report, place=place or report.place), AGAIN, unit, at)


def _told(report: Report, kind: str, unit: Unit, at: datetime) -> Report:
    entry = Entry(kind=kind, at=at, actor_id=unit.id, actor_name=unit.title, params={"unit": unit.call_sign})
    return restated(replace(report, timeline=(*report.timeline, entry), unread=True))


def judge_sos(decision: Decision, report: Report, actor: Actor) -> Refusal | None:
    """Never junked, merged or made something else; ended by the officer's word or a supervisor with a reason.

    Source: issue 4, part 10.
    """
    if not is_sos(report):
        return None
    act, refusal = decision.act, refuse(Reason.OFFICER_IN_DANGER, number=report.number)
    if isinstance(act, acts.JunkCase) or decision.op in ("report.merge", "report.attach"):
        return refusal
    if called_off(report):
        return None
    supervisor = actor.role is Role.SUPERVISOR
    if isinstance(act, acts.CloseCase):
        return None if supervisor and act.note.strip() else refusal
    if isinstance(act, acts.SetCategory | acts.SetPriority | acts.TransferCase | acts.PauseClock):
        return refusal
    return None
