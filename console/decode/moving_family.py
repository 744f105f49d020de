"""What a worker can be asked about films and sounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

from console.decode import answers_facts, answers_moving, moving, moving_facts, sample_film, sounds
from console.decode.clip import Clip, Frame
from console.decode.wire import Answer, Arguments, Op


def load() -> Mapping[Op, Callable[[BinaryIO, Arguments], Answer]]:
    """Warm the decoders, before the lock; the operations by their number."""
    works = {Op.FACTS: _facts, Op.CLIP: _clip, Op.STILLS: _stills, Op.SOUND: _sound, Op.PEAKS: _peaks}
    for op, work in works.items():
        work(sample_film.made(), Arguments(op, max_edge_px=32, count=2, seconds=0.1))
    return works


def load_walk() -> Mapping[Op, Callable[[BinaryIO, Arguments], Answer]]:
    """Warm the decoders; what goes on through one film, request after request, keeps it open."""
    load()
    films: list[moving.Film] = []

    def clip(file: BinaryIO, asked: Arguments) -> Answer:
        if not films:
            films.append(moving.Film(file))
        return _packed(films[0].clip(asked.from_s, asked.seconds, asked.max_edge_px))

    return {Op.CLIP: clip}


def _facts(file: BinaryIO, asked: Arguments) -> Answer:
    found = moving_facts.read(file)
    return answers_facts.pack_facts(found.claims, duration_s=found.duration_s, has_sound=found.has_sound)


def _clip(file: BinaryIO, asked: Arguments) -> Answer:
    return _packed(moving.clip(file, asked.from_s, asked.seconds, asked.max_edge_px))


def _packed(clip: Clip) -> Answer:
    return answers_moving.pack_clip(
        clip.width_px, clip.height_px, _pairs(clip.frames), sound=clip.sound, sound_from_s=clip.sound_from_s,
        duration_s=clip.duration_s, ended=clip.ended, on_the_way=clip.on_the_way,
    )  # fmt: skip


def _stills(file: BinaryIO, asked: Arguments) -> Answer:
    stills = moving.stills(file, asked.count, asked.max_edge_px)
    return answers_moving.pack_stills(stills.width_px, stills.height_px, _pairs(stills.frames), stills.duration_s)


def _sound(file: BinaryIO, asked: Arguments) -> Answer:
    sound = sounds.cut(file, asked.from_s, asked.seconds)
    return answers_moving.pack_sound(
        sound.samples, from_s=sound.from_s, duration_s=sound.duration_s, ended=sound.ended
    )  # fmt: skip


def _peaks(file: BinaryIO, asked: Arguments) -> Answer:
    peaks = sounds.peaks(file, asked.count)
    return answers_moving.pack_peaks(peaks.levels, peaks.duration_s)


def _pairs(frames: tuple[Frame, ...]) -> list[tuple[float, bytes]]:
    return [(frame.at_s, frame.rgb) for frame in frames]
