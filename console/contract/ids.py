"""Ids: UUIDv7 made where a thing is born, so that they sort by time."""

from __future__ import annotations

import uuid_utils


def new_id() -> str:
    """A new UUIDv7 in canonical text (RFC 9562 section 5.7), 36 characters, time-ordered to the millisecond."""
    return str(uuid_utils.uuid7())


def is_id(text: str) -> bool:
    """Whether this is a canonical UUID text; clients of sources may bring any version."""
    try:
        return str(uuid_utils.UUID(text)) == text.lower()
    except ValueError:
        return False
