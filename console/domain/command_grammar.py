"""The verbs of the command bar in both languages, and what each may be followed by: data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """What a word after a verb can be."""

    PRIORITY = "priority"
    UNIT = "unit"
    AGENCY = "agency"
    OUTCOME = "outcome"
    JUNK = "junk"
    CATEGORY = "category"
    CASE = "case"
    OTHER_CASE = "other_case"
    DUTY = "duty"
    FINDING = "finding"
    HOUR = "hour"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb: its words by language, the first of them the one completed; `takes` in the order words are tried.

    `op` is the act the judge is asked about, '' when it decides nothing. `needs` must be said. Without a case the
    selected one is meant, but for a verb that is not about a case (`bare`).
    """

    id: str
    op: str
    indonesian: tuple[str, ...]
    english: tuple[str, ...]
    takes: tuple[Slot, ...] = (Slot.CASE,)
    needs: frozenset[Slot] = frozenset()
    bare: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that means it."""
        return (*self.indonesian, *self.english)

    def word(self, language: str) -> str:
        """The word completed in a language ('id' or 'en')."""
        return (self.english if language == "en" else self.indonesian)[0]


VERBS: tuple[Verb, ...] = (
    Verb(id="claim", op="report.claim", indonesian=("ambil",), english=("claim", "take")),
    Verb(id="release", op="report.release", indonesian=("lepas",), english=("release",)),
    Verb(
        id="dispatch", op="report.dispatch", indonesian=("kirim", "kerahkan"), english=("dispatch", "send"),
        takes=(Slot.UNIT, Slot.CASE),
    ),
    Verb(
        id="forward", op="report.forward", indonesian=("teruskan",), english=("forward",),
        takes=(Slot.AGENCY, Slot.CASE),
    ),
    Verb(id="junk", op="report.junk", indonesian=("buang",), english=("junk",), takes=(Slot.JUNK, Slot.CASE)),
    Verb(
        id="close", op="report.close", indonesian=("selesaikan", "tutup"), english=("close",),
        takes=(Slot.OUTCOME, Slot.CASE),
    ),
    Verb(
        id="merge", op="report.merge", indonesian=("gabung",), english=("merge",), takes=(Slot.CASE, Slot.OTHER_CASE),
    ),
    Verb(id="split", op="report.split", indonesian=("pisah", "pisahkan"), english=("split",)),
    Verb(
        id="schedule", op="report.dispatch", indonesian=("jadwalkan",), english=("schedule",),
        takes=(Slot.UNIT, Slot.HOUR, Slot.CASE),
    ),
    Verb(
        id="unit", op="", indonesian=("status",), english=("unit",), takes=(Slot.UNIT, Slot.DUTY),
        needs=frozenset({Slot.UNIT, Slot.DUTY}), bare=True,
    ),
    Verb(
        id="callback", op="report.callback_try", indonesian=("hubungi balik", "telepon balik"),
        english=("call back", "ring back"),
    ),
    Verb(
        id="handover", op="report.offer", indonesian=("serah terima", "serahkan"), english=("hand over", "handover"),
    ),
    Verb(id="assign", op="report.assign", indonesian=("tugaskan",), english=("assign",)),
    Verb(id="transfer", op="report.transfer", indonesian=("limpahkan",), english=("transfer",)),
    Verb(id="incident", op="report.incident", indonesian=("kejadian besar",), english=("large incident",)),
    Verb(
        id="ask_nearby", op="report.ask_nearby", indonesian=("tanya sekitar", "sekitar"),
        english=("ask nearby", "nearby"),
    ),
    Verb(id="step", op="", indonesian=("langkah",), english=("step",)),
    Verb(id="answer", op="", indonesian=("jawab",), english=("answer",)),
    Verb(id="flag", op="report.flag_hazard", indonesian=("tandai",), english=("flag",)),
    Verb(
        id="doubt", op="report.settle_doubt", indonesian=("keraguan",), english=("doubt",),
        takes=(Slot.FINDING, Slot.CASE),
    ),
    Verb(
        id="priority", op="report.priority", indonesian=("prioritas",), english=("priority",),
        takes=(Slot.PRIORITY, Slot.CASE),
    ),
    Verb(
        id="category", op="report.category", indonesian=("kategori",), english=("category",),
        takes=(Slot.CATEGORY, Slot.CASE),
    ),
    Verb(
        id="place", op="report.place", indonesian=("tempat", "lokasi"), english=("place", "locate"),
        takes=(Slot.TEXT,),
    ),
    Verb(id="note", op="report.note", indonesian=("catat",), english=("note",), takes=(Slot.TEXT,)),
    Verb(
        id="contact", op="report.ask", indonesian=("tanya", "hubungi"), english=("ask", "contact"), takes=(Slot.TEXT,)
    ),
    Verb(id="reopen", op="report.reopen", indonesian=("pulihkan",), english=("reopen",)),
    Verb(id="show", op="", indonesian=("buka", "lihat"), english=("open", "show"), needs=frozenset({Slot.CASE})),
    Verb(id="undo", op="", indonesian=("urungkan",), english=("undo",), takes=(), bare=True),
)  # fmt: skip
"""Every verb. A capability adds its line here and what it does in console/ui/command/running.py."""

DUTY_WORDS: dict[str, tuple[str, ...]] = {
    "available": ("kembali", "siap", "back", "available"),
    "break": ("istirahat", "break"),
    "out_of_service": ("tidak beroperasi", "rusak", "out of service"),
    "off_duty": ("selesai dinas", "lepas dinas", "off duty"),
    "accepted": ("terima", "accepted"),
    "en_route": ("menuju tkp", "berangkat", "en route"),
    "on_scene": ("tiba", "di tkp", "on scene"),
    "done": ("selesai", "done"),
}
"""What can be said of a unit: its duty where it is on no case, its answer by radio where it is on one."""

JUNK_WORDS: dict[str, tuple[str, ...]] = {
    "prank": ("iseng", "prank"),
    "test": ("uji coba", "uji", "test"),
    "wrong_number": ("salah sambung", "salah", "wrong number", "wrong"),
}
"""What kinds of junk are called, Indonesian first; one word each may be unfinished."""

FINDING_WORDS: dict[str, tuple[str, ...]] = {
    "explained": ("dijelaskan", "contoh", "explained"),
    "clock": ("jam salah", "jam", "clock"),
    "place": ("lokasi salah", "lokasi", "place"),
    "confirmed": ("dipastikan", "bukan dari laporan", "confirmed"),
}
"""What can be found about the doubt a file raises (domain.doubt.Finding)."""

OUTCOME_WORDS: dict[str, tuple[str, ...]] = {
    "handled_on_scene": ("ditangani", "handled"),
    "nothing_found": ("nihil", "nothing"),
    "referred": ("dilimpahkan", "referred"),
    "police_report_made": ("lp", "police report"),
    "done_by_agency": ("instansi", "agency"),
    "information_given": ("informasi", "information"),
    "duplicate": ("ganda", "duplicate"),
    "false_report": ("laporan palsu", "palsu", "false report"),
}
"""What the outcomes of a case are called."""

CATEGORY_WORDS: dict[str, tuple[str, ...]] = {
    "traffic_accident": ("laka lantas", "kecelakaan", "accident"),
    "fire": ("kebakaran", "fire"),
    "violent_crime": ("kejahatan kekerasan", "violent crime"),
    "medical": ("medis", "medical"),
    "domestic_violence": ("kdrt", "domestic violence"),
    "sexual_violence": ("kekerasan seksual", "sexual violence"),
    "child_harm": ("kekerasan anak", "child harm"),
    "suicide": ("bunuh diri", "suicide"),
    "brawl": ("tawuran", "perkelahian", "brawl"),
    "theft": ("pencurian", "theft"),
    "flood": ("banjir", "flood"),
    "fallen_tree": ("pohon tumbang", "fallen tree"),
    "disaster": ("bencana", "disaster"),
    "missing_person": ("orang hilang", "missing person"),
    "power_line": ("listrik", "power line"),
    "traffic_jam": ("macet", "traffic jam"),
    "public_order": ("ketertiban umum", "public order"),
    "noise": ("kebisingan", "noise"),
    "infrastructure": ("sarana umum", "infrastructure"),
    "vehicle_service": ("layanan kendaraan", "vehicle service"),
    "licence_service": ("layanan sim", "licence service"),
    "accident_followup": ("pendampingan korban laka", "accident follow-up"),
    "aspiration": ("aspirasi", "aspiration"),
    "information": ("informasi", "information"),
    "other": ("lain", "other"),
}
"""What categories are called."""
