"""A real HTTP server that speaks as Kannel's sendsms; numbers ending in 99 it refuses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

USER, PASSWORD = "sigap", "rahasia-rekaan"


class SmsBox(ThreadingHTTPServer):
    """What was handed over, in order, as the query's fields."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.messages: list[dict[str, str]] = []
        self.broken = self.echoing = False
        self.url = f"http://127.0.0.1:{self.server_address[1]}/cgi-bin/sendsms"


class _Asked(BaseHTTPRequestHandler):
    server: SmsBox

    def do_GET(self) -> None:
        """As the gateway answers."""
        fields = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        if self.server.echoing:
            self._say(404, f"Not found: {self.path}")
        elif self.server.broken:
            self._say(503, "Temporal failure, try again later.")
        elif (fields.get("username"), fields.get("password")) != (USER, PASSWORD):
            self._say(403, "Authorization failed for sendsms")
        elif fields["to"].endswith("99"):
            self._say(400, "Unroutable destination")
        else:
            self.server.messages.append(fields)
            self._say(202, "0: Accepted for delivery")

    def _say(self, status: int, words: str) -> None:
        body = words.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Not to the test's output."""


@contextmanager
def open_sms_box() -> Iterator[SmsBox]:
    """A listening gateway for as long as the block lasts."""
    box = SmsBox()
    thread = threading.Thread(target=box.serve_forever, kwargs={"poll_interval": 0.02}, name="sms-box")
    thread.start()
    try:
        yield box
    finally:
        box.shutdown()
        thread.join()
        box.server_close()
