"""Files on their way to a server, as a test says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from console.domain.link import Upload


class Ways:
    """An upload port by hand: `tell` what the lane would."""

    def __init__(self) -> None:
        self._ways: dict[str, Upload] = {}
        self._hearers: list[Callable[[Upload], None]] = []
        self.tried: list[str] = []

    def ways(self) -> dict[str, Upload]:
        return dict(self._ways)

    def again(self, file_id: str) -> None:
        self.tried.append(file_id)
        self.tell(replace(self._ways[file_id], refused=""))

    def subscribe(self, callback: Callable[[Upload], None]) -> Callable[[], None]:
        self._hearers.append(callback)
        return lambda: self._hearers.remove(callback)

    def tell(self, way: Upload) -> None:
        self._ways[way.attachment_id] = way
        for each in tuple(self._hearers):
            each(way)
