"""What an officer finds on patrol becomes a report of its own (lapor temuan)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from sqlalchemy import bindparam, select

from console.contract.ids import is_id
from console.contract.intake import NewReport, NewReporter
from console.domain.place import Provenance
from console.domain.report import SourceKind
from console.server import tables
from console.server.intake.form import File
from console.server.intake.reports import receive
from console.server.officer_links import unit_behind
from console.server.parts import Parts
from console.server.refusals import wrong
from console.server.sources import Source

PATROL = Source(id="@patrol", name="Patroli", kind=SourceKind.PATROL, per_second=1000.0)
"""The source of findings; its id is one no administrator can give."""

_known = select(tables.reports.c.number).where(
    tables.reports.c.id == bindparam("id"), tables.reports.c.source_id == PATROL.id
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding as the form sends it; `id` was made with the form, so that sending it again is the same report.

    lat/lon (degrees, both or none) when the phone gave them; else the unit's latest fix stands for the place.
    """

    id: str
    text: str
    category: str = ""
    place_words: str = ""
    lat: float | None = None
    lon: float | None = None
    files: tuple[File, ...] = ()


def take_finding(parts: Parts, token: str, found: Finding) -> str:
    """The number of the report it became; the same number when it was sent before.

    Raises:
        RequestRefused: 404 for a link that is unknown or has ended, 422 naming the field.
    """
    unit = unit_behind(parts, token)
    if not is_id(found.id):
        raise wrong("id", "a UUID in canonical text, as the page gave it")
    with parts.database.read() as connection:
        known = cast("str | None", connection.execute(_known, {"id": found.id.lower()}).scalar())
    if known is not None:
        return known
    if not found.text.strip() and not found.files:
        raise wrong("text", "say what was found, or send a photo")
    fix = parts.positions.latest_of(unit.id)
    lat, lon = found.lat, found.lon
    if lat is None and fix is not None:
        lat, lon = fix.lat, fix.lon
    new = NewReport(
        id=found.id,
        text=found.text.strip(),
        category=found.category,
        lat=lat,
        lon=lon,
        provenance=Provenance.OFFICER,
        place_words=found.place_words.strip(),
        reporter=NewReporter(account=unit.id, name=f"{unit.call_sign} {unit.title}".strip(), reachable=False),
    )
    return receive(parts, PATROL, new, found.files).number
