"""What makes this server this one: its epoch and its three keys, made once."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass, field
from typing import cast

from sqlalchemy import insert, select, update

from console.contract.audit import new_key
from console.contract.ids import new_id
from console.server import tables
from console.server.counters import advance
from console.server.database import Database

_RUN = "server.run"
_meta = tables.meta
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """`epoch` is new after a restore; the keys seal reporters' identities and match phone numbers,
    sign the audit chain."""

    epoch: str
    identity_key: bytes = field(repr=False)
    hmac_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)


def read_identity(database: Database) -> Identity:
    """The server's identity, made at the first start; counts this run.

    The epoch is made anew when the database says that it lives elsewhere than at the last start: it was put there
    from a backup, or its standby took over, and may lack what was confirmed since (sync.md, Change feed).
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
        }
        missing = {name: value for name, value in made.items() if name not in known}
        for name, value in missing.items():
            tx.execute(insert(_meta), {"name": name, "value": value})
        known |= missing
        if known["home"] != home:
            _log.warning("the database was restored or moved: a new epoch begins")
            for name in ("epoch", "home"):
                tx.execute(update(_meta).where(_meta.c.name == name), {"value": made[name]})
                known[name] = made[name]
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
        identity_key=bytes.fromhex(known["identity_key"]),
        hmac_key=bytes.fromhex(known["hmac_key"]),
        audit_key=bytes.fromhex(known["audit_key"]),
    )
