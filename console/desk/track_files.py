"""Tracks into a file and out of one: GPX and GeoJSON out, GPX in."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from console.desk.gpx_reader import MOST_BYTES, FileTracks, read_gpx
from console.desk.gpx_writer import gpx_pages
from console.desk.track_geojson import geojson_pages
from console.desk.track_sheet import TrackSheet
from console.domain.errors import InputFault, StoreFault


class TrackFormat(StrEnum):
    """The files tracks leave in, by the ending of their name."""

    GPX = "gpx"
    GEOJSON = "geojson"


def export_tracks(sheet: TrackSheet, file: Path, form: TrackFormat) -> int:
    """Write the tracks; returns how many fixes. The file is there whole or not at all. Slow: never on the GUI thread.

    Raises:
        StoreFault: `export_failed`.
    """
    pages = gpx_pages(sheet) if form is TrackFormat.GPX else geojson_pages(sheet)
    begun = file.with_name(f".{file.name}.{uuid4().hex[:8]}")
    try:
        try:
            with begun.open("xb") as out:
                for page in pages:
                    out.write(page)
                out.flush()
                os.fsync(out.fileno())
            begun.replace(file)
        finally:
            begun.unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreFault("export_failed", f"{file.name} cannot be written: {why}", path=str(file)) from error
    return sum(len(line.track.points) for line in sheet.lines)


def import_tracks(file: Path) -> FileTracks:
    """Read a GPX file somebody brings; slow: never on the GUI thread.

    Raises:
        InputFault: `gpx_unreadable`, and those of `gpx_reader.read_gpx`.
    """
    try:
        with file.open("rb") as opened:
            body = opened.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputFault("gpx_unreadable", f"{file.name} cannot be read: {why}", field=file.name) from error
    return read_gpx(body)
