"""One thing the doctor looked at: fine, limited, or a required thing missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """`missing` is said of required things only; `limited` means Sigap works with less."""

    OK = "ok"
    LIMITED = "limited"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about `subject`, in one sentence, and what to do about it ('' when nothing)."""

    subject: str
    state: State
    says: str
    remedy: str = ""

    def as_json(self) -> dict[str, str]:
        """Return the finding as a JSON object of strings."""
        return {"subject": self.subject, "state": self.state, "says": self.says, "remedy": self.remedy}
