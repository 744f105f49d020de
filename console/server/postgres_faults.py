"""What went wrong with a PostgreSQL database, said in one sentence that names the way out."""

from __future__ import annotations

import psycopg
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from console.domain.errors import StoreFault
from console.server.database_kind import OURS
from console.server.postgres_address import secrets_of

_BY_STATE = {
    "53100": ("database_full", "its disk is full. Free it; this server goes on by itself"),
    "53300": ("database_busy", "it takes no more connections. Raise its max_connections"),
    "55P03": ("database_busy", "another writer held it too long. Ask again"),
    "25006": ("database_read_only", "it is a standby or was made read-only. Use the address of the primary"),
    "25P03": ("database_lost", "this server stood still too long in a transaction, which was undone. Ask again"),
    "42501": ("database_forbidden", "its user may not do that. Make the user owner of the database"),
}
"""SQLSTATE -> code, and what is the matter with the way out."""
_SAYS = (
    ("does not exist", "database_missing", "Make it: createdb --encoding UTF8 --template template0 NAME"),
    ("authentication failed", "database_refused", "Check user and password (~/.pgpass keeps it out of sight)"),
    ("no password supplied", "database_refused", "Put its password into ~/.pgpass or PGPASSWORD"),
    ("certificate", "database_tls", "Give its CA with sslrootcert=FILE"),
)
"""A failed connection has no SQLSTATE, only words: what they hold -> code, way out."""


def fault_of(error: DBAPIError, url: URL, address: str) -> StoreFault | None:
    """The fault behind an error of the driver; None when the statement was at fault, not the world."""
    cause = error.orig
    state = cause.sqlstate if isinstance(cause, psycopg.Error) else None
    said = _said(cause, url)
    known = _BY_STATE.get(state or "")
    if known is not None:
        code, way_out = known
        return StoreFault(code, f"The server's database {address} cannot be used: {way_out} ({said}).", reason=said)
    if isinstance(error, OURS):
        return None
    if state is None and "connection failed" in said:
        return _unconnected(said, address)
    if state is None or error.connection_invalidated:
        return StoreFault(
            "database_lost",
            f"The connection to the server's database {address} was lost ({said}). What was not confirmed was not "
            "stored; it is connected again by itself.",
            reason=said,
        )
    return StoreFault("database_unusable", f"The server's database {address} cannot be used ({said}).", reason=said)


def _unconnected(said: str, address: str) -> StoreFault:
    for words, code, way_out in _SAYS:
        if words in said:
            message = f"The server's database {address} cannot be opened ({said}). {way_out}."
            return StoreFault(code, message, reason=said)
    return StoreFault(
        "database_away",
        f"The server's database {address} cannot be reached ({said}). Start PostgreSQL or correct the address.",
        reason=said,
    )


def _said(cause: BaseException | None, url: URL) -> str:
    """PostgreSQL's own words on one line, without the rows they quote (DETAIL) and without a password."""
    lines = str(cause or "").splitlines()
    kept = [line.strip() for line in lines if not line.startswith(("DETAIL", "CONTEXT", "LINE", "HINT"))]
    said = " ".join(line for line in kept if line)
    for secret in secrets_of(url):
        said = said.replace(secret, "***")
    return said
