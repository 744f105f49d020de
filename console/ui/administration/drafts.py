"""What was typed and not saved, by its item: looking at another row loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from console.ui.administration.form import Values

I = TypeVar("I")  # noqa: E741 - an item of a list


class Drafts(Generic[I]):
    """`None` stands for an item that is being added."""

    def __init__(self) -> None:
        self._kept: dict[I | None, Values] = {}

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, item: I | None, values: Values) -> None:
        """Keep what stands in the form of that item."""
        self._kept[item] = values

    def of(self, item: I | None) -> Values | None:
        """What was typed for it."""
        return self._kept.get(item)

    def forget(self, item: I | None) -> None:
        """It was saved or thrown away."""
        self._kept.pop(item, None)

    def items(self) -> frozenset[I]:
        """The items with something unsaved."""
        return frozenset(item for item in self._kept if item is not None)

    def rename(self, found: Callable[[I], I | None]) -> None:
        """The list was read anew: each draft goes to what its item is now; of one that went away, nowhere."""
        moved: dict[I | None, Values] = {}
        for item, values in self._kept.items():
            moved[None if item is None else found(item) or item] = values
        self._kept = moved
