"""Files that go along with a forward: copied and marked first, sealed here until sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.contract.ids import new_id
from console.desk.attachments import NotShown, on_its_way
from console.desk.copies import Copies
from console.desk.evidence import Encoded, Marking
from console.desk.ports import Download, DownloadPort
from console.domain.attachment import COMING, INFECTED, Attachment
from console.domain.evidence import Redaction, number_of, redacted_of, redaction_of
from console.domain.forward_file import COPY, WHOLE, ForwardFile, copied
from console.domain.report import Report
from console.store.store import Store

COPY_EDGE_PX = 2560
"""Longest edge of a picture that is forwarded: sharp on any screen and on paper, and small enough for a mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file of the case as a forward offers it.

    `instead`: number of the redacted file made of it, 0 while there is none; `redaction` how it was made itself;
    `copied`: a copy without metadata leaves, else the file as it lies on the case; `stays`: why it cannot leave
    ('infected'), '' when it can.
    """

    attachment: Attachment
    number: int
    copied: bool
    instead: int = 0
    redaction: Redaction | None = None
    stays: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What leaves of a file; `body` None for one that leaves whole, which the server has or still gets."""

    offer: Offer
    media_type: str
    size_bytes: int
    sha256: str
    body: bytes | None = None


def offers(report: Report) -> tuple[Offer, ...]:
    """Every file of the case; none is chosen until a person ticks it."""
    return tuple(
        Offer(
            attachment=each, number=place, copied=copied(each.media_type), redaction=redaction_of(report, each),
            instead=0 if (made := redacted_of(report, each)) is None else number_of(report, made.id),
            stays=INFECTED if each.state == INFECTED else "",
        )
        for place, each in enumerate(report.attachments, 1)
    )  # fmt: skip


class ForwardFiles:
    """`prepare` and `seal` block (disk, jail, painting): in the background."""

    def __init__(self, store: Store, originals: DownloadPort, copies: Copies) -> None:
        self._store, self._originals, self._copies = store, originals, copies

    def prepare(self, report: Report, offer: Offer, marking: Marking) -> Prepared | NotShown:
        """What would leave of a file: its very bytes, so that size and SHA-256 are known before anything is decided.

        NotShown: why it cannot leave (yet): not fetched, locked, not to be opened safely, infected.
        """
        file = offer.attachment
        if offer.stays:
            return NotShown(code=offer.stays)
        if not offer.copied:
            return Prepared(offer=offer, media_type=file.media_type, size_bytes=file.size_bytes, sha256=file.sha256)
        if file.state == COMING and self._originals.read(file.id) is None:
            return on_its_way(self._originals, file)
        made = self._copies.copy(file, report.number, COPY_EDGE_PX, marking)
        if isinstance(made, NotShown):
            return made
        return Prepared(
            offer=offer, media_type=made.media_type, size_bytes=len(made.body), sha256=_hash(made), body=made.body
        )

    def seal(self, chosen: Sequence[Prepared]) -> tuple[ForwardFile, ...]:
        """Copies sealed on this disk (fsynced), before the forward is decided; what the decision says of each file.

        A copy of a forward that is not decided after all goes by itself (sync.media_up).

        Raises:
            StoreFault: the disk is full or fails.
        """
        return tuple(self._sealed(each) for each in chosen)

    def _sealed(self, prepared: Prepared) -> ForwardFile:
        offer = prepared.offer
        file_id = offer.attachment.id
        if prepared.body is not None:
            file_id = self._store.files.keep_own(new_id(), prepared.body).id
        return ForwardFile(
            file_id=file_id, origin_id=offer.attachment.id, number=offer.number, how=COPY if offer.copied else WHOLE,
            media_type=prepared.media_type, size_bytes=prepared.size_bytes, sha256=prepared.sha256,
        )  # fmt: skip

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told from a worker thread how downloads go; returns how to stop."""
        return self._originals.subscribe(callback)


def _hash(made: Encoded) -> str:
    return hashlib.sha256(made.body).hexdigest()
