"""Attempts to get in: every one is written down, guessing is slowed to a standstill."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from console.server import tables
from console.server.database import Tx
from console.server.refusals import RequestRefused

WINDOW = timedelta(minutes=15)
"""How long a wrong attempt counts."""
PER_LOGIN_AND_DESK = 5
PER_LOGIN = 20
PER_ADDRESS = 50
"""Wrong attempts within WINDOW after which the next is refused with 429."""
_attempts = tables.attempts
_log = logging.getLogger(__name__)


def remember_attempt(tx: Tx, at: datetime, *, login: str, desk_id: str, address: str, outcome: str) -> None:
    """Write one attempt down; outcome ok, wrong, blocked or enrolled."""
    row = {"at": at, "login": login[:100], "desk_id": desk_id, "address": address, "outcome": outcome}
    tx.execute(insert(_attempts), row)
    _log.info("attempt to get in", extra={"outcome": outcome, "desk": desk_id, "from": address})


def refuse_guessing(connection: Connection, *, login: str, desk_id: str, address: str, now: datetime) -> None:
    """Let a person try again only when the wrong attempts of the last WINDOW are few.

    Raises:
        RequestRefused: 429 with the seconds until the next attempt may be made.
    """
    limits: list[tuple[ColumnElement[bool], int]] = [(_attempts.c.address == address, PER_ADDRESS)]
    if login:
        limits.append((_attempts.c.login == login[:100], PER_LOGIN))
        limits.append(((_attempts.c.login == login[:100]) & (_attempts.c.desk_id == desk_id), PER_LOGIN_AND_DESK))
    for whose, most in limits:
        times = _wrong_since_success(connection, whose, now - WINDOW, most)
        if len(times) >= most:
            wait_s = (times[-1] + WINDOW - now).total_seconds()
            raise RequestRefused(
                429, "too_many_attempts", "Too many wrong attempts. Wait before trying again.",
                field="passphrase" if login else "code", retry_after_s=max(1.0, wait_s),
            )  # fmt: skip


def _wrong_since_success(
    connection: Connection, whose: ColumnElement[bool], since: datetime, most: int
) -> list[datetime]:
    """Times of wrong attempts after `since` and after the last success, newest first, at most `most`."""
    rows = connection.execute(
        select(_attempts.c.at, _attempts.c.outcome)
        .where(whose, _attempts.c.at > since, _attempts.c.outcome != "blocked")
        .order_by(_attempts.c.at.desc(), _attempts.c.id.desc())
        .limit(most)
    )
    times: list[datetime] = []
    for row in rows:
        if row[1] != "wrong":
            break
        times.append(cast("datetime", row[0]))
    return times


def forget_attempts(tx: Tx, before: datetime) -> int:
    """Drop attempts older than `before`."""
    return tx.execute(delete(_attempts).where(_attempts.c.at < before)).rowcount
