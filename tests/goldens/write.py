"""Writes the goldens of the schemas this checkout releases: python -m tests.goldens.write (once a release)."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from console.server.migrations import STEPS
from console.store.database import PRAGMAS
from console.store.schema import HEAD
from console.store.slots import Slots
from tests.goldens.recipe import FOLDER, dump, freeze, opened_client
from tests.goldens.story import Week
from tests.worlds.central import PASSPHRASE, running

FILE_PRAGMAS = ("cipher_page_size", "cipher_hmac_algorithm", "journal_mode", "secure_delete")


def main() -> None:
    """Play the week once and freeze what both ends hold; what is frozen already stays as it is."""
    folder = Path(tempfile.mkdtemp(prefix="sigap-golden-"))
    try:
        with running(folder / "central") as central:
            week = Week(central, folder / "profile")
            week.play()
        _freeze_client(folder / "profile", week)
        _freeze_server(folder / "central" / "server.db")
    finally:
        shutil.rmtree(folder)


def _freeze_client(profile: Path, week: Week) -> None:
    if (FOLDER / f"client_{HEAD}.sql").exists():
        print(f"client_{HEAD} is there already")
        return
    key = Slots(profile / "slots.json").unlock("sari", PASSPHRASE)
    pragmas = {name: PRAGMAS[name] for name in FILE_PRAGMAS}
    with closing(opened_client(profile / "console.db", key, pragmas)) as connection:
        freeze(f"client_{HEAD}.sql", dump(connection.cursor()))
    beside = {
        "key": key.hex(),
        "pragmas": pragmas,
        "passphrase": PASSPHRASE,
        "recovery_key": week.recovery,
        "slots": (profile / "slots.json").read_text(encoding="utf-8"),
        "journal": (profile / "decisions.journal").read_bytes().hex(),
        "written_at": week.central.now().isoformat(),
        "reports": week.reports,
        "decisions": week.ids,
    }
    freeze(f"client_{HEAD}.json", json.dumps(beside, indent=1, ensure_ascii=False) + "\n")


def _freeze_server(file: Path) -> None:
    revision = STEPS[-1][0]
    if (FOLDER / f"server_{revision}.sql").exists():
        print(f"server_{revision} is there already")
        return
    with closing(sqlite3.connect(file)) as connection:
        freeze(f"server_{revision}.sql", dump(connection.cursor()))


if __name__ == "__main__":
    main()
