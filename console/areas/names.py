"""Every kelurahan and desa by name, those near the center first; no polygons."""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from console.areas.names_file import open_names
from console.areas.pack_file import squeeze
from console.domain.errors import StoreFault

_WORDED = """SELECT villages.id, code, villages.name, key, postcode FROM village_words JOIN villages
    ON villages.id = village_words.rowid
    WHERE village_words MATCH ?1 AND village_words.rowid BETWEEN ?2 AND ?3 LIMIT ?4"""
_BEGUN = """SELECT id, code, name, key, postcode FROM villages WHERE key >= ?1 AND key < ?1 || '\U0010ffff'
    AND id BETWEEN ?2 AND ?3 ORDER BY length(key), id LIMIT ?4"""
_HELD = """SELECT id, code, name, key, postcode FROM villages WHERE instr(key, ?1) AND id BETWEEN ?2 AND ?3
    ORDER BY length(key), id LIMIT ?4"""
_POSTED = "SELECT id, code, name, key, postcode FROM villages WHERE postcode = ?1 AND id BETWEEN ?2 AND ?3 LIMIT ?4"
_CODED = "SELECT id, code, name, key, postcode FROM villages WHERE code = ?"
_SAME = "SELECT code FROM villages WHERE key = ?1 UNION ALL SELECT code FROM above WHERE key = ?1"
_RANGE = "SELECT min(id), max(id) FROM villages WHERE code >= ?1 || '.' AND code < ?1 || '/'"
_CANDIDATES = 400
_LEAST_HELD = 3
_WORD = re.compile(r"[^\W_]+")
_KINDS = frozenset({"kel", "kelurahan", "desa", "ds", "kec", "kecamatan", "kota", "kab", "kabupaten", "prov"})
"""Said before a name and no part of it, as long as another word stands there."""

_Row = tuple[int, str, str, str, str]
_Ring = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A kelurahan or desa: code, name, the names above it, its postcode; '' where not known."""

    code: str
    name: str
    district: str
    city: str
    province: str
    postcode: str = ""


class NameTable:
    """Answers from any thread; the file is opened, and made where it is missing, at the first question."""

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None
        self._closed = False
        self._above: dict[str, str] = {}

    def close(self) -> None:
        """Close the file; later questions find nothing."""
        with self._lock:
            self._closed = True
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    @property
    def made(self) -> bool:
        """Whether the table is there already, so that a question waits for no making."""
        return self._opened is not None or self._path.is_file()

    def search(self, words: str, near: Sequence[str] = (), limit: int = 8) -> tuple[Named, ...]:
        """Villages by the beginnings of their words, of the kecamatan's and the city's, or by their postcode.

        `near` are code prefixes, the nearest first ('35.73', '35'): those inside come first. Where no word begins so,
        villages whose name holds the letters anywhere. Case, accents and blanks do not matter.

        Raises:
            StoreFault: `names_unusable`, the table cannot be made or read.
        """
        said = _said(words)
        if not said:
            return ()
        with self._lock:
            connection = self._connection()
            if connection is None:
                return ()
            try:
                return self._found(connection, said, near, limit)
            except sqlite3.Error as error:
                raise self._damaged(error) from error

    def village(self, code: str) -> Named | None:
        """The village of that code. Raises StoreFault as `search`."""
        rows = self._ask(_CODED, (code,))
        return self._named(rows[0]) if rows else None

    def codes_of(self, name: str) -> tuple[str, ...]:
        """Codes of every village, kecamatan, city and province of exactly that name. Raises StoreFault as `search`."""
        key = squeeze(name)
        return tuple(str(row[0]) for row in self._ask(_SAME, (key,))) if key else ()

    def keys_in(self, prefix: str) -> dict[str, str]:
        """Code -> name as searched (lower case, letters only) of a province's or city's villages."""
        statement = "SELECT code, key FROM villages WHERE code >= ?1 || '.' AND code < ?1 || '/'"
        return {str(row[0]): str(row[1]) for row in self._ask(statement, (prefix,))}

    def _ask(self, statement: str, values: tuple[str | int, ...]) -> list[_Row]:
        with self._lock:
            connection = self._connection()
            if connection is None:
                return []
            try:
                return connection.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise self._damaged(error) from error

    def _connection(self) -> sqlite3.Connection | None:
        if self._opened is None and not self._closed:
            self._opened = open_names(self._path)
            self._above = dict(self._opened.execute("SELECT code, name FROM above"))
        return self._opened

    def _found(
        self, connection: sqlite3.Connection, said: list[str], near: Sequence[str], limit: int
    ) -> tuple[Named, ...]:
        whole = "".join(said)
        rings = [ring for prefix in near if (ring := _ring(connection, prefix))] + [(0, 1 << 40)]
        ranked: dict[int, tuple[tuple[bool, int, int, int, int], _Row]] = {}
        for place, ring in enumerate(rings):
            for row in _rows(connection, said, whole, ring):
                quality = _quality(row[3], said, whole)
                ranked.setdefault(row[0], ((quality > 3, place, quality, len(row[3]), row[0]), row))
            if sum(not rank[0] for rank, _ in ranked.values()) >= limit:
                break
        if not ranked and len(whole) >= _LEAST_HELD:
            for ring in rings[-2:]:
                for row in connection.execute(_HELD, (whole, *ring, limit)):
                    ranked.setdefault(row[0], ((False, len(ranked), 3, 0, row[0]), row))
        best = sorted(ranked.values(), key=lambda each: each[0])[:limit]
        return tuple(self._named(row) for _, row in best)

    def _named(self, row: _Row) -> Named:
        code = row[1]
        above = self._above
        return Named(
            code=code, name=row[2], district=above.get(code[:8], ""), city=above.get(code[:5], ""),
            province=above.get(code[:2], ""), postcode=row[4],
        )  # fmt: skip

    def _damaged(self, error: Exception) -> StoreFault:
        return StoreFault(
            "names_unusable", f"the table of names {self._path} cannot be read ({error}); remove it: it is made anew",
            file=str(self._path), reason=str(error),
        )  # fmt: skip


def _said(words: str) -> list[str]:
    """The words as searched, without 'kelurahan' and its like, at most eight."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words).casefold() if not unicodedata.combining(c))
    said = _WORD.findall(bare)[:8]
    return [word for word in said if word not in _KINDS] or said


def _ring(connection: sqlite3.Connection, prefix: str) -> _Ring | None:
    first, last = connection.execute(_RANGE, (prefix,)).fetchone()
    return None if first is None else (first, last)


def _rows(connection: sqlite3.Connection, said: list[str], whole: str, ring: _Ring) -> list[_Row]:
    if len(said) == 1 and len(whole) == 5 and whole.isdigit():
        return connection.execute(_POSTED, (whole, *ring, _CANDIDATES)).fetchall()
    begun = connection.execute(_BEGUN, (whole, *ring, _CANDIDATES // 4)).fetchall()
    wanted = " AND ".join(f'"{word}"*' for word in said)
    return [*begun, *connection.execute(_WORDED, (wanted, *ring, _CANDIDATES))]


def _quality(key: str, said: list[str], whole: str) -> int:
    """0 the name itself, 1 its beginning, 2 the same of its first word, 3 a word in it, 4 only what lies above it."""
    if key == whole:
        return 0
    if key.startswith(whole):
        return 1
    if key == said[0] or key.startswith(said[0]):
        return 2
    return 3 if said[0] in key else 4
