"""The server's parts as its routes ask for them, put together once at start."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from console.domain.agency import Site
from console.server.accounts import Accounts
from console.server.bus import Bus
from console.server.casefile import Casefile, load
from console.server.database import Database
from console.server.feed import Feed
from console.server.identity import Identity, read_identity
from console.server.leases import Leases
from console.server.migrations import bring_up_to_date
from console.server.presence import Presence
from console.server.receipts import Receipts
from console.server.sessions import Sessions
from console.server.sources import Sources

_WORKERS = 6
"""Threads for requests: one writes at a time, the others read, hash or wait for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a route may need; `pool` runs what touches the database, never the event loop."""

    now: Callable[[], datetime]
    database: Database
    identity: Identity
    feed: Feed
    casefile: Casefile
    bus: Bus
    accounts: Accounts
    sessions: Sessions
    sources: Sources
    leases: Leases
    presence: Presence
    receipts: Receipts
    pool: ThreadPoolExecutor
    media_folder: Path

    def close(self) -> None:
        """Let running requests end, then close the database."""
        self.pool.shutdown(wait=True)
        self.database.close()


def assemble(database_url: str, now: Callable[[], datetime], media_folder: Path | None = None) -> Parts:
    """Open the database, bring it up to date and build every part.

    Raises:
        SetupFault: the address is wrong or the database newer than this program.
        StoreFault: the database cannot be used.
    """
    database = Database(database_url)
    try:
        bring_up_to_date(database)
        identity = read_identity(database)
        bus = Bus()
        feed = Feed(lambda seq: bus.hint(seq, identity.epoch))
        casefile = Casefile(feed)
        _read_site(database, casefile, now())
        leases = Leases(database, casefile, now)
        sources = Sources(database, now)
        sources.load()
    except BaseException:
        database.close()
        raise
    return Parts(
        now=now,
        database=database,
        identity=identity,
        feed=feed,
        casefile=casefile,
        bus=bus,
        accounts=Accounts(database, identity.epoch, now),
        sessions=Sessions(database, identity, bus, now),
        sources=sources,
        leases=leases,
        presence=Presence(bus, now),
        receipts=Receipts(database, casefile, leases, now),
        pool=ThreadPoolExecutor(_WORKERS, thread_name_prefix="central"),
        media_folder=media_folder or (database.file or Path("media")).parent / "media",
    )


def _read_site(database: Database, casefile: Casefile, now: datetime) -> None:
    with database.write() as tx:
        known = load(tx, Site, "site")
        if known is None:
            casefile.put(tx, Site(revision=1), now)
        else:
            casefile.site = known
