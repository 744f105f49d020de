"""A desk with cases on it: a real encrypted store, units, agencies, files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Raw

from console.contract.codec import encode
from console.contract.decisions import DecisionResult
from console.contract.feed import ChangeRow, ChangesPage
from console.contract.sealed import Identity, seal
from console.contract.word_files import read_words
from console.desk.casebook import Casebook
from console.desk.decide import Decided, Desk
from console.desk.filing import Filing
from console.desk.identity import Identities
from console.desk.nearby import Nearby
from console.desk.ports import Download, FilesHeld
from console.domain.acts import Act
from console.domain.agency import Agency, Site
from console.domain.attachment import Attachment
from console.domain.casework.events import received
from console.domain.category import category_of
from console.domain.changes import Changes
from console.domain.decision import Outcome
from console.domain.load import Colleague
from console.domain.person import Actor, Role
from console.domain.place import AreaMethod, Place, Provenance
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.reporter import Reporter, mask_name, mask_phone
from console.domain.shown_case import LedgerRow
from console.domain.unit import Position, Unit, UnitKind, UnitStatus
from console.store.store import Store

NOW = datetime(2026, 11, 21, 7, 7, 31, tzinfo=UTC)
IDENTITY_KEY = b"k" * 32
OPERATOR = Actor(id="dewi", name="Aiptu Dewi R.", role=Role.OPERATOR, session_id="s1", desk_id="desk-1")
SUPERVISOR = Actor(id="yoga", name="Iptu Yoga P.", role=Role.SUPERVISOR, session_id="s2", desk_id="desk-1")
ROOT = Path(__file__).resolve().parents[2]
WORDS = read_words(ROOT / "resources" / "words")


def unit(call_sign: str, rank: str, name: str, **more: object) -> Unit:
    return replace(Unit(id=call_sign.lower(), call_sign=call_sign, rank=rank, name=name, function="lantas"), **more)


UNITS = (
    unit("U12", "Bripka", "Agus"),
    unit("U31", "Briptu", "Maya", skills=("P3K",)),
    unit("U07", "Brigadir", "Rizal"),
    unit("U09", "Aipda", "Tono"),
    unit("U22", "Aiptu", "Bagus", status=UnitStatus.ON_SCENE, report_id="other", report_number="KJ-2611-0183"),
    unit("U40", "Aipda", "Hendra", beat_area="35.73.02.1001", function="Bhabinkamtibmas"),
    Unit(id="p-03", call_sign="P-03", kind=UnitKind.VEHICLE, name="mobil patroli", crew=("a", "b")),
)
SPOTS = {
    "u12": (-7.9755, 112.6372, 8), "u31": (-7.9840, 112.6290, 21), "u07": (-7.9850, 112.6425, 4),
    "u09": (-7.9770, 112.6345, 31 * 60), "u22": (-7.9780, 112.6350, 12), "u40": (-7.9660, 112.6330, 15),
    "p-03": (-7.9600, 112.6500, 6),
}  # fmt: skip
AGENCIES = (
    Agency(id="rssa", name="RS Saiful Anwar (rekaan)", short_name="Ambulans RSSA", email="igd@rssa.example",
           phone="+62 800 000 0101", categories=("traffic_accident", "medical"), kind="hospital",
           lat=-7.9722, lon=112.6310),
    Agency(id="pln", name="PLN Malang (rekaan)", short_name="PLN", email="siaga@pln.example",
           phone="+62 800 000 0102", categories=("power_line",)),
    Agency(id="dlh", name="Dinas Lingkungan Hidup (rekaan)", short_name="DLH", email="dlh@kota.example",
           phone="+62 800 000 0103", categories=("fallen_tree",)),
    Agency(id="damkar", name="Pemadam Kebakaran (rekaan)", short_name="Damkar", email="damkar@kota.example",
           phone="+62 800 000 0104", categories=("fire",)),
    Agency(id="bpbd", name="BPBD Kota (rekaan)", short_name="BPBD", email="bpbd@kota.example",
           phone="+62 800 000 0105", categories=("flood", "disaster")),
)  # fmt: skip
SITE = Site(name="Polresta Malang Kota (demo)", demo=True)


def a_report(report_id: str, number: str, **more: object) -> Report:
    """A report as the server would have taken it in, 42 s ago in Klojen unless told otherwise."""
    category = str(more.get("category", "traffic_accident"))
    made = Report(
        id=report_id,
        number=number,
        kind=ReportKind.REPORT,
        source_id="ojol",
        source_kind=SourceKind.PARTNER,
        source_name="Mitra ojol (rekaan)",
        received_at=NOW - timedelta(seconds=92),
        text="Tabrakan truk dan dua motor. Truk rem blong nabrak dua motor di depan stasiun arah utara, pengendara "
        "satu gak gerak, mobil numpuk sampai lampu merah. Tolong ambulans.",
        category=category,
        priority=category_of(category).priority,
        sensitive=category_of(category).sensitive,
        place=Place(
            lat=-7.9775, lon=112.6348, accuracy_m=12, provenance=Provenance.GPS, words="Jl. Rekaan 1",
            area_code="35.73.02.1001", area_name="Klojen", area_method=AreaMethod.PACK,
        ),
        reporter=Reporter(
            id="r1", name_masked=mask_name("Budi Rekaan"), phone_masked=mask_phone("+628000000000"), reports=12,
            confirmed=11, reachable=True, sealed=seal(Identity(name="Budi Rekaan", phone="+62 800 000 0000"),
            IDENTITY_KEY, report_id),
        ),
    )  # fmt: skip
    return received(replace(made, **more))


@dataclass
class Spots:
    """PositionsPort: the latest fixes, as given."""

    at: dict[str, Position] = field(default_factory=dict)

    def latest(self) -> dict[str, Position]:
        return dict(self.at)

    def subscribe(self, callback: Callable[[dict[str, Position]], None]) -> Callable[[], None]:
        return lambda: None


@dataclass
class Files:
    """DownloadPort: files that are at hand already."""

    held: dict[str, bytes] = field(default_factory=dict)
    wanted: list[str] = field(default_factory=list)
    on_screen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def show(self, place: str, ids: Sequence[str]) -> None:
        self.on_screen[place] = tuple(ids)

    def keep_at_most(self, most_bytes: int) -> None:
        return None

    def usage(self) -> FilesHeld:
        return FilesHeld(files=len(self.held), bytes=sum(map(len, self.held.values())), most_bytes=1 << 31)

    def want(self, attachment_id: str, size_bytes: int, sha256: str) -> Download:
        self.wanted.append(attachment_id)
        return Download(attachment_id=attachment_id, received_bytes=0, size_bytes=size_bytes)

    def read(self, attachment_id: str) -> bytes | None:
        return self.held.get(attachment_id)

    def export(self, attachment_id: str, file: Path) -> None:
        file.write_bytes(self.held[attachment_id])

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        return lambda: None

    def add(self, name: str, data: bytes, media_type: str) -> Attachment:
        sha256 = hashlib.sha256(data).hexdigest()
        self.held[name] = data
        return Attachment(
            id=name, name=name, media_type=media_type, size_bytes=len(data), sha256=sha256, received_at=NOW
        )


@dataclass
class Eyes:
    """PresencePort: who looks at what, as given."""

    open_report: str = ""
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_s: float | None = 40.0
    colleagues: tuple[Colleague, ...] = ()

    def look_at(self, report_id: str) -> None:
        self.open_report = report_id

    def present(self) -> tuple[Colleague, ...]:
        return self.colleagues

    def looking(self) -> dict[str, tuple[str, ...]]:
        return dict(self.others)

    def lease_left_s(self, report_id: str) -> float | None:
        return self.left_s


class CaseDesk:
    """The store with the parts of the desk over it; the person at it may change."""

    def __init__(self, folder: Path) -> None:
        self.now_at = NOW
        self.actor = OPERATOR
        self.store = Store.open(folder / "desk.db", b"d" * 32, self.now)
        self.spots = Spots({
            unit_id: Position(unit_id=unit_id, lat=lat, lon=lon, at=NOW - timedelta(seconds=age), received_at=NOW)
            for unit_id, (lat, lon, age) in SPOTS.items()
        })  # fmt: skip
        self.files, self.eyes = Files(), Eyes()
        self.book = Casebook(self.store, self.spots, lambda: self.actor, self.now, self.eyes.lease_left_s)
        self.desk = Desk(self.store, person=lambda: self.actor, server_now=self.now)
        self.filing = Filing(
            self.desk, self.store.numbers, site=self.store.site, now=self.now, key=lambda: IDENTITY_KEY, areas=None
        )
        self.nearby = Nearby(
            self.store.handbook, self.filing, self.desk.decide, lambda text: self.book.words.suggest(text, ""), self.now
        )
        self.identities = Identities(self.store, self.desk, lambda: IDENTITY_KEY)
        self._seq = 0
        self.put("site", SITE.id, SITE)
        self.put("words", "words", WORDS)
        for each in UNITS:
            self.put("unit", each.id, each)
        for agency in AGENCIES:
            self.put("agency", agency.id, agency)

    def now(self) -> datetime:
        return self.now_at

    def put(self, kind: str, thing_id: str, thing: object) -> None:
        """As a page of the change feed brings it."""
        self._seq += 1
        row = ChangeRow(seq=self._seq, kind=kind, id=thing_id, revision=self._seq, body=Raw(encode(thing)))
        self.store.apply_page(
            ChangesPage(epoch="e1", oldest_seq=1, next_seq=self._seq, more=False, server_time=self.now_at, rows=(row,))
        )

    def report(self, report: Report) -> Report:
        """A report from the feed."""
        self.put("report", report.id, report)
        return report

    def decide(self, act: Act, report_id: str) -> str:
        """Decide as whoever is signed in; the decision's id."""
        answer = self.desk.decide(act, report_id)
        assert isinstance(answer, Decided), answer
        return answer.decision_id

    def decided(self) -> list[Act]:
        """The acts waiting in the ledger, oldest first."""
        return [row.decision.act for row in self.store.waiting()]

    def everything(self) -> Changes:
        """News that concerns every screen."""
        return Changes(everything=True)

    def confirm_all(self) -> None:
        """As the server does: every waiting decision applied, the reports as they are shown now in the feed."""
        rows = self.store.waiting()
        shown = {row.decision.subject.id: self.store.shown(row.decision.subject.id) for row in rows}
        self.store.settle(_answers(rows, self.now_at))
        for case in shown.values():
            assert case is not None
            self.report(case.report)
            for each in case.standing:
                if each.revision:
                    self.put("standing", each.id, each)

    def pass_time(self, seconds: float) -> None:
        """Let the server's clock go on."""
        self.now_at += timedelta(seconds=seconds)

    def close(self) -> None:
        self.store.close()


def _answers(rows: tuple[LedgerRow, ...], at: datetime) -> list[DecisionResult]:
    return [DecisionResult(id=row.decision.id, outcome=Outcome.APPLIED, server_time=at) for row in rows]
