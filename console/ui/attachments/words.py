"""Words of files: what one is, why it is not shown, what it claims of itself."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.attachments import NotShown, ShotFacts
from console.desk.ports import Upload
from console.domain.attachment import Attachment
from console.domain.file_kind import ALLOWED
from console.domain.report import Report
from console.ui.case.words import distance_words, size_words
from console.ui.texts.language import translate
from console.ui.texts.times import zone_name
from console.ui.texts.unseen import one_line

_FAMILIES = {kind.mime: kind.family.value for kind in ALLOWED}
_BY_TYPE = {"image": "photo", "video": "video", "audio": "audio"}

OF_CLAIMS = frozenset({
    "taken_impossible", "gps_time_impossible", "place_zero", "place_impossible", "metadata_unreadable",
    "modified_impossible", "locked",
})  # fmt: skip
"""Notes that say why a time or place is missing; others stand with the file's own facts."""


def family_of(attachment: Attachment) -> str:
    """photo, video, audio, document or unknown, by the type the server found; also the icon's name."""
    media = attachment.media_type
    return _FAMILIES.get(media) or _BY_TYPE.get(media.partition("/")[0], "unknown")


def has_thumbnail(attachment: Attachment) -> bool:
    """Whether a picture can be asked for in its place."""
    return family_of(attachment) in ("photo", "video", "document")


def copy_name(attachment: Attachment, report: Report, number: int) -> str:
    """A name for a copy on disk: the case's number and the file's place in it, never what a stranger called it.

    What is of no known kind ends in '.berkas': no system runs or opens that at a double click.
    """
    endings = {kind.mime: kind.kind for kind in ALLOWED}
    ending = endings.get(attachment.media_type, "berkas")
    return f"{report.number}-{number}.{'jpg' if ending == 'jpeg' else ending}"


def family_word(attachment: Attachment) -> str:
    """What kind of file it is."""
    return {
        "photo": translate("attachments", "photo"),
        "video": translate("attachments", "video"),
        "audio": translate("attachments", "sound"),
        "document": translate("attachments", "document"),
        "unknown": translate("attachments", "file"),
    }[family_of(attachment)]


def tile_words(attachment: Attachment, number: int, facts: ShotFacts | None, zone: ZoneInfo) -> str:
    """'photo 1 · 24 m · 14:06'; without facts the type and size."""
    parts = [f"{family_word(attachment)} {number}"]
    if facts is not None and facts.distance_m is not None:
        parts.append(distance_words(facts.distance_m))
    if facts is not None and facts.taken_at is not None:
        parts.append(f"{facts.taken_at.astimezone(zone):%H:%M}")
    if len(parts) == 1:
        parts.append(size_words(attachment.size_bytes))
    return " · ".join(parts)


def detail_words(attachment: Attachment, zone: ZoneInfo, *, named: bool = True) -> str:
    """Name unless told not to, type, size, time received and SHA-256, for hover and the viewer's side."""
    return "\n".join(
        (
            *([one_line(attachment.name)] if named else []),
            f"{attachment.media_type} · {size_words(attachment.size_bytes)} ({attachment.size_bytes} B)",
            translate("attachments", "received {at}").format(at=_moment(attachment.received_at, zone)),
            f"SHA-256 {attachment.sha256}",
            *([state_words(attachment)] if attachment.state else []),
        )
    )


def fact_lines(facts: ShotFacts, zone: ZoneInfo) -> tuple[str, ...]:
    """What a photo claims of itself, line by line, claims marked as such."""
    lines = [f"{facts.width_px} × {facts.height_px} px"]
    if facts.taken_at is not None:
        words = translate("attachments", "taken {at}") if facts.taken_sure else translate(
            "attachments", "taken {at} by the camera's clock"
        )  # fmt: skip
        lines.append(words.format(at=_moment(facts.taken_at, zone)))
    else:
        lines.append(translate("attachments", "says nothing of when it was taken"))
    if facts.distance_m is not None:
        words = translate("attachments", "taken {distance} from the reported place")
        lines.append(words.format(distance=distance_words(facts.distance_m)))
    notes = note_words()
    return (*lines, *(notes[code] for code in facts.notes if code in notes))


def own_lines(facts: ShotFacts) -> tuple[str, ...]:
    """What a photo is, without its time and place: those stand beside the report's (claims_section)."""
    notes = note_words()
    lines = (notes[code] for code in facts.notes if code in notes and code not in OF_CLAIMS)
    return (f"{facts.width_px} × {facts.height_px} px", *lines)


