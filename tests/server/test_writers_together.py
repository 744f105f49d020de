"""Writers that share a COMMIT: one's mistake is his alone."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from console.domain.agency import Agency
from console.server.casefile import load
from tests.worlds.central import Central


def test_the_second_of_a_group_builds_on_what_the_first_wrote(central: Central):
    database, casefile = central.parts.database, central.parts.casefile
    central.make_agency(Agency(id="pln", revision=1, name="PLN", short_name="PLN"))

    def raise_revision(inside: threading.Event | None = None) -> None:
        with database.write() as tx:
            if inside is not None:
                inside.set()
                deadline_s = time.monotonic() + 10
                while database._waiting == 0 and time.monotonic() < deadline_s:
                    threading.Event().wait(0.001)
            agency = load(tx, Agency, "pln")
            assert agency is not None
            casefile.put(tx, replace(agency, revision=agency.revision + 1), central.now())

    inside = threading.Event()
    first = threading.Thread(target=raise_revision, args=(inside,))
    first.start()
    inside.wait(10)
    raise_revision()
    first.join(10)
    with database.read() as connection:
        found = load(connection, Agency, "pln")
    assert found is not None
    assert found.revision == 3
