"""Writes the goldens of the schemas this checkout releases, once a release."""

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
    """Play the week once and freeze what both ends hold; when both schemas have their golden there is nothing to do."""
    server = STEPS[-1][0]
    have = (FOLDER / f"client_{HEAD}.sql").exists(), (FOLDER / f"server_{server}.sql").exists()
    if all(have):
        print(f"client_{HEAD} and server_{server} are there already")
        return
    folder = Path(tempfile.mkdtemp(prefix="sigap-golden-"))
    try:
        with running(folder / "central") as central:
            week = Week(central, folder / "profile")
            week.play()
        # Both always: a desk syncs only with the server it is enrolled at.
        _freeze_client(folder / "profile", week, f"client_{HEAD}" + (f"_server_{server}" if have[0] else ""))
        _freeze_server(folder / "central" / "server.db", f"server_{server}" + (f"_client_{HEAD}" if have[1] else ""))
    finally:
        shutil.rmtree(folder)


def _freeze_client(profile: Path, week: Week, name: str) -> None:
    key = Slots(profile / "slots.json").unlock("sari", PASSPHRASE)
    pragmas = {each: PRAGMAS[each] for each in FILE_PRAGMAS}
    with closing(opened_client(profile / "console.db", key, pragmas)) as connection:
        freeze(f"{name}.sql", dump(connection.cursor()))
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
    freeze(f"{name}.json", json.dumps(beside, indent=1, ensure_ascii=False) + "\n")


def _freeze_server(file: Path, name: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        freeze(f"{name}.sql", dump(connection.cursor()))


if __name__ == "__main__":
    main()
