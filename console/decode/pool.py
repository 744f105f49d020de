"""The one door to decoding: a result from a jailed worker, or a named refusal."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from console.decode import exchange, jail, limits
from console.decode.answers_facts import FactsReader
from console.decode.answers_moving import ClipReader, PeaksReader, SoundReader, StillsReader
from console.decode.answers_still import PageReader, PictureReader
from console.decode.clip import Clip, Stills
from console.decode.jail import Command, JailReport
from console.decode.media_facts import MediaFacts
from console.decode.page import Page
from console.decode.picture import Picture
from console.decode.redacting import Cover, GoOn, Redacted, Redacting
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sort import SORT_OF, Sort
from console.decode.sound import Peaks, Sound
from console.decode.walk import Walk, clip_arguments
from console.decode.wire import Arguments, Op, Reader
from console.decode.workers import Workers
from console.domain.box import Box
from console.domain.file_kind import OGG, WEBM, Family, FileKind, NotAllowed, recognise
from console.domain.silence import Silence

_ResultT = TypeVar("_ResultT")
_MOVING = (Family.VIDEO, Family.AUDIO)


class Decoder:
    """Decodes files for any number of threads; `at_once` at a time of each sort, `warm` photo workers kept ready.

    Each call is one fresh jailed worker that sees one file, and blocks its caller up to some 10 s: never call
    it on the GUI thread. Every call ends in its result or a Refusal; arguments out of range are a ValueError.
    Workers for documents, and those for films and sounds, are kept warm from the first such file on.
    """

    def __init__(
        self,
        *,
        warm: int = 4,
        at_once: int = 2,
        wall_s: float = limits.DECODE_WALL_S,
        command: Callable[[Sort], Command] = jail.worker_command,
    ) -> None:
        self._wall_s = wall_s
        self._workers = {
            Sort.STILL: Workers(Sort.STILL, command, warm=warm, at_once=at_once, eager=True),
            Sort.PAPER: Workers(Sort.PAPER, command, warm=min(warm, 1), at_once=at_once),
            Sort.MOVING: Workers(Sort.MOVING, command, warm=min(warm, 1), at_once=at_once),
            Sort.WALK: Workers(Sort.WALK, command, warm=0, at_once=1),
            Sort.REEL: Workers(Sort.REEL, command, warm=0, at_once=1),
            Sort.COPY: Workers(Sort.COPY, command, warm=0, at_once=1),
        }

    def photo(self, data: bytes, max_edge_px: int) -> Picture | Refusal:
        """Upright picture whose longer edge is at most `max_edge_px` (1..limits.EDGE_MAX_PX; never enlarged)."""
        limits.check("max_edge_px", max_edge_px, 1, limits.EDGE_MAX_PX)
        kind = kind_of(data, Family.PHOTO)
        if isinstance(kind, Refusal):
            return kind
        return self._run(kind, data, Arguments(Op.PHOTO, max_edge_px=max_edge_px), PictureReader(kind, max_edge_px))

    def facts(self, data: bytes) -> MediaFacts | Refusal:
        """What a file of any allowed kind is and claims, without its pixels."""
        kind = kind_of(data, *Family)
        if isinstance(kind, Refusal):
            return kind
        return self._run(kind, data, Arguments(Op.FACTS), FactsReader(kind))

    def page(self, data: bytes, number: int, max_edge_px: int, password: str = "") -> Page | Refusal:
        """Page `number` (from 1) of a document, its longer edge `max_edge_px` (1..limits.EDGE_MAX_PX).

        Ends in NEEDS_PASSWORD or WRONG_PASSWORD where it is locked, NO_SUCH_PAGE beyond its last page.
        The password crosses to the jailed worker only and is kept nowhere.
        """
        limits.check("number", number, 1, limits.PAGES_MAX)
        limits.check("max_edge_px", max_edge_px, 1, limits.EDGE_MAX_PX)
        kind = kind_of(data, Family.DOCUMENT)
        if isinstance(kind, Refusal):
            return kind
        asked = Arguments(Op.PAGE, max_edge_px=max_edge_px, number=number, extra=password.encode("utf-8"))
        return self._run(kind, data, asked, PageReader(number, max_edge_px))

    def clip(self, data: bytes, from_s: float, seconds: float, max_edge_px: int) -> Clip | Refusal:
        """Frames and sound of a film from `from_s` on for `seconds` (0..limits.CLIP_MAX_S).

        `seconds` 0: the one frame shown at `from_s`, and `max_edge_px` may be FRAME_EDGE_MAX_PX, else CLIP_EDGE_MAX_PX.
        `on_the_way`: its key frames lie far apart, `walk` goes on there.
        """
        asked = clip_arguments(from_s, seconds, max_edge_px)
        kind = kind_of(data, *_MOVING)
        if isinstance(kind, Refusal):
            return kind
        return self._run(kind, data, asked, ClipReader(from_s, seconds, max_edge_px))

    def walk(self, data: bytes) -> Walk | Refusal:
        """One worker that keeps a film open and goes on in it; one at a time: the next waits until it is stopped."""
        kind = kind_of(data, Family.VIDEO)
        return kind if isinstance(kind, Refusal) else Walk(self._workers[Sort.WALK], data, self._wall_s)

    def stills(self, data: bytes, count: int, max_edge_px: int) -> Stills | Refusal:
        """At most `count` (1..limits.STILLS_MAX) frames spread evenly over a film, edge 1..STILL_EDGE_MAX_PX."""
        limits.check("count", count, 1, limits.STILLS_MAX)
        limits.check("max_edge_px", max_edge_px, 1, limits.STILL_EDGE_MAX_PX)
        kind = kind_of(data, *_MOVING)
        if isinstance(kind, Refusal):
            return kind
        asked = Arguments(Op.STILLS, max_edge_px=max_edge_px, count=count)
        return self._run(kind, data, asked, StillsReader(count, max_edge_px))

    def sound(self, data: bytes, from_s: float, seconds: float) -> Sound | Refusal:
        """Samples of a sound, or of a film's sound, from `from_s` on for `seconds` (0..limits.SOUND_MAX_S)."""
        limits.check("from_s", from_s, 0, limits.DURATION_MAX_S)
        limits.check("seconds", seconds, 0, limits.SOUND_MAX_S)
        kind = kind_of(data, *_MOVING)
        if isinstance(kind, Refusal):
            return kind
        return self._run(kind, data, Arguments(Op.SOUND, from_s=from_s, seconds=seconds), SoundReader(seconds))

    def peaks(self, data: bytes, count: int) -> Peaks | Refusal:
        """Loudness of a sound in at most `count` (1..limits.PEAKS_MAX) equal slices."""
        limits.check("count", count, 1, limits.PEAKS_MAX)
        kind = kind_of(data, *_MOVING)
        if isinstance(kind, Refusal):
            return kind
        return self._run(kind, data, Arguments(Op.PEAKS, count=count), PeaksReader(count))

    def redacted(
        self, data: bytes, boxes: tuple[Box, ...], silences: tuple[Silence, ...], go_on: GoOn
    ) -> Redacted | Refusal:
        """A film or sound with parts covered and silenced, made anew: WebM of VP8 and Opus, a sound Ogg of Opus.

        Boxes are in pixels of the upright picture, of the size `facts` tells. Blocks for about as long as the film is,
        one at a time; `go_on` is told how far it is, and ends it (STOPPED).
        """
        facts = self.facts(data)
        if isinstance(facts, Refusal):
            return facts
        if facts.kind.family not in _MOVING:
            return Refusal(RefusalCode.NOT_PREVIEWABLE, facts.kind.kind)
        if not facts.width_px and not facts.has_sound:
            film = facts.kind.family is Family.VIDEO
            return Refusal(RefusalCode.NO_MOVING_PICTURE if film else RefusalCode.NO_SOUND)
        sound_at = (lambda at_s: self.sound(data, at_s, limits.COPY_SOUND_S)) if facts.has_sound else None
        cover = Cover(facts.width_px, facts.height_px, boxes, silences)
        work = Redacting(cover, facts.duration_s or 0.0, sound_at, go_on)
        with self._workers[Sort.COPY].one() as copy, ExitStack() as held:
            if isinstance(copy, Refusal):
                return copy
            if facts.width_px:
                reel = held.enter_context(self._workers[Sort.REEL].one())
                made = reel if isinstance(reel, Refusal) else work.film(reel, copy, data)
            else:
                made = work.sound(copy)
        if isinstance(made, Refusal):
            return Refusal(RefusalCode.CLOSED) if self._workers[Sort.COPY].closed else made
        return Redacted(WEBM if facts.width_px else OGG, made)

    def report(self) -> JailReport | None:
        """Why previews are off, None as long as they are not."""
        return next((why for why in (each.report() for each in self._workers.values()) if why), None)

    def busy(self) -> int:
        """Files being decoded at this moment."""
        return sum(each.busy() for each in self._workers.values())

    def close(self) -> None:
        """Kill every worker, busy ones too, and wait until all are gone; idempotent."""
        for each in self._workers.values():
            each.close()

    def _run(self, kind: FileKind, data: bytes, asked: Arguments, reader: Reader[_ResultT]) -> _ResultT | Refusal:
        """One question about one file to one fresh worker of the file's sort."""
        workers = self._workers[SORT_OF[kind.family]]
        with workers.one() as worker:
            if isinstance(worker, Refusal):
                return worker
            answer = exchange.ask(worker, data, asked, reader, time.monotonic() + self._wall_s)
        return Refusal(RefusalCode.CLOSED) if workers.closed and isinstance(answer, Refusal) else answer


def kind_of(data: bytes, *families: Family) -> FileKind | Refusal:
    """Kind of a file that may go to a worker as one of `families`, else the refusal (kind first, then its size)."""
    kind = recognise(data)
    if isinstance(kind, NotAllowed):
        return Refusal(RefusalCode(kind.why.value), kind.name)
    if kind.family not in families:
        return Refusal(RefusalCode.NOT_PREVIEWABLE, kind.kind)
    if len(data) > (limits.MEDIA_MAX_BYTES if kind.family in _MOVING else limits.FILE_MAX_BYTES):
        return Refusal(RefusalCode.TOO_LARGE)
    return kind
