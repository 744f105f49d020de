"""A console without its window: people, store, sync and desk, built and ended in order.

Why so long: it is the one place that joins all parts below the screens.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from console.areas.index import AreaIndex
from console.clock import Clock
from console.contract.admin import NewUser
from console.contract.word_files import read_words
from console.decode.pool import Decoder
from console.desk.administration import Administration
from console.desk.administration_book import AdministrationBook
from console.desk.around import Vicinity
from console.desk.attaching import Attaching
from console.desk.attachments import Attachments
from console.desk.attention import AttentionList
from console.desk.basemaps import Basemaps
from console.desk.call_taking import CallTaking
from console.desk.case_file import evidence_desk
from console.desk.casebook import Casebook
from console.desk.city import City
from console.desk.clips import Clips
from console.desk.command import CommandBook
from console.desk.coverage import BeatCoverage
from console.desk.decide import Desk
from console.desk.duplicates import Draft
from console.desk.enrolment import enrolment
from console.desk.file_claims import FileClaims
from console.desk.file_facts import FileFacts
from console.desk.filing import Filing
from console.desk.heat import Heat
from console.desk.identity import Identities
from console.desk.kept import KeptSettings
from console.desk.kept_files import KeptFiles
from console.desk.map_data import MapData
from console.desk.nearby import Nearby
from console.desk.office import Office
from console.desk.pages import Pages
from console.desk.places import Places
from console.desk.queue import Queue
from console.desk.resolving import Resolving
from console.desk.sending import Sending
from console.desk.served_tiles import served_map
from console.desk.shift import Shift
from console.desk.sign_in import NewPerson
from console.desk.standing import TrustList
from console.desk.takeovers import Takeovers
from console.desk.tracks import Tracks
from console.domain.basemap import TileServerFacts
from console.domain.duplicates import Candidate
from console.domain.errors import InputFault, StoreFault
from console.domain.link import Person
from console.domain.person import Actor, Role
from console.domain.triage import Triage, WordRules
from console.paths import Profile
from console.remote.server import Server
from console.remote.tile_server import TileServer
from console.remote.transport import Credentials, Transport
from console.settings import Settings, load, remember, told_outside
from console.store.slots import COST, Cost, Slots
from console.store.store import Store
from console.sync.administration import Administering
from console.sync.case_chain import CaseChain
from console.sync.loop import SyncLoop
from console.sync.media import KEPT_BYTES
from console.sync.server_clock import OFF_S, ServerClock
from console.sync.session import Session
from console.sync.tracks import TrackAsking

_log = logging.getLogger(__name__)

KEPT = (
    "window.state", "window.geometry", "units.order", "board.look", "map.out", "map.window", "map.basemap",
    "viewer.window", "viewer.full",
)  # fmt: skip
"""Settings the windows ask for on the GUI thread."""


class TileServerSettings:
    """The tile server as it stands in a workstation's settings file; blocks."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def shown(self) -> TileServerFacts:
        """As it is told now, the environment first.

        Raises:
            SetupFault: the file cannot be read.
        """
        return _tile_server_facts(load(self._file))

    def keep(self, facts: TileServerFacts) -> None:
        """As desk.ports.TileServerBook says."""
        told: dict[str, str | int | Path | None] = {
            "tile_server_url": facts.url, "tile_server_name": facts.name, "tile_server_credit": facts.credit,
            "tile_server_ca": facts.ca_file or None, "tile_server_max_zoom": facts.max_zoom,
            "tile_cache_mib": facts.cache_mib,
        }  # fmt: skip
        if outside := sorted(name for name in told if told_outside(name)):
            raise InputFault("set_by_environment", f"{outside[0]} is set by the environment", name=outside[0])
        remember(self._file, **told)

    def connect(self, facts: TileServerFacts) -> TileServer:
        """As desk.ports.TileServerBook says."""
        return TileServer(facts.url, Path(facts.ca_file) if facts.ca_file else None)


def basemaps_of(profile: Profile, told: Settings, settings_file: Path) -> Basemaps:
    """The base maps of a workstation: imported files, and the tile server its settings name.

    Raises:
        SetupFault: the tile server's CA file cannot be read.
    """
    book, facts = TileServerSettings(settings_file), _tile_server_facts(told)
    if not facts.url:
        return Basemaps(profile.maps_folder, cache_file=profile.tile_cache_file, book=book)
    return Basemaps(
        profile.maps_folder, server=book.connect(facts), told=served_map(facts), template=facts.url,
        cache_file=profile.tile_cache_file, cache_bytes=facts.cache_mib << 20, book=book,
    )  # fmt: skip


