"""Connections that can all be cut at once, whatever waits on them."""

from __future__ import annotations

import socket
import threading
import weakref
from contextlib import suppress
from typing import cast

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Wires:
    """Every connection of one session, those in the middle of an answer too; any thread may `cut`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: weakref.WeakSet[HTTPConnection] = weakref.WeakSet()

    def cut(self) -> None:
        """Whoever waits for an answer on one of them fails at once; closing a pool ends only its idle ones."""
        with self._lock:
            connections = list(self._open)
        for connection in connections:
            wire = connection.sock
            if wire is not None:
                with suppress(OSError):
                    # Not SSLSocket.shutdown: it forgets the cipher, and the waiting thread would read it in the clear.
                    socket.socket.shutdown(wire, socket.SHUT_RDWR)

    def watch(self, adapter: HTTPAdapter) -> None:
        """Have this adapter's connections noted from now on."""
        adapter.poolmanager.pool_classes_by_scheme = {
            "http": self._pool(HTTPConnectionPool, HTTPConnection),
            "https": self._pool(HTTPSConnectionPool, HTTPSConnection),
        }

    def _pool(self, pool: type[HTTPConnectionPool], connection: type[HTTPConnection]) -> type[HTTPConnectionPool]:
        note = self._note

        def connect(self: HTTPConnection) -> None:
            note(self)
            connection.connect(self)

        noted = type(connection.__name__, (connection,), {"connect": connect})
        return cast("type[HTTPConnectionPool]", type(pool.__name__, (pool,), {"ConnectionCls": noted}))

    def _note(self, connection: HTTPConnection) -> None:
        with self._lock:
            self._open.add(connection)
