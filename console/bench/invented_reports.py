"""Invented reports in any number, the same for a seed, as bodies of the feed."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec

from console.contract.codec import encode
from console.contract.feed import ChangeRow, ChangesPage
from console.domain.attachment import Attachment
from console.domain.place import AreaMethod, Place, Provenance
from console.domain.report import Claim, Report, ReportKind, SourceKind, Status
from console.domain.reporter import Reporter
from console.domain.timeline import Entry

START = datetime(2026, 3, 1, tzinfo=UTC)
EPOCH = "bench"

_TEXT = """
    pohon tumbang menutup jalan depan pasar motor mobil truk tabrakan korban luka lampu merah mati banjir
    setinggi lutut rumah warga kebakaran asap tebal pencurian dompet tas hilang ribut tetangga musik keras
    preman parkir liar macet panjang aspal berlubang kabel listrik putus hujan deras angin kencang anjing
    ular kucing sekolah masjid gereja terminal stasiun pertigaan perempatan jembatan sungai gang kampung toko
    warung kantor hotel tolong segera petugas bantuan ambulans sudah belum dari tadi pagi siang sore malam
    arah utara selatan timur barat dekat
"""
_WORDS = tuple(_TEXT.split())
_CATEGORIES = ("traffic_accident", "fire", "theft", "flood", "fallen_tree", "noise", "traffic_jam", "other")
_AREAS = tuple((f"35.73.{n // 12 + 1:02}.{1001 + n % 12}", f"Kelurahan {n + 1:02}") for n in range(57))


def uuid_at(ms: int, chance: random.Random) -> str:
    """A UUIDv7 of that many milliseconds since 1970, its random bits drawn from `chance`."""
    value = (ms << 80) | (0x7 << 76) | (chance.getrandbits(12) << 64) | (0b10 << 62) | chance.getrandbits(62)
    return str(uuid.UUID(int=value))


def invented_report(number: int, seed: int = 1) -> Report:
    """Report `number` of an endless, reproducible list: 40 s after the one before it, 12-60 words."""
    chance = random.Random(f"{seed}/{number}")
    at = START + timedelta(seconds=40 * number)
    code, name = chance.choice(_AREAS)
    category = chance.choice(_CATEGORIES)
    return Report(
        id=uuid_at(int(at.timestamp() * 1000), chance),
        number=f"KJ-{at:%y%m}-{number:04}",
        kind=ReportKind.SERVICE if chance.random() < 0.05 else ReportKind.REPORT,
        source_id="invented-app",
        source_kind=chance.choice((SourceKind.CITIZEN_APP, SourceKind.PARTNER, SourceKind.CALL_112)),
        source_name="Aplikasi rekaan",
        received_at=at,
        text=" ".join(chance.choices(_WORDS, k=chance.randint(12, 60))),
        category=category,
        priority=chance.choice((1, 2, 2, 3, 3, 3, 4)),
        place=Place(
            lat=-7.98 + chance.uniform(-0.05, 0.05),
            lon=112.63 + chance.uniform(-0.05, 0.05),
            accuracy_m=chance.choice((5.0, 12.0, 40.0)),
            provenance=Provenance.GPS,
            area_code=code,
            area_name=name,
            area_method=AreaMethod.PACK,
            area_pack="invented",
        ),
        reporter=Reporter(id=f"r{number % 5000}", name_masked="B••• S••••", reachable=True),
        attachments=_attachments(number, at) if chance.random() < 0.3 else (),
        timeline=(Entry(kind="received", at=at, params={"source": "Aplikasi rekaan"}),),
    )


def _attachments(number: int, at: datetime) -> tuple[Attachment, ...]:
    photo = Attachment(
        id=f"a{number}", name="foto.jpg", media_type="image/jpeg", size_bytes=240_000, sha256="0" * 64, received_at=at
    )
    return (photo,)


def claimed(report: Report, times: int = 1) -> Report:
    """The same report as the feed tells it after its case was taken: claim, timeline and revision, not its words."""
    at = report.received_at + timedelta(seconds=30 * times)
    claim = Claim(holder_id="op1", holder_name="Operator rekaan", desk_id="desk1", token=times, taken_at=at)
    entry = Entry(kind="report.claim", at=at, actor_id="op1", actor_name="Operator rekaan", decision_id=f"d{times}")
    return replace(
        report,
        claim=claim,
        last_token=claim.token,
        status=Status.CLAIMED,
        revision=report.revision + times,
        version=report.version + times,
        timeline=(*report.timeline, entry),
    )


def page_of(reports: list[Report], after: int) -> bytes:
    """The feed's answer with these reports after cursor `after`, as its bytes travel."""
    rows = tuple(
        ChangeRow(
            seq=after + place,
            kind="report",
            id=report.id,
            revision=report.revision,
            body=msgspec.Raw(encode(report)),
            committed_ns=1,
        )
        for place, report in enumerate(reports, 1)
    )
    page = ChangesPage(epoch=EPOCH, oldest_seq=0, next_seq=after + len(rows), more=False, server_time=START, rows=rows)
    return encode(page)


def pages(first: int, count: int, rows: int, seed: int = 1) -> Iterator[bytes]:
    """Pages of `rows` new reports each, numbers `first` .. `first + count`."""
    for start in range(first, first + count, rows):
        reports = [invented_report(n, seed) for n in range(start, min(start + rows, first + count))]
        yield page_of(reports, start)
