"""Proven core: the server's checkpoints a console keeps as a witness."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    # `trouble` is empty for what is believed; a row with trouble is evidence and never deleted.
    "CREATE TABLE witness (row INTEGER PRIMARY KEY AUTOINCREMENT, epoch TEXT NOT NULL, place INTEGER NOT NULL,"
    " hash TEXT NOT NULL, at_us INTEGER NOT NULL, signature TEXT NOT NULL, key TEXT NOT NULL,"
    " kept_us INTEGER NOT NULL, trouble TEXT NOT NULL DEFAULT '', against INTEGER NOT NULL DEFAULT 0,"
    " seen_us INTEGER) STRICT",
    "CREATE INDEX witness_trouble ON witness (row) WHERE trouble <> ''",
)


def upgrade() -> None:
    """Add what this release keeps."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Refuse: an older release says `store_newer` instead."""
    raise NotImplementedError
