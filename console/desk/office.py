"""Everything the screens of a signed-in person may ask, in one hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.desk.administration import Administration
from console.desk.administration_book import AdministrationBook
from console.desk.around import Vicinity
from console.desk.attaching import Attaching
from console.desk.attachments import Attachments
from console.desk.attention import AttentionList
from console.desk.call_taking import CallTaking
from console.desk.case_file import EvidenceDesk
from console.desk.casebook import Casebook
from console.desk.city import City
from console.desk.clips import Clips
from console.desk.command import CommandBook
from console.desk.coverage import BeatCoverage
from console.desk.decide import Desk
from console.desk.enrolment import Enrolment
from console.desk.file_claims import FileClaims
from console.desk.heat import Heat
from console.desk.identity import Identities
from console.desk.kept import KeptSettings
from console.desk.kept_files import KeptFiles
from console.desk.map_data import MapData
from console.desk.nearby import Nearby
from console.desk.pages import Pages
from console.desk.ports import LinkPort, PositionsPort, PresencePort, SignInPort
from console.desk.queue import Queue
from console.desk.resolving import Resolving
from console.desk.sending import Sending
from console.desk.shift import Shift
from console.desk.standing import TrustList
from console.desk.tracks import Tracks
from console.domain.changes import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The desk's parts; lives from the first sign-in until the console closes, whoever is signed in meanwhile.

    `subscribe` tells of committed changes from worker threads; `now` is estimated server time, aware UTC.
    """

    queue: Queue
    attention: AttentionList
    resolving: Resolving
    desk: Desk
    book: Casebook
    trust: TrustList
    administration: Administration
    lists: AdministrationBook
    enrolment: Enrolment
    commands: CommandBook
    shift: Shift
    nearby: Nearby
    calls: CallTaking
    identities: Identities
    evidence: EvidenceDesk
    attachments: Attachments
    attaching: Attaching
    sending: Sending
    kept_files: KeptFiles
    pages: Pages
    file_claims: FileClaims
    clips: Clips
    city: City
    tracks: Tracks
    vicinity: Vicinity
    heat: Heat
    coverage: BeatCoverage
    map_data: MapData
    kept: KeptSettings
    link: LinkPort
    presence: PresencePort
    positions: PositionsPort
    sign_in: SignInPort
    subscribe: Callable[[Callable[[Changes], None]], Callable[[], None]]
    now: Callable[[], datetime]

    def forget_pictures(self) -> None:
        """Drop every decoded pixel of what was sent (lock, sign-out)."""
        self.attachments.forget()
        self.pages.forget()
        self.file_claims.forget()
        self.clips.forget()
