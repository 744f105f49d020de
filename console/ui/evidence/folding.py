"""Openings of files on the timeline: those of one person in a row are one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from console.desk.case import Line
from console.domain.evidence import OPENED


def folded(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with every run of one person's openings told once, at the last of them; nothing else is touched."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, line):
            found[-1] = replace(line, entry=replace(line.entry, params=_together(last, line)))
        else:
            found.append(line)
    return tuple(found)


def _goes_on(last: Line, line: Line) -> bool:
    return (
        last.entry.kind == line.entry.kind == OPENED
        and last.entry.actor_id == line.entry.actor_id
        and last.waiting == line.waiting
        and last.refused is None
        and line.refused is None
    )


def _together(last: Line, line: Line) -> dict[str, str]:
    numbers = [*last.entry.params.get("files", "").split(", "), line.entry.params.get("files", "")]
    return {**line.entry.params, "files": ", ".join(dict.fromkeys(each for each in numbers if each))}
