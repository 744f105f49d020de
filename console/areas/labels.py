"""Makes the table of label points from boundary files; keeps no boundary.

resources/demo/README.md spells out the command that made the table which ships.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from console.areas.area import Broken
from console.areas.label_point import label_point
from console.areas.source_file import read_source

ABOUT = "Facts: official code, name and a point inside (degrees, 5 decimals) of each kelurahan; no boundaries"


def labels_of(paths: Iterable[Path | str]) -> list[tuple[str, str, float, float]]:
    """(code, name, lat, lon) of every usable record of the files, in code order, the last of a code kept.

    Raises RefusedFile for a file that is neither SQL dump nor GeoJSON.
    """
    rows: dict[str, tuple[str, str, float, float]] = {}
    for path in paths:
        for record in read_source(Path(path)).records():
            if not isinstance(record, Broken):
                lat, lon = label_point(record.rings)
                rows[record.code] = (record.code, record.name, lat, lon)
    return [rows[code] for code in sorted(rows)]


def write_labels(paths: Iterable[Path | str], target: Path | str) -> int:
    """Write the table one area a line, so a change of one shows as one line; returns the number of areas."""
    rows = labels_of(paths)
    lines = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in rows)
    Path(target).write_text(f'{{\n  "about": {json.dumps(ABOUT)},\n  "areas": [\n{lines}\n  ]\n}}\n', encoding="utf-8")
    return len(rows)
