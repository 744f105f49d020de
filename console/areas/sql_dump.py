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
from dataclasses import replace

from console.areas.area import Broken, Record
from console.areas.checking import RefusedRecord, point_of, record_of
from console.areas.varints import to_units

INSERT = re.compile(r"INSERT\s+INTO\s+[`\"\[]?(?P<table>\w+)[`\"\]]?\s*\((?P<columns>[^()]{1,500})\)\s*VALUES", re.I)
_START = re.compile(r"\(\s*(?='|NULL\b|[-+]?\d)", re.I)
_VALUE = re.compile(
    r"\s*(?:'(?P<text>[^'\\]*(?:(?:\\.|'')[^'\\]*)*)'|(?P<bare>NULL|[-+]?[0-9.]+(?:[eE][-+]?\d+)?))\s*(?P<end>[,)])",
    re.S,
)
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
    columns: list[str] = []
    position = number = 0
    next_insert = INSERT.search(text)
    while True:
        start = _START.search(text, position)
        if start is None:
            return
        while next_insert is not None and next_insert.start() < start.start():
            columns = _columns(next_insert)
            next_insert = INSERT.search(text, next_insert.end())
        if not columns:
            position = start.end()
            continue
        number += 1
        line = bisect.bisect_right(lines, start.start())
        values, end = _tuple(text, start.end(), len(columns))
        try:
            if values is None:
                raise RefusedRecord("record", "the values do not end as a record should (quote or bracket lost)")
            yield _record(dict(zip(columns, values, strict=True)), line)
        except RefusedRecord as refusal:
            yield Broken(file=file, line=line, record=number, field=refusal.field, reason=refusal.reason)
        position = end if values is not None else start.end()


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
