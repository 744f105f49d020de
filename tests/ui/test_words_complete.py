"""Every word on the screen exists in Indonesian, with the same blanks to fill."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from console.ui.texts.language import read_translations

ROOT = Path(__file__).resolve().parents[2]
BLANKS = re.compile(r"\{\w*\}")


def spoken() -> Iterator[tuple[str, str, str]]:
    """(file, context, source) of every translate("context", "source") below console/ui."""
    for file in sorted((ROOT / "console" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            context, source = node.args[:2]
            if name in ("translate", "say") and isinstance(context, ast.Constant) and isinstance(source, ast.Constant):
                yield str(file.relative_to(ROOT)), str(context.value), str(source.value)


def test_every_word_is_there_in_indonesian() -> None:
    words = read_translations(ROOT / "resources" / "translations" / "console_id.ts")
    missing = [f"{file}: {context}: {source}" for file, context, source in spoken() if (context, source) not in words]
    assert not missing, "\n".join(missing)


def test_translations_fill_the_same_blanks() -> None:
    words = read_translations(ROOT / "resources" / "translations" / "console_id.ts")
    wrong = [
        f"{context}: {source} -> {translation}"
        for (context, source), translation in words.items()
        if set(BLANKS.findall(source)) != set(BLANKS.findall(translation))
    ]
    assert not wrong, "\n".join(wrong)
