"""The words on screen: what lupdate finds, and what the Indonesian file answers."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from tests.house import tree

INDONESIAN = Path("resources/translations/console_id.ts")
Key = tuple[str, str, str]
"""(context, source text, comment that tells equal texts apart)"""


@dataclass(frozen=True)
class Entry:
    """One translation: its forms (several for numerus texts) and whether it is finished."""

    forms: tuple[str, ...]
    finished: bool


def extract() -> dict[Key, Entry]:
    """Run lupdate over console/ui and return what it finds."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.ts"
        _lupdate(found)
        return load(found)


def update() -> None:
    """Bring the Indonesian file up to date: new texts enter unfinished, vanished ones leave."""
    target = tree.ROOT / INDONESIAN
    target.parent.mkdir(parents=True, exist_ok=True)
    _lupdate(target)


def load(file: Path) -> dict[Key, Entry]:
    """Read a .ts file."""
    entries: dict[Key, Entry] = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file, never a citizen's
        for message in context.iter("message"):
            text = message.find("translation")
            forms = tuple(form.text or "" for form in text.iter("numerusform")) if text is not None else ()
            key = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            kind = text.get("type", "") if text is not None else "unfinished"
            entries[key] = Entry(forms or ((text.text or "") if text is not None else "",), kind == "")
    return entries


def _lupdate(target: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = [str(file) for file in tree.python_files("console/ui")]
    subprocess.run(
        [tool, *sources, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
         "-target-language", "id", "-ts", str(target)],
        cwd=tree.ROOT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip


if __name__ == "__main__":
    update()
    for (context, source, _), entry in load(tree.ROOT / INDONESIAN).items():
        if not entry.finished:
            print(f"to do: {context}: {source!r}")
