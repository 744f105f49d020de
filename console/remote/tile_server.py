"""The organisation's own tile server: one tile at a time, bounded in time and size."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path

import requests

from console.domain.basemap import TileId, checked_template, tile_address
from console.domain.errors import NetworkFault, SetupFault
from console.domain.tile_picture import MOST_BYTES
from console.remote.failures import unreachable
from console.remote.transport import tls_session
from console.remote.wires import Wires

CONNECT_S = 3.0
READ_S = 6.0
LONGEST_S = 12.0
"""A tile that takes longer than this is of no use to somebody who looks at a map."""
_PART_BYTES = 32_768
_KINDS = ("image/png", "image/jpeg", "image/jpg", "image/webp", "application/octet-stream", "binary/octet-stream")
_NOT_THERE = (204, 404, 410)


class TileServer:
    """Asks one server for tiles; no cookies, redirects, proxies or credentials. Usable from several threads."""

    def __init__(
        self, template: str, ca_file: Path | None = None, *, monotonic_s: Callable[[], float] = time.monotonic
    ) -> None:
        """`template` holds {z}, {x}, {y} and perhaps {r}.

        Raises:
            SetupFault: `tile_server_address`, `ca_unreadable`.
        """
        try:
            self._template = checked_template(template)
        except ValueError as error:
            raise SetupFault("tile_server_address", f"{template}: {error}.", reason=str(error)) from error
        self._monotonic_s = monotonic_s
        self._wires = Wires()
        self._session = tls_session(ca_file, self._wires)
        self._session.headers.update({"Accept": "image/webp,image/png,image/jpeg", "Accept-Encoding": "identity"})
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def fetch(self, tile: TileId) -> bytes:
        """The bytes of a tile, b'' when the server has none; whoever takes them looks at what they are.

        Raises:
            NetworkFault: `unreachable`, `timeout`, `certificate`, `tile_refused` (status, kind or size).
        """
        address = tile_address(self._template, tile)
        try:
            with self._session.get(
                address, timeout=(CONNECT_S, READ_S), stream=True, allow_redirects=False
            ) as response:
                if response.status_code in _NOT_THERE:
                    return b""
                if response.status_code != 200:
                    raise _refused(f"status {response.status_code}", response.status_code)
                kind = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
                if kind not in _KINDS:
                    raise _refused(f"{kind[:40] or 'no content type'} instead of a picture")
                return self._body(response)
        except requests.RequestException as error:
            raise unreachable(error, address) from error
        except ValueError as error:
            raise _refused("a broken redirect") from error

    def cut(self) -> None:
        """Whoever waits for a tile fails at once; later ones are asked for as before."""
        self._wires.cut()

    def close(self) -> None:
        """Let all connections go."""
        self.cut()
        self._session.close()

    def _body(self, response: requests.Response) -> bytes:
        began_s, found = self._monotonic_s(), bytearray()
        for part in response.iter_content(_PART_BYTES):
            found += part
            if len(found) > MOST_BYTES:
                raise _refused(f"more than {MOST_BYTES:,} bytes")
            if self._monotonic_s() - began_s > LONGEST_S:
                raise requests.Timeout("the tile only trickles")
        return bytes(found)


def _refused(why: str, status: int = 0) -> NetworkFault:
    return NetworkFault("tile_refused", f"The tile server answered with {why}.", reason=why, status=status)
