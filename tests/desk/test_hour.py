"""What a person means by an hour."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.desk.hour import hour_meant

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 7, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("14:30", datetime(2026, 11, 21, 7, 30, tzinfo=UTC)),
        (" 8.15 ", datetime(2026, 11, 22, 1, 15, tzinfo=UTC)),
        ("24/11 09:00", datetime(2026, 11, 24, 2, 0, tzinfo=UTC)),
        ("2-1 09:00", datetime(2027, 1, 2, 2, 0, tzinfo=UTC)),
        ("31/2 09:00", None),
        ("24:00", None),
        ("9", None),
        ("besok", None),
        ("", None),
    ],
)
def test_an_hour_is_the_next_one_that_lies_ahead(words: str, meant: datetime | None) -> None:
    assert hour_meant(words, NOW, WIB) == meant
