"""The case file on paper: facts, words, files with SHA-256, timeline, pictures; PDF/A-1b.

On any thread but the GUI's: some seconds with many pictures.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from console.desk.case_file import LeavingFile, PaperCase
from console.domain.report import Report
from console.domain.timeline import Entry
from console.ui.case.timeline_words import timeline_words
from console.ui.case.words import certainty_words, ended_words, place_words
from console.ui.evidence.encoding import image_of_pixels
from console.ui.evidence.sheet_flow import QUIET, SheetFlow
from console.ui.evidence.words import file_words, moment_words, stays_words
from console.ui.texts.cases import category_word, kind_word, priority_word, source_word, status_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line, seen


def draw_case(paper: PaperCase) -> bytes:
    """The PDF; in the language spoken now (desk.case_file.Draw)."""
    zone, number = ZoneInfo(paper.zone), paper.report.number
    taken = translate("evidence", "taken out by {who}, {at}").format(
        who=one_line(paper.by.name), at=moment_words(paper.at, zone)
    )
    purpose = one_line(paper.leaving.purpose)

    def foot(page: int, pages: int) -> tuple[str, str]:
        of = translate("evidence", "page {n} of {all}").format(n=page, all=pages)
        return f"{number} · {taken} · {purpose}", of

    mark = (number, one_line(paper.by.name), one_line(paper.leaving.recipient or paper.leaving.purpose))
    title = translate("evidence", "Case file {number}").format(number=number)
    flow = SheetFlow(title=title, foot=foot, mark=mark, author=one_line(paper.by.name))
    _head(flow, paper, zone)
    _facts(flow, paper.report, zone)
    _words(flow, paper.report)
    _files(flow, paper, zone)
    _timeline(flow, paper.report, zone)
    _pictures(flow, paper.files)
    return flow.pdf()


def _head(flow: SheetFlow, paper: PaperCase, zone: ZoneInfo) -> None:
    flow.text(one_line(paper.site_name), 9, ink=QUIET)
    title = translate("evidence", "Case file {number}").format(number=paper.report.number)
    flow.text(title, 17, bold=True, gap_mm=1)
    flow.text(translate("evidence", "This is not a police report (LP)."), 8, ink=QUIET, gap_mm=3)
    flow.pair(translate("evidence", "Taken out by"), one_line(paper.by.name))
    flow.pair(translate("evidence", "At"), moment_words(paper.at, zone))
    flow.pair(translate("evidence", "Purpose"), seen(paper.leaving.purpose))
    flow.pair(translate("evidence", "For"), one_line(paper.leaving.recipient))
    if paper.leaving.reason:
        flow.pair(translate("evidence", "Reason (sensitive case)"), seen(paper.leaving.reason))


def _facts(flow: SheetFlow, report: Report, zone: ZoneInfo) -> None:
    flow.heading(translate("evidence", "The case"))
    flow.pair(translate("evidence", "Kind"), kind_word(report.kind))
    category = f"{category_word(report.category)} · {priority_word(report.priority)} · {status_word(report.status)}"
    flow.pair(translate("evidence", "Category"), category)
    flow.pair(translate("evidence", "Received"), moment_words(report.received_at, zone))
    flow.pair(translate("evidence", "Through"), f"{source_word(report.source_kind)} · {one_line(report.source_name)}")
    place = report.place
    named = bool(place.words.strip() or place.area_name)
    at = f"\n{place.lat:.6f}, {place.lon:.6f}" if named and place.lat is not None and place.lon is not None else ""
    flow.pair(translate("evidence", "Place"), f"{place_words(place)} ({certainty_words(place)}){at}")
    if place.words.strip():
        flow.pair(translate("evidence", "Place in words"), seen(place.words.strip()))
    who = " · ".join(part for part in (report.reporter.name_masked, report.reporter.phone_masked) if part)
    flow.pair(translate("evidence", "Reporter (masked)"), one_line(who))
    units = ", ".join(one_line(f"{each.call_sign} {each.title}".strip()) for each in report.assignments)
    if units:
        flow.pair(translate("evidence", "Units"), units)
    if report.ended:
        flow.pair(translate("evidence", "How it ended"), seen(ended_words(report)))


def _words(flow: SheetFlow, report: Report) -> None:
    flow.heading(translate("evidence", "What was reported"))
    flow.text(seen(report.text.strip()) or translate("evidence", "Without text."), 9.5, gap_mm=1)


def _files(flow: SheetFlow, paper: PaperCase, zone: ZoneInfo) -> None:
    if not paper.files:
        return
    flow.heading(translate("evidence", "Files and their SHA-256"))
    for file in paper.files:
        attachment, made = file.attachment, file.redaction
        flow.text(file_words(file), 9, bold=True)
        flow.text(attachment.sha256, 7.5, fixed=True, left_mm=4)
        received = translate("evidence", "received {at}").format(at=moment_words(attachment.received_at, zone))
        flow.text(f"{attachment.media_type} · {attachment.size_bytes} B · {received}", 8, ink=QUIET, left_mm=4)
        if made is not None:
            words = translate("evidence", "made by {who}, {at} (boxes painted over: {n}), of the file with SHA-256")
            if made.silences:
                words = translate(
                    "evidence",
                    "made by {who}, {at} (boxes painted over: {n}, parts silenced: {silent}), of the file with SHA-256",
                )
            told = words.format(
                who=one_line(made.by_name), at=moment_words(made.at, zone), n=len(made.boxes),
                silent=len(made.silences),
            )  # fmt: skip
            flow.text(told, 8, ink=QUIET, left_mm=4)
            flow.text(made.origin_sha256, 7.5, fixed=True, left_mm=4, ink=QUIET)
        if not file.chosen:
            flow.text(stays_words(file), 8, ink=QUIET, left_mm=4)
        flow.space(1.6)


def _timeline(flow: SheetFlow, report: Report, zone: ZoneInfo) -> None:
    flow.heading(translate("evidence", "Timeline and decisions"))
    for entry in report.timeline:
        flow.pair(f"{entry.at.astimezone(zone):%d/%m/%Y %H:%M:%S}", _line(entry))


def _line(entry: Entry) -> str:
    words = timeline_words(entry)
    if entry.undone:
        words = translate("timeline", "{words} (undone)").format(words=words)
    who = one_line(entry.actor_name)
    head = f"{words} · {who}" if who else words
    return f"{head}\n{seen(entry.text.strip())}" if entry.text.strip() else head


def _pictures(flow: SheetFlow, files: tuple[LeavingFile, ...]) -> None:
    pictured = [file for file in files if file.picture is not None]
    if not pictured:
        return
    flow.heading(translate("evidence", "Pictures"))
    for file in pictured:
        if file.picture is not None:
            flow.picture(image_of_pixels(file.picture), f"{file_words(file)} · SHA-256 {file.attachment.sha256}")
