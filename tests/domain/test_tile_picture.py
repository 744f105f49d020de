"""A tile is believed by its header alone, and only where it is a picture of a sane size."""

from __future__ import annotations

import io
import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from console.domain.tile_picture import MOST_BYTES, NoTile, is_whole, read_tile
from tests.areas.tile_sets import RED, png


def _picture(kind: str, width: int, height: int, **how: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (width, height), (120, 90, 60)).save(written, kind, **how)
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "how", "mime"),
    [
        ("PNG", {}, "image/png"),
        ("JPEG", {}, "image/jpeg"),
        ("JPEG", {"progressive": True, "exif": b"Exif\x00\x00" + bytes(300)}, "image/jpeg"),
        ("WEBP", {}, "image/webp"),
        ("WEBP", {"lossless": True}, "image/webp"),
        ("WEBP", {"exif": b"Exif\x00\x00" + bytes(300)}, "image/webp"),
    ],
)
def test_kind_and_size_of_a_tile_are_read_without_decoding_it(kind: str, how: dict[str, object], mime: str) -> None:
    found = read_tile(_picture(kind, 512, 256, **how))
    assert (found.mime, found.width, found.height) == (mime, 512, 256)
    assert is_whole(found)
    assert not is_whole(replace(found, body=found.body[:-16]))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (RED + bytes(MOST_BYTES), "bytes"),
        (png(1, 2, 3)[:20], "cut off"),
        (b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 60_000, 60_000), "pixels"),
        (b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 0, 5), "pixels"),
        (b"\x1f\x8b\x08\x00", "vector"),
        (b"\x1a\x05hello", "vector"),
        (b"\x00\x00\x00\x1cftypavif", "avif"),
        (b"<svg onload='alert(1)'>", "text"),
        (b"<!DOCTYPE html>", "text"),
        (b"GIF89a\x01\x00\x01\x00", "something else"),
        (b"\xff\xd8\xff\xe0\x00\x00", "jpeg"),
    ],
)
def test_anything_else_is_no_tile(body: bytes, why: str) -> None:
    with pytest.raises(NoTile, match=why):
        read_tile(body)


STARTS = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBPVP8X", b""]


@given(st.sampled_from(STARTS), st.binary(max_size=80))
@settings(max_examples=150)
def test_garbage_is_refused_and_never_anything_worse(start: bytes, rest: bytes) -> None:
    try:
        found = read_tile(start + rest)
    except NoTile:
        return
    assert 0 < found.width <= 1024
