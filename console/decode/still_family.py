"""What a worker can be asked about photos."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

from console.decode import answers_facts, answers_still, photo
from console.decode.wire import Answer, Arguments, Op


def load() -> Mapping[Op, Callable[[BinaryIO, Arguments], Answer]]:
    """Warm the decoders, before the lock; the operations by their number."""
    photo.warm()
    return {Op.PHOTO: _photo, Op.FACTS: _facts}


def _photo(file: BinaryIO, asked: Arguments) -> Answer:
    decoded = photo.decode(file.read(), asked.max_edge_px)
    return answers_still.pack_picture(decoded.width_px, decoded.height_px, decoded.rgba, decoded.claims)


def _facts(file: BinaryIO, asked: Arguments) -> Answer:
    return answers_facts.pack_facts(photo.look(file.read()))
