"""Replays a CSV file's positions into a server: enrols its units, sends their fixes."""

from __future__ import annotations

import csv
import math
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.progress import Progress

from console.contract.codec import decode, encode
from console.contract.fleet import MAX_FIXES, Fix, Fixes, FixesTaken, NewUnit, NewUnits
from console.domain.errors import InputFault
from console.domain.unit import UnitKind
from console.simulate.clockwork import Clockwork, time_of, zone_of
from console.simulate.reports import Broken
from console.simulate.sender import Refused, Sender

BATCH_EVERY_S = 0.25
"""Fixes are gathered this long before they are sent as one list; a gateway does the same."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Where the seconds of a file without dates are counted from; only differences matter."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fix of the file: unit as written there, time, place, and its time as written."""

    unit: str
    t: datetime
    lat: float
    lon: float
    written: str


def read(file: Path, tz: str) -> tuple[list[Row], list[Broken]]:
    """Rows in time order and the broken lines; columns unit, lat, lon and seconds (or time).

    Raises:
        InputFault: a column is missing.
    """
    zone = zone_of(tz)
    rows: list[Row] = []
    broken: list[Broken] = []
    with file.open(newline="", encoding="utf-8-sig") as lines:
        table = csv.DictReader(lines)
        columns = set(table.fieldnames or ())
        missing = {"unit", "lat", "lon"} - columns
        if missing or not columns & {"seconds", "time"}:
            wanted = ", ".join(sorted(missing or {"seconds"}))
            raise InputFault("bad_file", f"{file.name}: the column {wanted} is missing.", file=file.name)
        for line in table:
            try:
                rows.append(_row(line, zone))
            except (ValueError, TypeError, OverflowError) as error:
                broken.append(Broken(table.line_num, str(error)))
    rows.sort(key=lambda row: row.t)
    return rows, broken


def replay(
    file: Path, *, server: str, key: str, speed: float, tz: str = "Asia/Jakarta", ca: Path | None = None
) -> int:
    """Enrol the file's units, send its fixes at `speed`; 0 when all were stored, 1 when some were refused.

    Raises:
        Fault: the file is unusable, the key is refused or the server stays away.
    """
    rows, broken = read(file, tz)
    for item in broken:
        print(f"{file.name}: line {item.position} left out: {item.why}", file=sys.stderr)
    if not rows:
        print("sent=0 stored=0 refused=0")
        return 1 if broken else 0
    sender = Sender(server, key, ca)
    try:
        _enrol(sender, sorted({row.unit for row in rows}))
        stored, refused = _send(sender, rows, speed)
    except Refused as error:
        raise InputFault("refused", f"{file.name}: the server refused it: {error}", file=file.name) from error
    finally:
        sender.close()
    print(f"sent={len(rows)} stored={stored} refused={refused}")
    return 1 if refused else 0


def unit_id(name: str) -> str:
    """The id a replayed unit is enrolled under."""
    return f"fleet-{name}"


def _enrol(sender: Sender, names: list[str]) -> None:
    units = tuple(
        NewUnit(id=unit_id(name), call_sign=f"F{name}", kind=UnitKind.VEHICLE, name=f"F{name}") for name in names
    )
    for start in range(0, len(units), 500):
        sender.post("/v1/admin/units", encode(NewUnits(units=units[start : start + 500])))


def _send(sender: Sender, rows: list[Row], speed: float) -> tuple[int, int]:
    clockwork = Clockwork(rows[0].t, speed)
    stored = refused = 0
    with Progress(disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("positions", total=len(rows))
        for batch in clockwork.in_batches(((row.t, row) for row in rows), BATCH_EVERY_S, MAX_FIXES):
            fixes = tuple(_fix(row, clockwork) for _, row in batch)
            taken = decode(sender.post("/v1/positions", encode(Fixes(fixes=fixes))), FixesTaken)
            stored += taken.stored
            refused += len(taken.refused)
            for place, why in taken.refused.items():
                print(f"{fixes[place].unit_id} at {fixes[place].source_time}: {why}", file=sys.stderr)
            progress.advance(task, len(batch))
    return stored, refused


def _fix(row: Row, clockwork: Clockwork) -> Fix:
    return Fix(
        unit_id=unit_id(row.unit), at=clockwork.due_at(row.t), lat=row.lat, lon=row.lon, source_time=row.written
    )


def _row(line: dict[str, str], zone: ZoneInfo) -> Row:
    unit = (line.get("unit") or "").strip()
    if not unit:
        raise ValueError("unit is empty")
    written = (line.get("seconds") or line.get("time") or "").strip()
    try:
        t = _EPOCH + timedelta(seconds=float(written))
    except ValueError:
        t = time_of(written, zone)
    lat, lon = float(line["lat"]), float(line["lon"])
    if not (math.isfinite(lat) and math.isfinite(lon) and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("lat/lon are off the globe")
    return Row(unit=unit, t=t, lat=lat, lon=lon, written=written)
