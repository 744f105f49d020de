"""The demo city's reports: invented stories told by invented people, as their apps would send them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.contract.ids import new_id
from console.contract.intake import NewReport, NewReporter
from console.domain.errors import SetupFault
from console.domain.place import Provenance
from console.domain.report import ReportKind, SourceKind

ANSWERS = (
    "Ada dua orang luka, satu tidak sadar.",
    "Sudah agak sepi, tapi pelakunya masih di sekitar sini.",
    "Patokannya depan toko bangunan, sebelah masjid.",
    "Iya benar, mohon segera pak.",
)
"""What invented reporters answer when the center asks back."""


@dataclass(frozen=True, slots=True)
class Story:
    """A report to send, by which kind of source, and whether its app adds the demo photo."""

    source_kind: SourceKind
    report: NewReport
    photo: bool


class Stories:
    """An endless, seeded stream of stories from the demo facts; deaths and sexual violence stay rare."""

    def __init__(self, facts: Path, points: dict[str, tuple[float, float]], seed: int) -> None:
        """Read reports.json of the facts folder.

        Raises:
            SetupFault: the folder lacks it.
        """
        try:
            document = json.loads((facts / "reports.json").read_text(encoding="utf-8"))
        except OSError as error:
            raise SetupFault("no_demo_facts", f"The demo facts are missing: {error.filename}") from error
        self._facts = [fact for fact in document["reports"] if fact.get("area") in points]
        self._points = points
        self._random = random.Random(seed)

    def __iter__(self) -> Iterator[Story]:
        opening = [fact for fact in self._facts if fact.get("opening")]
        yield from (self._told(fact) for fact in opening)
        while True:
            round_of = [fact for fact in self._facts if fact not in opening]
            self._random.shuffle(round_of)
            yield from (self._told(fact) for fact in round_of)

    def _told(self, fact: dict[str, object]) -> Story:
        lat, lon = self._points[str(fact["area"])]
        kind = ReportKind(str(fact.get("kind", "report")))
        number = self._random.randrange(1000, 9999)
        lat += self._random.uniform(-0.003, 0.003)
        lon += self._random.uniform(-0.003, 0.003)
        panic = kind is ReportKind.PANIC
        return Story(
            source_kind=SourceKind(str(fact.get("source", "citizen_app"))),
            photo=bool(fact.get("photo")),
            report=NewReport(
                id=new_id(),
                kind=kind,
                text="" if panic else str(fact.get("text", "")),
                category=str(fact.get("category", "")),
                priority=None,
                lat=round(lat, 6),
                lon=round(lon, 6),
                accuracy_m=float(self._random.choice((8, 15, 30, 60))),
                provenance=Provenance.GPS,
                place_words="" if panic else str(fact.get("place", "")),
                happened_at=datetime.now(UTC),
                reporter=NewReporter(
                    account=f"demo-{number}",
                    name=str(fact.get("reporter", "")) or f"Warga Contoh {number}",
                    phone=f"+62800000{number}",
                ),
            ),
        )
