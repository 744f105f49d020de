"""A real SMTP server in the test; it refuses mail to anyone called 'full'."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message as Mail

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message


class Postbox(Message):
    """What arrived, in order; `url` is what the server's --smtp takes."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.mails: list[Mail] = []
        self.url = f"smtp://127.0.0.1:{port}?from=center@sigap.example"

    def handle_message(self, message: Mail) -> None:
        """Keep it."""
        self.mails.append(message)

    async def handle_RCPT(
        self, server, session, envelope, address, options
    ) -> str:
        """Refuse a full mailbox."""
        if address.startswith("full@"):
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"


def free_port() -> int:
    """A port of this machine nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def open_postbox() -> Iterator[Postbox]:
    """A listening mail server for as long as the block lasts."""
    port = free_port()
    box = Postbox(port)
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
