"""A decoder loads without the encoder it is linked to; an encoder just fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import stand_ins
from console.drill import sample_files

_TRY = """
import io, sys
sys.path.insert(0, sys.argv[1])
import pillow_heif
from PIL import Image
assert pillow_heif.__file__.startswith(sys.argv[1])
pillow_heif.register_heif_opener()
photo = Image.open(io.BytesIO(sys.stdin.buffer.read()))
print(photo.size, photo.getpixel((0, 0))[0] > 150)
try:
    photo.save(io.BytesIO(), "HEIF")
except Exception as refused:
    print("cannot write")
"""


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A copy of pillow-heif as a package carries it: decoder libraries, no encoder."""
    spec = find_spec("pillow_heif")
    assert spec is not None
    assert spec.origin is not None
    site = Path(spec.origin).parent.parent
    shutil.copytree(site / "pillow_heif", tmp_path / "pillow_heif")
    shutil.copytree(site / "pillow_heif.libs", tmp_path / "pillow_heif.libs")
    for extension in site.glob("_pillow_heif*.so"):
        shutil.copy(extension, tmp_path)
    return tmp_path


def test_a_photo_opens_without_the_encoder_its_library_is_linked_to(wheel: Path):
    replaced = stand_ins.put_in(wheel)
    assert [file.name.partition("-")[0] for file in replaced] == ["libx265"]
    assert replaced[0].stat().st_size < 50_000
    seen = subprocess.run(
        [sys.executable, "-c", _TRY, str(wheel)], input=sample_files.photo(), capture_output=True, check=True
    )
    assert seen.stdout.decode().splitlines() == ["(32, 32) True", "cannot write"]


def test_only_what_a_decoder_never_calls_is_stood_in():
    assert stand_ins.is_stood_in("av.libs/libx264-d6533a8d.so.165")
    assert stand_ins.is_stood_in("_internal/pillow_heif.libs/libx265-4883ecb5.so.217")
    kept = ("av.libs/libavcodec-5e6b81c2.so.62", "av.libs/libdav1d-f4b27961.so.7.0.0", "libasound.so.2", "libx265-1.so")
    for place in kept:
        assert not stand_ins.is_stood_in(place)
