"""Reads the small table of facts: codes, names, label points, names above."""

from __future__ import annotations

import json
from pathlib import Path

from console.areas.area import Area
from console.domain.errors import InputFault

AREAS_FILE = "areas.json"
DISTRICTS_FILE = "districts.json"


def read_facts(folder: Path | str) -> tuple[Area, ...]:
    """Label points from `areas.json` of the folder (made by console.areas.labels), in code order.

    Raises InputFault naming the file and the field.
    """
    path = Path(folder) / AREAS_FILE
    above = names_above(folder)
    rows = _table(path, "areas")
    if not isinstance(rows, list):
        raise _fault(path, "areas", "is no list")
    areas = []
    for number, row in enumerate(rows, start=1):
        try:
            code, name, lat, lon = row
            areas.append(
                Area(
                    code=str(code),
                    name=str(name),
                    lat=float(lat),
                    lon=float(lon),
                    district=above.get(code[:8], ""),
                    city=above.get(code[:5], ""),
                )
            )
        except (TypeError, ValueError) as error:
            raise _fault(path, f"areas[{number}]", str(error)) from None
    return tuple(sorted(areas, key=lambda area: area.code))


def names_above(folder: Path | str) -> dict[str, str]:
    """Names of provinces, cities and kecamatan by code from `districts.json`. Raises InputFault as read_facts."""
    path = Path(folder) / DISTRICTS_FILE
    names = _table(path, "names")
    if not isinstance(names, dict):
        raise _fault(path, "names", "is no table of code and name")
    return {str(code): str(name) for code, name in names.items()}


def _table(path: Path, key: str) -> object:
    try:
        table: object = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _fault(path, "file", f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise _fault(path, "file", f"is no JSON: {error}") from None
    if not isinstance(table, dict) or key not in table:
        raise _fault(path, key, "is missing")
    return table[key]


def _fault(path: Path, field: str, reason: str) -> InputFault:
    return InputFault("area_facts_unusable", f"{path}: {field} {reason}", file=str(path), field=field, reason=reason)
