"""How far a file on its way is, as the desk says it."""

from __future__ import annotations

from console.desk.attachments import NotShown
from console.desk.ports import Download


def on_its_way(download: Download) -> NotShown:
    """Why it is not shown yet."""
    return NotShown(
        code="fetch_failed" if download.trouble else "fetching",
        detail=download.trouble,
        received_bytes=download.received_bytes,
        size_bytes=download.size_bytes,
    )
