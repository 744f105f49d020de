"""Logs: JSON lines in the profile that never hold what a citizen wrote."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from console import logs
from console.domain.errors import StoreFault

WORDS = "Tolong, ada begal di Jalan Veteran"


@pytest.fixture
def lines(tmp_path: Path) -> list[dict[str, object]]:
    read: list[dict[str, object]] = []
    stop = logs.write_to(tmp_path / "logs")
    log = logging.getLogger("console.sync.loop")
    log.info("page applied", extra={"rows": 40, "text": WORDS, "note": WORDS, "phone": "+62 800 000 0001"})
    try:
        raise KeyError(WORDS)
    except KeyError:
        log.warning("row lost", exc_info=True)
    try:
        raise StoreFault("disk_full", "The disk is full.")
    except StoreFault:
        log.warning("not written", exc_info=True, stack_info=True)
    stop()
    text = (tmp_path / "logs" / "sigap.log").read_text(encoding="utf-8")
    read += [json.loads(line) for line in text.splitlines()]
    read.append({"whole": text})
    return read


def test_every_line_is_one_json_object_with_time_level_and_logger(lines: list[dict[str, object]]) -> None:
    first = lines[0]
    assert (first["event"], first["rows"], first["level"]) == ("page applied", 40, "info")
    assert first["logger"] == "console.sync.loop"
    assert str(first["at"]).endswith("Z")


def test_confidential_fields_and_foreign_exception_values_are_left_out(lines: list[dict[str, object]]) -> None:
    whole = str(lines[-1]["whole"])
    assert "begal" not in whole
    assert "+62 800" not in whole
    assert str(lines[1]["exception"]).startswith("KeyError at test_logs.py:")


def test_our_own_faults_keep_their_code(lines: list[dict[str, object]]) -> None:
    assert str(lines[2]["exception"]).startswith("StoreFault(disk_full) at ")


def test_nothing_is_written_after_it_was_stopped(tmp_path: Path) -> None:
    stop = logs.write_to(tmp_path)
    stop()
    logging.getLogger("console").warning("too late")
    assert not (tmp_path / "sigap.log").exists()
