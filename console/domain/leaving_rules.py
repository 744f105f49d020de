"""What may go along with a forward: how much, and whether copies carry a mark."""

from __future__ import annotations

from dataclasses import dataclass

MOST_MB = 40
"""No site may set more: a mail grows by a third on its way, and hardly any mail server takes 55 MB."""
MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingRules:
    """Each site sets its own (`POST /v1/admin/site`, field `leaving`).

    `most_mb`: files of one forward together, in millions of bytes; agencies' mail servers often refuse letters above
    20 to 25 MB, and in a letter a file is a third larger. `mark`: copies of photos and documents carry
    who sent them to whom, painted all over; without it they still leave without metadata.
    """

    most_mb: int = 15
    mark: bool = True

    @property
    def most_bytes(self) -> int:
        """The limit in bytes."""
        return self.most_mb * MB


def wrong_leaving(rules: LeavingRules) -> str:
    """The first field that cannot stand, '' when all can."""
    return "" if 1 <= rules.most_mb <= MOST_MB else "most_mb"
