"""Replays the reports of a GeoJSON file into a server as a partner app would send them."""

from __future__ import annotations

import json
import math
import sys
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.progress import Progress

from console.contract.codec import encode
from console.contract.intake import MAX_TEXT, NewReport, NewReporter
from console.domain.errors import InputFault
from console.domain.place import Provenance
from console.simulate.clockwork import Clockwork, time_of, zone_of
from console.simulate.sender import Refused, Sender

_NAMESPACE = uuid.UUID("6f2f5d6e-2f7c-5f4e-9a55-3d1d6a0f9a11")
"""Namespace of ids made from a file's name and position, so that a second replay adds nothing twice."""


@dataclass(frozen=True, slots=True)
class Record:
    """One usable feature: its time in the file, and the report to send (without `happened_at`)."""

    t: datetime
    report: NewReport


@dataclass(frozen=True, slots=True)
class Broken:
    """A feature that cannot be sent: its position in the file (from 1) and why."""

    position: int
    why: str


def read(file: Path, tz: str) -> tuple[list[Record], list[Broken]]:
    """The file's features in time order, and the broken ones with position and reason.

    Raises:
        InputFault: the file is not a GeoJSON FeatureCollection (RFC 7946).
    """
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputFault("bad_file", f"{file.name} is not JSON: {error}", file=file.name) from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise InputFault("bad_file", f"{file.name} is not a GeoJSON FeatureCollection.", file=file.name)
    zone = zone_of(tz)
    records: list[Record] = []
    broken: list[Broken] = []
    for position, feature in enumerate(features, start=1):
        try:
            records.append(_record(feature, f"{file.stem}#{position}", zone))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            broken.append(Broken(position, f"{type(error).__name__}: {error}"))
    records.sort(key=lambda record: record.t)
    return records, broken


def replay(
    file: Path, *, server: str, key: str, speed: float, limit: int | None = None, tz: str = "Asia/Jakarta",
    ca: Path | None = None,
) -> int:  # fmt: skip
    """Send the file's reports at `speed`; returns 0 when every usable one was taken, 1 when some were refused.

    Raises:
        Fault: the file is unusable, the key is refused or the server stays away.
    """
    records, broken = read(file, tz)
    for item in broken:
        print(f"{file.name}: feature {item.position} left out: {item.why}", file=sys.stderr)
    records = records[:limit]
    if not records:
        print("sent=0 refused=0")
        return 1 if broken else 0
    refused = 0
    sender = Sender(server, key, ca)
    clockwork = Clockwork(records[0].t, speed)
    try:
        with Progress(disable=not sys.stderr.isatty()) as progress:
            task = progress.add_task("reports", total=len(records))
            for record in records:
                clockwork.wait_for(record.t)
                try:
                    sender.post("/v1/reports", encode(timed(record, clockwork)))
                except Refused as error:
                    refused += 1
                    print(f"{file.name}: {record.report.id} refused: {error}", file=sys.stderr)
                progress.advance(task)
    finally:
        sender.close()
    print(f"sent={len(records) - refused} refused={refused}")
    return 1 if refused else 0


def timed(record: Record, clockwork: Clockwork) -> NewReport:
    """The report with its time moved into this replay; the file's own time travels as `source_time`."""
    values = {name: getattr(record.report, name) for name in record.report.__struct_fields__}
    return NewReport(**values | {"happened_at": clockwork.due_at(record.t)})


def _record(feature: object, name: str, zone: ZoneInfo) -> Record:
    if not isinstance(feature, dict):
        raise ValueError("not an object")
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise ValueError("no properties")
    written = str(properties.get("created_at") or properties.get("time") or "")
    if not written:
        raise ValueError("no created_at")
    lat, lon = _point(feature.get("geometry"))
    return Record(
        t=time_of(written, zone),
        report=NewReport(
            id=str(uuid.uuid5(_NAMESPACE, name)),
            text=_text(properties),
            category="flood" if "flood_depth" in str(properties.get("report_data")) else "",
            lat=lat,
            lon=lon,
            provenance=Provenance.GPS,
            source_time=written,
            reporter=NewReporter(account=str(properties.get("source") or "")[:80], reachable=False),
        ),
    )


def _text(properties: dict[str, object]) -> str:
    parts = [str(properties.get(field) or "").strip() for field in ("title", "text")]
    return "\n".join(part for part in parts if part)[:MAX_TEXT]


def _point(geometry: object) -> tuple[float, float]:
    """Lat and lon of a GeoJSON Point, which has lon first (RFC 7946 section 3.1.1)."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        raise ValueError("geometry is not a Point")
    lon, lat = (float(value) for value in geometry["coordinates"][:2])
    if not (math.isfinite(lat) and math.isfinite(lon) and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("coordinates are off the globe")
    return lat, lon
