"""The demo city's reports: invented stories told by invented people."""

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

_WITH_CAMERA = frozenset({SourceKind.CITIZEN_APP, SourceKind.PARTNER, SourceKind.PATROL})


@dataclass(frozen=True, slots=True)
class Story:
    """A report to send, by which kind of source, and the photo its app adds (JPEG bytes, empty for none)."""

    source_kind: SourceKind
    report: NewReport
    photo: bytes


class Stories:
    """An endless, seeded stream of stories from the demo facts, opening with a traffic accident and its photo."""

    def __init__(self, facts: Path, points: dict[str, tuple[float, float]], seed: int) -> None:
        """Read reports.json and photos/*.jpg of the facts folder; `points` (lat, lon) by kelurahan code.

        Raises:
            SetupFault: the folder lacks them.
        """
        try:
            document = json.loads((facts / "reports.json").read_text(encoding="utf-8"))
        except OSError as error:
            raise SetupFault("no_demo_facts", f"The demo facts are missing: {error.filename}") from error
        self._facts: list[dict[str, object]] = [fact for fact in document["reports"] if fact["area"] in points]
        self._photos = {photo.stem: photo.read_bytes() for photo in (facts / "photos").glob("*.jpg")}
        self._points = points
        self._random = random.Random(seed)

    def __iter__(self) -> Iterator[Story]:
        yield self._told(self._facts[0])
        while True:
            for fact in self._random.sample(self._facts, len(self._facts)):
                yield self._told(fact)

    def _told(self, fact: dict[str, object]) -> Story:
        area = self._points[str(fact["area"])]
        lat = float(str(fact.get("lat", area[0]))) + self._random.uniform(-0.001, 0.001)
        lon = float(str(fact.get("lon", area[1]))) + self._random.uniform(-0.001, 0.001)
        account = str(fact.get("account", "warga-000"))
        kind = ReportKind(str(fact.get("kind", "report")))
        source = SourceKind(str(fact["source_kind"]))
        return Story(
            source_kind=source,
            photo=self._photos.get(str(fact.get("category")), b"") if source in _WITH_CAMERA else b"",
            report=NewReport(
                id=new_id(),
                kind=kind,
                text=str(fact.get("text", "")),
                category=str(fact.get("category", "")),
                lat=round(lat, 6),
                lon=round(lon, 6),
                accuracy_m=float(self._random.choice((8, 15, 30, 60))),
                provenance=Provenance.GPS if source in _WITH_CAMERA else Provenance.REPORTER,
                place_words=str(fact.get("place_words", "")),
                happened_at=datetime.now(UTC),
                reporter=NewReporter(
                    account=account,
                    name=f"Contoh {account.replace('-', ' ').title()}",
                    phone="+62800000" + "".join(c for c in account if c.isdigit()).zfill(4)[-4:],
                ),
            ),
        )
