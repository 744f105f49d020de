"""Films of few key frames are gone through: how far it came is told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing

import pytest

from console.decode import limits, moving
from console.decode.clip import Clip
from console.decode.film_frame import Painter
from console.decode.film_walk import FilmWalk, Walked
from console.decode.media_file import MediaFile
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from tests.decode.films import film, number_of

_US = 1_000_000


@pytest.fixture(scope="module")
def lone_key() -> bytes:
    """Sixty frames of which only the first stands by itself."""
    return film(60, gop=600, sound="aac")


@pytest.fixture
def walk(lone_key: bytes) -> Iterator[FilmWalk]:
    with MediaFile(io.BytesIO(lone_key)) as media:
        yield FilmWalk(media)


def asked(walk: FilmWalk, from_s: float, seconds: float = 0.0, *, lead_s: float = 9.0) -> Walked:
    return walk.span(Painter(96), round(from_s * _US), round((from_s + seconds) * _US), lead_s)


def numbers(walked: Walked) -> list[int]:
    return [number_of(frame.rgb) for frame in walked.frames]


def test_a_way_too_long_is_gone_in_steps_and_comes_to_the_very_frame(walk: FilmWalk) -> None:
    seen = []
    while (walked := asked(walk, 2.0, lead_s=0.0)).on_the_way:
        seen += numbers(walked)
    assert seen == sorted(set(seen))
    assert len(seen) > 10
    assert numbers(walked) == [50]


def test_spans_one_after_the_other_join_and_a_frame_may_be_asked_for_again(walk: FilmWalk) -> None:
    assert numbers(asked(walk, 1.0)) == [25]
    assert numbers(asked(walk, 1.0)) == [25]
    assert numbers(asked(walk, 1.0, 0.4)) == list(range(25, 35))
    assert numbers(asked(walk, 1.4, 0.4)) == list(range(35, 45))
    last = asked(walk, 1.8, 2.0)
    assert (numbers(last), last.ended) == (list(range(45, 60)), True)


def test_what_lies_behind_is_gone_to_from_the_beginning(walk: FilmWalk) -> None:
    assert numbers(asked(walk, 2.0)) == [50]
    assert numbers(asked(walk, 0.4)) == [10]
    assert numbers(asked(walk, 2.2)) == [55]


def test_a_key_frame_further_on_is_gone_to_at_once() -> None:
    with MediaFile(io.BytesIO(film(70, gop=10))) as media:
        walk = FilmWalk(media)
        assert numbers(asked(walk, 0.0)) == [0]
        assert asked(walk, 2.6, lead_s=0.0).frames[0].at_s >= 2.4


def test_in_the_jail_one_worker_goes_on_as_fresh_ones_would_and_ends_when_told(lone_key: bytes) -> None:
    with closing(Decoder(warm=0)) as decoder:
        walk = decoder.walk(lone_key)
        assert not isinstance(walk, Refusal)
        for from_s, seconds in ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.5, 0.0)):
            found = walk.clip(from_s, seconds, 96)
            assert found == moving.clip(io.BytesIO(lone_key), from_s, seconds, 96)
            assert isinstance(found, Clip)
        assert decoder.busy() == 1
        walk.stop()
        assert decoder.busy() == 0
        assert walk.clip(0.0, 0.0, 96) == Refusal(RefusalCode.CLOSED)
        assert isinstance(decoder.walk(b"%PDF-1.4 no film"), Refusal)


def test_a_single_frame_comes_as_large_as_the_film_has_it() -> None:
    wide = film(2, size=(1600, 64))
    with closing(Decoder(warm=0)) as decoder:
        single = decoder.clip(wide, 0.0, 0, limits.FRAME_EDGE_MAX_PX)
        assert isinstance(single, Clip)
        assert (single.width_px, single.height_px) == (1600, 64)
        with pytest.raises(ValueError, match="max_edge_px"):
            decoder.clip(wide, 0.0, 1.0, limits.FRAME_EDGE_MAX_PX)
