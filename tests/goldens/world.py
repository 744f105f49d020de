"""Files of a released schema in a test's folder, read without our own code."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.goldens.recipe import build_client, build_server, opened_client, profile_of
from tests.sync.world import Console
from tests.worlds.central import PASSPHRASE, Central

NOWHERE = "http://127.0.0.1:1"
"""Nobody listens there: the server is away."""
KEPT = ("ledger", "ledger_subject", "draft", "setting")
"""Tables of what is this desk's own; the rest the server can tell again, and files move out beside the database."""


@dataclass(frozen=True)
class Golden:
    """A profile as a console of `revision` left it, with what it was doing."""

    revision: str
    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "console.db"

    @property
    def about(self) -> dict[str, Any]:
        return profile_of(self.revision)

    @property
    def key(self) -> bytes:
        return bytes.fromhex(self.about["key"])

    @property
    def later(self) -> datetime:
        """An hour after it was left."""
        return datetime.fromisoformat(self.about["written_at"]) + timedelta(hours=1)

    def decision(self, name: str) -> str:
        return str(self.about["decisions"][name])

    def report(self, place: int) -> str:
        return str(self.about["reports"][place])

    def rows(self, table: str) -> list[dict[str, object]]:
        """Every row, column by column, read by the driver alone."""
        with closing(opened_client(self.file, self.key, self.about["pragmas"])) as connection:
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]
            found = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 -- our own tables' names
        return sorted((dict(zip(columns, row, strict=True)) for row in found), key=repr)

    def own(self) -> dict[str, list[dict[str, object]]]:
        return {table: self.rows(table) for table in KEPT}

    def schema(self) -> dict[str, str]:
        with closing(opened_client(self.file, self.key, self.about["pragmas"])) as connection:
            return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall())

    def console(self, address: str = NOWHERE, **more: Any) -> Console:
        """Today's console on this profile, at the hour after."""
        return Console(self.folder, address, lambda: self.later, **more)

    def desk_headers(self) -> dict[str, str]:
        """The workstation's credential, as it was enrolled then."""
        [kept] = [row["value"] for row in self.rows("setting") if row["name"] == "desk"]
        desk = json.loads(str(kept))
        return {"Sigap-Desk": f"{desk['desk_id']}:{desk['desk_secret']}"}


def golden_at(revision: str, folder: Path) -> Golden:
    """The profile, made of its frozen text."""
    build_client(revision, folder)
    return Golden(revision, folder)


def central_at(revision: str, folder: Path, at: datetime, protocols: tuple[int, ...]) -> Central:
    """Today's server on that release's database; whoever starts it ends it with `go_away()`."""
    build_server(revision, folder / "server.db")
    return Central(folder, protocols=protocols, at=at)


__all__ = ["KEPT", "NOWHERE", "PASSPHRASE", "Golden", "central_at", "golden_at"]
