"""Sources: apps, partners and gateways, each with its own key and limit."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import bindparam, insert, select, update

from console.contract.audit import named
from console.contract.codec import aware
from console.contract.intake import NewSource, RateLimit, SourceKey
from console.domain.person import Actor
from console.domain.report import SourceKind
from console.server import tables
from console.server.audit import note
from console.server.database import Database
from console.server.refusals import forbidden, not_found, unknown_caller, wrong
from console.server.tokens import hash_of, new_token

_ID = re.compile(r"^[a-z0-9][a-z0-9._-]{0,63}$")
_sources = tables.sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as intake needs it; `per_second` is its limit of requests."""

    id: str
    name: str
    kind: SourceKind
    per_second: float
    valid_from: datetime | None = None
    valid_until: datetime | None = None


class Sources:
    """Every source by its key, kept in memory: they are few, and asked for with every report."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._lock = threading.Lock()
        self._by_key: dict[bytes, Source] = {}

    def load(self) -> None:
        """Read them all; once at start."""
        with self._database.read() as connection:
            rows = connection.execute(select(_sources).where(_sources.c.revoked_at.is_(None))).all()
        with self._lock:
            self._by_key = {
                cast("bytes", row.key_hash): Source(
                    id=row.id, name=row.name, kind=SourceKind(row.kind), per_second=row.per_second,
                    valid_from=row.valid_from, valid_until=row.valid_until,
                )
                for row in rows
            }  # fmt: skip

    def by_key(self, key: str) -> Source:
        """The source of a key.

        Raises:
            RequestRefused: 401 unknown or revoked, 403 outside its agreement's dates.
        """
        source = self._by_key.get(hash_of(key))
        if source is None:
            raise unknown_caller("key_unknown", "This key is unknown or revoked.")
        now = self._now()
        if source.valid_from is not None and now < source.valid_from:
            raise forbidden("The agreement with this source has not begun.", "source_not_valid")
        if source.valid_until is not None and now > source.valid_until:
            raise forbidden("The agreement with this source has ended.", "source_not_valid")
        return source

    def make(self, wanted: NewSource, key: str = "", by: Actor | None = None) -> SourceKey:
        """A source and its key, shown once; one that exists is changed, and its key before stops working.

        Raises:
            RequestRefused: 422 naming the field.
        """
        if not _ID.match(wanted.id):
            raise wrong("id", "lower case letters, digits, '.', '_' and '-', at most 64")
        if not wanted.name.strip() or len(wanted.name) > 200:
            raise wrong("name", "1 to 200 characters")
        made = SourceKey(id=wanted.id, key=key or new_token())
        row = {
            "id": wanted.id, "name": wanted.name.strip(), "kind": wanted.kind.value,
            "key_hash": hash_of(made.key), "per_second": _limit(wanted.per_second),
            "valid_from": aware(wanted.valid_from, "valid_from") if wanted.valid_from else None,
            "valid_until": aware(wanted.valid_until, "valid_until") if wanted.valid_until else None,
        }  # fmt: skip
        with self._database.write() as tx:
            same = update(_sources).where(_sources.c.id == bindparam("b_id"))
            if tx.execute(same, {**row, "b_id": wanted.id, "revoked_at": None}).rowcount == 0:
                tx.execute(insert(_sources), row)
            note(tx, self._now(), "admin", what="source.make", by=by, subject=named("source", wanted.id))
        self.load()
        return made

    def limit(self, source_id: str, wanted: RateLimit, by: Actor | None = None) -> RateLimit:
        """Another limit for a source, in force at once."""
        per_second = _limit(wanted.per_second)
        self._change(source_id, {"per_second": per_second}, "limit", by)
        return RateLimit(per_second=per_second)

    def new_key(self, source_id: str, by: Actor | None = None) -> SourceKey:
        """Another key for a source; the one before stops working at once."""
        made = SourceKey(id=source_id, key=new_token())
        self._change(source_id, {"key_hash": hash_of(made.key)}, "key", by)
        return made

    def revoke(self, source_id: str, by: Actor | None = None) -> None:
        """The source's key stops working at once."""
        self._change(source_id, {"revoked_at": self._now()}, "revoke", by)

    def _change(self, source_id: str, values: dict[str, object], what: str, by: Actor | None) -> None:
        with self._database.write() as tx:
            if tx.execute(update(_sources).where(_sources.c.id == source_id), values).rowcount == 0:
                raise not_found("source")
            note(tx, self._now(), "admin", what=f"source.{what}", by=by, subject=named("source", source_id))
        self.load()


def _limit(per_second: float) -> float:
    if not math.isfinite(per_second) or not 0 < per_second <= 10_000:
        raise wrong("per_second", "more than 0, at most 10000")
    return per_second
