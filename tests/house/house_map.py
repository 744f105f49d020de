"""Writes console/HOUSE.md, the map of the house as built: python -m tests.house.house_map."""

from __future__ import annotations

from pathlib import Path

from tests.house import tree

MAP_FILE = Path("console/HOUSE.md")
HEAD = """# The house as built

Written from the first docstring line of every module by `make house`; a test keeps it true.
A line's address is (kind of work, noun): the folder says the kind of work, the file the noun.
"""


def draw() -> str:
    """Return the whole text of HOUSE.md."""
    lines = [HEAD]
    top = [file for file in tree.python_files("console") if len(file.parts) == 2]
    lines += _entries(top)
    folders = sorted({file.parent for file in tree.python_files("console") if len(file.parts) > 2})
    for folder in folders:
        inside = [file for file in tree.python_files(str(folder)) if file.parent == folder]
        door = folder / "__init__.py"
        lines.append(f"\n## {folder.relative_to('console')}/")
        if door in inside and tree.caption(door):
            lines.append(tree.caption(door))
        lines += ["", *_entries([file for file in inside if file != door])]
    return "\n".join(lines).rstrip() + "\n"


def _entries(files: list[Path]) -> list[str]:
    return [f"- `{file.name}` {tree.caption(file)}" for file in files if file.name != "__init__.py"]


if __name__ == "__main__":
    (tree.ROOT / MAP_FILE).write_text(draw(), encoding="utf-8")
