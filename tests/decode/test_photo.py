"""Photos come back upright, small enough, with the facts they can be held to."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from console.decode.picture import Note, PhotoPlace, Picture, TakenTime
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import HEIC

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 200, 30), (30, 30, 200), (240, 240, 240)


def corners(width: int = 160, height: int = 120) -> Image.Image:
    """Red above left, green above right, blue below left, white below right."""
    image = Image.new("RGB", (width, height))
    for colour, left, top in ((RED, 0, 0), (GREEN, 1, 0), (BLUE, 0, 1), (WHITE, 1, 1)):
        image.paste(colour, (left * width // 2, top * height // 2, (left + 1) * width // 2, (top + 1) * height // 2))
    return image


def saved(image: Image.Image, kind: str = "JPEG", exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, exif=exif if exif is not None else Image.Exif(), quality=95)
    return out.getvalue()


def shown(decoder: Decoder, data: bytes, max_edge_px: int = 1600) -> Picture:
    answer = decoder.photo(data, max_edge_px)
    assert isinstance(answer, Picture), answer
    assert len(answer.rgba) == answer.width_px * answer.height_px * 4
    return answer


def as_image(picture: Picture) -> Image.Image:
    return Image.frombytes("RGBA", (picture.width_px, picture.height_px), picture.rgba).convert("RGB")


def colour_of_corners(picture: Picture) -> list[tuple[int, int, int]]:
    """The nearest of the four colours, eight pixels in from each corner."""
    pixels = np.asarray(as_image(picture), dtype=int)
    named = (RED, GREEN, BLUE, WHITE)
    seen = [pixels[y, x] for y, x in ((8, 8), (8, -9), (-9, 8), (-9, -9))]
    return [min(named, key=lambda colour: float(np.abs(np.array(colour) - pixel).sum())) for pixel in seen]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_comes_back_upright(decoder: Decoder, orientation: int, kind: str):
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transpose a camera held so would have stored
    stored = corners().transpose(Image.Transpose(undo[orientation])) if orientation > 1 else corners()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    picture = shown(decoder, saved(stored, kind, exif))
    assert (picture.width_px, picture.height_px) == (160, 120)
    assert (picture.facts.source_width_px, picture.facts.source_height_px) == (160, 120)
    assert colour_of_corners(picture) == [RED, GREEN, BLUE, WHITE]


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Correlation of two pictures as 30 x 40 grey tiles: 1 is the same scene, the same way up."""
    tiles = [np.asarray(image.convert("L").resize((30, 40)), dtype=float).ravel() for image in (one, other)]
    return float(np.corrcoef(tiles[0], tiles[1])[0, 1])


def test_four_real_orientations_show_the_same_picture(decoder: Decoder, real_data: Path):
    """The four differ only in the number printed on them and in how the camera was held."""
    files = [real_data / "media" / "good" / f"portrait_{turn}.jpg" for turn in (1, 3, 6, 8)]
    first, *others = [as_image(shown(decoder, file.read_bytes(), 300)) for file in files]
    assert first.size == (225, 300)
    for other in others:
        assert other.size == first.size
        assert likeness(first, other) > 0.98
        assert max(likeness(first, other.transpose(turn)) for turn in Image.Transpose) < 0.8


def test_a_large_photo_is_scaled_down_and_never_up(decoder: Decoder):
    data = saved(corners(3000, 2000))
    large, small = shown(decoder, data, 512), shown(decoder, saved(corners(40, 30)), 512)
    assert (large.width_px, large.height_px) == (512, 341)
    assert (large.facts.source_width_px, large.facts.source_height_px) == (3000, 2000)
    assert (small.width_px, small.height_px) == (40, 30)
    assert colour_of_corners(large) == [RED, GREEN, BLUE, WHITE]


def test_transparency_and_sixteen_bit_grey_survive(decoder: Decoder):
    half = shown(decoder, saved(Image.new("RGBA", (10, 10), (10, 20, 30, 128)), "PNG"))
    assert half.rgba[:4] == bytes((10, 20, 30, 128))
    grey = Image.fromarray(np.full((10, 10), 0x8000, dtype=np.uint16))
    assert abs(shown(decoder, saved(grey, "PNG")).rgba[0] - 128) <= 1
    palette = corners().convert("P")
    assert colour_of_corners(shown(decoder, saved(palette, "PNG"))) == [RED, GREEN, BLUE, WHITE]
    cmyk = corners().convert("CMYK")
    assert colour_of_corners(shown(decoder, saved(cmyk))) == [RED, GREEN, BLUE, WHITE]


