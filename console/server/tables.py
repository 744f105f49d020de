"""The server's tables: things as desks see them (feed), and what stays on the server.

Why so long: it is the whole schema, one table after the other, and nothing else.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
# SQLite makes only INTEGER PRIMARY KEY the row's own key; PostgreSQL needs the 64 bits said.
_Key = BigInteger().with_variant(Integer, "sqlite")


class Instant(TypeDecorator[datetime]):
    """An aware time, kept as integer microseconds since 1970 UTC (sync.md: the same on every database)."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Aware time to microseconds."""
        return None if value is None else to_us(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Microseconds to aware UTC."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


def to_us(at: datetime) -> int:
    """Microseconds since 1970 UTC, as every time is kept."""
    return (at - _EPOCH) // _MICROSECOND


metadata = MetaData()


def _text(name: str, *, primary_key: bool = False, default: str | None = None) -> Column[str]:
    return Column(name, Text, primary_key=primary_key, nullable=False, default=default)


def _number(name: str, default: int = 0) -> Column[int]:
    return Column(name, BigInteger, nullable=False, default=default)


def _time(name: str, *, empty: bool = False) -> Column[datetime]:
    return Column(name, Instant, nullable=empty)


# --- the site --------------------------------------------------------------------------------------------------

meta = Table("meta", metadata, _text("name", primary_key=True), _text("value"))
"""epoch, identity_key, hmac_key, audit_key: what makes this server this one."""

numbers = Table("numbers", metadata, _text("name", primary_key=True), _number("value"))
"""Counters: `feed` (the last seq given), `feed.horizon`, `audit.checkpoint` and
`audit.epoch` (places of the latest of them), and one per prefix and month of report numbers."""

number_blocks = Table(
    "number_blocks", metadata,
    _text("series", primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    _number("last"),
    _text("desk_id"),
    _time("given_at"),
)
"""Report numbers reserved for a desk, so that it can give one without asking; never taken back."""

calls = Table(
    "calls", metadata,
    _text("id", primary_key=True),
    _text("source_id"),
    Column("state", Text, nullable=False, index=False),
    Column("body", LargeBinary, nullable=False),
    _time("changed_at"),
    Index("calls_by_state", "state"),
    Index("calls_by_change", "changed_at"),
)
"""Calls as their exchanges told them; `body` is a Ring as JSON, its number sealed."""

edits = Table(
    "edits", metadata,
    _text("kind", primary_key=True),
    Column("revision", BigInteger, primary_key=True, autoincrement=False),
    _time("at"),
    _text("by_id"),
    _text("by_name"),
    _text("changed"),
)
"""Who saved which revision of a list the center edits, and the names of what changed, as a JSON list."""

# --- what desks see --------------------------------------------------------------------------------------------

feed = Table(
    "feed", metadata,
    Column("seq", _Key, primary_key=True, autoincrement=False),
    _text("kind"),
    _text("id"),
    _number("revision"),
    Column("body", LargeBinary, nullable=True),
    _text("gone", default=""),
    _number("committed_ns"),
    _time("at"),
    UniqueConstraint("kind", "id"),
)
"""The latest of every thing, moved to a new seq whenever it changes; `gone` says why a tombstone is one."""

reports = Table(
    "reports", metadata,
    _text("id", primary_key=True),
    Column("number", Text, nullable=False, unique=True),
    _text("source_id"),
    _text("reporter_id"),
    _text("kind"),
    _text("category"),
    _number("priority"),
    _text("status"),
    _time("received_at"),
    _time("closed_at", empty=True),
    Column("content_sha256", LargeBinary, nullable=True),
    Index("reports_by_source", "source_id", "received_at"),
    Index("reports_by_reporter", "reporter_id", "status"),
)
"""What the server itself searches reports by; the report is the feed row of the same id."""

receipts = Table(
    "receipts", metadata,
    _text("desk_id", primary_key=True),
    _text("decision_id", primary_key=True),
    Column("payload_sha256", LargeBinary, nullable=False),
    Column("result", LargeBinary, nullable=False),
    _time("at"),
)
"""The answer to every decision, in the transaction of its effect, without expiry."""

audit = Table(
    "audit", metadata,
    Column("place", _Key, primary_key=True, autoincrement=False),
    _number("at"),
    *(_text(name) for name in ("kind", "outcome", "what", "actor", "desk", "session", "subject", "decision")),
    Column("content", LargeBinary, nullable=False),
    Column("previous", LargeBinary, nullable=False, unique=True),
    Column("hash", LargeBinary, nullable=False),
    Index("audit_by_subject", "subject", "place"),
    *(
        Index(f"audit_{kind}s", "place", sqlite_where=told, postgresql_where=told)
        for kind in ("epoch", "checkpoint")
        for told in (text(f"kind = '{kind}'"),)
    ),
)
"""The audit chain, only appended to; `at` in microseconds as it is hashed; its indexes serve audit_slices.py."""

leases = Table(
    "leases", metadata,
    _text("report_id", primary_key=True),
    _number("token"),
    _text("holder_id"),
    _text("desk_id"),
    _time("expires_at"),
    Index("leases_by_expiry", "expires_at"),
)

# --- people, desks, credentials (secrets are kept as SHA-256, passphrases as Argon2id) --------------------------

users = Table(
    "users", metadata,
    _text("id", primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    _text("name"),
    _text("role"),
    _text("passphrase_hash"),
    Column("active", Boolean, nullable=False, default=True),
    _time("created_at"),
)

desks = Table(
    "desks", metadata,
    _text("id", primary_key=True),
    _text("name"),
    Column("secret_hash", LargeBinary, nullable=False),
    _time("enrolled_at"),
    _time("revoked_at", empty=True),
)

enrolments = Table(
    "enrolments", metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    _number("uses_left", 1),
    _time("expires_at"),
)

sessions = Table(
    "sessions", metadata,
    _text("id", primary_key=True),
    _text("user_id"),
    _text("name"),
    _text("role"),
    _text("desk_id"),
    _time("issued_at"),
    Column("access_hash", LargeBinary, nullable=False, unique=True),
    _time("access_until"),
    Column("refresh_hash", LargeBinary, nullable=False, unique=True),
    Column("earlier_refresh_hash", LargeBinary, nullable=True, index=True),
    _time("refreshed_at"),
    _time("revoked_at", empty=True),
)
"""Role and name are those at issue: decisions are judged with them (sync.md, Desk and people)."""

attempts = Table(
    "attempts", metadata,
    Column("id", _Key, primary_key=True, autoincrement=True),
    _time("at"),
    _text("login"),
    _text("desk_id"),
    _text("address"),
    _text("outcome"),
    Index("attempts_by_login", "login", "at"),
    Index("attempts_by_address", "address", "at"),
)
"""Every attempt to sign in or enrol; outcome ok, wrong, blocked, or enrolled and bad_code."""

keys = Table(
    "keys", metadata,
    _text("id", primary_key=True),
    Column("key_hash", LargeBinary, nullable=False, unique=True),
    _text("name"),
    _text("role"),
    _time("created_at"),
    _time("revoked_at", empty=True),
)
"""Programs that act for an administrator: role administrator or fleet."""

sources = Table(
    "sources", metadata,
    _text("id", primary_key=True),
    _text("name"),
    _text("kind"),
    Column("key_hash", LargeBinary, nullable=False, unique=True),
    Column("per_second", Float, nullable=False),
    _time("valid_from", empty=True),
    _time("valid_until", empty=True),
    _time("revoked_at", empty=True),
)

reporters = Table(
    "reporters", metadata,
    _text("id", primary_key=True),
    _text("source_id"),
    _text("account"),
    Column("phone_hmac", LargeBinary, nullable=True, index=True),
    _number("reports"),
    _number("confirmed"),
    _number("strikes"),
    Column("blocked", Boolean, nullable=False, default=False),
    UniqueConstraint("source_id", "account"),
)

# --- files, fleet, channels -----------------------------------------------------------------------------------

media = Table(
    "media", metadata,
    _text("id", primary_key=True),
    Column("report_id", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False, index=True),
    _number("size_bytes"),
    _text("media_type"),
    _text("name"),
    _time("received_at"),
)
"""An attachment; its bytes lie content-addressed beside the database, one copy per hash."""

devices = Table(
    "devices", metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("unit_id", Text, nullable=False, index=True),
    Column("device_id", Text, nullable=False, index=True),
    _time("created_at"),
    _time("revoked_at", empty=True),
)


def _fix_columns() -> tuple[Column[float] | Column[datetime] | Column[bool], ...]:
    return (
        _time("at"),
        _time("received_at"),
        Column("lat", Float, nullable=False),
        Column("lon", Float, nullable=False),
        Column("speed_m_s", Float, nullable=True),
        Column("course_deg", Float, nullable=True),
        Column("accuracy_m", Float, nullable=True),
        Column("battery_percent", Float, nullable=True),
        Column("mock", Boolean, nullable=False, default=False),
        Column("jump", Boolean, nullable=False, default=False),
    )


positions_latest = Table(
    "positions_latest", metadata,
    _text("unit_id", primary_key=True),
    *_fix_columns(),
    _time("jumped_at", empty=True),
)

position_history = Table(
    "position_history", metadata,
    Column("id", _Key, primary_key=True, autoincrement=True),
    _text("unit_id"),
    *_fix_columns(),
    _text("source_time", default=""),
    Index("position_history_by_unit", "unit_id", "at"),
)

track_looks = Table(
    "track_looks", metadata,
    Column("id", _Key, primary_key=True, autoincrement=True),
    _time("at"),
    *(_text(name) for name in ("actor_id", "actor_name", "desk_id", "way", "unit_ids", "report_id", "reason")),
    _time("since"),
    _time("until"),
    *(Column(name, Float, nullable=True) for name in ("lat", "lon", "radius_m")),
)
"""Who looked at whose past way, and why in his own words: the audit chain holds no words, only this row's hash."""

officer_links = Table(
    "officer_links", metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("unit_id", Text, nullable=False, index=True),
    _time("created_at"),
    _time("ended_at", empty=True),
    _time("expires_at", empty=True),
    _time("opened_at", empty=True),
)
"""One personal page per unit; a new link ends the one before, and one not opened ends at `expires_at`."""

duty_links = Table(
    "duty_links", metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("officer_id", Text, nullable=False, index=True),
    *(_time(name) for name in ("created_at", "expires_at")),
    *(_time(name, empty=True) for name in ("opened_at", "ended_at")),
)
"""One phone page per duty officer of the roster; a new link ends the one before."""

duty_messages = Table(
    "duty_messages", metadata,
    _text("id", primary_key=True),
    *(_text(name) for name in ("report_id", "officer_id", "alarm", "since", "rung", "way", "recipient", "state")),
    _number("tries"),
    *(_time(name) for name in ("made_at", "next_try")),
    _text("last_error", default=""),
    Index("duty_messages_by_state", "state", "next_try"),
    Index("duty_messages_by_officer", "officer_id", "made_at"),
)
"""Alarms told to duty officers: each rung's by each way, the phone page being one of them."""

asks = Table(
    "asks", metadata,
    _text("ask_id", primary_key=True),
    _text("source_id", primary_key=True),
    _text("report_id"),
    _time("send_after"),
    _time("until"),
    Index("asks_by_source", "source_id", "until"),
)
"""Questions to people nearby, a row for each source they go to; what they say is on the case."""

outbox = Table(
    "outbox", metadata,
    _text("forward_id", primary_key=True),
    Column("report_id", Text, nullable=False, index=True),
    _text("agency_id"),
    _text("recipient"),
    _text("state"),
    _number("tries"),
    _time("send_after"),
    _time("next_try", empty=True),
    _text("last_error", default=""),
    Index("outbox_due", "state", "next_try"),
)
"""Forwards on their way by e-mail: state waiting, sent or cancelled."""
