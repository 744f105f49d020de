"""What the desk needs from network and store, as Protocols they fit by shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from console.contract.tracks import NearPage, TrackPage
from console.domain.basemap import TileId, TileServerFacts
from console.domain.link import Download, FilesHeld, Link, LinkState, Person, Upload
from console.domain.load import Colleague
from console.domain.person import Actor
from console.domain.unit import Position

T = TypeVar("T")

__all__ = [
    "AdministrationPort",
    "Download",
    "DownloadPort",
    "FilesHeld",
    "Link",
    "LinkPort",
    "LinkState",
    "Person",
    "PositionsPort",
    "PresencePort",
    "SignInPort",
    "TileServerPort",
    "TracksPort",
    "Upload",
    "UploadPort",
    "WakePort",
]


class SignInPort(Protocol):
    """Enrolment of the workstation and sign-in of people; every call may take seconds: never on the GUI thread."""

    @property
    def enrolled(self) -> bool:
        """Whether this profile has a desk credential (known for sure only once unlocked)."""

    @property
    def person(self) -> Person | None:
        """Who is signed in now."""

    def known_users(self) -> tuple[str, ...]:
        """Names of those who can unlock this profile offline."""

    def enrol(self, code: str, desk_name: str = "") -> None:
        """Enrol this workstation with an administrator's code; without a name it keeps the one it had.

        Raises:
            NetworkFault: the server cannot be reached.
            AccessFault: `enrol_code_refused`.
        """

    def sign_in(self, user: str, passphrase: str, *, recovery_key: str = "") -> Person:
        """Sign in, online if the server answers, else by the user's slot for at most 7 days since last contact.

        Raises:
            AccessFault: `wrong_passphrase`, `no_slot` and `passphrase_or_recovery` (ask for the recovery key),
                `offline_too_long`, `offline_refused`, `not_enrolled` and `desk_refused` (ask for an enrolment code).
            NetworkFault: the server cannot be reached and this user cannot unlock offline.
            StoreFault: the profile cannot be opened.
        """

    def sign_out(self) -> None:
        """Leave: access and refresh token are dropped, decisions waiting to be sent stay and are still sent."""


class LinkPort(Protocol):
    """The state of the link; callbacks come from a worker thread."""

    def link(self) -> Link:
        """The state now."""

    def subscribe(self, callback: Callable[[Link], None]) -> Callable[[], None]:
        """Be told of each change; returns how to stop."""

    def server_now(self) -> datetime:
        """Estimated server time, aware UTC."""


class PresencePort(Protocol):
    """Who looks at what, and which leases this desk keeps."""

    def look_at(self, report_id: str) -> None:
        """Say which report is open on this desk ('' none)."""

    def looking(self) -> dict[str, tuple[str, ...]]:
        """Report id -> names of others looking at it."""

    def present(self) -> tuple[Colleague, ...]:
        """Who sits at a desk, as last heard; this person too."""

    def lease_left_s(self, report_id: str) -> float | None:
        """Seconds the desk may still act on its own lease (2/3 rule applied), None when it holds none."""


class DownloadPort(Protocol):
    """Files of a report, fetched in the background and kept encrypted."""

    def want(self, attachment_id: str, size_bytes: int, sha256: str) -> Download:
        """Fetch it soon, ahead of all earlier wishes; returns how far it is."""

    def show(self, place: str, ids: Sequence[str]) -> None:
        """What a place on the screen shows now: fetched first, in this order, and never let go."""

    def usage(self) -> FilesHeld:
        """How much of the room for fetched files is taken."""

    def keep_at_most(self, most_bytes: int) -> None:
        """Keep no more fetched files than that from now on."""

    def read(self, attachment_id: str) -> bytes | None:
        """The whole checked original, None while it is not here."""

    def export(self, attachment_id: str, file: Path) -> None:
        """Write the checked original to `file`.

        Raises:
            StoreFault: not here yet, or the file cannot be written.
        """

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told of progress from a worker thread; returns how to stop."""


class UploadPort(Protocol):
    """Files of this desk on their way to the server."""

    def ways(self) -> dict[str, Upload]:
        """How far each of them is, by its id, as far as anything was tried since this console was started."""

    def again(self, file_id: str) -> None:
        """Try a file the server refused once more, at once."""

    def subscribe(self, callback: Callable[[Upload], None]) -> Callable[[], None]:
        """Be told how they go from a worker thread; returns how to stop."""


class PositionsPort(Protocol):
    """Latest fix per unit; callbacks at most once a second, from a worker thread."""

    def latest(self) -> dict[str, Position]:
        """Unit id -> latest fix (a copy)."""

    def subscribe(self, callback: Callable[[dict[str, Position]], None]) -> Callable[[], None]:
        """Be told which units moved, only those; returns how to stop."""


class WakePort(Protocol):
    """Tells the loop that there is something to send."""

    def wake(self) -> None:
        """Return at once; the loop looks soon."""


class AdministrationPort(Protocol):
    """Asks the server what an administrator may ask; `administer` may take seconds: never on the GUI thread."""

    def may(self, actor: Actor | None) -> bool:
        """Whether the server would hear this person, as far as this console knows."""

    def administer(
        self, method: str, path: str, gives: type[T], *, sent: object | None = None, query: dict[str, str] | None = None
    ) -> T:
        """The answer to one request; `sent` goes as JSON.

        Raises:
            NetworkFault: the server cannot be reached.
            AccessFault: `forbidden` for whoever is no administrator, `session_ended`.
            InputFault: the server does not take it; params name the `field`.
        """


class TracksPort(Protocol):
    """Asks the server for past ways; each takes up to seconds: never on the GUI thread. Queries as its routes say."""

    def tracks(self, query: dict[str, str]) -> TrackPage:
        """A page of where units went.

        Raises:
            NetworkFault, AccessFault: as signing in.
            InputFault: the server does not take the question; params name the `field`.
        """

    def near(self, query: dict[str, str]) -> NearPage:
        """Who was near a place; raises likewise."""


class TileServerBook(Protocol):
    """Where this workstation keeps which tile server it uses; blocks: never on the GUI thread."""

    def shown(self) -> TileServerFacts:
        """As it is told now."""

    def keep(self, facts: TileServerFacts) -> None:
        """From now on, and after the next start.

        Raises:
            InputFault: `set_by_environment`, it is told from outside and cannot be changed here.
            SetupFault: it cannot be written.
        """

    def connect(self, facts: TileServerFacts) -> TileServerPort:
        """The server behind these facts; nothing is asked yet.

        Raises:
            SetupFault: `ca_unreadable`.
        """


class TileServerPort(Protocol):
    """The organisation's own tile server; `fetch` may take seconds: never on the GUI thread."""

    def fetch(self, tile: TileId) -> bytes:
        """The bytes of a tile, b'' when the server has none; whoever takes them looks at what they are.

        Raises:
            NetworkFault: it cannot be reached, or answers with something else.
        """

    def cut(self) -> None:
        """Whoever waits for a tile fails at once; later ones are asked for as before."""

    def close(self) -> None:
        """Let all connections go."""
