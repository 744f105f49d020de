"""A Traccar client's session: its key's id under this server's seal, nothing kept here."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

SESSION_FOR = timedelta(days=1)


def session_for(secret: bytes, key_id: str, now: datetime) -> str:
    """The session cookie of whoever holds a read token."""
    told = f"{key_id}.{int((now + SESSION_FOR).timestamp())}"
    return f"{told}.{_seal(secret, told)}"


def key_of_session(secret: bytes, cookie: str, now: datetime) -> str:
    """The id of the key a session was opened with; '' for one that is not ours or over."""
    told, _, seal = cookie.rpartition(".")
    key_id, _, until = told.partition(".")
    if not hmac.compare_digest(seal.encode(), _seal(secret, told).encode()):
        return ""
    return key_id if int(until) >= now.timestamp() else ""


def _seal(secret: bytes, told: str) -> str:
    return hmac.new(secret, b"traccar session " + told.encode(), hashlib.sha256).hexdigest()
