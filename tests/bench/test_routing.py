"""Measurements of word rules: labelled files, their bad rows, and the time a report takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.bench import routing, triage
from console.domain.errors import InputFault

CASES = Path(__file__).resolve().parents[1] / "domain" / "routing.csv"


def lines(capsys: pytest.CaptureFixture[str]) -> tuple[dict[str, dict[str, float]], str]:
    """What was printed, by name, and what was complained of."""
    printed = capsys.readouterr()
    found = (json.loads(line) for line in printed.out.splitlines())
    return {line["name"]: line for line in found}, printed.err


def test_our_labelled_texts_give_an_accuracy(capsys: pytest.CaptureFixture[str]) -> None:
    assert routing.run(["--rules", "shipped", "--cases", str(CASES)]) == 0
    found, _ = lines(capsys)
    assert found["routing.category_top1"]["value"] >= 0.9
    assert found["routing.rows_left_out"]["value"] == 0


def test_agencies_and_words_of_the_screen_are_labels_too_and_a_bad_row_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(
        "label;text\nDAMKAR;ada kebakaran\npolisi;maling motor\nPohon tumbang;pohon tumbang\nBPBD;got mampet\n"
        "Wali Kota;halo\nfire;\nfire;api;lebih\n",
        encoding="utf-8-sig",
    )
    assert routing.run(["--cases", str(file)]) == 1
    found, complaints = lines(capsys)
    assert found["routing.agency_top1"]["value"] == pytest.approx(2 / 3, abs=1e-3)
    assert found["routing.category_top1"]["value"] == 1
    assert found["routing.rows_left_out"]["value"] == 3
    assert "line 6, label: 'Wali Kota'" in complaints
    assert "line 7, text: is empty" in complaints
    assert "line 8: another number of columns" in complaints


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xff\xfe\n", b""])
def test_a_file_without_its_columns_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cases.csv"
    file.write_bytes(content)
    with pytest.raises(InputFault, match="--cases"):
        routing.run(["--cases", str(file)])


def test_rules_of_a_file_are_measured_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules, file = tmp_path / "words.json", tmp_path / "cases.csv"
    rules.write_text('{"entries": [{"words": ["air"], "category": "flood", "weight": 9}]}', encoding="utf-8")
    file.write_text("text,label\nair naik,flood\nkebakaran,fire\n", encoding="utf-8")
    assert routing.run(["--rules", str(rules), "--cases", str(file)]) == 0
    assert lines(capsys)[0]["routing.top1"]["value"] == 0.5


def test_the_time_a_report_takes_is_printed_with_its_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    triage.run(["--reports", "10", "--runs", "1", "--real", str(_real())])
    found, _ = lines(capsys)
    assert found["triage.invented_ms"]["baseline"] > 0
    assert found["triage.real_ms"]["value"] > 0


def _real() -> Path:
    return Path(__file__).with_name("texts.geojson")
