"""The people who act: roles, and the actor on whose behalf a decision is judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """Roles of security.md rule 5."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    OVERSIGHT = "oversight"
    PARTNER = "partner"
    AGENCY = "agency"
    DEVICE = "device"
    SYSTEM = "system"


DESK_ROLES = frozenset({Role.OPERATOR, Role.SUPERVISOR})
"""Roles that may decide on cases from a console."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: a person with a role, at a desk, in a session.

    `until` is the server time up to which decisions under that session count (7 days after its issue), None unknown.
    """

    id: str
    name: str
    role: Role
    session_id: str = ""
    desk_id: str = ""
    until: datetime | None = None
