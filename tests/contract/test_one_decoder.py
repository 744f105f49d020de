"""Two modules only have msgspec learn a type, under one lock: two threads would crash."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKED = {"console/contract/codec.py", "console/store/bodies.py"}
LEARNS = re.compile(r"msgspec\.(json|msgpack)\.(decode|Decoder)\b")


def test_everybody_else_decodes_through_them() -> None:
    files = (ROOT / "console").rglob("*.py")
    assert {file.relative_to(ROOT).as_posix() for file in files if LEARNS.search(file.read_text())} == LOCKED


def test_both_learn_while_they_hold_the_lock() -> None:
    for name in LOCKED:
        assert re.search(r"with DECODER_LOCK:\n(.*\n){1,3}?.*msgspec\.json\.Decoder\(", (ROOT / name).read_text())
