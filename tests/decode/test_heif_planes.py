"""A HEIC scaled plane by plane looks as the usual way shows it."""

from __future__ import annotations

import io

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageStat

from console.decode import heif_planes, photo

pillow_heif.register_heif_opener()


def _heic(mode: str = "RGB", *, matrix: int = 6, full_range: int = 1) -> bytes:
    across = Image.linear_gradient("L").rotate(90).resize((256, 192))
    down = Image.linear_gradient("L").resize((256, 192))
    picture = Image.merge("RGB", (across, down, ImageChops.invert(across)))
    if mode == "RGBA":
        picture.putalpha(down)
    file = io.BytesIO()
    picture.save(file, "HEIF", quality=90, matrix_coefficients=matrix, full_range_flag=full_range)
    return file.getvalue()


@pytest.mark.parametrize(("matrix", "full_range"), [(6, 1), (6, 0), (1, 1), (1, 0), (9, 1)])
def test_it_looks_as_the_whole_picture_scaled(matrix: int, full_range: int):
    data = _heic(matrix=matrix, full_range=full_range)
    with Image.open(io.BytesIO(data)) as image:
        usual = image.convert("RGB").resize((64, 48), Image.Resampling.BILINEAR, reducing_gap=2.0)
    small = heif_planes.scaled(data, (256, 192), (64, 48))
    assert small is not None
    assert small.size == (64, 48)
    assert max(ImageStat.Stat(ImageChops.difference(usual, small)).mean) < 2


def test_what_it_does_not_know_is_left_to_the_usual_way():
    assert heif_planes.scaled(_heic("RGBA"), (256, 192), (64, 48)) is None
    assert heif_planes.scaled(_heic(), (255, 192), (64, 48)) is None
    assert heif_planes.scaled(_heic()[:400], (256, 192), (64, 48)) is None
    assert heif_planes.scaled(b"", (256, 192), (64, 48)) is None


def test_a_transparent_heic_keeps_its_transparency():
    shown = photo.decode(_heic("RGBA"), 64)
    assert {shown.rgba[3], shown.rgba[-1]} != {255}
