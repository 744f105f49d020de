"""JSON in and out: msgspec straight into frozen dataclasses, refusals that name the field."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from console.domain.decoder_lock import DECODER_LOCK
from console.domain.errors import InputFault

T = TypeVar("T")

_PATH = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?$", re.DOTALL)
_encoder = msgspec.json.Encoder()
_decoders: dict[object, msgspec.json.Decoder[object]] = {}


def encode(value: object) -> bytes:
    """Canonical wire JSON (UTF-8) of a dataclass, struct or plain value; times in UTC end in Z."""
    return _encoder.encode(value)


def _learn(kind: object) -> msgspec.json.Decoder[object]:
    with DECODER_LOCK:
        if kind not in _decoders:
            _decoders[kind] = msgspec.json.Decoder(kind)
        return _decoders[kind]


def decode(body: bytes, kind: type[T]) -> T:
    """The value of type `kind` in `body`.

    Raises:
        InputFault: `bad_json` with params field (JSON path) and what is wrong with it.
    """
    decoder = _decoders.get(kind) or _learn(kind)
    try:
        return decoder.decode(body)  # type: ignore[return-value]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, OverflowError) as error:
        raise input_fault(error) from error


def input_fault(error: Exception) -> InputFault:
    """The same refusal for anything msgspec, or a dataclass's own check, found wrong."""
    found = _PATH.match(str(error))
    what, path = (found["what"], found["path"] or "$") if found else (str(error), "$")
    return InputFault("bad_json", f"{path}: {what}", field=path, what=what)


def aware(value: datetime, field: str) -> datetime:
    """The time in UTC.

    Raises:
        InputFault: it came without an offset; guessing a zone would shift evidence by hours.
    """
    if value.tzinfo is None:
        raise InputFault("time_without_offset", f"{field}: a time needs an offset such as Z or +07:00", field=field)
    return value.astimezone(UTC)
