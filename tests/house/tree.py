"""What the house tests read: the files of the checkout and their syntax trees."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the repository (tracked, or new and not ignored), relative to ROOT, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    return tuple(sorted(Path(name) for name in set(listed) if name and (ROOT / name).is_file()))


def python_files(*folders: str) -> list[Path]:
    """Return the Python files under these folders (all when none is named)."""
    return [
        file
        for file in files()
        if file.suffix == ".py" and (not folders or any(file.is_relative_to(folder) for folder in folders))
    ]


def read(file: Path) -> str:
    """Return a file's text."""
    return (ROOT / file).read_text(encoding="utf-8")


@cache
def tree(file: Path) -> ast.Module:
    """Return a Python file's syntax tree."""
    return ast.parse(read(file), str(file))


def caption(file: Path) -> str:
    """Return the first docstring line of a module, '' without one."""
    return (ast.get_docstring(tree(file)) or "").partition("\n")[0]


def dotted(node: ast.expr) -> str:
    """Return 'a.b.c' for a plain name or attribute chain, '' for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = dotted(node.value)
        return f"{left}.{node.attr}" if left else ""
    return ""


def calls(file: Path) -> list[tuple[int, str]]:
    """Return (line, dotted name) of every call in a file."""
    return [(node.lineno, dotted(node.func)) for node in ast.walk(tree(file)) if isinstance(node, ast.Call)]


def imported(file: Path) -> set[str]:
    """Return the dotted names of what a file imports, lazily imported things too."""
    found: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found
