"""Telephone lines and their desks: where a ring on a line is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.call import Ring

MOST_LINES, LONGEST = 500, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneLine:
    """A line as its exchange names it (`line` of the call), of which exchange ('' any SourceKind), for which desks.

    `desks` are ids of workstations; none means every desk.
    """

    line: str
    source_kind: str = ""
    name: str = ""
    desks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneLines:
    """The site's lines, edited by administrators (`PUT /v1/admin/lines`); a line not named rings at every desk."""

    id: str = "phone_lines"
    revision: int = 0
    lines: tuple[PhoneLine, ...] = ()

    def desks_of(self, ring: Ring) -> frozenset[str]:
        """The desks at which this call is to be shown; empty: all of them."""
        own = (each for each in self.lines if each.line == ring.line and each.source_kind == ring.source_kind)
        any_exchange = (each for each in self.lines if each.line == ring.line and not each.source_kind)
        bound = next(own, None) or next(any_exchange, None)
        return frozenset(bound.desks) if bound is not None and ring.line else frozenset()


def line_label(line: PhoneLine) -> str:
    """By what a line is told from another: one line may be named for each exchange."""
    return f"{line.line} {line.source_kind}".strip()


def shown_at(desk_id: str, rings: Iterable[Ring], lines: PhoneLines, at_work: frozenset[str]) -> tuple[Ring, ...]:
    """The calls a desk is told of: those of its own lines, and those of a line at none of whose desks anybody works.

    `at_work` are the desks with a person signed in and connected. A call must never ring at desks nobody sits at.
    """
    shown = []
    for ring in rings:
        desks = lines.desks_of(ring)
        if not desks or desk_id in desks or not desks & at_work:
            shown.append(ring)
    return tuple(shown)


def wrong_lines(lines: PhoneLines, known_desks: Iterable[str]) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    known, exchanges = frozenset(known_desks), ("", "call_110", "call_112")
    if len(lines.lines) > MOST_LINES:
        return "lines", f"at most {MOST_LINES}"
    names = [(each.line, each.source_kind) for each in lines.lines]
    for place, each in enumerate(lines.lines):
        at = f"lines[{place}]"
        if not 0 < len(each.line.strip()) <= LONGEST or names.count((each.line, each.source_kind)) > 1:
            return f"{at}.line", f"1 to {LONGEST} characters, each once for an exchange"
        if each.source_kind not in exchanges:
            return f"{at}.source_kind", "call_110, call_112 or empty for any"
        if len(each.name) > LONGEST:
            return f"{at}.name", f"at most {LONGEST} characters"
        strange = next((number for number, desk in enumerate(each.desks) if desk not in known), None)
        if strange is not None:
            return f"{at}.desks[{strange}]", "the id of an enrolled workstation"
    return None
