"""Films and sounds of a report, decoded in the jail span by span; small things are kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from console.decode import limits
from console.decode.clip import Clip
from console.decode.pool import Decoder
from console.decode.refusal import Refusal
from console.desk.attachments import NotShown, Shot, ShotFacts, on_its_way
from console.desk.film_walks import FilmWalks
from console.desk.ports import Download, DownloadPort
from console.desk.spans import BYTES_PER_MS, SAMPLE_BYTES, SAMPLES_PER_MS, Frame, Span
from console.domain.attachment import INFECTED, Attachment

MOST_EDGE_PX = 1280
"""Longest edge of frames that can be asked for while it plays."""

WHOLE_EDGE_PX = limits.FRAME_EDGE_MAX_PX
"""Longest edge of a single frame: as the film has it."""

STILLS = 40
STILL_EDGE_PX = 160
PEAKS = 2_000

_KEPT_BYTES = 32 * 1024 * 1024

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Moving:
    """What a player must know of a file: length (None: it does not tell), upright size (0 x 0: no picture), sound."""

    duration_ms: int | None
    width_px: int
    height_px: int
    has_sound: bool


@dataclass(frozen=True, slots=True)
class Stills:
    """Small frames in order of time, spread evenly over a film."""

    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Loudness:
    """The loudest sample (0..255) of each of `len(levels)` equal slices of `duration_ms`."""

    levels: bytes = field(repr=False)
    duration_ms: int


def is_film(attachment: Attachment) -> bool:
    """Whether the server found a film's magic bytes (decode looks again before any decoder)."""
    return attachment.media_type.startswith("video/")


def is_sound(attachment: Attachment) -> bool:
    """Whether the server found a sound's magic bytes."""
    return attachment.media_type.startswith("audio/")


