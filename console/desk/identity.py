"""Opens a reporter's sealed identity, after the look and its reason are in the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from console.contract.sealed import open_seal
from console.desk.decide import Decided, Refused
from console.domain import acts
from console.domain.acts import Act
from console.domain.errors import AccessFault
from console.domain.shown_case import ShownCase


class Deciding(Protocol):
    """The one door for decisions, as this part needs it."""

    def decide(self, act: Act, report_id: str) -> Decided | Refused:
        """Judge and commit one decision."""


class SealedSource(Protocol):
    """Where sealed identities are kept (the store, by shape)."""

    def shown(self, report_id: str) -> ShownCase | None:
        """A case with its sealed reporter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """Who reported, in clear, for one report; never stored, never logged."""

    report_id: str
    name: str
    phone: str
    account: str


class Identities:
    """Looks that are recorded before anything is shown, offline too."""

    def __init__(self, source: SealedSource, desk: Deciding, key: Callable[[], bytes | None]) -> None:
        """`key` gives the identity key of the signed-in person's role, None when the role may not look."""
        self._source, self._desk, self._key = source, desk, key

    def reveal(self, report_id: str, reason: str) -> Revealed | Refused:
        """Record the look, then open the seal.

        Raises:
            AccessFault: `identity_not_allowed` (no key for this role) or `seal_unopened`.
        """
        key = self._key()
        shown = self._source.shown(report_id)
        if key is None or shown is None:
            raise AccessFault("identity_not_allowed", "This role may not see a reporter's identity.")
        decided = self._desk.decide(acts.Look(what="identity", reason=reason), report_id)
        if isinstance(decided, Refused):
            return decided
        identity = open_seal(shown.report.reporter.sealed, key, report_id)
        return Revealed(report_id=report_id, name=identity.name, phone=identity.phone, account=identity.account)
