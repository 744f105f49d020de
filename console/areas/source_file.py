"""One file to import: hashed, its kind known, licence and author found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from console.areas import geojson, sql_dump
from console.areas.area import Broken, Record

LARGEST_BYTES = 1 << 30
LONGEST_LICENCE = 20_000


class FileFormat(StrEnum):
    """Formats the importer reads."""

    SQL_DUMP = "sql"
    GEOJSON = "geojson"


class RefusedFile(ValueError):
    """A file as a whole cannot be imported; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file's text and where it comes from; `attribution` is one line fit for the corner of a map."""

    name: str
    sha256: str
    size_bytes: int
    format: FileFormat
    text: str
    attribution: str
    licence: str

    def records(self) -> Iterator[Record | Broken]:
        """Every record in file order, broken ones among them."""
        if self.format is FileFormat.SQL_DUMP:
            return sql_dump.read_dump(self.text, self.name)
        return geojson.read_areas(self.text, self.name)


def read_text(path: Path) -> tuple[str, str, int]:
    """A file's text, SHA-256 and size in bytes; bytes that are no UTF-8 become U+FFFD. Raises RefusedFile."""
    try:
        if not path.is_file():
            raise RefusedFile("is not there" if not path.exists() else "is no file")
        if path.stat().st_size > LARGEST_BYTES:
            raise RefusedFile("is larger than 1 GiB; split it by kabupaten")
        content = path.read_bytes()
    except OSError as error:
        raise RefusedFile(f"cannot be read: {error.strerror or error}") from None
    return content.decode("utf-8-sig", errors="replace"), hashlib.sha256(content).hexdigest(), len(content)


def read_source(path: Path) -> SourceFile:
    """Read and recognise one file. Raises RefusedFile when it is neither kind."""
    text, sha256, size_bytes = read_text(path)
    if sql_dump.looks_like_dump(text):
        kind, licence = FileFormat.SQL_DUMP, sql_dump.stated_licence(text)
    elif geojson.looks_like_geojson(text):
        kind, licence = FileFormat.GEOJSON, geojson.stated_licence(text)
    else:
        raise RefusedFile("is neither a wilayah_boundaries SQL dump (INSERT INTO …(kode, nama, …, path)) nor GeoJSON")
    licence = (licence or _licence_beside(path))[:LONGEST_LICENCE]
    return SourceFile(
        name=path.name,
        sha256=sha256,
        size_bytes=size_bytes,
        format=kind,
        text=text,
        attribution=_attribution(licence, path.name),
        licence=licence,
    )


def _licence_beside(path: Path) -> str:
    for name in ("LICENSE", "LICENSE.txt", "LICENCE", "LICENSE.md"):
        try:
            return (path.parent / name).read_text(encoding="utf-8", errors="replace")[:LONGEST_LICENCE]
        except OSError:
            continue
    return ""


def _attribution(licence: str, file_name: str) -> str:
    named = "MIT" if "MIT License" in licence else ""
    found = re.search(r"^\W*copyright\s*(?:\(c\)|©)?\s*([\d ,-]{4,20}?)(?: by)? +([^;<\n]{3,80})", licence, re.I | re.M)
    if found is not None:
        holder = f"© {found[1].strip()} {found[2].strip()}"
        return f"{holder} ({named})" if named else holder
    first_line = licence.strip().splitlines()[0].strip()[:80] if licence.strip() else ""
    return first_line or f"{file_name} (licence not stated)"
