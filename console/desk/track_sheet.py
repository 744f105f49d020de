"""What an export holds: tracks with their names, and who took them out and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.track import Track, TrackPoint, segments


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackLine:
    """One unit's track under the name its reader knows it by."""

    name: str
    track: Track


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSheet:
    """Tracks on their way into a file; `watermark` says in words who exported them when and why (security.md 11)."""

    title: str
    watermark: str
    at: datetime
    lines: tuple[TrackLine, ...]
    gap_s: float

    def pieces(self, line: TrackLine) -> tuple[tuple[TrackPoint, ...], ...]:
        """A line's believed fixes, cut at gaps."""
        return segments(line.track, self.gap_s)
