"""A table of police areas is read line by line; what cannot be used is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.areas.police import read_police_areas
from console.domain.errors import InputFault

LINES = """code,polsek,polres,polda,phone
35.73.02.1001,Polsek Klojen,Polresta Malang Kota,Polda Jawa Timur,+62 800 000 0321
35.73.02.1002,Polsek Klojen,Polresta Malang Kota,Polda Jawa Timur,+62 800 000 0321
35.07.22.2001,Polsek Dau,Polres Malang,Polda Jawa Timur,
35.07.22.2001,Polsek Dau,Polres Malang,Polda Jawa Timur,
dau,Polsek Dau,Polres Malang,Polda Jawa Timur,
35.07.22.2002,,Polres Malang,Polda Jawa Timur,
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "polsek.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_posts_are_grouped_and_broken_lines_named(tmp_path: Path) -> None:
    table, broken = read_police_areas(written(tmp_path, LINES), ("Polresta Malang Kota",))
    assert [(post.polsek, len(post.areas)) for post in table.posts] == [("Polsek Klojen", 2), ("Polsek Dau", 1)]
    assert [(each.line, each.field) for each in broken] == [(5, "code"), (6, "code"), (7, "polsek")]
    dau = table.of("35.07.22.2001")
    assert dau is not None
    assert not table.ours(dau)


def test_a_file_or_a_claim_that_makes_no_sense_is_refused_by_field(tmp_path: Path) -> None:
    with pytest.raises(InputFault, match="polda is missing"):
        read_police_areas(written(tmp_path, "code,polsek,polres\n"))
    with pytest.raises(InputFault, match="Polres Batu is not in"):
        read_police_areas(written(tmp_path, LINES), ("Polres Batu",))
