"""A file that goes along when work is passed on: what leaves of it, and how that fared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from console.domain.file_kind import ALLOWED, JPEG, PDF

COPY, WHOLE = "copy", "whole"
"""How a file leaves: as a copy made at the desk without metadata, or as it lies on the case."""
READY, SENT, LEFT_OUT = "ready", "sent", "left_out"
"""States besides attachment.COMING (its bytes are on their way to the server) and '' (nothing is known yet)."""
URGENT, URGENT_WAIT_S, WAIT_S = 2, 60, 600
"""So long a forward waits for its files after the time for undo, of priority 1 and 2 or less urgent; then it leaves
without those still missing. An ambulance does not wait for a film to be sent."""
MOST_FILES = 20
"""Files of one forward."""
_ENDINGS = {kind.mime: kind.kind for kind in ALLOWED} | {JPEG.mime: "jpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardFile:
    """`origin_id` is the file of the case, `file_id` what leaves: the same for one that leaves whole.

    Type, size and `sha256` (hex) are those of what leaves; `number` the file's on the case, from 1.
    """

    file_id: str
    origin_id: str
    number: int
    how: str
    media_type: str
    size_bytes: int
    sha256: str
    state: str = ""


def copied(media_type: str) -> bool:
    """Whether a file of that kind leaves as a copy only: pictures and documents, which carry more than is seen."""
    return media_type.startswith("image/") or media_type == PDF.mime


def wait_s(priority: int) -> int:
    """Seconds a forward of a case of that priority waits for files that are on their way."""
    return URGENT_WAIT_S if priority <= URGENT else WAIT_S


def outward_name(report_number: str, file: ForwardFile) -> str:
    """'KJ-2611-0184-3.jpg': a name of our own, because a stranger's may be anything and may name him."""
    number = re.sub(r"[^A-Za-z0-9-]+", "-", report_number).strip("-")[:40]
    return f"{number or 'berkas'}-{file.number}.{_ENDINGS.get(file.media_type, 'bin')}"
