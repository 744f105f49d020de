"""Do the decoders work here, in the jail? A photo, a film, its sound, a page, a copy."""

from __future__ import annotations

from collections.abc import Callable

from console.decode.clip import Clip
from console.decode.page import Page
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.decode.sound import Peaks
from console.domain.box import Box
from console.drill import sample_files

_FRAMES = 5
_BLACK = 20


def try_each() -> tuple[int, list[str]]:
    """How many of the five trials came out right, and what went wrong with the others.

    Where this machine cannot hold the jail, nothing is decoded: none came out, and the one complaint says so.
    """
    decoder = Decoder(warm=1, at_once=1)
    try:
        wrong = [f"{name}: {said}" for name, said in ((each.__name__, each(decoder)) for each in _TRIALS) if said]
    finally:
        decoder.close()
    if wrong and all(RefusalCode.PREVIEW_OFF in said for said in wrong):
        return 0, ["previews are off on this machine: main.py doctor says why"]
    return len(_TRIALS) - len(wrong), wrong


def photo(decoder: Decoder) -> str:
    """HEIC: one red picture. Returns what is wrong, empty when nothing is."""
    answer = decoder.photo(sample_files.photo(), 32)
    if not isinstance(answer, Picture):
        return _said(answer)
    red, green, blue, _ = answer.rgba[:4]
    return "" if (answer.width_px, answer.height_px) == (32, 32) and red > 150 > green + blue else "another picture"


def film(decoder: Decoder) -> str:
    """H.264 and AAC: every frame and the sound beside it. Returns what is wrong."""
    answer = decoder.clip(sample_files.film(), 0, 1, 32)
    if not isinstance(answer, Clip):
        return _said(answer)
    lightness = [frame.rgb[0] for frame in answer.frames]
    if len(lightness) != _FRAMES or lightness != sorted(set(lightness)):
        return f"frames {lightness}"
    return "" if any(answer.sound) else "silence"


def sound(decoder: Decoder) -> str:
    """AAC alone: its loudness. Returns what is wrong."""
    answer = decoder.peaks(sample_files.film(), 20)
    return _said(answer) if not isinstance(answer, Peaks) else "" if max(answer.levels) > 20 else "silence"


def page(decoder: Decoder) -> str:
    """PDF: one white page. Returns what is wrong."""
    answer = decoder.page(sample_files.document(), 1, 32)
    return _said(answer) if not isinstance(answer, Page) else "" if answer.rgba[:3] == b"\xff" * 3 else "another page"


def copy(decoder: Decoder) -> str:
    """VP8 and Opus: a film with half of it black. Returns what is wrong."""
    facts = decoder.facts(sample_files.film())
    if isinstance(facts, Refusal):
        return _said(facts)
    half = Box(left=0, top=0, right=facts.width_px // 2, bottom=facts.height_px)
    answer = decoder.redacted(sample_files.film(), (half,), (), lambda _: True)
    if isinstance(answer, Refusal):
        return _said(answer)
    clip = decoder.clip(answer.body, 0, 1, 32)
    if not isinstance(clip, Clip):
        return _said(clip)
    first = clip.frames[0].rgb if clip.frames else b"\xff"
    return "" if max(first[:6]) <= _BLACK and any(clip.sound) else "nothing is covered, or there is no sound"


def _said(refused: Refusal) -> str:
    return f"{refused.code} {refused.detail}".strip()


_TRIALS: tuple[Callable[[Decoder], str], ...] = (photo, film, sound, page, copy)
