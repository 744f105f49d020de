"""Translations as the bytes Qt reads itself: no Python runs when Qt asks for a word.

Qt asks in odd places: a library asks for its words while it is being loaded. A translator written in Python would
then wait for the interpreter's lock while it holds the loader's; another thread that imports something holds the one
and waits for the other, and the console stands still for ever (seen: one start in sixty).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT = b"\x01", b"\x03", b"\x06", b"\x07"


def compile_words(words: Mapping[tuple[str, str], str]) -> bytes:
    """(context, source) -> translation, as the bytes of a .qm file (layout: Qt 6, qtranslator.cpp)."""
    messages, places = bytearray(), []
    for (context, source), said in words.items():
        places.append((_hash(source.encode()), len(messages)))
        messages += _part(_TRANSLATION, said.encode("utf-16-be"))
        messages += _part(_SOURCE, source.encode()) + _part(_CONTEXT, context.encode()) + _END
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + _section(_HASHES, hashes) + _section(_MESSAGES, bytes(messages))


def _part(tag: bytes, content: bytes) -> bytes:
    return tag + struct.pack(">I", len(content)) + content


def _section(tag: int, content: bytes) -> bytes:
    return struct.pack(">BI", tag, len(content)) + content


def _hash(text: bytes) -> int:
    """The hash function of ELF symbol tables (System V ABI, chapter 5), 1 instead of 0."""
    value = 0
    for byte in text:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1
