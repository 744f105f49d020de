"""Files: short, captioned, named for a thing, and free of what belongs to one machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.house import tree

LIMITS = {Path("console/ui/window.py"): 200, Path("console/app.py"): 250}
REFUSED_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "controller", "handler", "service",
                 "misc", "stuff"}  # fmt: skip
BINARY = {".png", ".jpg", ".ico", ".ogg", ".wav", ".woff2", ".gz"}
HOSTS = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|crates\.io|proxy\.golang|conda\.anaconda", re.I)
MACHINE = re.compile(r"(?<![\w.])/(?:work|home/\w+|Users/\w+|root)/")


def _lines(file: Path) -> int:
    return len(tree.read(file).splitlines())


def test_no_file_is_longer_than_its_limit() -> None:
    too_long = [
        f"{file}: {_lines(file)} lines, at most {limit}"
        for file in tree.python_files()
        if _lines(file) > (limit := LIMITS.get(file, 500 if file.parts[0] == "tests" else 400))
    ]
    assert not too_long, "\n".join(too_long)


def test_a_long_file_explains_itself() -> None:
    silent = [
        f"{file}: {_lines(file)} lines without a sentence 'Why so long: ...' in its docstring"
        for file in tree.python_files("console")
        if _lines(file) > 250 and "Why so long:" not in (ast.get_docstring(tree.tree(file)) or "")
    ]
    assert not silent, "\n".join(silent)


@pytest.mark.parametrize("folder", ["console", "tests", "main.py"])
def test_every_module_has_a_caption(folder: str) -> None:
    wrong = [
        f"{file}: {tree.caption(file)!r}"
        for file in tree.python_files(folder)
        if tree.read(file).strip() and not 8 <= len(tree.caption(file)) <= 88
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_is_called_after_nothing() -> None:
    vague = [
        str(file)
        for file in tree.files()
        if any(set(re.split(r"[_.-]", part.lower())) & REFUSED_NAMES for part in file.parts)
    ]
    assert not vague, "\n".join(vague)


def test_no_registry_host_and_no_machine_path_is_written_down() -> None:
    found = []
    for file in tree.files():
        if file.suffix in BINARY or file == Path("tests/house/test_files.py"):
            continue
        for number, line in enumerate(tree.read(file).splitlines(), 1):
            if HOSTS.search(line) or MACHINE.search(line):
                found.append(f"{file}:{number}: {line.strip()[:90]}")
    assert not found, "\n".join(found)


def test_nothing_huge_is_committed() -> None:
    huge = [str(file) for file in tree.files() if (tree.ROOT / file).stat().st_size > 1_500_000]
    assert not huge, f"over 1.5 MB: {huge}"
