"""Only the kinds on the allow-list pass, by their first bytes and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain import file_kind as kinds
from console.domain.file_kind import Family, FileKind, NotAllowed, Why, recognise


def ftyp(major: bytes, *compatible: bytes) -> bytes:
    body = major + b"\0\0\2\0" + b"".join(compatible)
    return (len(body) + 8).to_bytes(4, "big") + b"ftyp" + body


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", kinds.JPEG),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", kinds.PNG),
        (b"RIFF\x10\0\0\0WEBPVP8 ", kinds.WEBP),
        (ftyp(b"heic", b"mif1"), kinds.HEIC),
        (ftyp(b"mif1", b"heic"), kinds.HEIC),
        (ftyp(b"isom", b"iso2"), kinds.MP4),
        (ftyp(b"XXXX", b"mp42"), kinds.MP4),
        (ftyp(b"qt  "), kinds.MOV),
        (b"\0\0\x10\0moov", kinds.MOV),
        (ftyp(b"3gp5", b"isom"), kinds.THREE_GP),
        (ftyp(b"M4A ", b"isom"), kinds.M4A),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", kinds.WEBM),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska", kinds.MKV),
        (b"ID3\x03\0\0\0\0", kinds.MP3),
        (b"\xff\xfb\x90\x64\0\0", kinds.MP3),
        (b"OggS\0\2", kinds.OGG),
        (b"RIFF\x10\0\0\0WAVEfmt ", kinds.WAV),
        (b"#!AMR\n\x3c", kinds.AMR),
        (b"%PDF-1.7\n", kinds.PDF),
    ],
)
def test_an_allowed_kind_is_known_by_its_first_bytes(head: bytes, kind: FileKind):
    assert recognise(head) == kind


@pytest.mark.parametrize(
    ("head", "why", "name"),
    [
        (b"", Why.EMPTY, ""),
        (b"GIF89a", Why.NOT_ALLOWED, "gif"),
        (b"RIFF\x10\0\0\0AVI LIST", Why.NOT_ALLOWED, "avi"),
        (b"<svg xmlns=", Why.NOT_ALLOWED, "svg"),
        (b"PK\x03\x04", Why.NOT_ALLOWED, "zip"),
        (ftyp(b"avif", b"mif1", b"heic"), Why.NOT_ALLOWED, "avif"),
        (ftyp(b"i\0\0\0"), Why.NOT_ALLOWED, "ftyp"),
        (b"\xff\xff\xff\xff", Why.UNKNOWN, ""),
        (b"\xff", Why.UNKNOWN, ""),
        (b"hello, officer", Why.UNKNOWN, ""),
        (b" %PDF-1.7", Why.UNKNOWN, ""),
    ],
)
def test_anything_else_is_refused_by_name(head: bytes, why: Why, name: str):
    assert recognise(head) == NotAllowed(why, name)


def test_no_prefix_of_anything_breaks_the_recogniser():
    for head in (ftyp(b"heic", b"mif1"), b"\x1a\x45\xdf\xa3\x42\x82", b"RIFF", b"\xff\xfb\x90\x64"):
        for length in range(len(head) + 1):
            assert isinstance(recognise(head[:length]), FileKind | NotAllowed)


def test_every_real_file_is_recognised_as_what_its_name_says(real_data: Path):
    by_suffix = {".jpg": kinds.JPEG, ".heic": kinds.HEIC, ".heif": kinds.HEIC, ".webp": kinds.WEBP, ".mov": kinds.MOV}
    by_suffix |= {".mp4": kinds.MP4, ".3gp": kinds.THREE_GP, ".mp3": kinds.MP3, ".m4a": kinds.M4A, ".pdf": kinds.PDF}
    files = sorted((real_data / "media" / "good").iterdir())
    assert len(files) == 21
    assert {file.name: recognise(file.read_bytes()) for file in files} == {
        file.name: by_suffix[file.suffix.lower()] for file in files
    }


def test_every_family_is_on_the_list():
    assert {kind.family for kind in kinds.ALLOWED} == set(Family)