class Clips:
    """For any thread but the GUI's: each question is one jailed worker and may take up to some 10 s.

    Answers are what was asked for, or NotShown: still on its way (it is then fetched first), or refused.
    Kept are the file last played, and of the others only stills, loudness and facts within a memory bound.
    """

    def __init__(self, downloads: DownloadPort, decoder: Decoder) -> None:
        self._downloads, self._decoder = downloads, decoder
        self._lock = threading.Lock()
        self._held: tuple[str, bytes] = ("", b"")
        self._walks = FilmWalks(decoder)
        self._kept: OrderedDict[tuple[str, str, int], tuple[object, int]] = OrderedDict()

    def facts(self, attachment: Attachment) -> Moving | NotShown:
        """Length, size and whether it has sound."""
        kept = self._recall(attachment, "facts", 0, Moving)
        if kept is not None:
            return kept
        found = self._decoded(attachment, self._decoder.facts)
        if isinstance(found, NotShown):
            return found
        duration_ms = None if found.duration_s is None else max(1, round(found.duration_s * 1000))
        moving = Moving(duration_ms, found.width_px, found.height_px, found.has_sound)
        return self._keep(attachment, "facts", 0, moving, 100)

    def span(self, attachment: Attachment, from_ms: int, length_ms: int, edge_px: int) -> Span | NotShown:
        """Frames of at most `edge_px` and sound of [from_ms, from_ms + length_ms); of 0 ms: the one frame on show.

        Where a film's key frames lie too far apart it may be `on_the_way`: asked again, it goes on from there.
        """
        edge_px = min(max(16, edge_px), MOST_EDGE_PX if length_ms else WHOLE_EDGE_PX)

        def ask(data: bytes) -> Clip | Refusal:
            return self._walks.clip(attachment.sha256, data, from_ms / 1000, length_ms / 1000, edge_px)

        found = self._decoded(attachment, ask, hold=True)
        return found if isinstance(found, NotShown) else _span(found, from_ms, length_ms)

    def frame(self, attachment: Attachment, at_ms: int) -> Frame | NotShown:
        """The one frame on show at a moment, as large as the film has it; however long the way there is."""
        found = self.span(attachment, at_ms, 0, WHOLE_EDGE_PX)
        while isinstance(found, Span) and found.on_the_way:
            found = self.span(attachment, at_ms, 0, WHOLE_EDGE_PX)
        if isinstance(found, NotShown):
            return found
        return found.frames[-1] if found.frames else NotShown(code="broken")

    def sound(self, attachment: Attachment, from_ms: int, length_ms: int) -> Span | NotShown:
        """Samples of [from_ms, from_ms + length_ms), at most 30 s."""
        found = self._decoded(
            attachment, lambda data: self._decoder.sound(data, from_ms / 1000, length_ms / 1000), hold=True
        )
        if isinstance(found, NotShown):
            return found
        samples = _laid(found.samples, found.from_s - from_ms / 1000, length_ms)
        return Span(from_ms=from_ms, until_ms=from_ms + length_ms, sound=samples, ended=found.ended)

    def stills(self, attachment: Attachment, count: int = STILLS, edge_px: int = STILL_EDGE_PX) -> Stills | NotShown:
        """At most `count` small frames of a film; kept."""
        kept = self._recall(attachment, "stills", count * 10_000 + edge_px, Stills)
        if kept is not None:
            return kept
        found = self._decoded(attachment, lambda data: self._decoder.stills(data, count, edge_px))
        if isinstance(found, NotShown):
            return found
        stills = Stills(tuple(Frame(f.at_s, found.width_px, found.height_px, f.rgb) for f in found.frames))
        size_bytes = sum(len(frame.rgb) for frame in stills.frames)
        return self._keep(attachment, "stills", count * 10_000 + edge_px, stills, size_bytes)

    def still_at_hand(self, attachment: Attachment, edge_px: int) -> Frame | None:
        """A film's poster if it was asked for before; never blocks."""
        kept = self._recall(attachment, "stills", 10_000 + edge_px, Stills)
        return kept.frames[0] if kept is not None and kept.frames else None

    def peaks(self, attachment: Attachment, count: int = PEAKS) -> Loudness | NotShown:
        """How loud a sound is over its length; kept."""
        kept = self._recall(attachment, "peaks", count, Loudness)
        if kept is not None:
            return kept
        found = self._decoded(attachment, lambda data: self._decoder.peaks(data, count))
        if isinstance(found, NotShown):
            return found
        return self._keep(attachment, "peaks", count, Loudness(found.levels, round(found.duration_s * 1000)), 2_000)

    def poster(self, attachment: Attachment, edge_px: int) -> Shot | NotShown:
        """A film's picture for a tile: its one still, as the thumbnail of a photo would be."""
        if not is_film(attachment):
            return NotShown(code="not_previewable", detail=attachment.media_type)
        found = self.stills(attachment, 1, edge_px)
        if isinstance(found, NotShown):
            return found
        if not found.frames:
            return NotShown(code="broken")
        frame = found.frames[0]
        facts = ShotFacts(width_px=frame.width_px, height_px=frame.height_px)
        return Shot(width_px=frame.width_px, height_px=frame.height_px, rgba=_with_alpha(frame.rgb), facts=facts)

    def subscribe(self, callback: Callable[[Download], None]) -> Callable[[], None]:
        """Be told from a worker thread how downloads go; returns how to stop."""
        return self._downloads.subscribe(callback)

    def let_go(self) -> None:
        """The player is closed: do not keep the file it played."""
        self._walks.stop()
        with self._lock:
            self._held = ("", b"")

    def forget(self) -> None:
        """Drop everything (lock, sign-out)."""
        self._walks.stop()
        with self._lock:
            self._held = ("", b"")
            self._kept.clear()

    def _decoded(
        self, attachment: Attachment, ask: Callable[[bytes], _T | Refusal], *, hold: bool = False
    ) -> _T | NotShown:
        data = self._data(attachment, hold)
        if isinstance(data, NotShown):
            return data
        found = ask(data)
        return NotShown(code=found.code.value, detail=found.detail) if isinstance(found, Refusal) else found

    def _data(self, attachment: Attachment, hold: bool) -> bytes | NotShown:
        """The whole file; one that is played is held, it is asked for every second or two."""
        if attachment.state == INFECTED:
            return NotShown(code=INFECTED)
        with self._lock:
            held_of, held = self._held
        if held_of == attachment.sha256:
            return held
        data = self._downloads.read(attachment.id)
        if data is not None:
            if hold:
                with self._lock:
                    self._held = (attachment.sha256, data)
            return data
        return on_its_way(self._downloads, attachment)

    def _recall(self, attachment: Attachment, what: str, which: int, kind: type[_T]) -> _T | None:
        key = (attachment.sha256, what, which)
        with self._lock:
            if attachment.state == INFECTED or key not in self._kept:
                return None
            self._kept.move_to_end(key)
            found = self._kept[key][0]
        return found if isinstance(found, kind) else None

    def _keep(self, attachment: Attachment, what: str, which: int, thing: _T, size_bytes: int) -> _T:
        with self._lock:
            self._kept[(attachment.sha256, what, which)] = (thing, size_bytes)
            while len(self._kept) > 1 and sum(size for _, size in self._kept.values()) > _KEPT_BYTES:
                self._kept.popitem(last=False)
        return thing


def _span(clip: Clip, from_ms: int, length_ms: int) -> Span:
    return Span(
        from_ms=from_ms,
        until_ms=from_ms + length_ms,
        frames=tuple(Frame(each.at_s, clip.width_px, clip.height_px, each.rgb) for each in clip.frames),
        sound=_laid(clip.sound, clip.sound_from_s - from_ms / 1000, length_ms) if clip.sound else b"",
        ended=clip.ended,
        on_the_way=clip.on_the_way,
    )


def _laid(samples: bytes, late_s: float, length_ms: int) -> bytes:
    """Samples that begin `late_s` after a span (before it when negative), as those of the span itself."""
    late = round(late_s * SAMPLES_PER_MS * 1000) * SAMPLE_BYTES
    laid = b"\0" * late + samples if late > 0 else samples[-late:]
    return laid[: length_ms * BYTES_PER_MS]


def _with_alpha(rgb: bytes) -> bytes:
    rgba = bytearray(b"\xff") * (len(rgb) // 3 * 4)
    for channel in range(3):
        rgba[channel::4] = rgb[channel::3]
    return bytes(rgba)
