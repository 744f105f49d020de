"""What 'bench powercut' changes in the traced desk: weaker pragmas, and bugs to be found."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

from console.domain.changes import Changes
from console.domain.decision import Decision
from console.domain.person import Actor
from console.store import database, journal, stage
from console.store.store import Store

Say = Callable[[str], None]


def _nothing(_say: Say) -> None:
    return None


def _synchronous(value: str) -> Callable[[Say], None]:
    def plant(say: Say) -> None:
        database.PRAGMAS["synchronous"] = value
        _journal_unsynced(say)

    return plant


def _journal_unsynced(_say: Say) -> None:
    names = {name: getattr(os, name) for name in ("open", "write", "lseek", "ftruncate", "close", "urandom")}
    flags = {name: getattr(os, name) for name in ("O_RDWR", "O_CREAT", "SEEK_SET")}
    setattr(journal, "os", SimpleNamespace(**names, **flags, fsync=lambda file: None))  # noqa: B010 - planted


def _acknowledged_early(say: Say) -> None:
    record = Store.record

    def early(self: Store, decision: Decision, actor: Actor, raw: bytes, answers: Sequence[str] = ()) -> Changes:
        say(decision.id)
        return record(self, decision, actor, raw, answers)

    Store.record = early  # type: ignore[method-assign]


def _ledger_unsynced(_say: Say) -> None:
    database.PRAGMAS["synchronous"] = "1"


def _swap_unsynced(_say: Say) -> None:
    def keep(_path: Path) -> None:
        return None

    for module, name in ((stage, "sync_file"), (stage, "sync_folder"), (database, "sync_folder")):
        setattr(module, name, keep)


PLANTS: MappingProxyType[str, Callable[[Say], None]] = MappingProxyType(
    {
        "": _nothing,
        "normal": _synchronous("1"),
        "off": _synchronous("0"),
        "journal_unsynced": _journal_unsynced,
        "acknowledged_early": _acknowledged_early,
        "ledger_unsynced": _ledger_unsynced,
        "swap_unsynced": _swap_unsynced,
    }
)
BREAKS = ("ledger_unsynced", "journal_unsynced", "acknowledged_early", "swap_unsynced")
