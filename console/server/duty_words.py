"""What a duty officer is told of an alarm: on his phone page, by e-mail and SMS."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from console.domain.alarm import Alarm
from console.domain.report import Report
from console.domain.roster import Rung
from console.domain.timeline import Entry
from console.server.officer_words import CATEGORIES

NO_ALARMS = "Tidak ada alarm. Halaman ini memperbarui diri."
NO_SCRIPT = "Biarkan halaman ini terbuka selama piket."
TAKE = "Saya tangani"
TAKEN = "menangani sejak pukul"
NOT_TAKEN = "Belum ada yang menangani"
SENSITIVE = "Kasus sensitif"
NO_PLACE = "lokasi belum diketahui"
CALL_CENTER = "Hubungi pusat komando untuk keterangan."
DUTY_LINK_ENDED = "Halaman piket ini tidak berlaku lagi. Minta tautan baru ke pusat komando."

ALARMS = {
    Alarm.UNCLAIMED: "Belum ada operator yang mengambil",
    Alarm.SOS: "PETUGAS MINTA BANTUAN",
    Alarm.SAFETY: "Tidak ada kabar dari petugas di TKP",
}
"""What rings."""

RUNGS = {
    Rung.DUTY_OFFICER: "Pawas",
    Rung.POLSEK: "Polsek",
    Rung.POLRES: "Polres",
    Rung.POLDA: "Polda",
    Rung.MABES: "Mabes Polri",
}
"""The rungs on which somebody can be told."""


def alarm_of(step: Entry) -> str:
    """What rings, in words."""
    alarm = step.params.get("alarm", "")
    return ALARMS[Alarm(alarm)] if alarm in tuple(Alarm) else alarm


def what_of(report: Report) -> str:
    """'P1 Kebakaran'; of a sensitive case no category, for a mailbox and a phone's screen are seen by others."""
    if report.sos is not None:
        return f"P{report.priority} {report.sos.call_sign} {report.sos.title}".strip()
    what = SENSITIVE if report.sensitive else CATEGORIES.get(report.category, report.category)
    return f"P{report.priority} {what}"


def subject_of(report: Report, step: Entry) -> str:
    """One line: number and alarm, nothing a citizen wrote."""
    return f"[{report.number}] {alarm_of(step)}"


def text_of(report: Report, step: Entry, zone: str, *, short: bool) -> str:
    """The message: what rings, since when, which case, in which kelurahan; nothing a citizen wrote, no name of his."""
    since = step.at.astimezone(ZoneInfo(zone)).strftime("%H:%M")
    place = report.place.area_name or NO_PLACE
    if short:
        return f"SIGAP {since} {alarm_of(step)}: {report.number} {what_of(report)}, {place}. {CALL_CENTER}"
    rung = step.params.get("rung", "")
    told = RUNGS[Rung(rung)] if rung in RUNGS else rung
    head = f"{alarm_of(step)} ({told}, pukul {since})"
    lines = (head, f"{report.number} · {what_of(report)}", place, "", CALL_CENTER)
    return "\n".join(lines)
