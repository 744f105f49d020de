"""The server's stream of hints, read event by event as they come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Self

import requests
import sseclient

from console.contract.calls import CallsNews
from console.contract.codec import decode
from console.contract.feed import Hint, PositionsNews, PresenceNews
from console.domain.errors import InputFault
from console.remote.failures import unreachable

# Each chunk the server flushes comes at once; a larger one only bounds a single read.
_CHUNK_BYTES = 16_384

News = Hint | PositionsNews | PresenceNews | CallsNews
_KINDS: dict[str, type[News]] = {
    "changes": Hint, "positions": PositionsNews, "presence": PresenceNews, "calls": CallsNews
}  # fmt: skip


class Stream:
    """One open stream, let go at the end of its `with`; `news()` blocks on that thread, `end()` comes from another."""

    def __init__(self, response: requests.Response) -> None:
        self._response = response

    def __enter__(self) -> Self:
        """The stream itself."""
        return self

    def __exit__(self, *_raised: object) -> None:
        """Let the connection go, also when nobody ever listened."""
        self._response.close()

    def news(self) -> Iterator[News]:
        """What the server tells, until it ends the stream; events of later releases are skipped.

        Raises:
            NetworkFault: the line broke or fell silent.
        """
        try:
            for event in sseclient.SSEClient(self._response.iter_content(_CHUNK_BYTES)).events():
                kind = _KINDS.get(event.event)
                if kind is None:
                    continue
                with suppress(InputFault):
                    yield decode(event.data.encode(), kind)
        except (requests.RequestException, OSError, AttributeError, UnicodeDecodeError) as error:
            # urllib3 raises AttributeError or OSError when another thread shut the socket down.
            cause = error if isinstance(error, requests.RequestException) else requests.ConnectionError(str(error))
            raise unreachable(cause, self._response.url) from error

    def end(self) -> None:
        """Make a blocked `news()` return or raise at once."""
        with suppress(OSError, ValueError, RuntimeError, AttributeError):
            self._response.raw.shutdown()
