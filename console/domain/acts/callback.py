"""Acts on the call-back list: a try to ring back is recorded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTry:
    """Somebody rang back by hand; `result` a TryResult value (domain.callback), `note` what was heard."""

    result: str
    note: str = ""
