"""Every hostile file through the jail, and nine decoys: ends, crashes, stalls, memory."""

from __future__ import annotations

import argparse
import dataclasses
import json
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from console.bench import hostile_breaks
from console.bench.hostile_decoys import DECOYS, try_decoy
from console.bench.hostile_memory import PeakBelow
from console.bench.hostile_neighbour import Neighbour
from console.bench.hostile_plain import opens_in_plain_pillow
from console.decode import limits
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import Family, FileKind, recognise

_EDGE_PX = 1600
_STALL_MS = 100.0
_TICK_MS = 10
_LONGEST_S = 10.0


def _say(name: str, value: float, unit: str, baseline: float | None = None) -> None:
    ratio = round(value / baseline, 3) if baseline else None
    line = {"name": f"hostile.{name}", "value": value, "unit": unit, "baseline": baseline, "ratio": ratio}
    print(json.dumps(line), flush=True)


@dataclasses.dataclass
class _Tally:
    """What the decoding thread found."""

    ends: Counter[str] = dataclasses.field(default_factory=Counter)
    opened: Counter[Family] = dataclasses.field(default_factory=Counter)
    longest_s: float = 0.0
    worker_mib: float = 0.0
    plain_opened: int = 0
    contained: int = 0
    unexpected: list[str] = dataclasses.field(default_factory=list)


def run(args: Sequence[str]) -> int:
    """Ask for all that can be asked of every file below the folders; 0 only if the bounds of 'Evidence' are met."""
    parser = argparse.ArgumentParser(prog="main.py bench hostile", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--break", dest="broken", choices=sorted(hostile_breaks.BREAKS), help="plant a bug: must fail")
    asked = parser.parse_args(list(args))
    files = [file for folder in asked.folders for file in sorted(folder.rglob("*")) if file.is_file()]
    if not files:
        parser.error("no file below the folders")
    if asked.broken:
        hostile_breaks.BREAKS[asked.broken]()
    tally = _Tally()
    with Neighbour(_TICK_MS, _STALL_MS) as neighbour:
        stalls = _decode_beside_an_event_loop(files, tally)
    _try_decoys(tally)
    return 0 if _tell(len(files), tally, stalls, neighbour.late) else 1


def _tell(files: int, tally: _Tally, stalls: int, late: int) -> bool:
    """Print every figure; whether all bounds are met. `late`: ticks an idle neighbour was late at the same time."""
    photos, others = tally.opened[Family.PHOTO], sum(tally.opened.values())
    _say("files", files, "files")
    for code, count in sorted(tally.ends.items()):
        _say(f"ended.{code}", count, "files")
    _say("crashes", len(tally.unexpected), "files")
    _say("gui_stalls", stalls, "ticks", late)
    _say("longest_s", round(tally.longest_s, 3), "s")
    _say("worker_mib", round(tally.worker_mib, 1), "MiB")
    _say("decoys_contained", tally.contained, "decoys", len(DECOYS))
    _say("opened", photos, "photos", tally.plain_opened)
    _say("opened_all", others, "files")
    for text in tally.unexpected:
        print(text, flush=True)
    bounds = (
        not tally.unexpected, stalls == 0, tally.longest_s <= _LONGEST_S, tally.contained == len(DECOYS),
        tally.worker_mib <= limits.WORKER_MEMORY_BYTES / limits.MIB, photos >= tally.plain_opened,
    )  # fmt: skip
    return all(bounds)


def _try_decoys(tally: _Tally) -> None:
    photo = _any_photo()
    for decoy in DECOYS:
        outcome = try_decoy(decoy, photo)
        tally.contained += not outcome.why
        print(f"decoy {outcome.name}: {outcome.ended}{', NOT CONTAINED: ' + outcome.why if outcome.why else ''}")


def _any_photo() -> bytes:
    """Bytes that go to a worker as a photo; no decoder of this process sees them."""
    return b"\xff\xd8\xff\xe0" + bytes(64)


def _decode_beside_an_event_loop(files: Sequence[Path], tally: _Tally) -> int:
    """Decode on a thread while a Qt loop ticks; returns the ticks later than 100 ms."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    app = QCoreApplication.instance() or QCoreApplication([])
    worker = threading.Thread(target=_decode_all, args=(files, tally), name="bench-hostile")
    stalls, last = 0, time.perf_counter()

    def tick() -> None:
        nonlocal stalls, last
        hostile_breaks.ticked()
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
    with PeakBelow() as peak, closing(Decoder()) as decoder:
        for file in files:
            data = file.read_bytes()
            _ask_all(decoder, file.name, data, tally)
            tally.plain_opened += opens_in_plain_pillow(data, _LONGEST_S)
    tally.worker_mib = peak.mib


def _ask_all(decoder: Decoder, name: str, data: bytes, tally: _Tally) -> None:
    """Every question a console may ask about this file; its end is that of the first, its pixels or samples."""
    kind = recognise(data)
    family = kind.family if isinstance(kind, FileKind) else Family.PHOTO
    questions = {
        Family.PHOTO: (lambda: decoder.photo(data, _EDGE_PX),),
        Family.DOCUMENT: (lambda: decoder.page(data, 1, _EDGE_PX), lambda: decoder.page(data, 2, _EDGE_PX, "guess")),
        Family.VIDEO: (
            lambda: decoder.clip(data, 0, 1, 640), lambda: decoder.stills(data, 8, 160),
            lambda: decoder.sound(data, 0, 10), lambda: decoder.peaks(data, 200),
        ),
        Family.AUDIO: (lambda: decoder.sound(data, 0, 10), lambda: decoder.peaks(data, 200)),
    }[family]  # fmt: skip
    for place, ask in enumerate((*questions, lambda: decoder.facts(data))):
        start_s = time.perf_counter()
        try:
            answer = ask()
        except Exception as wrong:  # the very thing this measurement looks for
            tally.unexpected.append(f"{name}: {wrong!r}")
            continue
        tally.longest_s = max(tally.longest_s, time.perf_counter() - start_s)
        if isinstance(answer, Refusal) and answer.code is RefusalCode.PREVIEW_OFF:
            tally.unexpected.append(f"{name}: preview off ({answer.detail})")
        if place == 0:
            tally.ends[str(answer.code) if isinstance(answer, Refusal) else family.value] += 1
            tally.opened[family] += not isinstance(answer, Refusal)
