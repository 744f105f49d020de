"""Words of what leaves the center: the case file, its files, who opened what."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.case_file import LeavingFile
from console.domain.attachment import Attachment
from console.domain.evidence import FORWARDED, LOOKED, OPENED, REDACTED, Access, ExportForm
from console.ui.case.timeline_words import form_word
from console.ui.case.words import size_words
from console.ui.texts.language import translate
from console.ui.texts.times import zone_name
from console.ui.texts.unseen import one_line


def moment_words(at: datetime, zone: ZoneInfo) -> str:
    """'22/11/2026 14:07:31 WIB'."""
    return f"{at.astimezone(zone):%d/%m/%Y %H:%M:%S} {zone_name(zone, at)}"


def family_name(attachment: Attachment) -> str:
    """Photo, video, sound or document."""
    return {
        "image": translate("evidence", "photo"),
        "video": translate("evidence", "video"),
        "audio": translate("evidence", "sound"),
    }.get(attachment.media_type.split("/")[0], translate("evidence", "document"))


def file_words(file: LeavingFile) -> str:
    """'file 3 · photo · 1.2 MB', and whether it was made of another."""
    parts = [
        translate("evidence", "file {n}").format(n=file.number), family_name(file.attachment),
        size_words(file.attachment.size_bytes),
    ]  # fmt: skip
    if file.redaction is not None:
        parts.append(translate("evidence", "redacted"))
    return " · ".join(parts)


def stays_words(file: LeavingFile) -> str:
    """Why a file does not leave."""
    if file.instead:
        return translate("evidence", "stays; file {n}, the redacted copy, leaves instead").format(n=file.instead)
    return translate("evidence", "stays here")


def access_words(access: Access) -> str:
    """What somebody did with the files."""
    numbers = ", ".join(str(number) for number in access.numbers)
    if access.what == OPENED:
        return translate("evidence", "opened file {n}").format(n=numbers)
    if access.what == REDACTED:
        return translate("evidence", "redacted file {n}").format(n=numbers)
    if access.what == FORWARDED:
        return translate("evidence", "forwarded file {n} to {agency}").format(n=numbers, agency=one_line(access.to))
    if access.what == LOOKED:
        return translate("evidence", "looked at what is hidden")
    words = translate("evidence", "took out {form}").format(form=form_word(access.what))
    return f"{words} ({translate('evidence', 'file {n}').format(n=numbers)})" if numbers else words


def form_name(form: ExportForm) -> str:
    """The two forms of a case file as its card offers them."""
    return {
        ExportForm.PDF: translate("evidence", "PDF to read and print"),
        ExportForm.ZIP: translate("evidence", "ZIP with files, for an outsider to verify"),
    }.get(form, form_word(form.value))


def read_me() -> str:
    """How an outsider checks a case file; in both languages, because nobody knows who opens it."""
    return _READ_ME


def who_words(access: Access) -> str:
    """Who it was, with unseen characters made visible."""
    return one_line(access.by_name or access.by_id)


_READ_ME = """Berkas ini dapat diperiksa siapa pun yang memegang kunci publik pusat layanan:

    main.py audit verify BERKAS.zip --key KUNCI

Mintalah kuncinya secara tertulis dari pemilik pusat layanan, jangan diambil dari berkas ini. Yang diperiksa: SHA-256
setiap isi terhadap manifest.json, manifest terhadap rantai audit server (audit-slice.json), dan rantai itu terhadap
tanda tangan server. Satu byte saja yang berubah, hilang, ditambah atau tertukar akan ditemukan dan disebut namanya.

Bila di dalamnya ada audit-pending.json dan tidak ada audit-slice.json, berkas ini dibuat tanpa server dan belum
terbukti. Mintalah berkas kejadian yang sama, yang dibuat kemudian dengan server, lalu tambahkan: --proof KEMUDIAN.zip

This file can be checked by anybody who holds the center's public key:

    main.py audit verify FILE.zip --key KEY

Ask the center's owner for the key in writing; do not take it from this file. Checked are: the SHA-256 of every member
against manifest.json, the manifest against the server's audit chain (audit-slice.json), and that chain against the
server's signature. A single byte changed, missing, added or swapped is found and named.

If audit-pending.json is in it and audit-slice.json is not, it was made without the server and is not proven yet. Ask
for a case file of the same case made later with the server, and add: --proof LATER.zip
"""