def note_words() -> dict[str, str]:
    """Words for the notes of a decoded photo, by code."""
    return {
        "truncated": translate("attachments", "the file ends early: only a part is shown"),
        "metadata_unreadable": translate("attachments", "its metadata cannot be read"),
        "taken_impossible": translate("attachments", "its time of exposure is impossible"),
        "gps_time_impossible": translate("attachments", "its satellite time is impossible"),
        "place_zero": translate("attachments", "its place is 0,0: no place"),
        "place_impossible": translate("attachments", "its place is impossible"),
        "first_of_several": translate("attachments", "the first of several pictures in the file"),
        "modified_impossible": translate("attachments", "the time of its last change is impossible"),
        "locked": translate("attachments", "locked with a password: its pages are not counted"),
    }


def _held_back() -> dict[str, str]:
    """Why a file does not come at all, by what the server or this disk says."""
    on_its_way = translate("attachments", "still being sent")
    return {
        "coming": on_its_way,
        "not_arrived": on_its_way,
        "infected": translate("attachments", "virus found: not opened"),
        "withdrawn": translate("attachments", "given up: it was never sent"),
        "not_scanned": translate("attachments", "waits for the virus scanner"),
        "wrong_hash": translate("attachments", "not what was announced"),
        "disk_full": translate("attachments", "this disk is full"),
    }


def state_words(attachment: Attachment) -> str:
    """Where its bytes stand and what the virus scanner says; '' where nothing is to be said."""
    return {
        "coming": translate("attachments", "on its way to the server"),
        "withdrawn": translate("attachments", "given up: it was never sent"),
        "clean": translate("attachments", "scanned for viruses: nothing found"),
        "not_scanned": translate("attachments", "not scanned for viruses yet"),
        "infected": translate("attachments", "a virus was found"),
    }.get(attachment.state, "")


def given_up_words() -> str:
    """In the corner of a file that will never come."""
    return translate("attachments", "given up")


def way_words(way: Upload) -> str:
    """How far a file is on its way to the server."""
    if way.refused:
        return translate("attachments", "not taken")
    percent = 100 * way.sent_bytes // max(1, way.size_bytes)
    return translate("attachments", "sending {n} %").format(n=percent)


def not_shown_words(missing: NotShown) -> str:
    """Why there is no picture, and what to do."""
    if missing.code == "fetching":
        percent = round(100 * missing.received_bytes / missing.size_bytes) if missing.size_bytes else 0
        return translate("attachments", "fetching {n} %").format(n=percent)
    if missing.code == "fetch_failed" and missing.detail in _held_back():
        return _held_back()[missing.detail]
    return {
        **_held_back(),
        "fetch_failed": translate("attachments", "cannot be fetched now, tried again"),
        "preview_off": translate("attachments", "previews are off on this machine"),
        "not_previewable": translate("attachments", "no preview for this kind yet"),
        "empty": translate("attachments", "the file is empty"),
        "too_large": translate("attachments", "too large to preview"),
        "kind_unknown": translate("attachments", "unknown kind of file"),
        "kind_not_allowed": translate("attachments", "this kind is not opened"),
        "broken": translate("attachments", "the file is broken"),
        "too_many_pixels": translate("attachments", "too many pixels to open safely"),
        "out_of_memory": translate("attachments", "needs too much memory to open safely"),
        "timed_out": translate("attachments", "took too long to open"),
        "worker_died": translate("attachments", "could not be opened safely"),
        "worker_misbehaved": translate("attachments", "could not be opened safely"),
        "needs_password": translate("attachments", "locked with a password"),
        "wrong_password": translate("attachments", "the password is wrong"),
        "protection_unknown": translate("attachments", "protected in a way nobody opens here"),
        "no_such_page": translate("attachments", "there is no such page"),
        "no_moving_picture": translate("attachments", "there is no picture in it"),
        "no_sound": translate("attachments", "there is no sound in it"),
        "codec_unknown": translate("attachments", "packed in a way nobody opens here"),
        "copy_too_large": translate("attachments", "too long: the copy would be larger than a file may be"),
        "stopped": translate("attachments", "stopped: no copy was made"),
        "closed": translate("attachments", "the console is closing"),
    }.get(missing.code, missing.code)


def danger_words(attachment: Attachment) -> str:
    """What a copy of a file that is not shown can do."""
    if family_of(attachment) == "unknown":
        return translate(
            "attachments",
            "A stranger sent this file and nobody knows what it does. Opened outside of the console it can take over "
            "this workstation. Save it only to hand it to those who examine files, and never open it here.",
        )
    return translate(
        "attachments",
        "A stranger sent this file. Broken files are often made to harm what opens them, and outside of the console "
        "nothing guards this workstation. Save it only to hand it to those who examine files.",
    )


def unopened_words(attachment: Attachment) -> str:
    """Why there is no picture, before anything is known of the file but its type."""
    if family_of(attachment) == "unknown":
        return translate("attachments", "The console opens only kinds of files it knows; this is none of them.")
    return translate("attachments", "There is no preview for this kind of file yet.")


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%d/%m/%Y %H:%M:%S} {zone_name(zone, at)}"
