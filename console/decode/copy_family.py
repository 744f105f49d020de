"""What the two workers of a redacted copy can be asked: unroll a film, make a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import partial
from typing import BinaryIO

from console.decode import film_copy, limits, reel, sample_film
from console.decode.copy_wire import PIECE, Order, Piece, read_order
from console.decode.wire import Answer, Arguments, Op

_REQUESTS = 0

Works = Mapping[Op, Callable[[BinaryIO, Arguments], Answer]]


def load_reel() -> Works:
    """Warm the decoders, before the lock."""
    tuple(reel.unroll(sample_film.made()).parts)
    return {Op.REEL: lambda file, _: reel.unroll(file)}


def load_copy() -> Works:
    """Warm the encoders, before the lock; no decoder is touched by this worker's file: it has none."""
    receive = _receiver(io.FileIO(_REQUESTS, "rb", closefd=False))
    for order in (Order(48, 32, 25.0, 100_000, True), Order(0, 0, 25.0, 0, True)):
        pieces = _sample(order)
        film_copy.make(partial(_next_of, pieces), order)
    return {Op.COPY: lambda _, asked: film_copy.make(receive, read_order(asked.extra))}


def _sample(order: Order) -> bytearray:
    pieces = bytearray()
    for number in range(3 if order.width_px else 0):
        pieces += PIECE.pack(Piece.KEY_FRAME if number == 2 else Piece.FRAME, 0, 0, number * 40_000)
        pieces += bytes([60 * number]) * (order.width_px * order.height_px * 3)
    moments = 2000
    pieces += PIECE.pack(Piece.SOUND, 0, moments, 0) + bytes(moments * limits.SAMPLE_BYTES)
    return pieces + PIECE.pack(Piece.END, 0, 0, 0)


def _next_of(pieces: bytearray, size_bytes: int) -> bytearray:
    taken = pieces[:size_bytes]
    del pieces[:size_bytes]
    return taken


def _receiver(requests: io.FileIO) -> film_copy.Receive:
    """From the console, in pieces as the pipe has them."""

    def receive(size_bytes: int) -> bytearray:
        whole = bytearray(size_bytes)
        view, at = memoryview(whole), 0
        while at < size_bytes:
            got = requests.readinto(view[at:])
            if not got:
                return whole[:at]
            at += got
        return whole

    return receive
