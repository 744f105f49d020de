"""Imports boundary files into one pack, a transaction per file: it resumes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from console.areas.area import Broken, Record
from console.areas.label_point import label_point
from console.areas.outlining import outline
from console.areas.pack_file import content_version, opened_to_write, squeeze, transaction
from console.areas.progress import FileProgress, Progress
from console.areas.shape import Shape, size_m2
from console.areas.source_file import RefusedFile, SourceFile, read_source
from console.areas.varints import encode_rings, to_units


class FileState(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """One file: records written (or already there), how many replaced older ones, and the broken ones."""

    file: str
    state: FileState
    records: int = 0
    replaced: int = 0
    broken: tuple[Broken, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """A whole run: areas in the pack afterwards, its version, each file, outlines of kecamatan and cities made."""

    pack_path: Path
    version: str
    areas: int
    files: tuple[FileReport, ...]
    outlined: int = 0

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Every record or file left out, in file order."""
        return tuple(broken for file in self.files for broken in file.broken)

    @property
    def imported(self) -> int:
        """Records written in this run."""
        return sum(file.records for file in self.files if file.state is FileState.IMPORTED)


def import_files(
    paths: Iterable[Path | str],
    pack_path: Path | str,
    progress: Progress | None = None,
    *,
    names_above: Mapping[str, str] | None = None,
    at: datetime | None = None,
) -> ImportReport:
    """Import SQL dumps and GeoJSON into the pack, making it when it is not there.

    A file whose bytes were imported before is skipped; a broken record or file is reported and the rest
    goes on; a code imported before is replaced. `names_above` gives kecamatan and city names by code.
    Kecamatan and cities are outlined from what lies in them, only those something changed in.
    Raises StoreFault when the pack itself cannot be written.
    """
    files = [Path(path) for path in paths]
    told = FileProgress(progress, files)
    with opened_to_write(Path(pack_path)) as connection:
        if names_above:
            with transaction(connection):
                connection.executemany("INSERT OR REPLACE INTO names_above VALUES (?, ?)", names_above.items())
        reports = [_import_file(connection, path, told, at) for path in files]
        outlined = outline(connection, told.outline)
        told.finish()
        version = content_version(connection)
        with transaction(connection):
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (version,))
        count = connection.execute("SELECT count(*) FROM areas").fetchone()[0]
    return ImportReport(
        pack_path=Path(pack_path), version=version, areas=count, files=tuple(reports), outlined=outlined
    )


def _import_file(connection: sqlite3.Connection, path: Path, told: FileProgress, at: datetime | None) -> FileReport:
    told.begin(path)
    try:
        source = read_source(path)
    except RefusedFile as refusal:
        broken = Broken(file=path.name, line=0, record=0, field="file", reason=str(refusal))
        return FileReport(file=path.name, state=FileState.FAILED, broken=(broken,))
    held = connection.execute(
        "SELECT records, (SELECT count(*) FROM areas WHERE source_id = sources.id) FROM sources WHERE sha256 = ?",
        (source.sha256,),
    ).fetchone()
    # A file some of whose areas another file has replaced since is imported again: it was asked for last.
    if held is not None and held[0] == held[1]:
        return FileReport(file=path.name, state=FileState.SKIPPED, records=held[0])
    with transaction(connection):
        report = _write_records(connection, source, told, at)
        # Readers compute the version themselves until this run has written the new one.
        connection.execute("DELETE FROM meta WHERE key = 'version'")
    return report


def _write_records(
    connection: sqlite3.Connection, source: SourceFile, told: FileProgress, at: datetime | None
) -> FileReport:
    source_id = _source_row(connection, source, at)
    line_count = source.text.count("\n") + 1
    broken: list[Broken] = []
    seen: dict[str, int] = {}
    replaced = number = 0
    for number, record in enumerate(source.records(), start=1):
        if isinstance(record, Broken):
            broken.append(record)
        elif record.code in seen:
            broken.append(
                Broken(
                    file=source.name,
                    line=record.line,
                    record=number,
                    field="code",
                    reason=f"{record.code} was already read from line {seen[record.code]}",
                )
            )
        else:
            seen[record.code] = record.line
            replaced += _write(connection, record, source_id)
            told.reach(record.line / line_count)
    if number == 0:
        broken.append(Broken(file=source.name, line=0, record=0, field="file", reason="holds no record"))
    if not seen:
        # Not remembered: the next run must name the fault again, not call the file done.
        connection.execute("DELETE FROM sources WHERE id = ?", (source_id,))
        return FileReport(file=source.name, state=FileState.FAILED, broken=tuple(broken))
    connection.execute("UPDATE sources SET records = ?, broken = ? WHERE id = ?", (len(seen), len(broken), source_id))
    return FileReport(
        file=source.name, state=FileState.IMPORTED, records=len(seen), replaced=replaced, broken=tuple(broken)
    )


def _source_row(connection: sqlite3.Connection, source: SourceFile, at: datetime | None) -> int:
    row = connection.execute(
        """INSERT INTO sources (file, sha256, bytes, format, attribution, licence, records, broken, imported_at)
        VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)
        ON CONFLICT (sha256) DO UPDATE SET file = excluded.file, imported_at = excluded.imported_at RETURNING id""",
        (
            source.name,
            source.sha256,
            source.size_bytes,
            source.format.value,
            source.attribution,
            source.licence,
            at.isoformat() if at else "",
        ),
    ).fetchone()
    return int(row[0])


def _write(connection: sqlite3.Connection, record: Record, source_id: int) -> int:
    shape = Shape(record.rings)
    lat, lon = _label_units(shape, record)
    blob = encode_rings(record.rings)
    digest = hashlib.sha256(f"{record.code}\0{record.name}\0{lat},{lon}\0".encode() + blob).digest()
    older = connection.execute("SELECT id FROM areas WHERE code = ?", (record.code,)).fetchone()
    if older is not None:
        connection.execute("DELETE FROM area_boxes WHERE id = ?", older)
        connection.execute("DELETE FROM area_names WHERE rowid = ?", older)
        connection.execute("DELETE FROM areas WHERE id = ?", older)
    area_id = connection.execute(
        "INSERT INTO areas (code, name, lat, lon, size_m2, source_id, sha256, rings) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (record.code, record.name, lat, lon, size_m2(record.rings), source_id, digest, blob),
    ).lastrowid
    box = shape.box
    connection.execute(
        "INSERT INTO area_boxes VALUES (?, ?, ?, ?, ?)", (area_id, box.min_lat, box.max_lat, box.min_lon, box.max_lon)
    )
    connection.execute(
        "INSERT INTO area_names (rowid, name, above) VALUES (?, ?, ?)",
        (area_id, squeeze(record.name), _above(connection, record.code)),
    )
    return 0 if older is None else 1


def _label_units(shape: Shape, record: Record) -> tuple[int, int]:
    if record.stated is not None and shape.holds(*record.stated):
        return record.stated
    lat, lon = label_point(record.rings)
    return to_units(lat), to_units(lon)


def _above(connection: sqlite3.Connection, code: str) -> str:
    parents = [code.rsplit(".", steps)[0] for steps in range(1, code.count(".") + 1)]
    names = []
    for parent in parents:
        row = connection.execute(
            "SELECT name FROM areas WHERE code = :code UNION ALL SELECT name FROM names_above WHERE code = :code",
            {"code": parent},
        ).fetchone()
        names.append(squeeze(row[0]) if row else "")
    return " ".join(name for name in names if name)
