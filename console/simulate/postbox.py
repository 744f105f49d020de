"""The demo agencies' post office: a real SMTP server that takes every mail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink


@contextmanager
def postbox(port: int) -> Iterator[None]:
    """Listen on 127.0.0.1:`port` for as long as the block lasts; 0 means no post office."""
    if not port:
        yield
        return
    controller = Controller(Sink(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield
    finally:
        controller.stop()
