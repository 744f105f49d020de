"""One change to a list: made as it was seen, and again on what somebody else saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ListShape(Generic[T, Item]):
    """How a thing that travels holds its items, and how one of them is called in a sentence."""

    items: Callable[[T], tuple[Item, ...]]
    with_items: Callable[[T, tuple[Item, ...]], T]
    label: Callable[[Item], str]


class Change(Protocol[T]):
    """Something an administrator wants of a list."""

    def made(self, thing: T) -> T | None:
        """The list with it, None when what it would change is not there as it was seen."""

    def theirs(self, thing: T) -> str:
        """How the same place reads on a list on which it cannot be made, '' when it is gone."""


@dataclass(frozen=True, slots=True)
class Put(Generic[T, Item]):
    """`old` becomes `new`; without `old` it is added at the end, without `new` it goes."""

    shape: ListShape[T, Item]
    old: Item | None
    new: Item | None

    def made(self, thing: T) -> T | None:
        """The list with it."""
        items = self.shape.items(thing)
        if self.old is None:
            return self.shape.with_items(thing, (*items, self.new)) if self.new is not None else thing
        if self.old not in items:
            return None
        place = items.index(self.old)
        new = () if self.new is None else (self.new,)
        return self.shape.with_items(thing, (*items[:place], *new, *items[place + 1 :]))

    def theirs(self, thing: T) -> str:
        """What now bears the same name."""
        name = self.shape.label(self.old) if self.old is not None else ""
        same = [each for each in self.shape.items(thing) if self.shape.label(each) == name]
        return name if same else ""


@dataclass(frozen=True, slots=True)
class Move(Generic[T, Item]):
    """`item` changes places with the one `by` further down (negative: up)."""

    shape: ListShape[T, Item]
    item: Item
    by: int

    def made(self, thing: T) -> T | None:
        """The list in that order."""
        items = list(self.shape.items(thing))
        if self.item not in items:
            return None
        place = items.index(self.item)
        other = min(max(0, place + self.by), len(items) - 1)
        items[place], items[other] = items[other], items[place]
        return self.shape.with_items(thing, tuple(items))

    def theirs(self, thing: T) -> str:
        """Nothing: an order can always be set anew."""
        return ""


@dataclass(frozen=True, slots=True)
class SetField(Generic[T]):
    """A field of the list itself: `old` becomes `new`."""

    name: str
    old: object
    new: object

    def made(self, thing: T) -> T | None:
        """The list with it."""
        if getattr(thing, self.name) != self.old:
            return None
        return replace(thing, **{self.name: self.new})  # type: ignore[type-var]

    def theirs(self, thing: T) -> str:
        """The field is always there."""
        return self.name


@dataclass(frozen=True, slots=True)
class SetWhole(Generic[T]):
    """Everything becomes what came in a file, whatever it was: only on the list as it was seen."""

    old: T
    new: T

    def made(self, thing: T) -> T | None:
        """What the file holds."""
        return self.new if thing == self.old else None

    def theirs(self, thing: T) -> str:
        """It cannot be put upon another's change."""
        return "*"
