"""Gives a restored server back what it lost: sessions, reports, and this desk's decisions."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Protocol

import msgspec

from console.contract.codec import decode
from console.contract.recall import MOST_KNOWN, Recall, Recalled, Warrant
from console.store import recall
from console.store.store import Store

_log = logging.getLogger(__name__)

BACKUP_HORIZON = timedelta(days=7)
"""Decisions and reports younger than this are given back after a restore: the server accepts them that long."""
_REPORTS_AT_ONCE = 50


class RecallSink(Protocol):
    """What is asked of the server, under the desk's credential: nobody need be signed in."""

    def recall(self, told: Recall) -> Recalled:
        """Hand over what is known from before the restore."""


class GiveBack:
    """Any lane that meets another epoch asks for it; the first one does it, whatever becomes of the others.

    First the server takes back sessions and reports, then decisions wait again: the other way round it would judge
    them without what they stand on. A kill in between begins anew; all of it may be told twice.
    """

    def __init__(
        self,
        store: Store,
        server: RecallSink,
        *,
        server_now: Callable[[], datetime],
        restored: Callable[[], None] = lambda: None,
        use_epoch: Callable[[str], None] = lambda epoch: None,
    ) -> None:
        """`restored` tells the operator; `use_epoch` is told which epoch decisions are sent to from now on."""
        self._store = store
        self._server = server
        self._server_now = server_now
        self._restored = restored
        self._use_epoch = use_epoch
        self._lock = threading.Lock()
        self._epoch = ""
        self.use_known()

    def use_known(self) -> None:
        """The first snapshot is here, or was at an earlier start: decisions go to that server only."""
        if not self._epoch:
            self._epoch = recall.ledger_epoch(self._store)
            self._use_epoch(self._epoch)

    def to(self, epoch: str) -> None:
        """Make the ledger one with a server of this epoch; nothing when it is.

        Raises:
            NetworkFault, AccessFault, InputFault: the server could not be told all; to be tried again.
            StoreFault: the ledger cannot be written.
        """
        with self._lock:
            known = recall.ledger_epoch(self._store)
            if known and known != epoch:
                self._restored()
                since = self._server_now() - BACKUP_HORIZON
                self._tell(since)
                count = recall.send_again(self._store, since, epoch)
                _log.warning("the server was restored: decisions are sent again", extra={"decisions": count})
            if known:
                self._epoch = epoch
                self._use_epoch(epoch)

    def _tell(self, since: datetime) -> None:
        warrants = tuple(decode(raw, Warrant) for raw in recall.warrants(self._store))
        known = recall.known_since(self._store, since)
        for part in _parts(iter(known), MOST_KNOWN) if known else [[]]:
            wanted = self._server.recall(Recall(warrants=warrants, known={each: known[each] for each in part})).wanted
            for few in _parts(iter(wanted), _REPORTS_AT_ONCE):
                bodies = recall.bodies_of(self._store, few)
                self._server.recall(Recall(reports=tuple(msgspec.Raw(body) for body in bodies)))


def _parts(ids: Iterator[str], most: int) -> Iterator[list[str]]:
    while part := list(islice(ids, most)):
        yield part
