"""Reads wilayah_boundaries SQL dumps without running SQL; latitude first.

A dump is comments, DELETE lines and `INSERT INTO name(kode,nama,lat,lng,path) VALUES (...),(...);`.
A record that cannot be read is yielded as Broken, and reading goes on at the next thing that looks like
the start of a record, so one lost quote costs one record.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from console.areas.area import Broken, Record
from console.areas.checking import RefusedRecord, point_of, record_of
from console.areas.varints import to_units

INSERT = re.compile(r"INSERT\s+INTO\s+[`\"\[]?(?P<table>\w+)[`\"\]]?\s*\((?P<columns>[^()]{1,500})\)\s*VALUES", re.I)
_START = re.compile(r"\(\s*(?='|NULL\b|[-+]?\d)", re.I)
_VALUE = re.compile(
    r"\s*(?:'(?P<text>[^'\\]*(?:(?:\\.|'')[^'\\]*)*)'|(?P<bare>NULL|[-+]?[0-9.]+(?:[eE][-+]?\d+)?))\s*(?P<end>[,)])",
    re.S,
)
_LOST = re.compile(r"'\d\d(?:\.\d+)*'\s*,")
_ESCAPE = re.compile(r"\\(.)|''", re.S)
_NEEDED = ("kode", "nama", "path")


def stated_licence(text: str) -> str:
    """The comment a dump opens with (author, licence), '' when it opens otherwise."""
    opening = text.lstrip("\ufeff \t\r\n")
    return opening[2 : opening.index("*/")].strip() if opening.startswith("/*") and "*/" in opening else ""


def looks_like_dump(text: str) -> bool:
    """Whether the text holds an INSERT with the columns of a boundaries dump."""
    found = INSERT.search(text)
    return found is not None and set(_NEEDED) <= set(_columns(found))


def read_dump(text: str, file: str) -> Iterator[Record | Broken]:
    """Yield every record of the dump in file order, broken ones as Broken with line and record number."""
    lines = _line_starts(text)
    for number, found in enumerate(_raw_records(text), start=1):
        line = bisect.bisect_right(lines, found.position)
        try:
            if found.fields is None:
                raise RefusedRecord("record", found.reason)
            yield _record(found.fields, line)
        except RefusedRecord as refusal:
            yield Broken(file=file, line=line, record=number, field=refusal.field, reason=refusal.reason)


@dataclass(frozen=True, slots=True)
class _Raw:
    position: int
    fields: dict[str, str | None] | None = None
    reason: str = ""


def _raw_records(text: str) -> Iterator[_Raw]:
    columns: list[str] = []
    position = 0
    whole = True
    next_insert = INSERT.search(text)
    while True:
        start = _START.search(text, position)
        lost = _LOST.search(text, position, start.start() if start else len(text)) if whole else None
        if lost is not None:
            yield _Raw(lost.start(), reason="a record that does not begin with a bracket")
        if start is None:
            return
        while next_insert is not None and next_insert.start() < start.start():
            columns = _columns(next_insert)
            next_insert = INSERT.search(text, next_insert.end())
        values, end = _tuple(text, start.end(), len(columns))
        whole = values is not None
        if values is not None:
            yield _Raw(start.start(), dict(zip(columns, values, strict=True)))
        elif columns:
            yield _Raw(start.start(), reason="the values do not end as a record should (quote or bracket lost)")
        elif _LOST.match(text, start.end()):
            yield _Raw(start.start(), reason="no INSERT with columns stands before it")
        position = end if whole else start.end()


def _record(fields: dict[str, str | None], line: int) -> Record:
    path = fields.get("path")
    if not path:
        raise RefusedRecord("path", "no boundary")
    try:
        nested: object = json.loads(path)
    except json.JSONDecodeError as error:
        raise RefusedRecord("path", f"not readable at character {error.pos}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise RefusedRecord("path", f"not readable: {error}") from None
    record = record_of(fields.get("kode"), fields.get("nama"), nested, lat_first=True, line=line)
    return replace(record, stated=_stated(fields.get("lat"), fields.get("lng")))


def _stated(lat: str | None, lon: str | None) -> tuple[int, int] | None:
    # A wrong label point is no reason to lose the boundary: the importer makes its own.
    try:
        place = point_of([float(lat or ""), float(lon or "")], lat_first=True)
    except ValueError:
        return None
    return to_units(place[0]), to_units(place[1])


def _tuple(text: str, position: int, count: int) -> tuple[list[str | None] | None, int]:
    values: list[str | None] = []
    if not count:
        return None, position
    while len(values) < count:
        found = _VALUE.match(text, position)
        if found is None or (found["end"] == ")") != (len(values) + 1 == count):
            return None, position
        values.append(_unescaped(found["text"]) if found["bare"] is None else _bare(found["bare"]))
        position = found.end()
    return values, position


def _bare(word: str) -> str | None:
    return None if word.upper() == "NULL" else word


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: found[1] or "'", text) if "\\" in text or "''" in text else text


def _columns(insert: re.Match[str]) -> list[str]:
    return [column.strip(' `"[]\r\n\t').lower() for column in insert["columns"].split(",")]


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]
