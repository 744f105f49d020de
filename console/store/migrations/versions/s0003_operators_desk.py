"""The operator's desk: this desk's own numbers, decisions by what they name."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    # `next` only ever rises; what lies between it and `last` is this desk's to give. Used blocks stay as they ended.
    "CREATE TABLE number_block (series TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
    " next INTEGER NOT NULL, PRIMARY KEY (series, first)) STRICT, WITHOUT ROWID",
    # A decision may be about several reports and people: which ones name this one, without walking all ever made.
    "CREATE INDEX ledger_subject_named ON ledger_subject (kind, id)",
)


def upgrade() -> None:
    """Add what this release keeps."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Refuse: an older release says `store_newer` instead."""
    raise NotImplementedError
