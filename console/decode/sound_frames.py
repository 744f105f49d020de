"""The sound of a file, frame by frame, in the form wanted; no thread is started."""

from __future__ import annotations

from collections.abc import Iterator

import av
from av.audio.frame import AudioFrame
from av.error import FFmpegError
from av.filter import Graph

from console.decode.media_file import Breakage, MediaFile

_BOTH_EARS = "stereo|c0=c0|c1=c0"
"""One ear's sound as loud in both: FFmpeg's own way takes 3 dB off, and voices on the telephone are faint enough."""

PEAK = "lavfi.astats.Overall.Peak_level"
"""Where a measured frame carries the loudest sample of any channel, in decibels of full scale."""


class Converter:
    """Passes frames through one of two graphs: to s16 stereo of a rate, or to measured slices of equal length.

    PyAV's own resampler works on a graph of as many threads as the machine has processors; this one has none.
    """

    def __init__(self, *, stereo_hz: int = 0, slice_samples: int = 0) -> None:
        self._steps: tuple[tuple[str, dict[str, str]], ...]
        self._to_stereo = bool(stereo_hz)
        if stereo_hz:
            wanted = {"sample_fmts": "s16", "channel_layouts": "stereo", "sample_rates": str(stereo_hz)}
            self._steps = (("aformat", wanted),)
        else:
            peaks = {"metadata": "1", "reset": "1", "measure_perchannel": "none", "measure_overall": "Peak_level"}
            self._steps = (("asetnsamples", {"n": str(slice_samples), "p": "0"}), ("astats", peaks))
        self._graph: Graph | None = None
        self._source: tuple[str, str, int] | None = None

    def convert(self, frame: AudioFrame | None) -> Iterator[AudioFrame]:
        """Hand in a frame (None: that was the last); yields what is ready. A change of format midway is followed."""
        if frame is not None:
            source = (frame.format.name, frame.layout.name, frame.sample_rate)
            if self._graph is None or source != self._source:
                self._source, self._graph = source, self._built(frame)
        if self._graph is None:
            return
        self._graph.push(frame)
        while True:
            try:
                ready = self._graph.pull()
            except (BlockingIOError, EOFError):
                return
            if isinstance(ready, AudioFrame):
                yield ready

    def _built(self, frame: AudioFrame) -> Graph:
        graph = Graph()
        graph.threads = 1
        source = graph.add(
            "abuffer",
            sample_rate=str(frame.sample_rate),
            sample_fmt=frame.format.name,
            channel_layout=frame.layout.name,
            time_base=str(frame.time_base or f"1/{frame.sample_rate}"),
        )
        steps = [graph.add(name, **options) for name, options in self._steps]
        if self._to_stereo and frame.layout.nb_channels == 1:
            steps.insert(0, graph.add("pan", _BOTH_EARS))
        graph.link_nodes(source, *steps, graph.add("abuffersink")).configure()
        return graph


def decoded(media: MediaFile, stream: av.AudioStream) -> Iterator[AudioFrame]:
    """Every frame from where the file stands; damaged packets are passed over.

    Raises:
        Refused: nothing but damage.
        MemoryError: the process reached its limit.
    """
    breakage = Breakage()
    for packet in media.packets(stream):
        try:
            frames = stream.codec_context.decode(packet if packet.size else None)
        except EOFError:
            return
        except FFmpegError as failed:
            breakage.note(failed)
            continue
        yield from frames
