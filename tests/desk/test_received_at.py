"""A time from a paper note is read as it was meant."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.desk.received_at import read_received_at

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 1, 2, 7, 30, tzinfo=UTC)  # 14.30 in Jakarta


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14:20", datetime(2026, 1, 2, 7, 20, tzinfo=UTC)),
        (" 9.05 ", datetime(2026, 1, 2, 2, 5, tzinfo=UTC)),
        ("0905", datetime(2026, 1, 2, 2, 5, tzinfo=UTC)),
        ("14.31", datetime(2026, 1, 2, 7, 31, tzinfo=UTC)),
        ("23:50", datetime(2026, 1, 1, 16, 50, tzinfo=UTC)),
        ("1/1 08:00", datetime(2026, 1, 1, 1, 0, tzinfo=UTC)),
        ("31/12 08:00", datetime(2025, 12, 31, 1, 0, tzinfo=UTC)),
    ],
)
def test_it_is_the_last_such_time(written: str, meant: datetime) -> None:
    assert read_received_at(written, NOW, JAKARTA) == meant


@pytest.mark.parametrize("written", ["", "pagi", "25:00", "12:61", "32/1 10:00", "29/2 10:00", "14:20:30"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert read_received_at(written, NOW, JAKARTA) is None
