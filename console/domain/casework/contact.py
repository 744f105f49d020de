"""May anybody or anything write to this reporter? One answer for people and machines."""

from __future__ import annotations

from console.domain.decision import Reason, Refusal, refuse
from console.domain.report import Report


def contact_refusal(report: Report) -> Refusal | None:
    """Why nobody may reach out now: a sensitive case until *aman dihubungi* is ticked (security.md rule 8)."""
    if report.sensitive and not report.safe_to_contact:
        return refuse(Reason.NOT_SAFE_TO_CONTACT, number=report.number)
    return None


def may_write(report: Report) -> bool:
    """Whether a message may leave for the reporter by itself: he can be reached, and it cannot put him in danger."""
    return report.reporter.reachable and contact_refusal(report) is None
