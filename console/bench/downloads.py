"""Proves that every file arrives whole through a cut line, none shown before its hash.

A desk below its screens fetches the files of a server through the partition proxy: connections are cut after 200 to
60,000 bytes, sliced, refused, answered by a stranger's page, and now and then a byte is another one; the console is
restarted in mid-download. At every step of every download the desk is asked for the file: whatever it hands out before
the hash matched, or with another hash, counts as shown before verification. `sha256_equal` counts files handed out at
the end whose SHA-256 is that of the server's.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from console.bench.downloads_breaks import BREAKS
from console.bench.downloads_world import Center, DownloadDesk, wait_until
from console.bench.partition_proxy import CLEAR, SPOILT, Line, Proxies
from console.domain.attachment import Attachment
from console.domain.link import Download

_FAULTS = ("reset", "reset", "reset", "reset", "slice", SPOILT, SPOILT, "page", "portal", "down", CLEAR)
"""What the line does next; `reset` cuts each connection after 200 to 60,000 bytes."""
_DEAD, _DEAD_S, _LONGEST_S = frozenset({"page", "portal", "down"}), 0.3, 3.0
_ON_SCREEN = 20
_RESTART_EVERY = 4
"""Screens of files between restarts of the console."""


@dataclass
class _Seen:
    """What the desk handed out, and what happened on the way."""

    sha256: dict[str, str] = field(default_factory=dict)
    early_bytes: int = 0
    steps: int = 0
    troubles: list[str] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    given_up: int = 0
    changes: int = 0
    restarts: int = 0


def run(args: list[str]) -> int:
    """Fetch, print one JSON object a line, return 1 when a file is missing or was shown before it was verified."""
    parser = argparse.ArgumentParser(prog="bench downloads")
    parser.add_argument("--count", type=int, default=1_000, help="how many files (1000)")
    parser.add_argument("--seed", type=int, default=1, help="for the same files and faults (1)")
    parser.add_argument("--within", type=float, default=3600.0, help="seconds after which it is given up (3600)")
    parser.add_argument("--break", dest="bug", choices=sorted(BREAKS), help="plant a bug that must be found")
    chosen = parser.parse_args(args)
    mend = BREAKS[chosen.bug]() if chosen.bug else lambda: None
    began_s = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="sigap-downloads-") as folder:
            equal, total_bytes, seen = _fetch_all(Path(folder), chosen.count, chosen.seed, chosen.within)
    finally:
        mend()
    figures = {
        "files": (chosen.count, "files"), "sha256_equal": (equal, "files"),
        "bytes_before_verification": (seen.early_bytes, "bytes"), "mib": (round(total_bytes / 2**20, 1), "MiB"),
        "steps_looked_at": (seen.steps, "count"), "line_changes": (seen.changes, "count"),
        "restarts": (seen.restarts, "count"), "asked_again": (seen.given_up, "count"),
        "troubles": (len(seen.troubles), "count"),
        "seconds": (round(time.monotonic() - began_s, 1), "s"),
    }  # fmt: skip
    for name, (value, unit) in figures.items():
        print(json.dumps({"name": f"downloads.{name}", "value": value, "unit": unit, "baseline": None, "ratio": None}))
    return 0 if equal == chosen.count and not seen.early_bytes else 1


class _Weather:
    """Changes the line all the while, the same way for the same seed."""

    def __init__(self, line: Line, seed: int, seen: _Seen) -> None:
        self._line, self._seen, self._chance = line, seen, random.Random(f"{seed} weather")
        self._lock, self._stop = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="weather", daemon=True)

    def begin(self) -> None:
        """From now on."""
        self._thread.start()

    @contextmanager
    def calm(self) -> Iterator[None]:
        """A clear line as long as the block lasts: who signs in is no part of this proof."""
        with self._lock:
            self._line.become(CLEAR)
            yield

    def end(self) -> None:
        """Clear for good; again does nothing."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._line.become(CLEAR)

    def _run(self) -> None:
        while not self._stop.is_set():
            fault = self._chance.choice(_FAULTS)
            with self._lock:
                self._line.become(fault)
                self._seen.changes += 1
            # By what came through, not by the clock: a busy machine sees the same weather as an idle one.
            until_s = time.monotonic() + (_DEAD_S if fault in _DEAD else _LONGEST_S)
            target = self._seen.steps + self._chance.randint(1, 12)
            while self._seen.steps < target and time.monotonic() < until_s and not self._stop.wait(0.02):
                pass


def _fetch_all(folder: Path, count: int, seed: int, within_s: float) -> tuple[int, int, _Seen]:
    seen, until_s = _Seen(), time.monotonic() + within_s
    center = Center(folder, count, random.Random(seed))
    lines = Proxies(1, lambda: center.port, seed)
    weather = _Weather(lines.lines[0], seed, seen)
    desk = DownloadDesk(folder / "desk", lines.lines[0].address)
    try:
        desk.begin(center.enrol_code)
        wait_until(lambda: all(desk.files_of(each) for each in center.report_ids), 60.0)
        files = [file for report_id in center.report_ids for file in desk.files_of(report_id)]
        seen.sha256 = {file.id: file.sha256 for file in files}
        weather.begin()
        screens = [files[start : start + _ON_SCREEN] for start in range(0, len(files), _ON_SCREEN)]
        for number, screen in enumerate(screens):
            half = len(screen) // 2 if number % _RESTART_EVERY == 0 else 0
            _fetch(desk, screen[:half], seen, until_s)
            if half:
                _show(desk, screen)
                with weather.calm():
                    desk.end()
                    desk.begin()
                seen.restarts += 1
            _fetch(desk, screen, seen, until_s)
        weather.end()
        return sum(_is_equal(desk, file) for file in files), sum(file.size_bytes for file in files), seen
    finally:
        weather.end()
        desk.end()
        lines.close()
        center.close()


def _fetch(desk: DownloadDesk, screen: list[Attachment], seen: _Seen, until_s: float) -> None:
    """Have these on the screen until all are there."""
    wanted = {file.id for file in screen}
    unsubscribe = desk.downloads.subscribe(lambda download: _look(desk, download, seen))
    _show(desk, screen)
    there = {file.id for file in screen if desk.downloads.read(file.id) is not None}
    wait_until(lambda: seen.done | there >= wanted or seen.troubles, until_s - time.monotonic())
    unsubscribe()


def _show(desk: DownloadDesk, screen: list[Attachment]) -> None:
    desk.downloads.show("strip", [file.id for file in screen])
    for file in screen:
        desk.downloads.want(file.id, file.size_bytes, file.sha256)


def _look(desk: DownloadDesk, download: Download, seen: _Seen) -> None:
    """Ask for the file as a screen would at this moment."""
    given = desk.downloads.read(download.attachment_id)
    seen.steps += 1
    if download.done:
        seen.done.add(download.attachment_id)
    if given is not None:
        wrong = hashlib.sha256(given).hexdigest() != seen.sha256[download.attachment_id]
        if wrong or download.attachment_id not in seen.done:
            seen.early_bytes += len(given)
    if download.trouble in ("wrong_hash", "too_much"):
        # Given up after several tries; whoever wants to see it opens it once more.
        seen.given_up += 1
        desk.downloads.want(download.attachment_id, download.size_bytes, seen.sha256[download.attachment_id])
    elif download.trouble not in ("", "unreachable", "timeout", "bad_answer", "busy", "server_error"):
        seen.troubles.append(download.trouble)


def _is_equal(desk: DownloadDesk, file: Attachment) -> bool:
    given = desk.downloads.read(file.id)
    return given is not None and hashlib.sha256(given).hexdigest() == file.sha256