def test_a_photo_that_ends_early_shows_what_arrived_and_says_so(decoder: Decoder):
    whole = saved(Image.fromarray(np.random.default_rng(7).integers(0, 255, (200, 200, 3), dtype=np.uint8)))
    picture = shown(decoder, whole[: len(whole) // 2])
    assert Note.TRUNCATED in picture.facts.notes


def test_a_bomb_is_refused_by_its_size(decoder: Decoder):
    out = io.BytesIO()
    Image.new("1", (30_000, 20_000)).save(out, "PNG")
    assert decoder.photo(out.getvalue(), 100) == Refusal(RefusalCode.TOO_MANY_PIXELS)
    many = Image.new("1", (12_000, 10_000))
    out = io.BytesIO()
    many.save(out, "PNG")
    assert decoder.photo(out.getvalue(), 100) == Refusal(RefusalCode.TOO_MANY_PIXELS)


def gps_exif(
    lat: tuple[float, float, float], lon: tuple[float, float, float], date: str = "2026:02:03", hour: float = 5
) -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "S", ExifTags.GPS.GPSLatitude: lat,
            ExifTags.GPS.GPSLongitudeRef: "E", ExifTags.GPS.GPSLongitude: lon,
            ExifTags.GPS.GPSDateStamp: date, ExifTags.GPS.GPSTimeStamp: (hour, 6.0, 7.0),
        }
    )  # fmt: skip
    return exif


def timed_exif(wall: str, offset: str = "") -> Image.Exif:
    exif = Image.Exif()
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = wall
    if offset:
        details[ExifTags.Base.OffsetTimeOriginal] = offset
    return exif


def test_place_and_satellite_time_are_read(decoder: Decoder):
    facts = shown(decoder, saved(corners(), exif=gps_exif((7.0, 58.0, 48.0), (112.0, 37.0, 48.0)))).facts
    assert facts.place is not None
    assert (facts.place.lat, facts.place.lon) == pytest.approx((-7.98, 112.63))
    assert facts.gps_at == datetime(2026, 2, 3, 5, 6, 7, tzinfo=UTC)
    assert facts.notes == frozenset()


@pytest.mark.parametrize(
    ("lat", "lon", "note"),
    [
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), Note.PLACE_ZERO),
        ((91.0, 0.0, 0.0), (112.0, 0.0, 0.0), Note.PLACE_IMPOSSIBLE),
        ((7.0, 0.0, 0.0), (181.0, 0.0, 0.0), Note.PLACE_IMPOSSIBLE),
    ],
)
def test_a_place_that_cannot_be_is_refused_and_said(
    decoder: Decoder, lat: tuple[float, float, float], lon: tuple[float, float, float], note: Note
):
    facts = shown(decoder, saved(corners(), exif=gps_exif(lat, lon))).facts
    assert facts.place is None
    assert facts.notes == {note}


def test_the_time_taken_keeps_its_offset_only_if_the_camera_wrote_one(decoder: Decoder):
    plain = shown(decoder, saved(corners(), exif=timed_exif("2026:02:03 04:05:06"))).facts
    zoned = shown(decoder, saved(corners(), exif=timed_exif("2026:02:03 04:05:06", "+07:00"))).facts
    assert plain.taken == TakenTime(datetime(2026, 2, 3, 4, 5, 6))
    assert zoned.taken == TakenTime(datetime(2026, 2, 3, 4, 5, 6), 420)


@pytest.mark.parametrize("wall", ["2026:02:30 04:05:06", "2026:13:01 04:05:06", "1970:01:01 00:00:00", "yesterday"])
def test_a_time_that_cannot_be_is_refused_and_said(decoder: Decoder, wall: str):
    facts = shown(decoder, saved(corners(), exif=timed_exif(wall))).facts
    assert facts.taken is None
    assert facts.notes == {Note.TAKEN_IMPOSSIBLE}


def test_an_unset_camera_clock_is_no_time_and_no_fault(decoder: Decoder):
    facts = shown(decoder, saved(corners(), exif=timed_exif("0000:00:00 00:00:00"))).facts
    assert facts.taken is None
    assert facts.notes == frozenset()


def test_real_photos_give_the_facts_they_hold(decoder: Decoder, real_data: Path):
    good = real_data / "media" / "good"

    def facts(name: str) -> tuple[Picture, PhotoPlace | None]:
        picture = shown(decoder, (good / name).read_bytes())
        return picture, picture.facts.place

    for name, lat, lon in (
        ("DSCN0010.jpg", 43.4674, 11.8851),
        ("DSCN0021.jpg", 43.4671, 11.8845),
        ("DSCN0042.jpg", 43.4645, 11.8815),
    ):
        place = facts(name)[1]
        assert place is not None
        assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=2e-4), name

    zero, place = facts("gps_zero_zero.jpg")
    assert place is None
    assert Note.PLACE_ZERO in zero.facts.notes
    iphone, place = facts("iphone6_bad_gps_date.jpg")
    assert place is not None
    assert iphone.facts.gps_at is None
    assert Note.GPS_TIME_IMPOSSIBLE in iphone.facts.notes
    heic, _ = facts("IMG_5195.HEIC")
    assert heic.facts.kind == HEIC
    assert heic.facts.taken == TakenTime(datetime(2021, 4, 11, 15, 47, 53), -300)


def test_all_twelve_real_photos_are_shown(decoder: Decoder, real_data: Path):
    answers = [decoder.photo(file.read_bytes(), 400) for file in sorted((real_data / "media" / "good").iterdir())]
    assert sum(isinstance(answer, Picture) for answer in answers) == 12
    refused = {answer.code for answer in answers if isinstance(answer, Refusal)}
    assert refused == {RefusalCode.NOT_PREVIEWABLE}
