"""Step 0001: every table of the first release."""

from __future__ import annotations

from alembic.operations import Operations

from console.server.tables import metadata


def upgrade(op: Operations) -> None:
    """Make the tables."""
    metadata.create_all(op.get_bind())
