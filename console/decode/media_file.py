"""A film or sound opened inside the jail by the demuxer its kind names, bounded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from types import TracebackType
from typing import BinaryIO, NoReturn

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Disposition, Stream

from console.decode import limits
from console.decode.wire import Refused, Status
from console.domain.file_kind import HEAD_BYTES, FileKind, NotAllowed, recognise

# The file's own kind decides, never a probe: a 'film' that is really a play list would name other files.
_DEMUXERS = {
    "mp4": "mov", "mov": "mov", "3gp": "mov", "m4a": "mov", "webm": "matroska", "mkv": "matroska",
    "mp3": "mp3", "ogg": "ogg", "wav": "wav", "amr": "amr",
}  # fmt: skip
_PICTURE_CODECS = frozenset({"h264", "hevc", "mpeg4", "h263", "mjpeg", "vp8", "vp9", "libdav1d"})
_SOUND_CODECS = frozenset(
    {"aac", "alac", "flac", "mp3", "mp3float", "opus", "vorbis", "amrnb", "amrwb", "gsm_ms"}
    | {"adpcm_ima_qt", "adpcm_ima_wav", "adpcm_ms", "pcm_alaw", "pcm_mulaw", "pcm_u8", "pcm_s8"}
    | {f"pcm_{number}{order}" for number in ("s16", "s24", "s32", "f32") for order in ("le", "be")}
)
_BUFFER_BYTES = 64 * 1024
_BROKEN_PACKETS_MAX = 200
_US = 1_000_000


class MediaFile:
    """An opened file: its tracks, and their packets decoded one by one. Close it, or use it in a `with`.

    Raises, on opening:
        Refused: broken, or more pixels than limits.FILM_MAX_PX.
        MemoryError: the process reached its limit.
    """

    def __init__(self, source: BinaryIO) -> None:
        kind = _kind(source)
        self.kind = kind
        try:
            self._container = _open(source, _DEMUXERS[kind.kind])
        except FFmpegError as failed:
            if isinstance(failed, MemoryError):
                raise
            raise Refused(Status.BROKEN) from None
        self.picture = _main_picture(self._container)
        self.sound = next(iter(self._container.streams.audio), None)

    def __enter__(self) -> MediaFile:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let demuxer and decoders go."""
        self._container.close()

    @property
    def metadata(self) -> dict[str, str]:
        """What the file says of itself, its picture track's words first."""
        return {**self._container.metadata, **(self.picture.metadata if self.picture else {})}

    @property
    def several_pictures(self) -> bool:
        """Whether there are more moving pictures than the one shown."""
        return sum(_is_moving(stream) for stream in self._container.streams.video) > 1

    @property
    def duration_s(self) -> float | None:
        """Length as the file tells it; None when it does not, or tells what cannot be."""
        microseconds = self._container.duration
        if microseconds is None or not 0 < microseconds <= limits.DURATION_MAX_S * _US:
            return None
        return microseconds / _US

    @property
    def has_sound(self) -> bool:
        """Whether there is sound that a decoder here knows."""
        return self.sound is not None and _is_known(self.sound, _SOUND_CODECS)

    def need_picture(self) -> av.VideoStream:
        """The moving picture, its decoder set to one thread.

        Raises:
            Refused: there is none, none a decoder here knows, or one of too many pixels.
        """
        stream = self.picture
        if stream is None:
            raise Refused(Status.NO_MOVING_PICTURE)
        if not _is_known(stream, _PICTURE_CODECS):
            raise Refused(Status.CODEC_UNKNOWN)
        if _pixels(stream) > limits.FILM_MAX_PX:
            raise Refused(Status.TOO_MANY_PIXELS)
        _hold_to_one_thread(stream)
        return stream

    def need_sound(self) -> av.AudioStream:
        """The sound, its decoder set to one thread.

        Raises:
            Refused: there is none, none a decoder here knows, or one no ear could have recorded.
        """
        stream = self.sound
        if stream is None:
            raise Refused(Status.NO_SOUND)
        if not _is_known(stream, _SOUND_CODECS):
            raise Refused(Status.CODEC_UNKNOWN)
        context = stream.codec_context
        if context.sample_rate > limits.SOUND_RATE_MAX_HZ or context.channels > limits.SOUND_CHANNELS_MAX:
            raise Refused(Status.BROKEN)
        _hold_to_one_thread(stream)
        return stream

    def seek(self, stream: av.VideoStream | av.AudioStream, to_us: int) -> None:
        """Stand at the last packet that can be decoded by itself at or before `to_us`, else at the start."""
        base = stream.time_base or Fraction(1, _US)
        try:
            self._container.seek(int(Fraction(self.origin_us + max(0, to_us), _US) / base), stream=stream)
        except FFmpegError:
            self._rewind()

    def packets(self, stream: av.VideoStream | av.AudioStream) -> Iterator[Packet[Stream]]:
        """Packets from where it stands; ends early where the file does, without an error."""
        try:
            yield from self._container.demux(stream)
        except FFmpegError as failed:
            if isinstance(failed, MemoryError):
                raise

    @property
    def origin_us(self) -> int:
        """The first moment: of the moving picture, else of the sound, on the file's own clock."""
        stream = self.picture or self.sound
        if stream is None or stream.start_time is None or stream.time_base is None:
            return self._container.start_time or 0
        return int(stream.start_time * stream.time_base * _US)

    def _rewind(self) -> None:
        try:
            self._container.seek(0)
        except FFmpegError:
            raise Refused(Status.BROKEN) from None


