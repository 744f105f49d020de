"""What the good files of the shared data look, sound and say like, as numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """One file: its hash, and those facts that are known of it (None: not compared; `no_place`: must have none).

    A film's hash is that of its frame at `at_s`.
    """

    likeness: int = 0
    sound: bool = False
    password: str = ""
    at_s: float = 1.0
    size: tuple[int, int] | None = None
    duration_s: float | None = None
    pages: int | None = None
    place: tuple[float, float] | None = None
    no_place: bool = False
    has_sound: bool | None = None

    def facts(self) -> dict[str, object]:
        """The facts to compare, by their name."""
        told: dict[str, object] = {
            "size": self.size, "duration_s": self.duration_s, "pages": self.pages, "place": self.place,
            "has_sound": self.has_sound,
        }  # fmt: skip
        return {name: value for name, value in told.items() if value is not None or (name == "place" and self.no_place)}


KNOWN: dict[str, Known] = {
    "DSCN0010.jpg": Known(
        0x301DE00081504C0A3276766A2B0388C, size=(640, 480), place=(43.46745, 11.88513), has_sound=False
    ),
    "DSCN0021.jpg": Known(
        0x71FE0EFCB3436010626042A0B49460E, size=(640, 480), place=(43.46708, 11.88454), has_sound=False
    ),
    "DSCN0042.jpg": Known(
        0x92003CC4D487821E16162686D69594, size=(640, 480), place=(43.46446, 11.88148), has_sound=False
    ),
    "IMG_5195.HEIC": Known(0xE3D4221FF8009225E395E266E064B220, size=(2566, 3313), place=(39.05134, -94.28877)),
    "alac.m4a": Known(0x5FFFF0003FFFF0, sound=True, size=(0, 0), duration_s=11.288, has_sound=True, no_place=True),
    "chirp-3.mp3": Known(0xFFFFFFFF, sound=True, size=(0, 0), duration_s=0.1, has_sound=True, no_place=True),
    "congress.pdf": Known(0xFE2000103000FF5919610911253315, pages=1),
    "fourpages.pdf": Known(0x20000000000000002, pages=4),
    "gps_zero_zero.jpg": Known(0x2388080003CFF1F1F2B0F0F07093A, size=(2048, 1536), no_place=True),
    "graph-encrypted.pdf": Known(0xFCD0201F60C03CFF88946238628634D2, password="user", no_place=True),  # noqa: S106 - pikepdf's own test file
    "htc_desire.webp": Known(0x80FEFF000000000001004C2D25646C64, size=(776, 909), place=(45.50067, 9.11033)),
    "iphone6_bad_gps_date.jpg": Known(
        0x904800FFD0000201C6C8A4208000C006, size=(3264, 2448), place=(51.76241, -0.31789)
    ),
    "portrait_1.jpg": Known(0x1FE7E72404BF11003E0F0FCD0C8C9597, size=(450, 600), no_place=True),
    "portrait_3.jpg": Known(0x1FE7E72C14BF19003E8F0FCC8C8C9597, size=(450, 600), no_place=True),
    "portrait_6.jpg": Known(0x1FE7E72C14BF19003E8F0FCC8C8C9597, size=(450, 600), no_place=True),
    "portrait_8.jpg": Known(0x1FE7E72C14BF19003E8F0FCC8C8C9597, size=(450, 600), no_place=True),
    "sample.3gp": Known(
        0x7C107C44443838005030786C4C4C6010, at_s=2.4, size=(176, 144), duration_s=4.93, has_sound=True, no_place=True
    ),
    "sample_mpeg4.mp4": Known(
        0xFF387EC2826C3800A2706CCE868CE810, at_s=2.4, size=(190, 240), duration_s=4.97, has_sound=True, no_place=True
    ),
    "samplefilehub.heif": Known(0x7400FBFFC3C4071F5D546103070D, size=(640, 426), no_place=True),
    "with-gps.mov": Known(
        0xFD3E00FBEFFF9B4AC57875F3FDFF, size=(320, 568), duration_s=4.0, place=(32.0929, 34.862), has_sound=True
    ),
    "with-gps.mp4": Known(
        0xFCF8C3C2000F7F0075311397919B9393,
        at_s=0.1,
        size=(1920, 1080),
        duration_s=0.17,
        place=(51.4169, -0.0806),
        has_sound=True,
    ),
}
"""Looked at by a person, one by one, before they were written down; where the four portraits differ is their number."""
