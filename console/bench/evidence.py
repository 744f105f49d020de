"""Good evidence of every kind: its likeness, its facts, how soon the first pixel comes."""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from console.bench.evidence_known import KNOWN, Known
from console.bench.evidence_likeness import PEAKS, are_alike, picture_hash, sound_hash
from console.bench.evidence_photo import enlarged
from console.bench.hostile_plain import plain_pixels_ms
from console.decode.media_facts import MediaFacts
from console.decode.pool import Decoder
from console.decode.refusal import Refusal, RefusalCode
from console.domain.file_kind import Family, FileKind, recognise

_EDGE_PX = 480
_SCREEN_PX, _THUMBNAIL_PX = 1920, 320
_MOST_FIRST_MS, _MOST_THUMBNAIL_MS = 400.0, 150.0
_OPENED_LEAST, _TIMES = 19, 5
_PLACE_DEG = 2e-4


def _say(name: str, value: float, unit: str, baseline: float | None = None) -> None:
    ratio = round(value / baseline, 3) if baseline else None
    line = {"name": f"evidence.{name}", "value": value, "unit": unit, "baseline": baseline, "ratio": ratio}
    print(json.dumps(line), flush=True)


def run(args: Sequence[str]) -> int:
    """Open every file of a folder; 0 only if enough look, and say of themselves, what they should, soon enough."""
    parser = argparse.ArgumentParser(prog="main.py bench evidence", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--hashes", action="store_true", help="print each file's hash instead of comparing it")
    asked = parser.parse_args(list(args))
    files = sorted(file for file in asked.folder.iterdir() if file.is_file())
    with closing(Decoder()) as decoder:
        if asked.hashes:
            for file in files:
                print(f"{file.name}: {_seen(decoder, file.read_bytes(), KNOWN.get(file.name, Known()))}")
            return 0
        opened, silent = _open_all(decoder, files)
        wrong = [said for file in files if file.name in KNOWN for said in _wrong_facts(decoder, file)]
        _say("opened", opened, "files", len(files))
        _say("refused_without_reason", silent, "files")
        _say("facts_wrong", len(wrong), "facts", sum(len(each.facts()) for each in KNOWN.values()))
        for said in wrong:
            print(said)
        soon = _time_pixels(decoder, [file.read_bytes() for file in files])
    return 0 if opened >= _OPENED_LEAST and not silent and not wrong and soon else 1


def _open_all(decoder: Decoder, files: Sequence[Path]) -> tuple[int, int]:
    """Files that look, or sound, as they are known to; and those refused without a name."""
    opened = silent = 0
    for file in files:
        known = KNOWN.get(file.name, Known())
        seen = _seen(decoder, file.read_bytes(), known)
        alike = file.name in KNOWN and isinstance(seen, int) and are_alike(seen, known.likeness, sound=known.sound)
        opened += alike
        silent += isinstance(seen, Refusal) and seen.code in (RefusalCode.WORKER_DIED, RefusalCode.WORKER_MISBEHAVED)
        if not alike:
            print(f"{file.name}: {seen.code.value if isinstance(seen, Refusal) else 'not as it is known'}")
    return opened, silent


def _seen(decoder: Decoder, data: bytes, known: Known) -> int | Refusal:
    """Hash of what a console shows of a file first; a locked one must ask for its password before it gets it."""
    kind = recognise(data)
    family = kind.family if isinstance(kind, FileKind) else Family.PHOTO
    if family is Family.AUDIO:
        peaks = decoder.peaks(data, PEAKS)
        return peaks if isinstance(peaks, Refusal) else sound_hash(peaks.levels)
    if family is Family.VIDEO:
        clip = decoder.clip(data, known.at_s, 0, _EDGE_PX)
        if isinstance(clip, Refusal):
            return clip
        return picture_hash(clip.width_px, clip.height_px, clip.frames[0].rgb, 3) if clip.frames else 0
    if family is Family.PHOTO:
        shown = decoder.photo(data, _EDGE_PX)
        return shown if isinstance(shown, Refusal) else picture_hash(shown.width_px, shown.height_px, shown.rgba, 4)
    page = decoder.page(data, 1, _EDGE_PX)
    if known.password and isinstance(page, Refusal) and page.code is RefusalCode.NEEDS_PASSWORD:
        page = decoder.page(data, 1, _EDGE_PX, known.password)
    return page if isinstance(page, Refusal) else picture_hash(page.width_px, page.height_px, page.rgba, 4)


def _wrong_facts(decoder: Decoder, file: Path) -> list[str]:
    facts = decoder.facts(file.read_bytes())
    if isinstance(facts, Refusal):
        return [f"{file.name}: no facts, {facts.code.value}"]
    return [
        f"{file.name}: {name} is {found}, not {wanted}"
        for name, wanted in KNOWN[file.name].facts().items()
        if not _agrees(name, found := _fact(facts, name), wanted)
    ]


def _fact(facts: MediaFacts, name: str) -> object:
    if name == "place":
        return (facts.place.lat, facts.place.lon) if facts.place else None
    return {"size": (facts.width_px, facts.height_px), "pages": facts.pages, "duration_s": facts.duration_s}.get(
        name, facts.has_sound
    )


def _agrees(name: str, found: object, wanted: object) -> bool:
    if isinstance(found, tuple) and isinstance(wanted, tuple) and name == "place":
        return all(abs(one - other) <= _PLACE_DEG for one, other in zip(found, wanted, strict=True))
    if isinstance(found, float) and isinstance(wanted, float):
        return abs(found - wanted) <= 0.1
    return found == wanted


def _time_pixels(decoder: Decoder, files: Sequence[bytes]) -> bool:
    """First pixel of a photo of 12 megapixels, and thumbnails; against Pillow decoding whole in the same jail."""
    photos = [data for data in files if isinstance(kind := recognise(data), FileKind) and kind.family is Family.PHOTO]
    large = enlarged(decoder, max(photos, key=len)) if photos else None
    if large is None:
        print("no photo that opens, so nothing to time")
        return False
    first_ms = statistics.median(_photo_ms(decoder, large, _SCREEN_PX) for _ in range(_TIMES))
    _say("first_pixel_ms", round(first_ms, 1), "ms", round(plain_pixels_ms(large, _SCREEN_PX), 1))
    thumbnails_ms = [_photo_ms(decoder, data, _THUMBNAIL_PX) for data in photos]
    plain_ms = statistics.median(plain_pixels_ms(data, _THUMBNAIL_PX) for data in photos)
    _say("thumbnail_ms", round(statistics.median(thumbnails_ms), 1), "ms", round(plain_ms, 1))
    _say("thumbnail_longest_ms", round(max(thumbnails_ms), 1), "ms")
    return first_ms <= _MOST_FIRST_MS and statistics.median(thumbnails_ms) <= _MOST_THUMBNAIL_MS


def _photo_ms(decoder: Decoder, data: bytes, edge_px: int) -> float:
    start_s = time.perf_counter()
    decoder.photo(data, edge_px)
    return (time.perf_counter() - start_s) * 1000