class Breakage:
    """Counts packets that could not be decoded: some may be lost, a file of nothing else is broken."""

    def __init__(self) -> None:
        self._count = 0

    def note(self, failed: FFmpegError) -> None:
        """Count one.

        Raises:
            MemoryError: it was memory that lacked.
            Refused: too many.
        """
        if isinstance(failed, MemoryError):
            raise failed
        self._count += 1
        if self._count > _BROKEN_PACKETS_MAX:
            raise Refused(Status.BROKEN)


def _open(source: BinaryIO, demuxer: str) -> InputContainer:
    options = {
        "protocol_whitelist": "none",
        "codec_whitelist": ",".join(sorted(_PICTURE_CODECS | _SOUND_CODECS)),
        "max_streams": str(limits.STREAMS_MAX),
        "max_pixels": str(limits.FILM_MAX_PX),
        "probesize": str(limits.PROBE_MAX_BYTES),
        "analyzeduration": str(limits.PROBE_MAX_S * _US),
        "enable_drefs": "0",
    }
    return av.open(
        source, "r", format=demuxer, options=options, metadata_errors="replace", buffer_size=_BUFFER_BYTES,
        io_open=_refuse_other_files,
    )  # fmt: skip


def _refuse_other_files(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    raise PermissionError("a file may not open another")


def _kind(source: BinaryIO) -> FileKind:
    head = source.read(HEAD_BYTES) or b""
    source.seek(0)
    kind = recognise(head)
    if isinstance(kind, NotAllowed) or kind.kind not in _DEMUXERS:
        raise Refused(Status.NOT_FOR_THIS)
    return kind


def _main_picture(container: InputContainer) -> av.VideoStream | None:
    """The largest moving picture; a cover on a song is none."""
    moving = [stream for stream in container.streams.video if _is_moving(stream)]
    return max(moving, key=_pixels, default=None)


def _pixels(stream: av.VideoStream) -> int:
    context = stream.codec_context
    return context.width * context.height if context is not None else 0


def _is_moving(stream: av.VideoStream) -> bool:
    return not stream.disposition & (Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image)


def _is_known(stream: av.VideoStream | av.AudioStream, codecs: frozenset[str]) -> bool:
    return stream.codec_context is not None and stream.codec_context.name in codecs


def _hold_to_one_thread(stream: av.VideoStream | av.AudioStream) -> None:
    """Threads would each take address space the jail counts; one decodes faster than films play."""
    context = stream.codec_context
    if not context.is_open:
        context.thread_count = 1
        context.options = {"max_pixels": str(limits.FILM_MAX_PX)}
