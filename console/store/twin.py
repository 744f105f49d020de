"""Twins of domain dataclasses, decoded twice as fast: to read once and throw away.

msgspec fills a Struct in half the time a dataclass takes it. A twin has the same fields, refusals (`__post_init__`)
and properties, so a rule reads it like the original, and a body one of them refuses the other refuses too.
"""

from __future__ import annotations

import operator
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import reduce
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")

_made: dict[type, type] = {}


def twin(kind: type[T]) -> type[T]:
    """The twin of a frozen dataclass, to decode into; never keep, compare or hand on what it decodes."""
    return cast("type[T]", _twin(kind))


def _twin(kind: object) -> object:
    if isinstance(kind, type) and is_dataclass(kind):
        if kind not in _made:
            _made[kind] = _struct(kind)
        return _made[kind]
    origin, args = get_origin(kind), [_twin(arg) for arg in get_args(kind)]
    if isinstance(origin, type) and issubclass(origin, types.UnionType):
        return reduce(operator.or_, args)
    return types.GenericAlias(origin, tuple(args)) if isinstance(origin, type) else kind


def _struct(kind: type) -> type:
    hints = get_type_hints(kind)
    rows: list[tuple[str, object, object]] = []
    for each in fields(kind):
        default: object = msgspec.NODEFAULT
        if each.default is not MISSING:
            default = each.default
        elif each.default_factory is not MISSING:
            default = msgspec.field(default_factory=cast("Callable[[], object]", each.default_factory))
        rows.append((each.name, _twin(hints[each.name]), default))
    kept = {name: value for name, value in vars(kind).items() if isinstance(value, property) or name == "__post_init__"}
    # A tree of values has no cycles: the collector need not follow it.
    return msgspec.defstruct(kind.__name__, rows, frozen=True, gc=False, kw_only=True, namespace=kept)