def _tile_server_facts(told: Settings) -> TileServerFacts:
    return TileServerFacts(
        url=told.tile_server_url, name=told.tile_server_name, credit=told.tile_server_credit,
        ca_file=str(told.tile_server_ca or ""), max_zoom=told.tile_server_max_zoom, cache_mib=told.tile_cache_mib,
    )  # fmt: skip


class Core:
    """One profile against one server. `session` signs people in; after the first of them, `open_office()`.

    `own_key` is an administrator's key of a server this console runs for itself; '' where it runs none.

    Every method may block for seconds: call it in the background.
    """

    def __init__(
        self,
        profile: Profile,
        address: str,
        clock: Clock,
        *,
        ca_file: Path | None = None,
        heartbeat_s: float = 15.0,
        shipped_words: Path | None = None,
        names: AreaIndex | None = None,
        give_way: Callable[[], None] = lambda: None,
        stand_back: Callable[[], None] = lambda: None,
        cost: Cost = COST,
        kept_files_mib: int = KEPT_BYTES >> 20,
    ) -> None:
        """Prepare; nothing is asked or opened yet.

        `give_way` is where the store's long work waits for a window, `stand_back` where sending waits until the window
        has shown a decision.

        `shipped_words` (folder) serve until the server told the site's own; `names` knows areas by name
        and by place; whoever made it closes it.

        `cost` is that of passphrases' key slots made from now on; `kept_files_mib` what fetched files may take.

        Raises:
            SetupFault: the address is not safe, the CA file not readable.
            StoreFault: the profile's key slots are damaged.
        """
        self._clock = clock
        self._settings_file = profile.settings_file
        self._heartbeat_s, self._kept_files_mib = heartbeat_s, kept_files_mib
        self._give_way, self._stand_back = give_way, stand_back
        self._shipped_words, self._names = shipped_words, names
        self.server = Server(Transport(address, Credentials(), ca_file))
        self._server_clock = ServerClock(clock.now, clock.monotonic_s)
        self.session = Session(
            slots=Slots(profile.slots_file, cost),
            store_file=profile.store_file,
            journal_file=profile.journal_file,
            server=self.server,
            clock=self._server_clock,
            now=clock.now,
            monotonic_s=clock.monotonic_s,
        )
        self.own_key = ""
        self._decoder: Decoder | None = None
        self.loop: SyncLoop | None = None
        self.office: Office | None = None

    def open_office(self) -> Office:
        """Everything the windows ask, with sync running; again after another sign-in: the same, looking anew.

        Raises:
            StoreFault: the store cannot be read.
        """
        if self.office is not None and self.loop is not None:
            self.loop.look_again()
            return self.office
        store, clock = self.session.store, self._server_clock
        clock.lean_on(float(store.setting(OFF_S, "0")), lambda off_s: store.keep_setting(OFF_S, f"{off_s:.1f}"))
        store.give_way = self._give_way
        loop = SyncLoop(
            store,
            self.server,
            self.session,
            clock,
            now=self._clock.now,
            monotonic_s=self._clock.monotonic_s,
            heartbeat_s=self._heartbeat_s,
            kept_bytes=self._kept_files_mib << 20,
            stand_back=self._stand_back,
        )
        desk = Desk(
            store,
            person=self._person,
            server_now=clock.server_now,
            wake=loop.wake,
            journal=self.session.journal,
            lease_left_s=loop.presence.lease_left_s,
        )
        self._complete(desk)
        self._decoder = Decoder()
        city = City(store, loop.positions)
        queue = Queue(store, lambda: city.site.deadlines, store.doubt_rules)
        person = self._person
        takeovers = Takeovers(store, person)
        store.subscribe(takeovers.take)
        evidence = evidence_desk(
            desk, store, loop.downloads, self._decoder, CaseChain(self.server, self.session), loop.link,
            person=person, now=clock.server_now,
        )  # fmt: skip
        sending = Sending(loop.uploads, store, desk, evidence.handling)
        attention = AttentionList(store, person, clock.server_now, takeovers, desk.behind_its_copy(), sending)
        book = self._casebook(store, loop, person)
        asking = Administering(self.server, self.session, lambda: self.own_key)
        administration = Administration(asking, person, loop.link)
        self.office = Office(
            queue=queue,
            shift=Shift(store, loop.positions, loop.presence, person, clock.server_now, queue.critical),
            attention=attention,
            resolving=Resolving(desk, store, attention, person, self.session, loop.look_again, sending),
            desk=desk,
            book=book,
            trust=TrustList(store, person, clock.server_now),
            administration=administration,
            lists=AdministrationBook(administration, store, self._words()),
            enrolment=enrolment(administration, store, clock.server_now, self.server.transport.address, self._names),
            commands=CommandBook(store, self._clock.monotonic_s, book.may, book.units),
            identities=Identities(store, desk, self._identity_key),
            evidence=evidence,
            attaching=(attaching := Attaching(store, desk)),
            sending=sending,
            kept_files=KeptFiles(loop.downloads, self._keep_file_room),
            attachments=(files := Attachments(loop.downloads, self._decoder, lambda: city.site.zone)),
            file_claims=FileClaims(
                store, desk, lambda: person() is not None,
                FileFacts(loop.downloads, self._decoder, files, lambda: city.site.zone),
            ),
            pages=Pages(loop.downloads, self._decoder),
            clips=Clips(loop.downloads, self._decoder),
            city=city,
            vicinity=Vicinity(city, store, store.handbook, self._names, clock.server_now),
            tracks=Tracks(TrackAsking(self.server, self.session), loop.link),
            heat=Heat(store, clock.server_now, city.zone),
            coverage=BeatCoverage(store, city, loop.positions, self._names, clock.server_now),
            map_data=MapData(store, self._names),
            calls=(calls := self._call_taking(desk, city, loop, book.finder, attaching)),
            nearby=Nearby(
                store.handbook, calls.filing, desk.decide, lambda text: self._suggest(text, ""), clock.server_now
            ),
            kept=KeptSettings(store, KEPT),
            link=loop.link,
            presence=loop.presence,
            positions=loop.positions,
            sign_in=self.session,
            subscribe=store.subscribe,
            now=clock.server_now,
        )
        self.loop = loop
        loop.start()
        return self.office

    def _call_taking(
        self, desk: Desk, city: City, loop: SyncLoop, places: Places, attaching: Attaching
    ) -> CallTaking:
        store, now, areas = self.session.store, self._server_clock.server_now, self._names
        filing = Filing(desk, store.numbers, site=lambda: city.site, now=now, key=self._identity_key, areas=areas)
        return CallTaking(
            store, filing, now=now, places=places, suggest=self._suggest, alike=self._alike, key=self._identity_key,
            rings=loop.calls, handbook=store.handbook, person=self._person, attaching=attaching,
        )  # fmt: skip

    def _alike(self, draft: Draft, at: datetime) -> tuple[Candidate, ...]:
        return self.office.book.duplicates.of_draft(draft, at) if self.office is not None else ()

    def _suggest(self, text: str, category: str) -> Triage | None:
        return self.office.book.words.suggest(text, category) if self.office is not None else None

    def let_in_first(self, person: NewPerson, admin_key: str) -> Person:
        """Make the first person of our own server and sign in.

        Raises:
            InputFault: the server does not take the name or passphrase.
            NetworkFault, StoreFault: as signing in.
        """
        new = NewUser(login=person.user, name=person.name, role=Role.SUPERVISOR, passphrase=person.passphrase)
        self.server.make_user(new, admin_key)
        return self.session.sign_in(person.user, person.passphrase)

    def close(self) -> None:
        """End sync, decoders and store, in that order; what was not sent stays in the ledger."""
        if self.loop is not None:
            self.loop.stop()
            self.loop = None
        if self.office is not None:
            self.office.city.close()
            self.office = None
        if self._decoder is not None:
            self._decoder.close()
            self._decoder = None
        self.session.close()
        self.server.transport.close()

    def _keep_file_room(self, mib: int) -> None:
        if told_outside("media_cache_mib"):
            raise InputFault("set_by_environment", "media_cache_mib is set by the environment", name="media_cache_mib")
        remember(self._settings_file, media_cache_mib=mib)

    def _complete(self, desk: Desk) -> None:
        """A kill between ledger and journal left the second copy short; without a second copy the console works on."""
        try:
            missing = desk.complete_second_copy()
        except StoreFault as fault:
            _log.warning("the second copy cannot be completed", extra={"code": fault.code})
        else:
            if missing:
                _log.info("second copy completed", extra={"missing": missing})

    def _casebook(self, store: Store, loop: SyncLoop, person: Callable[[], Actor | None]) -> Casebook:
        shipped = self._words() if self._shipped_words else None
        now, lease_left_s = self._server_clock.server_now, loop.presence.lease_left_s
        return Casebook(store, loop.positions, person, now, lease_left_s, shipped, self._names)

    def _words(self) -> WordRules:
        return read_words(self._shipped_words) if self._shipped_words else WordRules()

    def _person(self) -> Actor | None:
        return self.session.actor

    def _identity_key(self) -> bytes | None:
        key = self.session.identity_key
        return bytes.fromhex(key) if key else None
