"""Asks for thumbnails a few at a time: nothing else the desk is asked waits behind thirty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject

from console.desk.attachments import NotShown, Shot
from console.desk.posters import Posters
from console.domain.attachment import Attachment
from console.domain.place import Place
from console.ui.background import Background


@dataclass(frozen=True, slots=True)
class _Wish:
    owner: ref[QObject]
    attachment: Attachment
    place: Place | None
    then: Callable[[Shot | NotShown], None]

    @property
    def wanted(self) -> bool:
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner)


class Thumbnails(QObject):
    """`want` one for a widget; widgets that are gone are passed over."""

    def __init__(
        self, posters: Posters, background: Background, parent: QObject | None = None, *, at_once: int = 1
    ) -> None:
        super().__init__(parent)
        self._posters, self._background, self._at_once = posters, background, at_once
        self._wishes: list[_Wish] = []
        self._under_way = 0

    @property
    def waiting(self) -> int:
        """How many are wanted or under way."""
        return len(self._wishes) + self._under_way

    def want(
        self, owner: QObject, attachment: Attachment, place: Place | None, then: Callable[[Shot | NotShown], None]
    ) -> None:
        """Hand a thumbnail (or why there is none) to `then` on the GUI thread, in the order of asking."""
        self._wishes.append(_Wish(ref(owner), attachment, place, then))
        self._go_on()

    def forget(self) -> None:
        """Drop what is still wanted."""
        self._wishes.clear()

    def _go_on(self) -> None:
        while self._wishes and self._under_way < self._at_once:
            wish = self._wishes.pop(0)
            if wish.wanted:
                self._ask(wish)

    def _ask(self, wish: _Wish) -> None:
        self._under_way += 1

        def call() -> Shot | NotShown:
            return self._posters.poster(wish.attachment, wish.place)

        def take(shot: Shot | NotShown) -> None:
            self._under_way -= 1
            if wish.wanted:
                wish.then(shot)
            self._go_on()

        self._background.ask(self, call, take)
