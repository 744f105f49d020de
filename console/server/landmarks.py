"""The service's landmarks on the server: one thing of the feed, read once per revision."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from console.contract.codec import decode, encode
from console.domain.landmark import Landmarks
from console.server import tables
from console.server.database import Tx
from console.server.feed import Feed, body_of

_ID = Landmarks().id
_feed = tables.feed
_revision = select(_feed.c.revision).where(_feed.c.kind == _ID, _feed.c.id == _ID)


class SiteLandmarks:
    """The landmarks in force; every officer's page asks, so the list is decoded once per revision. Any thread."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._known = Landmarks()
        self._lock = threading.Lock()

    def now(self, connection: Connection | Tx) -> Landmarks:
        """The list in force; an empty one before anybody wrote it."""
        revision = int(connection.execute(_revision).scalar() or 0)
        with self._lock:
            if revision == self._known.revision:
                return self._known
        body = body_of(connection, _ID, _ID)
        known = Landmarks() if body is None else decode(body, Landmarks)
        with self._lock:
            self._known = known
        return known

    def keep(self, tx: Tx, wanted: Landmarks, at: datetime) -> Landmarks:
        """These from now on, told to every desk; they must have been checked already."""
        kept = replace(wanted, id=_ID, revision=self.now(tx).revision + 1)
        self._feed.put(tx, _ID, kept.id, kept.revision, encode(kept), at)
        return kept
