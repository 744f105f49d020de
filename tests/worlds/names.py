"""The real table of names, made once a run: it takes a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.areas.names import NameTable


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NameTable]:
    table = NameTable(tmp_path_factory.getbasetemp() / "names.sqlite3")
    yield table
    table.close()
