"""What a page needs to know of its list: columns, fields, an item as form and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from console.desk.administration_changes import Item, ListShape
from console.desk.administration_lists import ListDoor, Listed
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldSpec
from console.ui.widgets.spoken import Words

T = TypeVar("T", bound=Listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Item]):
    """A column; one without `width_px` takes what is left. `tone` is a colour's name, '' for ordinary."""

    id: str
    head: Words
    text: Callable[[Item], str]
    width_px: int = 0
    tone: Callable[[Item], str] = lambda _item: ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Generic[Item]):
    """A pill above the table: only items for which `shows` holds."""

    id: str
    words: Words
    shows: Callable[[Item], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec(Generic[T, Item]):
    """A list as its page shows and edits it.

    `name` and `about` say what the list is; `title` is an item in a heading, `edit_label` how the server's edits name
    it. `fresh` begins a new one, None where nothing can be added; `why_stays` says why an item cannot be taken off, ''
    when it can. `wrong` gets what the form holds, the item it began with (None for a new one) and the list; `shown`
    tells which fields matter for it; `changed_word` says in words what the server's edits name by a code.
    """

    edited: ListDoor[T]
    shape: ListShape[T, Item]
    columns: tuple[Column[Item], ...]
    fields: tuple[FieldSpec, ...]
    spread: Callable[[Item], Values]
    gather: Callable[[Values, Item | None], Item]
    wrong: Callable[[Values, Item | None, T], tuple[Wrong, ...]]
    title: Callable[[Item], str]
    edit_label: Callable[[Item], str]
    name: Words
    about: Words
    fresh: Callable[[], Values] | None = None
    add_words: Words = ""
    why_stays: Callable[[Item], str] = lambda _item: ""
    removal: Words = ""
    filters: tuple[Filter[Item], ...] = ()
    ordered: bool = False
    shown: Callable[[Values, Item | None], frozenset[str]] | None = None
    changed_word: Callable[[str], str] = str
