"""How long word rules take for a report: invented ones and, where they are, real texts.

- `ours`: the product's own suggestion (category, priority, matched words) from the shipped rules.
- `regexes`: the usual way, in the same run: one compiled pattern an entry, searched one after the other, no spellings,
  no negations, no contexts.
- Both take turns text by text, `--runs` times; of each text the quickest counts, for both alike, so that a busy
  machine does not count as a slow program. `worst` is the text that took ours longest.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
import time
from pathlib import Path

from console import paths
from console.bench.invented_reports import invented_report
from console.bench.routing import shipped_words
from console.domain.triage import Lexicon, WordRules, suggest

REACH_MS = 1.0
"""Milliseconds a report (issue 'The operator's desk')."""


def run(args: list[str]) -> int:
    """Measure, print one JSON object a line, return 1 when a report takes longer than REACH_MS."""
    parser = argparse.ArgumentParser(prog="bench triage")
    parser.add_argument("--reports", type=int, default=2_000, help="invented reports (2000)")
    parser.add_argument("--real", type=Path, default=None, help="GeoJSON of real reports (../shared/data/reports)")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (3)")
    chosen = parser.parse_args(args)
    rules = shipped_words()
    texts = {"invented": [invented_report(number).text for number in range(chosen.reports)]}
    real = _real_texts(chosen.real)
    if real:
        texts["real"] = real
    else:
        print("bench triage: no real texts here", file=sys.stderr)
    short = [name for name, some in texts.items() if _measured(name, some, rules, chosen.runs) > REACH_MS]
    for name in short:
        print(f"bench triage: triage.{name}_ms is short of its figure", file=sys.stderr)
    return 1 if short else 0


def _real_texts(file: Path | None) -> list[str]:
    folder = paths.installation().parent / "shared" / "data" / "reports"
    found = [file] if file else sorted(folder.glob("*.geojson"))
    texts: list[str] = []
    for each in found:
        for feature in json.loads(each.read_text(encoding="utf-8"))["features"]:
            texts.append(str(feature["properties"].get("text") or ""))
    return [text for text in texts if text.strip()]


def _measured(name: str, texts: list[str], rules: WordRules, runs: int) -> float:
    lexicon, patterns = Lexicon(rules), _patterns(rules)
    gc.collect()
    gc.freeze()
    try:
        measured = [_raced(texts, lexicon, patterns) for _ in range(runs)]
    finally:
        gc.unfreeze()
    ours = _quickest([run[0] for run in measured])
    theirs = _quickest([run[1] for run in measured])
    ours_ms: float = 1000 * sum(ours) / len(ours)
    theirs_ms: float = 1000 * sum(theirs) / len(theirs)
    _say(f"triage.{name}_ms", ours_ms, theirs_ms)
    _say(f"triage.{name}_worst_ms", 1000 * max(ours), 1000 * max(theirs))
    return ours_ms


def _quickest(runs: list[list[float]]) -> list[float]:
    return [min(times) for times in zip(*runs, strict=True)]


def _say(name: str, value: float, baseline: float) -> None:
    line = {"name": name, "value": round(value, 4), "unit": "ms", "baseline": round(baseline, 4)}
    print(json.dumps(line | {"ratio": round(baseline / value, 3)}), flush=True)


def _raced(texts: list[str], lexicon: Lexicon, patterns: list[re.Pattern[str]]) -> tuple[list[float], list[float]]:
    """Seconds each text took, ours and the patterns'."""
    ours: list[float] = []
    theirs: list[float] = []
    for text in texts:
        began_s = time.perf_counter()
        suggest(text, lexicon)
        between_s = time.perf_counter()
        for pattern in patterns:
            pattern.search(text)
        ours.append(between_s - began_s)
        theirs.append(time.perf_counter() - between_s)
    return ours, theirs


def _patterns(rules: WordRules) -> list[re.Pattern[str]]:
    return [
        re.compile(r"\b(?:" + "|".join(map(re.escape, entry.words)) + r")\b", re.IGNORECASE) for entry in rules.entries
    ]
