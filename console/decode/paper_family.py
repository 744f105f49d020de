"""What a worker can be asked about documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

from console.decode import answers_facts, answers_still, document
from console.decode.wire import Answer, Arguments, Op


def load() -> Mapping[Op, Callable[[BinaryIO, Arguments], Answer]]:
    """Warm the decoder, before the lock; the operations by their number."""
    document.warm()
    return {Op.FACTS: _facts, Op.PAGE: _page}


def _facts(file: BinaryIO, asked: Arguments) -> Answer:
    seen = document.look(file.read())
    return answers_facts.pack_facts(seen.claims, pages=seen.pages, document=seen.paper, modified=seen.modified)


def _page(file: BinaryIO, asked: Arguments) -> Answer:
    page = document.render(file.read(), asked.number, asked.max_edge_px, asked.extra.decode("utf-8"))
    return answers_still.pack_page(asked.number, page.pages, page.width_px, page.height_px, page.rgba)
