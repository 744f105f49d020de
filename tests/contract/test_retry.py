"""How long a server asks to wait, in both forms of Retry-After."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from console.contract.retry import retry_after_s

NOW = datetime(2026, 3, 3, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 03 Mar 2026 00:00:30 GMT", 30.0),
        ("Tue, 03 Mar 2020 00:00:30 GMT", 0.0),
        ("999999999", 3600.0),
        ("soon", None),
        ("-3", None),
        ("", None),
        (None, None),
    ],
)
def test_both_forms_of_retry_after_and_nonsense(value: str | None, seconds: float | None) -> None:
    assert retry_after_s(value, NOW) == seconds
