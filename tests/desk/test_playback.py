"""The clockwork of players: frames in time, steps, loops, speeds, jumps, a memory bound."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from console.desk.part import Part
from console.desk.playback import Playback
from console.desk.spans import BYTES_PER_MS
from console.desk.wishes import Wish
from tests.worlds.films import HandFilm, Viewing


def a_viewing(film: HandFilm | None = None, **how: int) -> Viewing:
    made = Viewing(film or HandFilm(), **how)
    made.answer()
    return made


def test_its_first_frame_is_asked_alone_and_shown_before_anything_else() -> None:
    viewing = Viewing(HandFilm())
    assert viewing.playback.wish() == Wish(viewing.playback.generation, 0, 0)
    viewing.answer(1)
    assert viewing.shown == 0.0
    viewing.answer()
    assert viewing.playback.ranges == ((0, 2_000),)


def test_frames_are_shown_at_their_times_and_none_is_left_out() -> None:
    viewing = a_viewing()
    viewing.play()
    seen = []
    for _ in range(500):
        viewing.go(0.01)
        seen.append(viewing.shown)
    assert list(dict.fromkeys(seen)) == [number / 25 for number in range(126)]
    assert viewing.playback.dropped == 0
    assert viewing.playback.at_s == pytest.approx(5.0)


def test_late_frames_are_dropped_not_shown_late() -> None:
    viewing = a_viewing()
    viewing.play()
    viewing.go(1.0, tick_s=0.2)
    assert viewing.shown == 1.0
    assert viewing.playback.dropped == 20


@pytest.mark.parametrize("rate", [0.25, 0.5, 1.5, 2.0, 4.0])
def test_the_speed_is_that_of_the_clock_times_the_rate(rate: float) -> None:
    viewing = a_viewing()
    viewing.play(rate)
    viewing.go(1.2)
    assert viewing.playback.at_s == pytest.approx(1.2 * rate)
    assert viewing.shown == pytest.approx(1.2 * rate, abs=0.04)


def test_it_waits_where_the_next_span_is_not_here_and_goes_on_when_it_comes() -> None:
    viewing = a_viewing()
    viewing.play()
    viewing.go(3.0, fetching=False)
    assert viewing.playback.waiting
    assert (viewing.playback.at_s, viewing.shown) == (2.0, 1.96)
    viewing.answer(1)
    viewing.go(0.5)
    assert not viewing.playback.waiting
    assert viewing.playback.at_s == pytest.approx(2.5)


def test_after_waiting_it_waits_until_a_little_lies_ahead() -> None:
    viewing = a_viewing(span_ms=200)
    viewing.play()
    viewing.go(1.0, fetching=False)
    assert viewing.playback.waiting
    at_s = viewing.playback.at_s
    viewing.answer(1)
    viewing.go(0.1, fetching=False)
    assert viewing.playback.at_s == at_s
    viewing.answer(1)
    viewing.go(0.1, fetching=False)
    assert viewing.playback.at_s == pytest.approx(at_s + 0.1)


def test_it_stops_at_the_end_and_plays_from_the_beginning_then() -> None:
    viewing = a_viewing(HandFilm(1_000))
    viewing.play()
    viewing.go(1.5)
    assert not viewing.playback.playing
    assert (viewing.playback.at_s, viewing.shown) == (1.0, 0.96)
    viewing.play()
    viewing.go(0.2)
    assert viewing.playback.at_s == pytest.approx(0.2)


def test_a_loop_goes_on_without_asking_or_waiting_again() -> None:
    viewing = a_viewing(HandFilm(1_000))
    viewing.playback.loops = True
    viewing.play()
    viewing.go(0.5)
    asked = len(viewing.wishes)
    viewing.go(2.75)
    assert viewing.playback.playing
    assert not viewing.playback.waiting
    assert viewing.playback.at_s == pytest.approx(0.25)
    assert len(viewing.wishes) == asked


def test_of_a_long_loop_the_beginning_is_asked_for_before_the_end() -> None:
    film = HandFilm(8_000, edge=16)
    viewing = a_viewing(film, limit_bytes=25 * 5 * 16 * 16 * 3)
    viewing.playback.loops = True
    viewing.play()
    viewing.go(7.9, tick_s=0.05)
    assert viewing.playback.ranges[0][0] == 0
    viewing.go(1.0, tick_s=0.05)
    assert not viewing.playback.waiting
    assert viewing.playback.at_s == pytest.approx(0.9)


def test_backwards_it_goes_frame_by_frame_to_the_beginning() -> None:
    viewing = a_viewing()
    viewing.seek(3.0)
    viewing.answer()
    viewing.play(-1.0)
    seen = []
    for _ in range(400):
        viewing.go(0.01)
        seen.append(viewing.shown)
    assert list(dict.fromkeys(seen)) == [number / 25 for number in range(75, -1, -1)]
    assert not viewing.playback.playing


def test_steps_go_one_frame_each_way_across_spans() -> None:
    viewing = a_viewing(span_ms=200)
    for number in range(1, 12):
        viewing.step(1)
        assert viewing.shown == number / 25
    for number in range(10, -1, -1):
        viewing.step(-1)
        assert viewing.shown == number / 25
    viewing.step(-1)
    assert viewing.shown == 0.0
    assert viewing.playback.wish() is None


def test_a_step_back_right_after_a_jump_is_the_frame_before_the_one_there() -> None:
    viewing = a_viewing()
    viewing.seek(5.01)
    viewing.playback.step(-1, viewing.now_s)
    viewing.answer()
    assert viewing.shown == 4.96


def test_a_step_while_playing_pauses() -> None:
    viewing = a_viewing()
    viewing.play()
    viewing.go(1.0)
    viewing.step(1)
    assert not viewing.playback.playing
    assert viewing.shown == 1.04


def test_steps_at_the_end_stay_there() -> None:
    viewing = a_viewing(HandFilm(1_000))
    viewing.seek(1.0)
    viewing.answer()
    assert viewing.shown == 0.96
    viewing.step(1)
    assert viewing.shown == 0.96
    assert viewing.playback.wish() is None
    viewing.step(-1)
    assert viewing.shown == 0.92


def test_what_was_asked_before_a_jump_is_not_taken() -> None:
    viewing = a_viewing()
    viewing.play()
    wish = viewing.playback.wish()
    assert wish is not None
    viewing.seek(8.0)
    assert not viewing.playback.take(wish, viewing.film.span(wish.from_ms, wish.length_ms))
    assert viewing.playback.ranges == ((0, 2_000),)
    assert not viewing.playback.fresh
    viewing.go(0.05)
    assert viewing.playback.fresh
    assert viewing.shown == pytest.approx(8.04, abs=0.05)


def test_what_is_kept_stays_within_the_bound_however_it_is_played() -> None:
    film = HandFilm(60_000, edge=16)
    limit = 25 * 9 * 16 * 16 * 3
    viewing = a_viewing(film, limit_bytes=limit)
    viewing.play(4.0)
    most = 0
    for _ in range(100):
        viewing.go(0.1, tick_s=0.05)
        most = max(most, viewing.playback.size_bytes)
    assert 0 < most <= limit
    assert viewing.playback.at_s > 30


def test_a_paused_frame_is_asked_for_as_sharp_as_can_be_had() -> None:
    viewing = Viewing(HandFilm())
    viewing.playback.begin(10_000, full_edge_px=8)
    viewing.answer(2)
    wish = viewing.playback.wish()
    assert wish is not None
    assert wish.sharp
    sharper = HandFilm(edge=8).span(wish.from_ms, 0)
    viewing.playback.take(wish, sharper)
    assert viewing.playback.frame is sharper.frames[0]
    assert viewing.playback.wish() is None
    viewing.step(1)
    assert viewing.playback.frame is not None
    assert viewing.playback.frame.edge_px == 4


def test_a_file_cut_short_ends_where_it_ends() -> None:
    viewing = a_viewing(HandFilm(3_000, told_ms=60_000))
    viewing.play()
    viewing.go(10.0)
    assert not viewing.playback.playing
    assert viewing.shown == 2.96
    assert viewing.playback.duration_ms == 4_000


def test_a_file_that_does_not_tell_its_length_is_played_to_its_end() -> None:
    viewing = Viewing(HandFilm(3_000))
    viewing.playback.begin(None)
    viewing.answer()
    viewing.play()
    viewing.go(6.0)
    assert not viewing.playback.playing
    assert viewing.shown == 2.96


def test_after_a_refusal_nothing_is_asked_until_the_next_jump() -> None:
    viewing = a_viewing()
    viewing.play()
    viewing.playback.troubled = True
    assert viewing.playback.wish() is None
    viewing.seek(1.0)
    assert viewing.playback.wish() is not None


def test_sound_comes_in_the_order_of_the_file_across_spans() -> None:
    viewing = a_viewing(HandFilm(sound=True), span_ms=300)
    viewing.play()
    viewing.answer(5)
    sound = viewing.playback.sound(250, 200)
    assert [sound[ms * BYTES_PER_MS] for ms in range(200)] == [(250 + ms) % 251 for ms in range(200)]
    assert len(viewing.playback.sound(1_400, 1_000)) % BYTES_PER_MS == 0


@settings(max_examples=25, deadline=None)
@example([("play", 0.25), ("seek", 8.0)])
@example([("play", -1.0), ("seek", 1.0)])
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("seek"), st.floats(0, 12)),
            st.tuples(st.just("go"), st.floats(0.01, 1.5)),
            st.tuples(st.just("step"), st.sampled_from([1.0, -1.0])),
            st.tuples(st.just("play"), st.sampled_from([0.25, 1.0, 2.0, -1.0])),
            st.tuples(st.just("pause"), st.just(0.0)),
            st.tuples(st.just("loop"), st.sampled_from([0.0, 1.0])),
        ),
        max_size=12,
    )
)
def test_whatever_is_done_the_frame_seen_is_the_one_of_the_moment(acts: list[tuple[str, float]]) -> None:
    viewing = a_viewing(HandFilm(7_130, per_second=30), span_ms=700)
    there = viewing.playback
    for act, value in acts:
        if act == "seek":
            viewing.seek(value)
        elif act == "go":
            viewing.go(value, tick_s=0.03)
        elif act == "step":
            viewing.step(int(value))
        elif act == "play":
            viewing.play(value)
        elif act == "pause":
            there.pause(viewing.now_s)
        else:
            there.loops = bool(value)
        viewing.answer(20)
        assert viewing.playback.wish() is None
        assert 0 <= there.at_s <= 7.13
        if there.playing:
            there.tick(viewing.now_s)
            viewing.answer(20)  # a film sought to its end comes to rest there, and only then wants its last frame
        wanted = min(213, int((there.at_s + 0.0005) * 30 + 1e-6))
        # Backwards a span ends where the next frame begins: standing on that very moment, the one before is on show.
        born = there.rate < 0 and there.playing and abs(there.at_s * 30 - round(there.at_s * 30)) < 0.05
        assert any(viewing.shown == pytest.approx((wanted - less) / 30, abs=1e-6) for less in range(1 + born))


def test_a_playback_of_nothing_asks_for_nothing() -> None:
    playback = Playback()
    playback.begin(0)
    playback.take(Wish(playback.generation, 0, 0), HandFilm().span(0, 0))
    playback.play(1.0)
    playback.tick(2.0)
    assert not playback.playing


def test_a_part_is_played_again_and_again_from_mark_to_mark() -> None:
    viewing = a_viewing(HandFilm(4_000))
    viewing.playback.part = Part().begun_at(1_000).ended_at(2_000)
    viewing.seek(1.0)
    viewing.answer()
    viewing.play()
    seen = []
    for _ in range(250):
        viewing.go(0.01)
        seen.append(viewing.shown or 0.0)
    assert (min(seen), max(seen)) == (1.0, 1.96)
    assert viewing.playback.at_s == pytest.approx(1.5)
    assert not viewing.playback.waiting


def test_backwards_a_part_goes_on_from_its_end() -> None:
    viewing = a_viewing(HandFilm(4_000))
    viewing.playback.part = Part().begun_at(1_000).ended_at(2_000)
    viewing.seek(1.2)
    viewing.answer()
    viewing.play(-1.0)
    viewing.go(0.7)
    viewing.answer()
    assert 1.0 <= viewing.playback.at_s <= 2.0


def test_outside_the_marked_part_a_film_plays_on() -> None:
    viewing = a_viewing(HandFilm(4_000))
    viewing.playback.part = Part(1_000, 2_000)
    viewing.seek(3.0)
    viewing.answer()
    viewing.play()
    viewing.go(0.5)
    assert viewing.playback.at_s == pytest.approx(3.5)


def test_another_file_has_no_marks() -> None:
    viewing = a_viewing(HandFilm(4_000))
    viewing.playback.part = Part(1_000, 2_000)
    viewing.playback.begin(4_000)
    assert viewing.playback.part == Part()


def test_marks_keep_their_order_and_their_distance() -> None:
    assert Part().ended_at(3_000) == Part(0, 3_000)
    assert Part(1_000, 3_000).begun_at(3_500) == Part(3_500)
    assert Part(1_000).ended_at(1_050) == Part(1_000)
