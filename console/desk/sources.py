"""Sources of reports as an administrator registers them: limit, dates, key."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from console.contract.admin import Done
from console.contract.enrolled import SourceEnrolled
from console.contract.intake import NewSource, SourceKey
from console.desk.administration import Administration
from console.domain.errors import InputFault
from console.domain.report import SourceKind

__all__ = ["SourceDraft", "SourceEnrolled", "SourceKey", "SourceList", "SourceRoll", "checked_source"]

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_MOST_PER_SECOND = 10_000
_LONGEST = 200
SourceList = tuple[SourceEnrolled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft:
    """A source as typed; the dates ISO or '' for none, the last day included, in the site's zone."""

    id: str
    name: str
    kind: SourceKind
    per_second: str = "5"
    first_day: str = ""
    last_day: str = ""


class SourceRoll:
    """Asked in the background; only the server knows them."""

    def __init__(self, administration: Administration) -> None:
        self._ask = administration.ask

    def shown(self) -> SourceList:
        """Every source by id, with when its latest report came."""
        return self._ask("GET", "/v1/admin/sources", SourceList)

    def make(self, draft: SourceDraft, zone: ZoneInfo) -> SourceKey:
        """A new source and its key, shown once.

        Raises:
            InputFault: naming the field; `source_taken` for an id that exists.
        """
        new = checked_source(draft, zone)
        if any(source.id == new.id for source in self.shown()):
            raise InputFault("source_taken", "id: a source has it already", field="id")
        return self._ask("POST", "/v1/admin/sources", SourceKey, sent=new)

    def new_key(self, source_id: str) -> SourceKey:
        """Another key, shown once; the one before stops working at once."""
        return self._ask("POST", f"/v1/admin/sources/{source_id}/key", SourceKey)

    def withdraw(self, source_id: str) -> None:
        """The source's key stops working at once."""
        self._ask("POST", f"/v1/admin/sources/{source_id}/revoke", Done)


def checked_source(draft: SourceDraft, zone: ZoneInfo) -> NewSource:
    """The source as the server takes it.

    Raises:
        InputFault: `source_id_wrong`, `name_missing`, `too_long`, `rate_wrong`, `day_wrong`, `days_crossed`.
    """
    if not _ID.fullmatch(draft.id.strip()):
        raise InputFault("source_id_wrong", "id: lower case letters, digits, '.', '_', '-'", field="id")
    name = draft.name.strip()
    if not name:
        raise InputFault("name_missing", "name: what people call it", field="name")
    if len(name) > _LONGEST:
        raise InputFault("too_long", f"name: at most {_LONGEST}", field="name", most=_LONGEST)
    first, last = _day(draft.first_day, "first_day"), _day(draft.last_day, "last_day")
    if first and last and last < first:
        raise InputFault("days_crossed", "last_day: before the first", field="last_day")
    return NewSource(
        id=draft.id.strip(), name=name, kind=draft.kind, per_second=_rate(draft.per_second),
        valid_from=_midnight(first, zone) if first else None,
        valid_until=_midnight(last + timedelta(days=1), zone) if last else None,
    )  # fmt: skip


def _rate(text: str) -> float:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and 0 < value <= _MOST_PER_SECOND):
        raise InputFault("rate_wrong", "per_second: more than 0", field="per_second", most=_MOST_PER_SECOND)
    return value


def _day(text: str, field: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputFault("day_wrong", f"{field}: YYYY-MM-DD", field=field) from None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)
