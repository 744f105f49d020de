"""Bugs 'bench restore --break NAME' plants; run as a module it is the spoilt program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from console.domain.decision import Decision
from console.server import identity
from console.server.database import Tx
from console.server.restored import Restored
from console.store import ledger
from console.sync.give_back import GiveBack


def _same_epoch() -> None:
    """The server takes a backup for the state it left, and believes no desk."""
    vars(identity)["went_back"] = lambda now, noted: False
    Restored.heed_cursor = lambda self, epoch, after: None  # type: ignore[method-assign]


def _refuse_at_once() -> None:
    """The server judges what is sent again before other desks have sent theirs."""

    def never(self: Restored, tx: Tx, decision: Decision, now: datetime) -> bool:
        return False

    Restored.asks_again = never  # type: ignore[method-assign]


def _no_resend() -> None:
    """Desks believe for ever what was confirmed once."""

    def none(connection: Connection, since: datetime) -> int:
        return 0

    ledger.reopen_younger = none


def _nothing_given_back() -> None:
    """Desks send decisions again, but neither sessions nor reports."""

    def mute(self: GiveBack, since: datetime) -> None:
        return None

    GiveBack._tell = mute  # type: ignore[method-assign]


BREAKS: dict[str, Callable[[], None]] = {
    "same_epoch": _same_epoch,
    "refuse_at_once": _refuse_at_once,
    "no_resend": _no_resend,
    "nothing_given_back": _nothing_given_back,
}
"""By name; server and desks plant the same, each meets its own part."""


def main() -> int:
    """The program with a bug planted."""
    from console import cli

    BREAKS[sys.argv[1]]()
    return cli.run(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
