"""Broken, fuzzed and bomb files end in a picture or a named refusal; decoding goes on."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from console.decode import limits
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import Family, FileKind, recognise
from tests.decode.test_photo import corners, saved

ALLOWED_ENDS = set(RefusalCode) - {RefusalCode.PREVIEW_OFF, RefusalCode.CLOSED, RefusalCode.TIMED_OUT}


def test_a_slice_of_hostile_files_ends_in_pictures_or_names(decoder: Decoder, real_data: Path):
    files = sorted((real_data / "media" / "hostile").iterdir())
    photos = [file for file in files if isinstance(recognise(file.read_bytes()), FileKind)]
    named = [file for file in files if not file.name.startswith("crash-")]
    for file in {*random.Random(25).sample(photos, 25), *named}:
        answer = decoder.photo(file.read_bytes(), 1600)
        assert isinstance(answer, Picture) or answer.code in ALLOWED_ENDS, file.name


def test_hostile_films_sounds_and_documents_end_in_something_or_a_name(decoder: Decoder, real_data: Path):
    asks: dict[Family, Callable[[bytes], object]] = {
        Family.VIDEO: lambda data: decoder.clip(data, 0, 1, 320),
        Family.AUDIO: lambda data: decoder.peaks(data, 100),
        Family.DOCUMENT: lambda data: decoder.page(data, 1, 400),
    }
    files = sorted((real_data / "media" / "hostile").iterdir())
    kinds = {file: kind.family for file in files if isinstance(kind := recognise(file.read_bytes()), FileKind)}
    for family, ask in asks.items():
        of_it = [file for file, found in kinds.items() if found is family]
        assert of_it, family
        for file in random.Random(3).sample(of_it, min(3, len(of_it))):
            answer = ask(file.read_bytes())
            assert not isinstance(answer, Refusal) or answer.code in ALLOWED_ENDS, file.name


def test_refusing_everything_would_be_a_failure(decoder: Decoder, real_data: Path):
    """What Pillow opens whole under the same list and limits, the jail opens too."""
    for file in sorted((real_data / "media" / "hostile").iterdir()):
        if file.suffix not in {".jpg", ".png", ".heif"}:
            continue
        try:
            with Image.open(file, formats=["JPEG", "PNG"]) as image:
                image.load()
        except (OSError, SyntaxError, ValueError):
            continue
        assert isinstance(decoder.photo(file.read_bytes(), 1600), Picture), file.name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photos_with_bytes_turned_over_never_hurt(decoder: Decoder, kind: str):
    chance = random.Random(kind)
    whole = saved(corners(), kind)
    for _ in range(12):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 20)):
            broken[chance.randrange(12, len(broken))] = chance.randrange(256)
        answer = decoder.photo(bytes(broken), 200)
        assert isinstance(answer, Picture) or answer.code in ALLOWED_ENDS
    assert isinstance(decoder.photo(whole, 200), Picture)
    assert decoder.report() is None


def test_limits_leave_room_for_the_largest_answer():
    assert limits.EDGE_MAX_PX**2 * 4 <= limits.WORKER_MEMORY_BYTES // 4
