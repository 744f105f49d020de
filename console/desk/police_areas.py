"""Whose police area each kelurahan is: shown from this desk, imported from a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from console.areas.police import BrokenLine, read_police_areas
from console.contract.admin import Done
from console.desk.administration import Administration
from console.domain.errors import InputFault
from console.domain.police_area import PoliceAreas, wrong_areas

__all__ = ["BrokenLine", "FileRead", "PoliceAreaTable"]

_SHOWN_BROKEN = 200


class PoliceAreaSource(Protocol):
    """What this desk holds of it (the store, by shape); any thread."""

    def police_areas(self) -> PoliceAreas:
        """The table as the server told it last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file as it was read: its table, how many kelurahan, and the first lines left out of how many."""

    table: PoliceAreas
    areas: int
    broken: tuple[BrokenLine, ...]
    broken_count: int


class PoliceAreaTable:
    """Reading works without the server, importing tells it. Ask in the background."""

    def __init__(self, administration: Administration, source: PoliceAreaSource) -> None:
        self._ask, self._source = administration.ask, source

    def shown(self) -> PoliceAreas:
        """The table at this desk."""
        return self._source.police_areas()

    def read(self, file: str) -> FileRead:
        """A file of columns code, polsek, polres, polda and perhaps phone, looked at and not yet imported.

        Raises:
            InputFault: `file_missing`, `file_unreadable`, `bad_file` for a missing column.
        """
        path = Path(file.strip()).expanduser()
        if not file.strip() or not path.is_file():
            raise InputFault("file_missing", "file: there is no such file", field="file", file=str(path))
        try:
            table, broken = read_police_areas(path)
        except (OSError, UnicodeDecodeError, ValueError) as error:
            raise InputFault("file_unreadable", f"{path.name}: {error}", field="file", file=path.name) from error
        areas = sum(len(post.areas) for post in table.posts)
        return FileRead(table=table, areas=areas, broken=broken[:_SHOWN_BROKEN], broken_count=len(broken))

    def keep(self, table: PoliceAreas, own: str = "") -> int:
        """Tell the server the whole table, in place of the one before; how many kelurahan it took.

        `own` names the posts whose area is ours, one a line; '' when all of it is.

        Raises:
            InputFault: `areas_empty`, `areas_wrong`, `own_unknown` for a name the table does not hold.
        """
        if not table.posts:
            raise InputFault("areas_empty", "posts: the table holds no post", field="file")
        ours = tuple(dict.fromkeys(line.strip() for line in own.splitlines() if line.strip()))
        names = {name for post in table.posts for name in (post.polsek, post.polres, post.polda)}
        unknown = next((name for name in ours if name not in names), None)
        if unknown is not None:
            raise InputFault("own_unknown", f"own: {unknown} is not in the file", field="own", name=unknown)
        table = replace(table, own=ours)
        said = wrong_areas(table)
        if said:
            raise InputFault("areas_wrong", said, field="file", detail=said)
        return self._ask("POST", "/v1/admin/police-areas", Done, sent=table).count
