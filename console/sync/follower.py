"""Follows the change feed: pages into the store, a snapshot when there is no other way."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.contract.feed import ChangeRow, ChangesPage, Hint, SnapshotPage
from console.domain.errors import NetworkFault
from console.store.store import Store
from console.sync.give_back import BACKUP_HORIZON

_log = logging.getLogger(__name__)

PAGE_ROWS, FEWEST_ROWS = 1_000, 25
_QUICK_S, _SLOW_S = 2.0, 6.0
_MOST_HEARD = 64
_ASKED_EVERY_S = 20.0
"""The feed is asked at least this often, whatever the stream tells: only an answer proves that nothing is missing."""


class FeedSource(Protocol):
    """What the follower asks of the server."""

    def changes(self, after: int, limit: int, epoch: str) -> ChangesPage:
        """A page of the feed after a cursor, whose own `epoch` goes with it."""

    def snapshot(self, after: str, limit: int) -> SnapshotPage:
        """A page of everything in scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A page as the stream told it."""

    epoch: str
    next_seq: int
    rows: tuple[ChangeRow, ...]


class Follower:
    """Pure steps: no thread, no clock, no wait of its own. One thread at a time may call it; `hear` comes from any."""

    def __init__(
        self,
        store: Store,
        server: FeedSource,
        *,
        server_now: Callable[[], datetime],
        observe: Callable[[datetime, float], None] = lambda server_time, sent_s: None,
        monotonic_s: Callable[[], float] = lambda: 0.0,
        give_back: Callable[[str], None] | None = None,
        restored: Callable[[], None] = lambda: None,
        progress: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._server = server
        self._server_now = server_now
        self._observe = observe
        self._monotonic_s = monotonic_s
        self._give_back = give_back
        self._restored = restored
        self._progress = progress
        self._page_rows = PAGE_ROWS
        self._heard: deque[Hint] = deque(maxlen=_MOST_HEARD)
        self._asked_s: float | None = None

    def hear(self, hint: Hint) -> bool:
        """Note what the stream says; whether there is something to catch up with."""
        epoch, after = self._store.cursor()
        if hint.epoch == epoch and hint.seq <= after:
            return False
        self._heard.append(hint)
        return True

    def catch_up(self) -> int:
        """Apply all the feed has; returns how many rows came.

        Raises:
            NetworkFault, AccessFault, InputFault: the server could not be asked; what was applied stays.
            StoreFault: a page could not be written; the cursor stands before it.
        """
        rows, enough = self._take_heard()
        while not enough:
            epoch, after = self._store.cursor()
            if not epoch:
                rows += self._take_snapshot()
                continue
            page = self._page_after(after, epoch)
            if page.epoch != epoch:
                self._after_restore(page.epoch)
                continue
            if page.oldest_seq > after:
                _log.info("behind the feed's horizon", extra={"after": after, "oldest": page.oldest_seq})
                rows += self._take_snapshot()
                continue
            if page.rows or page.next_seq != after:
                self._store.apply_page(page)
                rows += len(page.rows)
            if not page.more:
                return rows
            self._progress()
        return rows

    def _take_heard(self) -> tuple[int, bool]:
        """Apply what the stream told in full; how many rows, and whether the feed need not be asked now.

        A hint's rows count only where they follow the cursor without a gap: the cursor never passes what was not seen.
        """
        taken, behind = 0, False
        while self._heard:
            hint = self._heard.popleft()
            epoch, after = self._store.cursor()
            if not epoch or hint.epoch != epoch:
                behind = True
            elif hint.seq > after:
                behind = behind or not hint.rows or hint.after > after
                if not behind:
                    rows = tuple(row for row in hint.rows if row.seq > after)
                    self._store.apply_page(_Told(epoch=epoch, next_seq=hint.seq, rows=rows))
                    taken += len(rows)
        late = self._asked_s is None or self._monotonic_s() - self._asked_s >= _ASKED_EVERY_S
        return taken, taken > 0 and not behind and not late

    def _page_after(self, after: int, epoch: str) -> ChangesPage:
        """The next page, as large as the line lets through: one that is cut again and again would never come."""
        sent_s = self._asked_s = self._monotonic_s()
        try:
            page = self._server.changes(after, self._page_rows, epoch)
        except NetworkFault as fault:
            if fault.params.get("begun"):
                self._page_rows = max(FEWEST_ROWS, self._page_rows // 2)
            raise
        taken_s = self._monotonic_s() - sent_s
        if taken_s < _QUICK_S:
            self._page_rows = min(PAGE_ROWS, self._page_rows + self._page_rows // 4)
        elif taken_s > _SLOW_S:
            self._page_rows = max(FEWEST_ROWS, self._page_rows // 2)
        self._observe(page.server_time, sent_s)
        return page

    def _after_restore(self, epoch: str) -> None:
        """The server speaks of another past: take all it has, and give it back what it lost of ours."""
        _log.warning("the server was restored: snapshot, then recent decisions are sent again")
        self._restored()
        if self._give_back is not None:
            # Before the mirror goes: it holds what the server lost. The ledger is reopened with it.
            self._give_back(epoch)
            self._take_snapshot()
            return
        # In one with the swap: a power cut between the two would leave decisions with neither side.
        self._take_snapshot(resend_since=self._server_now() - BACKUP_HORIZON)

    def _take_snapshot(self, resend_since: datetime | None = None) -> int:
        """All the server has, in place of what it said before; one that broke off is gone on with."""
        begun, rows = self._store.staged(), 0
        number, epoch, after = (begun.pages, begun.epoch, begun.after) if begun else (0, "", "")
        while True:
            page = self._server.snapshot(after, PAGE_ROWS)
            if number and page.epoch != epoch:
                number, epoch, after, rows = 0, "", "", 0
                continue
            self._store.stage(number, page)
            rows += len(page.rows)
            number, epoch, after = number + 1, page.epoch, page.after
            self._progress()
            if not page.more:
                break
        self._store.swap_stage(resend_since)
        return rows
