"""The likeness 'bench evidence' judges by: the same picture at any size, no other one."""

from __future__ import annotations

import random

from console.bench.evidence_likeness import are_alike, picture_hash, sound_hash


def scene(width: int, height: int, seed: int, *, mirrored: bool = False) -> bytes:
    """Invented blocks of grey as RGB rows, the same for a seed at every size."""
    chance = random.Random(seed)
    blocks = [[chance.randrange(256) for _ in range(12)] for _ in range(12)]
    rows = bytearray()
    for y in range(height):
        line = [blocks[y * 12 // height][x * 12 // width] for x in range(width)]
        for grey in reversed(line) if mirrored else line:
            rows += bytes((grey, grey, grey))
    return bytes(rows)


def hashed(width: int, height: int, seed: int, *, mirrored: bool = False) -> int:
    return picture_hash(width, height, scene(width, height, seed, mirrored=mirrored), 3)


def test_a_picture_is_itself_at_another_size():
    assert are_alike(hashed(240, 180, 1), hashed(480, 360, 1))


def test_another_picture_and_a_mirrored_one_are_not_it():
    assert not are_alike(hashed(240, 180, 1), hashed(240, 180, 2))
    assert not are_alike(hashed(240, 180, 1), hashed(240, 180, 1, mirrored=True))


def test_nothing_at_all_is_not_it():
    assert not are_alike(picture_hash(240, 180, bytes(240 * 180 * 3), 3), hashed(240, 180, 1))


def test_a_sound_is_told_by_when_it_is_loud():
    early, late = bytes([200] * 20 + [5] * 44), bytes([5] * 44 + [200] * 20)
    assert are_alike(sound_hash(early), sound_hash(bytes([180] * 20 + [9] * 44)), sound=True)
    assert not are_alike(sound_hash(early), sound_hash(late), sound=True)
