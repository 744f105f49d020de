"""The lists a center edits: read from the store, saved at the server, none overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from console.contract.admin import Edits
from console.desk.administration import Access, Administration
from console.desk.administration_changes import Change
from console.domain.edit import Edit
from console.domain.errors import Fault, InputFault

T = TypeVar("T", bound="Listed")

T_door = TypeVar("T_door", bound="Listed")

_TRIES = 3
"""Another administrator saves between reading and saving at most so often before it is told as a clash."""


class Listed(Protocol):
    """What travels as one thing with a revision."""

    @property
    def revision(self) -> int:
        """Raised by the server with each edit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[T]):
    """The list as this desk has it, and who changed it last as far as the server could be asked."""

    thing: T
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved(Generic[T]):
    """The list as it stands now; `others` saved since it was read: theirs stands beside this change."""

    thing: T
    others: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash(Generic[T]):
    """Nothing was saved: `others` changed the very same thing; `theirs` names it, '' when they took it away."""

    thing: T
    others: tuple[Edit, ...]
    theirs: str


class ListDoor(Protocol[T_door]):
    """A list as its page reads and saves it."""

    kind: str

    def read(self) -> Read[T_door]:
        """As this desk has it; in the background."""

    def save(self, seen: T_door, change: Change[T_door]) -> Saved[T_door] | Clash[T_door]:
        """Make a change to the list as it was seen; in the background.

        Raises:
            NetworkFault, AccessFault, InputFault: nothing was saved.
        """


class EditedList(Generic[T]):
    """One list; every method but `kind` may take seconds: in the background."""

    def __init__(
        self, administration: Administration, kind: str, gives: type[T], here: Callable[[], T], path: str = ""
    ) -> None:
        """`kind` as the server names it in its edits; `here` reads it from this desk's store."""
        self._administration, self.kind, self._gives, self._here = administration, kind, gives, here
        self._path = path or f"/v1/admin/{kind}"

    def read(self) -> Read[T]:
        """From the store, so also without the server; the edits only with it."""
        return Read(thing=self._here(), edits=edits_or_none(self._administration, self.kind))

    def save(self, seen: T, change: Change[T]) -> Saved[T] | Clash[T]:
        """Make a change to the list as it was seen; what others saved meanwhile stays.

        Raises:
            NetworkFault, AccessFault, InputFault: as Administration.ask; nothing was saved.
        """
        thing = seen
        for _ in range(_TRIES):
            wanted = change.made(thing)
            if wanted is None:
                break
            try:
                done = self._put(wanted, thing.revision)
            except InputFault as fault:
                if fault.code != "list_changed":
                    raise
                thing = self._administration.ask("GET", self._path, self._gives)
            else:
                return Saved(thing=done, others=self._since(seen.revision, thing.revision))
        return Clash(thing=thing, others=self._since(seen.revision, thing.revision), theirs=change.theirs(thing))

    def _put(self, wanted: T, revision: int) -> T:
        query = {"revision": str(revision)}
        return self._administration.ask("PUT", self._path, self._gives, sent=wanted, query=query)

    def _since(self, seen: int, now: int) -> tuple[Edit, ...]:
        """Edits of others between two revisions."""
        if now <= seen:
            return ()
        edits = edits_or_none(self._administration, self.kind)
        return tuple(edit for edit in edits if seen < edit.revision <= now)


def edits_or_none(administration: Administration, kind: str) -> tuple[Edit, ...]:
    """The latest edits of a list, newest first; none where the server cannot be asked: the list is shown without."""
    if administration.access() is not Access.OPEN:
        return ()
    try:
        return administration.ask("GET", "/v1/admin/edits", Edits, query={"kind": kind}).edits
    except Fault:
        return ()


def last_edit_of(label: str, edits: tuple[Edit, ...]) -> Edit | None:
    """Who last changed what bears this name, None when no edit names it."""
    short = label[:60]
    return next((edit for edit in edits if short in edit.changed), None)
