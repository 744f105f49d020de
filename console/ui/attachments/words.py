"""Words of files: what one is, why it is not shown, what it claims of itself."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.attachments import NotShown, ShotFacts
from console.domain.attachment import Attachment
from console.ui.case.words import distance_words, size_words
from console.ui.texts.language import translate
from console.ui.texts.times import zone_name
from console.ui.texts.unseen import one_line


def family_of(attachment: Attachment) -> str:
    """photo, video, audio or document, by the type the server found; also the icon's name."""
    media = attachment.media_type
    if media.startswith("image/"):
        return "photo"
    if media.startswith("video/"):
        return "video"
    return "audio" if media.startswith("audio/") else "document"


def family_word(attachment: Attachment) -> str:
    """What kind of file it is."""
    return {
        "photo": translate("attachments", "photo"),
        "video": translate("attachments", "video"),
        "audio": translate("attachments", "sound"),
        "document": translate("attachments", "document"),
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
    }


def not_shown_words(missing: NotShown) -> str:
    """Why there is no picture, and what to do."""
    if missing.code == "fetching":
        percent = round(100 * missing.received_bytes / missing.size_bytes) if missing.size_bytes else 0
        return translate("attachments", "fetching {n} %").format(n=percent)
    return {
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
        "closed": translate("attachments", "the console is closing"),
    }.get(missing.code, missing.code)


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%d/%m/%Y %H:%M:%S} {zone_name(zone, at)}"
