"""The packaged executable looks at itself: window, server, a report, map, decoders."""

from __future__ import annotations

import importlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from console import paths
from console.app import ConsoleApp
from console.domain.queue_row import QueueFilter, QueueQuery
from console.drill import decoding
from console.drill.hand import DrillFailed, Hand, offscreen_platform
from console.paths import Profile
from console.ui.application import make_application

PACE = 2400.0
AT_MOST_MB = 550
"""Megabytes of the packaged folder (issue First light)."""


def run(_profile: Profile) -> int:
    """Print one JSON object a figure; 0 when all was seen, else 1 and what was not."""
    start_s = _process_start_s()
    os.environ["QT_QPA_PLATFORM"] = offscreen_platform()
    app = make_application()
    with tempfile.TemporaryDirectory(prefix="sigap-selftest-") as folder:
        console = ConsoleApp(app, Profile(Path(folder)), demo=True, pace=PACE)
        hand = Hand(console, Path(folder) / "pictures")
        try:
            console.begin()
            hand.wait("the first window", lambda: console.gate.isVisible())
            _tell("start_s", round(time.time() - start_s, 2), "s")
            hand.wait("signed in", lambda: console.workplace, 60)
            _tell("signed_in", 1, "")
            work = hand.work
            office = console.core.office if console.core else None
            row = hand.wait(
                "a report", lambda: next(iter(office.queue.page(QueueQuery(filter=QueueFilter.NEW), 0, 1)), None), 60
            ) if office else None  # fmt: skip
            if row is None:
                raise DrillFailed("the office is closed")
            hand.select(row.id)
            _tell("report_shown", 1, "")
            hand.wait("the map is loaded", lambda: work.map_ready, 60)
            _tell("map_loaded", 1, "")
        except DrillFailed as failed:
            print(f"FAILED: {failed}", file=sys.stderr, flush=True)
            return 1
        finally:
            console.end()
    _tell("speaker", int(_has_speaker()), "")
    decoded, wrong = decoding.try_each()
    _tell("decoded", decoded, "kinds")
    for said in wrong:
        print(f"{'FAILED' if decoded else 'NOTE'}: {said}", file=sys.stderr, flush=True)
    size_mb = round(_size_bytes() / 1_000_000)
    _tell("size_mb", size_mb, "MB")
    if size_mb > AT_MOST_MB:
        print(f"FAILED: {size_mb} MB are more than {AT_MOST_MB}", file=sys.stderr, flush=True)
    return int(size_mb > AT_MOST_MB or bool(decoded and wrong))


def _tell(name: str, value: float, unit: str) -> None:
    print(json.dumps({"name": f"selftest.{name}", "value": value, "unit": unit}), flush=True)


def _has_speaker() -> bool:
    """Whether Qt's way to the speaker loads (named in two places only, so the packager must be told)."""
    try:
        return hasattr(importlib.import_module("PySide6.QtMultimedia"), "QAudioSink")
    except ImportError:
        return False


def _process_start_s() -> float:
    """When this process began, by the wall clock; Linux says it in clock ticks since boot (proc(5), field 22)."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        uptime_s = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return time.time()
    return time.time() - (uptime_s - ticks / os.sysconf("SC_CLK_TCK"))


def _size_bytes() -> int:
    """Bytes of the packaged folder; of this program's own sources when it is not packaged."""
    folder = Path(sys.executable).parent if paths.is_frozen() else paths.installation() / "console"
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
