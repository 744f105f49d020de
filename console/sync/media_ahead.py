"""Which files may be wanted next: of the queue's top, few, small, none behind a reason."""

from __future__ import annotations

from console.domain.queue_row import QueueQuery
from console.store.store import Store
from console.sync.media import Downloads, Wish

TOP = 12
"""Cases at the top of the queue whose files are fetched before anybody opens them."""
MOST_FILES = 40
MOST_FILE_BYTES = 8 * 1024 * 1024
MOST_BYTES = 64 * 1024 * 1024
"""All of them together."""


class Ahead:
    """`look` is a timed job."""

    def __init__(self, store: Store, downloads: Downloads) -> None:
        self._store, self._downloads = store, downloads
        self._known: tuple[Wish, ...] = ()

    def look(self) -> None:
        """Say what may be wanted next, when it is something else than before."""
        found = self.wishes()
        if found != self._known:
            self._known = found
            self._downloads.expect_soon(found)

    def wishes(self) -> tuple[Wish, ...]:
        """Files of the cases at the queue's top, in its order.

        Files of sensitive cases open on a recorded reason (security.md rule 8), so none of them is fetched before.
        """
        found: list[Wish] = []
        left = MOST_BYTES
        for row in self._store.queue_page(QueueQuery(), 0, TOP):
            report = self._store.report(row.id) if row.attachments else None
            for file in report.attachments if report is not None and not report.sensitive else ():
                if len(found) < MOST_FILES and file.size_bytes <= min(left, MOST_FILE_BYTES):
                    found.append(Wish(id=file.id, size_bytes=file.size_bytes, sha256=file.sha256))
                    left -= file.size_bytes
        return tuple(found)
