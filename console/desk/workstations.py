"""Workstations as an administrator enrols them: codes to type once, the end of one."""

from __future__ import annotations

from dataclasses import dataclass

from console.contract.admin import Done, EnrolmentCode, NewEnrolment
from console.contract.enrolled import CodeOpen, DeskEnrolled
from console.desk.administration import Administration
from console.domain.errors import InputFault

__all__ = ["MOST_HOURS", "MOST_USES", "CodeOpen", "DeskEnrolled", "DesksShown", "EnrolmentCode", "Workstations"]

MOST_USES, MOST_HOURS = 1000, 744
Desks = tuple[DeskEnrolled, ...]
Codes = tuple[CodeOpen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DesksShown:
    """Every workstation, and the codes that still enrol one."""

    desks: Desks
    codes: Codes


class Workstations:
    """Asked in the background; only the server knows them."""

    def __init__(self, administration: Administration) -> None:
        self._ask = administration.ask

    def shown(self) -> DesksShown:
        """Workstations by name, open codes by their end."""
        return DesksShown(
            desks=self._ask("GET", "/v1/admin/desks", Desks), codes=self._ask("GET", "/v1/admin/enrolments", Codes)
        )

    def allow(self, uses: int, hours: int) -> EnrolmentCode:
        """A code for `uses` workstations, good for `hours`, shown once.

        Raises:
            InputFault: `uses_wrong`, `hours_wrong`.
        """
        if not 1 <= uses <= MOST_USES:
            raise InputFault("uses_wrong", f"uses: 1 to {MOST_USES}", field="uses", most=MOST_USES)
        if not 1 <= hours <= MOST_HOURS:
            raise InputFault("hours_wrong", f"hours: 1 to {MOST_HOURS}", field="hours", most=MOST_HOURS)
        return self._ask("POST", "/v1/admin/enrolments", EnrolmentCode, sent=NewEnrolment(uses=uses, valid_h=hours))

    def withdraw_code(self, code_id: str) -> None:
        """Nobody enrols with that code any more."""
        self._ask("POST", f"/v1/admin/enrolments/{code_id}/revoke", Done)

    def withdraw(self, desk_id: str) -> None:
        """The workstation is struck off at once; enrolled again it is the same desk and sends what it kept."""
        self._ask("POST", f"/v1/admin/desks/{desk_id}/revoke", Done)
