"""Every hostile file through the jail: pictures, refusals, crashes, stalls, memory."""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import select
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import psutil

from console.decode import exchange, jail, limits, wire
from console.decode.picture import Picture
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import Family, NotAllowed, recognise

_EDGE_PX = 1600
_STALL_MS = 100.0
_TICK_MS = 10
_LONGEST_S = 10.0

# Pillow as it comes, in the same jail with the same limits: what refusing everything is measured against.
_PLAIN_PILLOW = """
import io, os, struct
import pillow_heif
from PIL import Image
pillow_heif.register_heif_opener()
os.write(1, b"SGH1" + bytes(4))
_, data, _, size = struct.unpack("<4sIIQ", os.read(0, 20))
try:
    Image.open(io.BytesIO(os.read(data, size)), formats=("JPEG", "PNG", "WEBP", "HEIF")).load()
    os.write(1, b"1")
except Exception:
    os.write(1, b"0")
"""


def _say(name: str, value: float, unit: str, baseline: float | None = None) -> None:
    ratio = round(value / baseline, 3) if baseline else None
    line = {"name": f"hostile.{name}", "value": value, "unit": unit, "baseline": baseline, "ratio": ratio}
    print(json.dumps(line), flush=True)


@dataclasses.dataclass
class _Tally:
    """What the decoding thread found."""

    ends: Counter[str] = dataclasses.field(default_factory=Counter)
    longest_s: float = 0.0
    worker_mib: float = 0.0
    plain_opened: int = 0
    unexpected: list[str] = dataclasses.field(default_factory=list)


def run(args: Sequence[str]) -> int:
    """Decode all files below the folders; 0 only if all bounds of issue 'Evidence' on files are met."""
    parser = argparse.ArgumentParser(prog="main.py bench hostile", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    files = [file for folder in parser.parse_args(list(args)).folders for file in sorted(folder.rglob("*"))]
    files = [file for file in files if file.is_file()]
    tally = _Tally()
    stalls = _decode_beside_an_event_loop(files, tally)
    opened = tally.ends["picture"]
    _say("files", len(files), "files")
    for code, count in sorted(tally.ends.items()):
        _say(f"ended.{code}", count, "files")
    _say("crashes", len(tally.unexpected), "files")
    _say("gui_stalls", stalls, "ticks")
    _say("longest_s", round(tally.longest_s, 3), "s")
    _say("worker_mib", round(tally.worker_mib, 1), "MiB")
    _say("opened", opened, "files", tally.plain_opened)
    for text in tally.unexpected:
        print(text, flush=True)
    good = not tally.unexpected and stalls == 0 and tally.longest_s <= _LONGEST_S and opened >= tally.plain_opened
    return 0 if good and tally.worker_mib <= limits.WORKER_MEMORY_BYTES / limits.MIB else 1


def _decode_beside_an_event_loop(files: Sequence[Path], tally: _Tally) -> int:
    """Decode on a thread while a Qt loop ticks; returns the ticks later than 100 ms."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    app = QCoreApplication.instance() or QCoreApplication([])
    worker = threading.Thread(target=_decode_all, args=(files, tally), name="bench-hostile")
    stalls, last = 0, time.perf_counter()

    def tick() -> None:
        nonlocal stalls, last
        now = time.perf_counter()
        stalls += (now - last) * 1000 - _TICK_MS > _STALL_MS
        last = now
        if not worker.is_alive():
            app.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_TICK_MS)
    worker.start()
    app.exec()
    worker.join()
    return stalls


def _decode_all(files: Sequence[Path], tally: _Tally) -> None:
    done = threading.Event()
    watcher = threading.Thread(target=_watch_memory, args=(done, tally), name="bench-memory")
    watcher.start()
    decoder = Decoder()
    try:
        for file in files:
            data = file.read_bytes()
            start_s = time.perf_counter()
            try:
                answer = decoder.photo(data, _EDGE_PX)
            except Exception as wrong:  # the very thing this measurement looks for
                tally.unexpected.append(f"{file.name}: {wrong!r}")
                continue
            tally.longest_s = max(tally.longest_s, time.perf_counter() - start_s)
            tally.ends["picture" if isinstance(answer, Picture) else str(answer.code)] += 1
            if isinstance(answer, Refusal) and answer.code is RefusalCode.PREVIEW_OFF:
                tally.unexpected.append(f"{file.name}: preview off ({answer.detail})")
            tally.plain_opened += _opens_in_plain_pillow(data)
    finally:
        decoder.close()
        done.set()
        watcher.join()


def _opens_in_plain_pillow(data: bytes) -> bool:
    kind = recognise(data)
    if isinstance(kind, NotAllowed) or kind.family is not Family.PHOTO:
        return False
    command = jail.worker_command()
    worker = jail.start(dataclasses.replace(command, argv=(*command.argv[:-2], "-c", _PLAIN_PILLOW)))
    try:
        exchange.greet(worker, time.monotonic() + limits.START_WALL_S)
        worker.hand_over(data)
        os.write(worker.requests, wire.REQUEST.pack(wire.REQUEST_MAGIC, worker.data, 0, len(data)))
        ready, _, _ = select.select([worker.answers], [], [], _LONGEST_S)
        return bool(ready) and os.read(worker.answers, 1) == b"1"
    except BrokenPipeError:
        return False
    finally:
        worker.kill()
        worker.reap()


def _watch_memory(done: threading.Event, tally: _Tally) -> None:
    """Largest resident size of any process below this one, every 5 ms."""
    here = psutil.Process()
    while not done.wait(0.005):
        for child in here.children(recursive=True):
            try:
                tally.worker_mib = max(tally.worker_mib, child.memory_info().rss / limits.MIB)
            except psutil.Error:
                continue
