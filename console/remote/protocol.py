"""Which protocol this console speaks with its server: the newest both know."""

from __future__ import annotations

from collections.abc import Mapping

from console.contract.session import PROTOCOL_HEADER, SPOKEN
from console.domain.errors import NetworkFault


class Spoken:
    """Begins with the newest; a server of the release before is spoken to as it expects, one ahead as it accepts."""

    def __init__(self, known: tuple[int, ...] = SPOKEN) -> None:
        """`known` are the protocols this release speaks, oldest first."""
        self._known = known
        self.number = known[-1]

    def heed(self, headers: Mapping[str, str]) -> None:
        """An answer came: speak the newest that server knows too."""
        theirs = _number(headers)
        if theirs is not None and min(theirs, self._known[-1]) in self._known:
            self.number = min(theirs, self._known[-1])

    def retreat(self, headers: Mapping[str, str]) -> bool:
        """The server does not take what was spoken (426); whether there is another to try at once."""
        theirs, before = _number(headers), self.number
        if theirs is not None:
            self.heed(headers)
        elif before != self._known[0]:
            # A server that does not say what it speaks: the one before ours is all there is to try.
            self.number = self._known[self._known.index(before) - 1]
        return self.number != before

    def refused(self, headers: Mapping[str, str], message: str) -> NetworkFault:
        """The fault of a server nothing can be spoken with; afterwards we begin with the newest again."""
        theirs, newest = _number(headers), self._known[-1]
        self.number = newest
        code = "wrong_protocol"
        if theirs is not None and theirs != newest:
            code = "console_too_old" if theirs > newest else "server_too_old"
        return NetworkFault(code, message, server=theirs or 0, console=newest)


def _number(headers: Mapping[str, str]) -> int | None:
    text = headers.get(PROTOCOL_HEADER, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
