"""When each record of a replay is due: start + (t - t0) / speed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.domain.errors import InputFault

T = TypeVar("T")


def zone_of(name: str) -> ZoneInfo:
    """The IANA zone of that name.

    Raises:
        InputFault: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise InputFault("unknown_zone", f"--tz: there is no zone '{name}'; try Asia/Jakarta.", field="tz") from error


def time_of(text: str, zone: ZoneInfo) -> datetime:
    """An ISO 8601 time in UTC; one without an offset is taken in `zone`.

    Raises:
        ValueError: it is not a time.
    """
    at = datetime.fromisoformat(text.strip())
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


class Clockwork:
    """Maps times of the file (t) to times of the replay and waits for them.

    `speed` N plays N times as fast; `start` is now when not given. Waiting uses the monotonic clock, so a step of
    the wall clock during a replay neither skips nor repeats anything.
    """

    def __init__(self, t0: datetime, speed: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self._t0 = t0
        self._speed = speed
        self._sleep = sleep
        self._start_at = datetime.now(UTC)
        self._start_s = time.monotonic()

    def due_at(self, t: datetime) -> datetime:
        """When record time `t` happens in this replay."""
        return self._start_at + timedelta(seconds=self._offset_s(t))

    def wait_for(self, t: datetime) -> None:
        """Sleep until record time `t` is due; at once when it is past."""
        left_s = self._start_s + self._offset_s(t) - time.monotonic()
        if left_s > 0:
            self._sleep(left_s)

    def in_batches(
        self, records: Iterable[tuple[datetime, T]], every_s: float, most: int
    ) -> Iterator[list[tuple[datetime, T]]]:
        """Records in order, gathered over `every_s` of replay time, at most `most` a batch; waits as it goes."""
        batch: list[tuple[datetime, T]] = []
        for t, record in records:
            if batch and (len(batch) >= most or self._offset_s(t) - self._offset_s(batch[0][0]) >= every_s):
                self.wait_for(batch[-1][0])
                yield batch
                batch = []
            batch.append((t, record))
        if batch:
            self.wait_for(batch[-1][0])
            yield batch

    def _offset_s(self, t: datetime) -> float:
        return (t - self._t0).total_seconds() / self._speed
