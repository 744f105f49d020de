"""A track says where a unit was and how old that is; nothing is guessed across a gap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.passing import passing, passings
from console.domain.place import distance_m
from console.domain.track import Track, TrackPoint, joined, position_at, segments, track_of
from console.domain.track_jumps import JUMP_M_S, Trail, followed, impossible, latest_after, marked, settled_at
from console.domain.unit import Doubt, Position

T0 = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
LAT, LON = -7.9786, 112.6318
DEGREE_M = 111_195.0


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def fix(seconds: float, north_m: float = 0, east_m: float = 0, **more: object) -> TrackPoint:
    lat, lon = LAT + north_m / DEGREE_M, LON + east_m / DEGREE_M / 0.9903
    return TrackPoint(at=at(seconds), lat=lat, lon=lon, **more)  # type: ignore[arg-type]


def way(*points: TrackPoint) -> Track:
    return track_of("u1", points)


spots = st.builds(
    fix, st.integers(0, 3_600), st.integers(-2_000, 2_000), st.integers(-2_000, 2_000), mock=st.booleans(),
    jump=st.booleans(),
)  # fmt: skip
tracks = st.lists(spots, max_size=12, unique_by=lambda point: point.at).map(lambda points: way(*points))


def test_a_unit_is_where_its_last_fix_was_and_the_age_says_how_surely() -> None:
    track = way(fix(0), fix(60, 600), fix(1_000, 900))
    assert position_at(track, at(-1)) is None
    where = position_at(track, at(90))
    assert where is not None
    assert where.point == track.points[1]
    assert (where.age_s, where.between, where.stale(30), where.stale(29)) == (30, False, False, True)


def test_between_fresh_fixes_it_moves_evenly_and_across_a_gap_it_stands() -> None:
    track = way(fix(0), fix(60, 600), fix(1_000, 900))
    where = position_at(track, at(30), 300)
    assert where is not None
    assert where.between
    assert where.age_s == 30
    assert distance_m(where.lat, where.lon, track.points[0].lat, track.points[0].lon) == pytest.approx(300, abs=1)
    stands = position_at(track, at(500), 300)
    assert stands is not None
    assert (stands.lat, stands.between) == (track.points[1].lat, False)


def test_the_date_line_is_crossed_the_short_way() -> None:
    west = TrackPoint(at=at(0), lat=0, lon=179.999)
    east = TrackPoint(at=at(10), lat=0, lon=-179.997)
    where = position_at(way(west, east), at(5), 60)
    assert where is not None
    assert where.lon == pytest.approx(-179.999)


@settings(max_examples=40, deadline=None)
@given(track=tracks, when=st.integers(-10, 4_000), stale=st.sampled_from((0, 60, 300)))
def test_the_place_is_never_from_the_future_never_a_jump_never_off_the_leg(
    track: Track, when: int, stale: int
) -> None:
    where = position_at(track, at(when), stale)
    believed = [point for point in track.points if not point.jump and point.at <= at(when)]
    assert (where is None) == (not believed)
    if where is None:
        return
    assert where.point == believed[-1]
    assert where.age_s == (at(when) - believed[-1].at).total_seconds() >= 0
    if where.between:
        later = next(point for point in track.points if not point.jump and point.at > at(when))
        assert (later.at - where.point.at).total_seconds() <= stale
        for name in ("lat", "lon"):
            low, high = sorted((getattr(where.point, name), getattr(later, name)))
            assert low - 1e-9 <= getattr(where, name) <= high + 1e-9
    else:
        assert (where.lat, where.lon) == (where.point.lat, where.point.lon)


@settings(max_examples=40, deadline=None)
@given(track=tracks, gap=st.integers(1, 900))
def test_segments_hold_every_believed_fix_once_and_no_gap(track: Track, gap: int) -> None:
    pieces = segments(track, gap)
    assert [point for piece in pieces for point in piece] == [point for point in track.points if not point.jump]
    assert all((b.at - a.at).total_seconds() <= gap for piece in pieces for a, b in pairwise(piece))
    assert all((b[0].at - a[-1].at).total_seconds() > gap for a, b in pairwise(pieces))


def test_pages_of_a_track_join_without_doubling_the_fix_on_both() -> None:
    whole = way(fix(0), fix(10), fix(20))
    assert joined(way(fix(0), fix(10)), way(fix(10), fix(20))) == whole


def test_one_wild_fix_is_a_jump_and_the_way_goes_on() -> None:
    track = marked(way(fix(0), fix(10, 100), fix(20, 40_000), fix(30, 300)))
    assert [point.jump for point in track.points] == [False, False, True, False]
    assert track.jumps == (track.points[2],)


def test_a_first_fix_that_was_wrong_is_not_believed_for_ever() -> None:
    track = marked(way(fix(0, 80_000), fix(10), fix(20, 50), fix(30, 100)))
    assert [point.jump for point in track.points] == [False, True, False, False]


def test_accuracy_excuses_what_it_says_and_no_more_than_a_cell_reaches() -> None:
    assert impossible(fix(0), fix(10, 3_000))
    assert not impossible(fix(0), fix(10, 3_000, accuracy_m=2_500))
    assert impossible(fix(0), fix(10, 20_000, accuracy_m=1e6))
    assert not impossible(fix(0), fix(600, JUMP_M_S * 599))


def test_a_clock_ahead_counts_as_the_servers_and_a_clock_behind_as_its_own() -> None:
    assert settled_at(at(3_600), at(0)) == at(0)
    assert settled_at(at(-3_600), at(0)) == at(-3_600)
    # Fixes pulled back to one instant are compared as if a second had passed, not none.
    assert not impossible(fix(0), fix(0, 100))


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.tuples(st.integers(1, 60), st.integers(-69, 69)), max_size=12))
def test_nobody_below_the_bound_is_ever_marked(steps: list[tuple[int, int]]) -> None:
    seconds, north_m, trail = 0, 0, Trail()
    for lasted_s, speed in steps:
        seconds, north_m = seconds + lasted_s, north_m + lasted_s * speed
        trail, jump = followed(trail, fix(seconds, north_m))
        assert not jump


def test_who_passed_between_two_fixes_is_found_with_the_closest_point_and_when() -> None:
    track = way(fix(0, 40, -500), fix(50, 40, 500), fix(2_000, 5_000))
    found = passing(track, LAT, LON, 100, at(0), at(100), gap_s=300)
    assert found is not None
    assert found.between
    assert not found.doubtful
    assert found.closest_m == pytest.approx(40, abs=1)
    assert found.closest_at == pytest.approx(at(25), abs=timedelta(seconds=0.2))
    inside_s = (found.last_at - found.first_at).total_seconds()
    assert inside_s == pytest.approx(2 * (100**2 - 40**2) ** 0.5 / 1_000 * 50, abs=0.3)
    assert passing(track, LAT, LON, 100, at(0), at(20), gap_s=300) is None
    assert passing(track, LAT, LON, 100, at(0), at(100), gap_s=49) is None


def test_a_jump_leaves_the_unit_where_it_was_believed_until_a_fix_is_believed_again() -> None:
    def seen(seconds: float, lat: float = LAT, jump: bool = False) -> Position:
        return Position(unit_id="u1", lat=lat, lon=LON, at=at(seconds), received_at=at(seconds), jump=jump)

    believed = latest_after(None, seen(0))
    assert believed == seen(0)
    wild = latest_after(believed, seen(10, LAT + 1, jump=True))
    assert wild is not None
    assert (wild.lat, wild.at, wild.jumped_at, wild.doubt) == (LAT, at(0), at(10), Doubt.JUMP)
    assert latest_after(wild, seen(5, LAT + 2, jump=True)) is None, "an older jump tells nothing new"
    again = latest_after(wild, seen(20, LAT - 1, jump=True))
    assert again is not None
    assert (again.at, again.jumped_at) == (at(0), at(20))
    calm = latest_after(again, seen(30))
    assert calm == seen(30)
    assert latest_after(calm, seen(20)) is None
    assert latest_after(seen(0, LAT + 1, jump=True), seen(5, LAT + 2, jump=True)) == seen(5, LAT + 2, jump=True)


def test_only_made_up_or_jumped_fixes_there_are_doubtful_and_stand_last() -> None:
    fake = track_of("fake", (fix(0, 5, mock=True), fix(10, 5, jump=True)))
    true = track_of("true", (fix(0, 90),))
    far = track_of("far", (fix(0, 900),))
    found = passings((fake, far, true), LAT, LON, 100, at(0), at(60), gap_s=300)
    assert [(each.unit_id, each.doubtful) for each in found] == [("true", False), ("fake", True)]


@settings(max_examples=40, deadline=None)
@given(track=tracks, radius=st.integers(50, 2_000), since=st.integers(0, 1_800), lasts=st.integers(0, 1_800))
def test_near_agrees_with_looking_every_second(track: Track, radius: int, since: int, lasts: int) -> None:
    sure = Track(unit_id="u1", points=tuple(point for point in track.points if not (point.jump or point.mock)))
    found = passing(sure, LAT, LON, radius, at(since), at(since + lasts), gap_s=300)
    seen = []
    for second in range(since, since + lasts + 1, 7):
        where = position_at(sure, at(second), 300)
        if where is not None and (where.between or where.age_s == 0):
            seen.append((distance_m(where.lat, where.lon, LAT, LON), at(second)))
    if found is None:
        assert all(metres > radius - 1 for metres, _ in seen)
        return
    assert found.closest_m <= radius
    assert at(since) <= found.first_at <= found.closest_at <= found.last_at <= at(since + lasts)
    assert all(metres >= found.closest_m - 1.5 for metres, _ in seen)
    assert all(found.first_at <= when <= found.last_at for metres, when in seen if metres < radius - 1)
