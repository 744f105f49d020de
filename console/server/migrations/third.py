"""Step 0003: the operator's desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables this release adds."""
    for make in _TABLES:
        make(op)


def _number_blocks(op: Operations) -> None:
    op.create_table("number_blocks",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("first", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("series", "first"),
    )  # fmt: skip


def _calls(op: Operations) -> None:
    op.create_table("calls",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("calls_by_state", "calls", ["state"])
    op.create_index("calls_by_change", "calls", ["changed_at"])


def _duty_links(op: Operations) -> None:
    op.create_table("duty_links",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("officer_id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash"),
    )  # fmt: skip
    op.create_index(op.f("ix_duty_links_officer_id"), "duty_links", ["officer_id"], unique=False)


def _duty_messages(op: Operations) -> None:
    texts = ("report_id", "officer_id", "alarm", "since", "rung", "way", "recipient", "state")
    op.create_table("duty_messages",
        sa.Column("id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("next_try", sa.BigInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("duty_messages_by_state", "duty_messages", ["state", "next_try"])
    op.create_index("duty_messages_by_officer", "duty_messages", ["officer_id", "made_at"])


def _officer_links(op: Operations) -> None:
    for name in ("expires_at", "opened_at"):
        op.add_column("officer_links", sa.Column(name, sa.BigInteger(), nullable=True))


def _edits(op: Operations) -> None:
    op.create_table("edits",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("revision", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "revision"),
    )  # fmt: skip


def _asks(op: Operations) -> None:
    op.create_table("asks",
        sa.Column("ask_id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("send_after", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("ask_id", "source_id"),
    )  # fmt: skip
    op.create_index("asks_by_source", "asks", ["source_id", "until"])


def _tracks(op: Operations) -> None:
    for table in ("positions_latest", "position_history"):
        op.add_column(table, sa.Column("jump", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("positions_latest", sa.Column("jumped_at", sa.BigInteger(), nullable=True))
    op.create_table("track_looks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("actor_id", "actor_name", "desk_id", "way", "unit_ids", "report_id", "reason")
        ),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Float(), nullable=True) for name in ("lat", "lon", "radius_m")),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip


def _files(op: Operations) -> None:
    op.create_table("uploads",
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("desk_id", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("file_id"),
    )  # fmt: skip
    op.create_table("scans",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("sha256", "verdict", "found")),
        sa.Column("scanned_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )  # fmt: skip


def _audit_indexes(op: Operations) -> None:
    op.create_index("audit_by_subject", "audit", ["subject", "place"])
    for kind in ("epoch", "checkpoint"):
        told = sa.text(f"kind = '{kind}'")
        op.create_index(f"audit_{kind}s", "audit", ["place"], sqlite_where=told, postgresql_where=told)


_TABLES = (
    _number_blocks, _calls, _asks, _edits, _duty_links, _duty_messages, _officer_links, _tracks, _files, _audit_indexes,
)  # fmt: skip
