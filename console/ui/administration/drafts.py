"""What was typed and not saved, by its item: looking at another row loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic

from console.desk.administration_changes import Item
from console.ui.administration.form import Values


class Drafts(Generic[Item]):
    """`None` stands for an item that is being added."""

    def __init__(self) -> None:
        self._kept: dict[Item | None, Values] = {}

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, item: Item | None, values: Values) -> None:
        """Keep what stands in the form of that item."""
        self._kept[item] = values

    def of(self, item: Item | None) -> Values | None:
        """What was typed for it."""
        return self._kept.get(item)

    def forget(self, item: Item | None) -> None:
        """It was saved or thrown away."""
        self._kept.pop(item, None)

    def items(self) -> frozenset[Item]:
        """The items with something unsaved."""
        return frozenset(item for item in self._kept if item is not None)

    def rename(self, found: Callable[[Item], Item | None]) -> None:
        """The list was read anew: each draft goes to what its item is now; of one that went away, nowhere."""
        moved: dict[Item | None, Values] = {}
        for item, values in self._kept.items():
            moved[None if item is None else found(item) or item] = values
        self._kept = moved
