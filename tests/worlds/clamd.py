"""A small ClamAV daemon: INSTREAM of clamd(8), one signature, a size limit."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

SIGNATURE = b"INVENTED-TEST-VIRUS"
FOUND = "Sigap.Invented-Test"
LIMIT_BYTES = 200_000


class FakeDaemon:
    """Listens until `close()`; `scans` counts the streams it answered."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            self._listening = socket.create_server(("127.0.0.1", 0))
            self.address = f"tcp://127.0.0.1:{self._listening.getsockname()[1]}"
        else:
            self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self._listening.bind(str(path))
            self._listening.listen()
            self.address = f"unix:{path}"
        self.scans = 0
        self._thread = threading.Thread(target=self._serve, name="clamd", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                wire, _ = self._listening.accept()
            except OSError:
                return
            with wire:
                self._answer(wire)

    def _answer(self, wire: socket.socket) -> None:
        source = wire.makefile("rb")
        with source:
            if source.read(10) != b"zINSTREAM\0":
                wire.sendall(b"UNKNOWN COMMAND\0")
                return
            stream = bytearray()
            while length := int.from_bytes(source.read(4), "big"):
                stream += source.read(length)
                if len(stream) > LIMIT_BYTES:
                    wire.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                    return
            self.scans += 1
            found = f"stream: {FOUND} FOUND" if SIGNATURE in stream else "stream: OK"
            wire.sendall(found.encode() + b"\0")
