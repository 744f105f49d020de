"""Bugs 'bench hostile --break NAME' plants in this process: each must make it fail."""

from __future__ import annotations

import time
from typing import NoReturn

from console.decode import bubblewrap, pool
from console.decode.jail import Command
from console.decode.picture import Picture
from console.decode.refusal import Refusal, RefusalCode

_blocked_s = 0.0


def ticked() -> None:
    """Called by the event loop at every tick: what a break does to the window."""
    if _blocked_s:
        time.sleep(_blocked_s)


def _refuse() -> None:
    """Every photo is refused: safe, and of no use."""

    def photo(self: pool.Decoder, data: bytes, max_edge_px: int) -> Picture | Refusal:
        return Refusal(RefusalCode.BROKEN)

    setattr(pool.Decoder, "photo", photo)  # noqa: B010


def _raise() -> None:
    """A broken file's facts raise in the console."""

    def facts(self: pool.Decoder, data: bytes) -> NoReturn:
        raise ValueError("planted")

    setattr(pool.Decoder, "facts", facts)  # noqa: B010


def _block() -> None:
    """The window waits for a file."""
    global _blocked_s
    _blocked_s = 0.15


def _view() -> None:
    """The jail shows this machine's /etc."""
    real = bubblewrap._arguments

    def arguments(command: Command, filter_read: int) -> list[str]:
        return ["--ro-bind", "/etc", "/etc", *real(command, filter_read)]

    setattr(bubblewrap, "_arguments", arguments)  # noqa: B010


def _network() -> None:
    """The jail is on this machine's network, and no call filter says no to sockets."""
    real = bubblewrap._arguments

    def arguments(command: Command, filter_read: int) -> list[str]:
        told = real(command, filter_read)
        at = told.index("--seccomp")
        return [*told[:at], *told[at + 2 :], "--share-net"]

    setattr(bubblewrap, "_arguments", arguments)  # noqa: B010


BREAKS = {"refuse": _refuse, "raise": _raise, "block": _block, "view": _view, "network": _network}
