"""What a reporter is told about his standing, in his own language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.standing import Appeal, Block, Following, Verdict, following

OUTCOMES = {"prank": "iseng", "test": "uji coba", "false_report": "laporan palsu"}
"""Outcomes that count, as screens.md words them."""

_HOW_TO_APPEAL = "Anda dapat mengajukan keberatan melalui saluran yang sama."


def warning(verdict: Verdict) -> str:
    """The warning that comes with a strike; the last one says so."""
    outcome = OUTCOMES.get(verdict.outcome, verdict.outcome)
    count = f"{min(verdict.strikes, verdict.of)} dari {verdict.of}"
    said = f"Peringatan {count}: laporan {verdict.number} dinilai {outcome}."
    after = {
        Following.WARN_LAST: " Ini peringatan terakhir: berikutnya akun Anda dapat diblokir.",
        Following.PROPOSE: " Pemblokiran akun Anda sedang dipertimbangkan oleh pengawas.",
    }.get(following(verdict.strikes, verdict.of), "")
    return f"{said}{after} {_HOW_TO_APPEAL}"


def taken_back(verdict: Verdict) -> str:
    """That a strike does not count any more."""
    return f"Peringatan untuk laporan {verdict.number} dicabut dan tidak dihitung lagi."


def blocked(block: Block, zone: str) -> str:
    """That, until when and why he is blocked, and what still comes through."""
    return (
        f"Akun Anda diblokir sampai {_day(block.until, zone)}. Alasan: {block.ruling.grounds} Laporan yang menyangkut"
        f" keselamatan jiwa dan tombol panik tetap kami terima. {_HOW_TO_APPEAL}"
    )


def lifted() -> str:
    """That a block ended before its time."""
    return "Blokir akun Anda dibuka. Terima kasih telah melapor dengan benar."


def appeal_taken(appeal: Appeal, zone: str) -> str:
    """That his appeal came, and by when it is decided."""
    return f"Permohonan Anda kami terima dan diputuskan paling lambat {_day(appeal.deadline, zone)}."


def appeal_decided(appeal: Appeal) -> str:
    """What became of his appeal, with the grounds."""
    grounds = appeal.ruling.grounds if appeal.ruling else ""
    return f"Permohonan Anda {'dikabulkan' if appeal.granted else 'ditolak'}. Alasan: {grounds}"


def turned_away(block: Block, zone: str) -> str:
    """The answer to an ordinary report of a blocked account: why, until when, and what he can do."""
    return (
        f"Akun ini diblokir sampai {_day(block.until, zone)}; laporan ini tidak diteruskan kepada petugas. Bila ada"
        " bahaya jiwa, tekan tombol panik, tulis apa yang terjadi, atau telepon 110. Keberatan: POST /v1/appeals."
    )


def _day(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).strftime("%d-%m-%Y")
