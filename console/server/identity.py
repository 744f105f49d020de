"""What makes this server this one: its epoch and its three keys, made once."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlalchemy import insert, select, update

from console.contract.audit import new_key
from console.contract.ids import new_id
from console.server import tables
from console.server.counters import advance
from console.server.database import Database, Tx
from console.server.high_water import Counters, counters_of, went_back

_RUN = "server.run"
_NOTHING: Counters = {}
TOKENS_APART = 1_000_000
"""By how much fencing tokens jump with a restore: more than any case was ever claimed."""
NUMBERS_APART, NUMBERS_AFTER_NOTE = 3_000, 1_000
"""Report numbers left out after a restore, so that none is given twice: of two days, or since the last note (1 s).

Among them are the blocks desks were given (server/numbers.py): theirs stay good.
"""
_meta = tables.meta
_log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Identity:
    """`epoch` is new after a restore; the keys seal reporters' identities, match phone numbers, sign the audit chain.

    `restored_at` is when the present epoch began by a restore, None if by the first start; fencing tokens below
    `token_floor` may have been given before it.
    """

    epoch: str
    restored_at: datetime | None = None
    token_floor: int = 0
    identity_key: bytes = field(repr=False)
    hmac_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)


def read_identity(database: Database, now: datetime, *, restored: bool = False, noted: Counters = _NOTHING) -> Identity:
    """The server's identity, made at the first start; counts this run.

    A new epoch begins when somebody says that the database was `restored`, when it is older than what was `noted`
    beside it, or when it says that it lives elsewhere than at the last start: it was put there from a backup, or its
    standby took over, and may lack what was confirmed since (sync.md, Change feed).
    """
    with database.write() as tx:
        known = {cast("str", row[0]): cast("str", row[1]) for row in tx.execute(select(_meta))}
        home = database.home(tx)
        made = {
            "epoch": new_id(),
            "identity_key": secrets.token_hex(32),
            "hmac_key": secrets.token_hex(32),
            "audit_key": new_key().hex(),
            "home": home,
            "restored_at": "",
            "token_floor": "0",
        }
        missing = {name: value for name, value in made.items() if name not in known}
        for name, value in missing.items():
            tx.execute(insert(_meta), {"name": name, "value": value})
        known |= missing
        if restored or known["home"] != home or went_back(counters_of(tx), noted):
            known |= _begin_epoch(tx, int(known["token_floor"]), now) | {"home": home}
            _keep(tx, {"home": home})
            _raise_numbers(tx, noted)
        run = advance(tx, _RUN)
    database.started(run)
    return _identity(known)


def known_identity(database: Database) -> Identity | None:
    """The identity a server made here, without counting a run; None when none has."""
    with database.read() as connection:
        known = {cast("str", row[0]): cast("str", row[1]) for row in connection.execute(select(_meta))}
    if "audit_key" not in known:
        return None
    return _identity(known)


def _identity(known: dict[str, str]) -> Identity:
    return Identity(
        epoch=known["epoch"],
        restored_at=datetime.fromisoformat(known["restored_at"]) if known["restored_at"] else None,
        token_floor=int(known["token_floor"]),
        identity_key=bytes.fromhex(known["identity_key"]),
        hmac_key=bytes.fromhex(known["hmac_key"]),
        audit_key=bytes.fromhex(known["audit_key"]),
    )


def begin_epoch(database: Database, identity: Identity, now: datetime) -> None:
    """The server turned out to be restored while it runs: a desk knows of more than there is."""
    with database.write() as tx:
        made = _begin_epoch(tx, identity.token_floor, now)
        _raise_numbers(tx, {})
    identity.restored_at, identity.token_floor = now, int(made["token_floor"])
    identity.epoch = made["epoch"]


def _begin_epoch(tx: Tx, token_floor: int, now: datetime) -> dict[str, str]:
    _log.warning("the database was restored or moved: a new epoch begins")
    made = {
        "epoch": new_id(),
        "restored_at": now.isoformat(),
        "token_floor": str(token_floor + TOKENS_APART),
    }
    _keep(tx, made)
    return made


def _keep(tx: Tx, values: dict[str, str]) -> None:
    for name, value in values.items():
        tx.execute(update(_meta).where(_meta.c.name == name), {"value": value})


def _raise_numbers(tx: Tx, noted: Counters) -> None:
    """Numbers of reports the backup does not know were told to citizens: they are never given again."""
    counted = counters_of(tx)
    for name in sorted(counted.keys() | noted.keys()):
        known = max(counted.get(name, 0), noted.get(name, 0))
        if name == _RUN:
            advance(tx, name, known - counted.get(name, 0))
        elif "-" in name:
            apart = NUMBERS_AFTER_NOTE if name in noted else NUMBERS_APART
            advance(tx, name, known + apart - counted.get(name, 0))
