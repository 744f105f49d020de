"""Step 0001: every table of the first release, as it was then.

Why so long: it spells out every column, because a released step must not follow the tables as they change later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade(op: Operations) -> None:
    """Make the tables."""
    for make in _TABLES:
        make(op)


def _attempts(op: Operations) -> None:
    op.create_table("attempts",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("attempts_by_address", "attempts", ["address", "at"], unique=False)
    op.create_index("attempts_by_login", "attempts", ["login", "at"], unique=False)


def _desks(op: Operations) -> None:
    op.create_table("desks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip


def _devices(op: Operations) -> None:
    op.create_table("devices",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("device_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash"),
    )  # fmt: skip
    op.create_index(op.f("ix_devices_device_id"), "devices", ["device_id"], unique=False)
    op.create_index(op.f("ix_devices_unit_id"), "devices", ["unit_id"], unique=False)


def _enrolments(op: Operations) -> None:
    op.create_table("enrolments",
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("uses_left", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code_hash"),
    )  # fmt: skip


def _feed(op: Operations) -> None:
    op.create_table("feed",
        sa.Column("seq", _KEY, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("gone", sa.Text(), nullable=False),
        sa.Column("committed_ns", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("kind", "id"),
    )  # fmt: skip


def _keys(op: Operations) -> None:
    op.create_table("keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key_hash"),
    )  # fmt: skip


def _leases(op: Operations) -> None:
    op.create_table("leases",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("report_id"),
    )  # fmt: skip
    op.create_index("leases_by_expiry", "leases", ["expires_at"], unique=False)


def _media(op: Operations) -> None:
    op.create_table("media",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index(op.f("ix_media_report_id"), "media", ["report_id"], unique=False)
    op.create_index(op.f("ix_media_sha256"), "media", ["sha256"], unique=False)


def _meta(op: Operations) -> None:
    op.create_table("meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )  # fmt: skip


def _numbers(op: Operations) -> None:
    op.create_table("numbers",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )  # fmt: skip


def _officer_links(op: Operations) -> None:
    op.create_table("officer_links",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash"),
    )  # fmt: skip
    op.create_index(op.f("ix_officer_links_unit_id"), "officer_links", ["unit_id"], unique=False)


def _outbox(op: Operations) -> None:
    op.create_table("outbox",
        sa.Column("forward_id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("agency_id", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("send_after", sa.BigInteger(), nullable=False),
        sa.Column("next_try", sa.BigInteger(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("forward_id"),
    )  # fmt: skip
    op.create_index(op.f("ix_outbox_report_id"), "outbox", ["report_id"], unique=False)
    op.create_index("outbox_due", "outbox", ["state", "next_try"], unique=False)


def _position_history(op: Operations) -> None:
    op.create_table("position_history",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("speed_m_s", sa.Float(), nullable=True),
        sa.Column("course_deg", sa.Float(), nullable=True),
        sa.Column("accuracy_m", sa.Float(), nullable=True),
        sa.Column("battery_percent", sa.Float(), nullable=True),
        sa.Column("mock", sa.Boolean(), nullable=False),
        sa.Column("source_time", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("position_history_by_unit", "position_history", ["unit_id", "at"], unique=False)


def _positions_latest(op: Operations) -> None:
    op.create_table("positions_latest",
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("speed_m_s", sa.Float(), nullable=True),
        sa.Column("course_deg", sa.Float(), nullable=True),
        sa.Column("accuracy_m", sa.Float(), nullable=True),
        sa.Column("battery_percent", sa.Float(), nullable=True),
        sa.Column("mock", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("unit_id"),
    )  # fmt: skip


def _receipts(op: Operations) -> None:
    op.create_table("receipts",
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.Text(), nullable=False),
        sa.Column("payload_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("result", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("desk_id", "decision_id"),
    )  # fmt: skip


def _reporters(op: Operations) -> None:
    op.create_table("reporters",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("phone_hmac", sa.LargeBinary(), nullable=True),
        sa.Column("reports", sa.BigInteger(), nullable=False),
        sa.Column("confirmed", sa.BigInteger(), nullable=False),
        sa.Column("strikes", sa.BigInteger(), nullable=False),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source_id", "account"),
    )  # fmt: skip
    op.create_index(op.f("ix_reporters_phone_hmac"), "reporters", ["phone_hmac"], unique=False)


def _reports(op: Operations) -> None:
    op.create_table("reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("reporter_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("priority", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("content_sha256", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )  # fmt: skip
    op.create_index("reports_by_reporter", "reports", ["reporter_id", "status"], unique=False)
    op.create_index("reports_by_source", "reports", ["source_id", "received_at"], unique=False)


def _sessions(op: Operations) -> None:
    op.create_table("sessions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("access_hash", sa.LargeBinary(), nullable=False),
        sa.Column("access_until", sa.BigInteger(), nullable=False),
        sa.Column("refresh_hash", sa.LargeBinary(), nullable=False),
        sa.Column("earlier_refresh_hash", sa.LargeBinary(), nullable=True),
        sa.Column("refreshed_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("access_hash"),
        sa.UniqueConstraint("refresh_hash"),
    )  # fmt: skip
    op.create_index(op.f("ix_sessions_earlier_refresh_hash"), "sessions", ["earlier_refresh_hash"], unique=False)


def _sources(op: Operations) -> None:
    op.create_table("sources",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("per_second", sa.Float(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=True),
        sa.Column("valid_until", sa.BigInteger(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key_hash"),
    )  # fmt: skip


def _users(op: Operations) -> None:
    op.create_table("users",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("passphrase_hash", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("login"),
    )  # fmt: skip


_TABLES = (
    _attempts, _desks, _devices, _enrolments, _feed, _keys, _leases, _media, _meta, _numbers, _officer_links,
    _outbox, _position_history, _positions_latest, _receipts, _reporters, _reports, _sessions, _sources,
    _users,
)
