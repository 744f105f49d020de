"""Bugs 'bench claims --break' plants: in the server's process, or in the desks'."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from sqlalchemy import bindparam, update

from console.contract.session import HeldLease, LeaseAnswer
from console.domain.decision import Decision, Refusal
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.shown_case import LedgerRow
from console.server import leases, tables
from console.server.leases import Leases
from console.store.store import Store


def _token() -> None:
    """The server asks nobody for a lease: older tokens pass."""

    def judge_lease(decision: Decision, report: Report, actor: Actor) -> Refusal | None:
        return None

    # The package's own name for the module is its function judge().
    setattr(sys.modules["console.domain.casework.judge"], "_judge_lease", judge_lease)  # noqa: B010


def _lapse() -> None:
    """A heartbeat is answered as if it had renewed the lease, and renews nothing."""
    nothing = update(tables.leases).where(
        tables.leases.c.report_id == bindparam("b_report"), tables.leases.c.token == bindparam("b_token"),
        tables.leases.c.desk_id == bindparam("b_desk"), bindparam("b_now") < bindparam("until"),
    )  # fmt: skip
    setattr(leases, "_renew", nothing.values(token=bindparam("b_token")))  # noqa: B010


def _same() -> None:
    """Whoever takes a case gets the token the one before him had."""
    module = sys.modules["console.domain.casework.apply"]
    real = module.with_claim

    def with_claim(report: Report, actor: Actor, decision: Decision) -> Report:
        return cast("Report", real(replace(report, last_token=max(0, report.last_token - 1)), actor, decision))

    setattr(module, "with_claim", with_claim)  # noqa: B010


def _revive() -> None:
    """A desk whose case was taken over is told that it still holds it."""
    real = Leases.keep

    def keep(self: Leases, desk_id: str, held: tuple[HeldLease, ...]) -> LeaseAnswer:
        told = real(self, desk_id, held)
        kept = tuple(lease.report_id for lease in held)
        return LeaseAnswer(kept=kept, lost=(), lease_s=told.lease_s, server_time=told.server_time)

    setattr(Leases, "keep", keep)  # noqa: B010


def _conflict() -> None:
    """A desk forgets to show what the server refused."""

    def attention(self: Store) -> tuple[LedgerRow, ...]:
        return ()

    setattr(Store, "attention", attention)  # noqa: B010


SERVER_BREAKS: dict[str, Callable[[], None]] = {
    "token": _token, "lapse": _lapse, "same": _same, "revive": _revive,
}  # fmt: skip
DESK_BREAKS: dict[str, Callable[[], None]] = {"conflict": _conflict}
BREAKS = (*SERVER_BREAKS, *DESK_BREAKS)
"""Names `--break` takes; the docstring of each says which sentence of the contract it breaks."""


def plant(name: str) -> None:
    """Plant it in this very process; '' plants nothing."""
    for known in (SERVER_BREAKS, DESK_BREAKS):
        if name in known:
            known[name]()
