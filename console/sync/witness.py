"""This console as a witness: keeps signed checkpoints, sees that each follows the last."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from console.contract.audit import ChainProof, Checkpoint, SignedCheckpoint, chained, is_hash, is_signed
from console.store.store import Store
from console.store.witness import Kept

_log = logging.getLogger(__name__)
_PAGE = 5_000

SIGNATURE, OTHER_KEY, TRUNCATED, REWRITTEN, RESTORED = "signature", "other_key", "truncated", "rewritten", "restored"
_SENTENCES = {
    SIGNATURE: "the server's audit checkpoint is not signed with its key",
    OTHER_KEY: "the server signs its audit chain with another key than before",
    TRUNCATED: "the server's audit chain is shorter than this console has seen it: records were cut off",
    REWRITTEN: "the server's audit chain does not follow from what this console has seen: written anew or forked",
    RESTORED: "the server was restored: the audit chain this console has seen goes on from an earlier place",
}


class ChainSource(Protocol):
    """What the witness asks of the server."""

    def audit_checkpoint(self) -> SignedCheckpoint:
        """The latest checkpoint."""

    def audit_proof(self, after: int, limit: int) -> ChainProof:
        """Digests of the records behind a place."""


class Witness:
    """Looks when the schedule says so and at sign-in; one look at a time."""

    def __init__(self, store: Store, server: ChainSource) -> None:
        self._store = store
        self._server = server
        self._looking = threading.Lock()

    def look(self) -> None:
        """Ask for the latest checkpoint, prove that it follows from the one kept, keep it; else keep the evidence.

        Raises:
            NetworkFault, AccessFault, InputFault: the server could not be asked; nothing is kept.
            StoreFault: it could not be written down.
        """
        if not self._looking.acquire(blocking=False):
            return
        try:
            signed = self._server.audit_checkpoint()
            known = self._store.witness.latest()
            trouble = self._weigh(known, signed)
            if trouble:
                self._accuse(known, signed, trouble)
            # A restored or another server is told once, then its chain is followed; a lie is never believed.
            if not trouble or (known and signed.checkpoint.epoch != known.epoch and trouble in (RESTORED, OTHER_KEY)):
                self._believe(known, signed)
        finally:
            self._looking.release()

    def _weigh(self, known: Kept | None, signed: SignedCheckpoint) -> str:
        """Why this checkpoint contradicts the one kept, '' when it does not."""
        found = signed.checkpoint
        if not is_signed(found, signed.key):
            return SIGNATURE
        if known is None:
            return ""
        if signed.key != known.key:
            return OTHER_KEY
        if found.epoch != known.epoch:
            return "" if found.place > known.place and self._follows(known, found) else RESTORED
        if found.place < known.place:
            return TRUNCATED
        if found.place == known.place:
            return "" if found.hash == known.hash else REWRITTEN
        return "" if self._follows(known, found) else REWRITTEN

    def _follows(self, known: Kept, found: Checkpoint) -> bool:
        """Whether the digests of the records between lead from the one hash to the other."""
        place, value = known.place, bytes.fromhex(known.hash)
        while place < found.place:
            digests = self._server.audit_proof(place, min(_PAGE, found.place - place)).digests
            if not digests or len(digests) > found.place - place or not all(is_hash(each) for each in digests):
                return False
            for digest in digests:
                value = chained(value, bytes.fromhex(digest))
            place += len(digests)
        return value.hex() == found.hash

    def _believe(self, known: Kept | None, signed: SignedCheckpoint) -> None:
        found = _kept(signed)
        if known is None or (known.epoch, known.place, known.key) != (found.epoch, found.place, found.key):
            self._store.witness.keep(found)

    def _accuse(self, known: Kept | None, signed: SignedCheckpoint, trouble: str) -> None:
        found = _kept(signed, trouble, known.row if known else 0)
        if self._store.witness.is_known(found):
            return
        self._store.witness.keep(found)
        _log.warning(
            _SENTENCES[trouble], extra={"trouble": trouble, "place": found.place, "kept": known.place if known else 0}
        )


def _kept(signed: SignedCheckpoint, trouble: str = "", against: int = 0) -> Kept:
    found = signed.checkpoint
    return Kept(
        epoch=found.epoch, place=found.place, hash=found.hash, at_us=found.at, signature=found.signature,
        key=signed.key, trouble=trouble, against=against,
    )  # fmt: skip
