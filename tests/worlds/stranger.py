"""Whatever may sit where a server should be: it answers with the bytes it is told."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answer = Callable[[str, bytes], bytes | None]
"""(path, body of the request) -> the bytes of the answer, None for silence."""


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    """An answer whole; the connection stays open unless a header says otherwise."""
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]).encode() + body


class Stranger:
    """`answer` may be replaced at any time; `asked` are the requests heard, `connections` how many were made."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[tuple[str, bytes]] = []
        self.connections = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        """Hang up on everybody."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._threads[0].join()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads[1:]:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as stream, suppress(OSError):
            while request := stream.readline():
                path, length = request.split()[1].decode(), 0
                while (line := stream.readline()).strip():
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
                body = stream.read(length)
                self.asked.append((path, body))
                said = self.answer(path, body)
                if said is not None:
                    connection.sendall(said)
                    if b"Connection: close" in said:
                        return


@contextmanager
def stranger(answer: Answer) -> Iterator[Stranger]:
    """One for as long as the block lasts."""
    made = Stranger(answer)
    try:
        yield made
    finally:
        made.close()
