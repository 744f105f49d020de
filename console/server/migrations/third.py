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


_TABLES = (_number_blocks, _calls, _edits,)
