"""Reads a table of police areas: kelurahan/desa code, Polsek, Polres, Polda, phone."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from console.domain.errors import InputFault
from console.domain.police_area import PoliceArea, PoliceAreas

COLUMNS = ("code", "polsek", "polres", "polda")
"""Needed; `phone` may follow. A file of the police itself, never made from city or province."""

_CODE = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLine:
    """A line that was left out: where, which field, and why."""

    line: int
    field: str
    reason: str


def read_police_areas(file: Path, own: tuple[str, ...] = ()) -> tuple[PoliceAreas, tuple[BrokenLine, ...]]:
    """The table grouped by post, and the lines left out; `own` names the posts that are this site's.

    Raises:
        InputFault: a column is missing, or `own` names a post the file does not hold.
    """
    broken: list[BrokenLine] = []
    seen: dict[str, int] = {}
    posts: dict[tuple[str, str, str, str], list[str]] = {}
    with file.open(newline="", encoding="utf-8-sig") as lines:
        table = csv.DictReader(lines)
        missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
        if missing:
            said = f"{file.name}: the column {', '.join(missing)} is missing."
            raise InputFault("bad_file", said, file=file.name, field=missing[0])
        for number, row in enumerate(table, 2):
            fields = {name: (row.get(name) or "").strip() for name in (*COLUMNS, "phone")}
            wrong = _wrong(fields, seen, number)
            if wrong is not None:
                broken.append(wrong)
                continue
            seen[fields["code"]] = number
            key = (fields["polsek"], fields["polres"], fields["polda"], fields["phone"])
            posts.setdefault(key, []).append(fields["code"])
    found = tuple(
        PoliceArea(polsek=polsek, polres=polres, polda=polda, areas=tuple(codes), phone=phone)
        for (polsek, polres, polda, phone), codes in posts.items()
    )
    unknown = [name for name in own if not any(name in (p.polsek, p.polres, p.polda) for p in found)]
    if unknown:
        said = f"--own: {unknown[0]} is not in {file.name}."
        raise InputFault("unknown_post", said, file=file.name, field="own")
    return PoliceAreas(own=own, posts=found), tuple(broken)


def _wrong(fields: dict[str, str], seen: dict[str, int], number: int) -> BrokenLine | None:
    empty = next((name for name in COLUMNS if not fields[name]), "")
    if empty:
        return BrokenLine(line=number, field=empty, reason="empty")
    if not _CODE.fullmatch(fields["code"]):
        return BrokenLine(line=number, field="code", reason="not a kelurahan/desa code such as 35.73.02.1001")
    if fields["code"] in seen:
        return BrokenLine(line=number, field="code", reason=f"stands in line {seen[fields['code']]} already")
    return None
