"""The server's parts as its routes ask for them, put together once at start."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from console.areas.index import AreaIndex
from console.contract.session import SPOKEN
from console.domain.agency import Site
from console.domain.errors import SetupFault
from console.domain.report import Report, ReportKind
from console.domain.triage import WordRules
from console.domain.unit import Unit
from console.server import tables
from console.server.accounts import Accounts
from console.server.alarms import Alarms
from console.server.ask_queue import queue_ask
from console.server.bus import Bus
from console.server.calls import Calls
from console.server.casefile import Casefile, load, load_all
from console.server.checkpoints import Checkpoints
from console.server.database import Database
from console.server.devices import Devices
from console.server.duty_messages import DutyMessages
from console.server.enclosures import Enclosures
from console.server.evidence import note_handling
from console.server.feed import Feed
from console.server.filings import Filings
from console.server.high_water import HighWater
from console.server.identity import Identity, read_identity
from console.server.intake.pace import Pace
from console.server.landmarks import SiteLandmarks
from console.server.leases import Leases
from console.server.media import MediaStore
from console.server.migrations import bring_up_to_date
from console.server.numbers import Numbers
from console.server.outbound.clamd import Clamd
from console.server.outbound.mail import MailServer
from console.server.outbox import Outbox
from console.server.positions import Positions
from console.server.presence import Presence
from console.server.receipts import Receipts
from console.server.restored import Restored
from console.server.scans import Scans
from console.server.sessions import Sessions
from console.server.sources import Sources
from console.server.trackers import Trackers
from console.server.uploads import Uploads, expect_upload
from console.server.word_rules import SiteWords

_WORKERS = 16
"""Threads for requests: one writes at a time, the others read, hash, or wait to share its COMMIT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything a route may need; `pool` runs what touches the database, never the event loop."""

    now: Callable[[], datetime]
    database: Database
    identity: Identity
    feed: Feed
    casefile: Casefile
    words: SiteWords
    bus: Bus
    accounts: Accounts
    sessions: Sessions
    sources: Sources
    leases: Leases
    presence: Presence
    receipts: Receipts
    pool: ThreadPoolExecutor
    media: MediaStore
    areas: AreaIndex | None
    pace: Pace
    devices: Devices
    positions: Positions
    alarms: Alarms
    outbox: Outbox
    uploads: Uploads
    scans: Scans
    messages: DutyMessages
    checkpoints: Checkpoints
    high_water: HighWater
    restored: Restored
    numbers: Numbers
    calls: Calls
    landmarks: SiteLandmarks
    trackers: Trackers
    protocols: tuple[int, ...] = SPOKEN

    def close(self) -> None:
        """Let running requests end, write what waits, then close the database."""
        self.pool.shutdown(wait=True)
        self.trackers.stop()
        self.positions.stop()
        if self.areas is not None:
            self.areas.close()
        self.high_water.note()
        self.database.close()


def assemble(
    database_url: str,
    now: Callable[[], datetime],
    media_folder: Path | None = None,
    areas: AreaIndex | None = None,
    mail: MailServer | None = None,
    *,
    words: WordRules | None = None,
    restored: bool = False,
    clamd: Clamd | None = None,
) -> Parts:
    """Open the database, bring it up to date and build every part; `areas` is closed with them.

    `words` are the word rules this release ships; `restored`: the database was put back from a backup; `clamd` is the
    virus scanner every file is shown to.

    Raises:
        SetupFault: the address is wrong, the database newer than this program, or another server works on it.
        StoreFault: the database cannot be used.
    """
    database = Database(database_url)
    try:
        media = MediaStore(_media_folder(database, media_folder))
        database.occupy()
        bring_up_to_date(database)
        high_water = HighWater(database)
        identity = read_identity(database, now(), restored=restored, noted=high_water.read())
        high_water.note()
        checkpoints = Checkpoints(database, identity, now)
        checkpoints.begin()
        bus = Bus()
        feed = Feed(lambda seq, rows: bus.hint(seq, identity.epoch, rows))
        casefile = Casefile(feed)
        _read_site(database, casefile, now())
        site_words = SiteWords(feed)
        site_words.begin(database, words, now())
        leases = Leases(database, casefile, now)
        sources = Sources(database, now)
        sources.load()
        devices = Devices(database, now)
        devices.load()
        calls = Calls(database, bus, identity, now)
        calls.load()
        media.sweep()
        _read_duty(database, casefile)
        positions = Positions(database, bus, now, casefile.on_duty)
        positions.start()
    except BaseException:
        database.close()
        raise
    scans = Scans(database, casefile, media, now, clamd)
    outbox = Outbox(database, casefile, now, mail, Enclosures(database, media, scans))
    def begun() -> None:
        checkpoints.enter_epoch()
        bus.hint(0, identity.epoch)

    recall = Restored(database, casefile, identity, now, begun)
    receipts = Receipts(database, casefile, leases, now, recall)
    receipts.effects.append(outbox.queue)
    receipts.effects.append(queue_ask)
    receipts.effects.append(expect_upload)
    receipts.effects.append(note_handling)
    receipts.completions.append(Filings(casefile, identity, areas).completed)
    return Parts(
        now=now,
        database=database,
        identity=identity,
        feed=feed,
        casefile=casefile,
        words=site_words,
        bus=bus,
        accounts=Accounts(database, identity, now),
        sessions=Sessions(database, identity, bus, now),
        sources=sources,
        leases=leases,
        presence=Presence(bus, now),
        receipts=receipts,
        pool=ThreadPoolExecutor(_WORKERS, thread_name_prefix="central"),
        media=media,
        areas=areas,
        pace=Pace(),
        devices=devices,
        positions=positions,
        alarms=Alarms(),
        outbox=outbox,
        uploads=Uploads(database, casefile, media, now, scans.soon),
        scans=scans,
        messages=DutyMessages(database, casefile, now, mail),
        checkpoints=checkpoints,
        high_water=high_water,
        restored=recall,
        numbers=Numbers(database, casefile, now),
        calls=calls,
        landmarks=SiteLandmarks(feed),
        trackers=Trackers(database, devices, positions, now),
    )


def _media_folder(database: Database, wanted: Path | None) -> Path:
    if wanted is None and database.file is None:
        raise SetupFault("media_folder", "--media DIR: say where files of reports are kept on this machine.")
    return wanted or Path(str(database.file)).parent / "media"


def _read_site(database: Database, casefile: Casefile, now: datetime) -> None:
    with database.write() as tx:
        known = load(tx, Site, "site")
        if known is None:
            casefile.put(tx, Site(revision=1), now)
        else:
            casefile.site = known


def _read_duty(database: Database, casefile: Casefile) -> None:
    reports = tables.reports
    calls = select(reports.c.id).where(reports.c.kind == ReportKind.PANIC.value, reports.c.closed_at.is_(None))
    with database.read() as connection:
        for unit in load_all(connection, Unit):
            casefile.on_duty.note(unit)
        for report_id in connection.execute(calls).scalars().all():
            report = load(connection, Report, report_id)
            if report is not None:
                casefile.on_duty.note_call(report)
