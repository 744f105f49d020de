"""Tables of files: those a desk is still sending, and what the virus scanner said."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from console.server.tables import Instant, metadata

uploads = Table(
    "uploads", metadata,
    Column("file_id", Text, primary_key=True, nullable=False),
    Column("desk_id", Text, nullable=False),
    Column("arrived_at", Instant, nullable=True),
)
"""A file a desk put on a case; until it arrived its bytes are awaited from that desk."""

scans = Table(
    "scans", metadata,
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("found", Text, nullable=False),
    Column("scanned_at", Instant, nullable=False),
)
"""What the virus scanner said of a content; none where no scanner is set up."""
