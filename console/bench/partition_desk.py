"""One desk of 'bench partition': a core in its own process that decides all the while."""

from __future__ import annotations

import hashlib
import json
import logging
import random
import sys
import threading
import time
from pathlib import Path

from console.bench.partition_breaks import plant
from console.clock import SystemClock
from console.core import Core
from console.desk.decide import Decided
from console.domain import acts
from console.domain.errors import Fault
from console.paths import Profile
from console.store.packing import unpack
from console.store.store import Store

_LOOK_EVERY_S = 1.0
_NEWEST = 400


def main() -> int:
    """Obey the lines of JSON on standard input: the order of the day first, then `stop`, `tell`, `dump`; EOF ends."""
    order = json.loads(sys.stdin.readline())
    logging.basicConfig(level=logging.WARNING)
    plant(order["break"])
    core = Core(Profile(Path(order["profile"])).make(), order["address"], SystemClock())
    try:
        if order["enrol_code"]:
            core.session.enrol(order["enrol_code"], order["user"])
        core.session.sign_in(order["user"], order["passphrase"])
        worker = Worker(core, random.Random(order["seed"]), order["per_second"], deciding=order["deciding"])
        say(up=True)
        worker.run()
    finally:
        core.close()
    return 0


def say(**told: object) -> None:
    """One line to the driver, whole: it is shorter than a pipe's atomic write."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


class Worker:
    """Decides on this thread, obeys on another."""

    def __init__(self, core: Core, chance: random.Random, per_second: float, *, deciding: bool) -> None:
        self._office = core.open_office()
        self._store = core.session.store
        self._chance = chance
        self._every_s = 1.0 / per_second
        self._deciding = deciding
        self._ended = threading.Event()
        self._reports: list[str] = []
        self._units = [f"patroli-{number}" for number in range(12)]
        self._saying = threading.Lock()
        threading.Thread(target=self._obey, name="orders", daemon=True).start()

    def run(self) -> None:
        """Until the driver is done or gone."""
        looked_s = 0.0
        while not self._ended.wait(self._chance.uniform(0.5, 1.5) * self._every_s):
            if time.monotonic() - looked_s > _LOOK_EVERY_S:
                looked_s = time.monotonic()
                self._look()
            if self._deciding and self._reports:
                self._decide()

    def _decide(self) -> None:
        report_id = self._chance.choice(self._reports)
        try:
            answer = self._office.desk.decide(self._act(), report_id)
        except Fault as fault:
            self._tell(trouble=fault.code)
            return
        if isinstance(answer, Decided):
            self._tell(ack=answer.decision_id)

    def _act(self) -> acts.Act:
        drawn = self._chance.random()
        if drawn < 0.6:
            return acts.AddNote(text=f"catatan rekaan {self._chance.randint(0, 999_999)}")
        if drawn < 0.75:
            return acts.ClaimCase()
        if drawn < 0.85:
            return acts.SetPriority(priority=self._chance.randint(1, 4))
        if drawn < 0.92:
            return acts.DispatchUnits(unit_ids=(self._chance.choice(self._units),))
        if drawn < 0.96:
            return acts.ReleaseCase()
        return acts.CloseCase(outcome="handled_on_scene", release_units=True)

    def _look(self) -> None:
        """Which reports there are now, and how the queue stands."""
        with self._store.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT id FROM mirror_report ORDER BY row DESC LIMIT ?", (_NEWEST,))
            self._reports = [row[0] for row in rows]
        waiting, oldest = self._store.waiting_figures()
        age_s = (self._office.now() - oldest).total_seconds() if oldest else 0.0
        link = self._office.link.link()
        self._tell(waiting=waiting, oldest_s=age_s, trouble=link.trouble, stalled=link.stalled)

    def _obey(self) -> None:
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "stop":
                self._deciding = False
            elif word == "tell":
                rows = held_rows(self._store)
                self._tell(turn=int(rest), digest=digest_of(rows), waiting=self._store.waiting_count())
            elif word == "dump":
                rows, ledger = held_rows(self._store), ledger_states(self._store)
                Path(rest).write_text(json.dumps({"rows": rows, "ledger": ledger}), encoding="utf-8")
                self._tell(dumped=rest)
        self._ended.set()

    def _tell(self, **told: object) -> None:
        with self._saying:
            say(**told)


def held_rows(store: Store) -> dict[str, str]:
    """'kind/id' -> SHA-256 of the body, of everything the server told this desk."""
    with store.database.read() as connection:
        reports = connection.exec_driver_sql("SELECT id, body FROM mirror_report").all()
        things = connection.exec_driver_sql("SELECT kind, id, body FROM mirror_thing").all()
    found = {f"report/{row[0]}": _hash(unpack(row[1])) for row in reports}
    found.update({f"{row[0]}/{row[1]}": _hash(row[2]) for row in things})
    return found


def ledger_states(store: Store) -> dict[str, str]:
    """Decision id -> state, of every decision ever made at this desk."""
    with store.database.read() as connection:
        return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, state FROM ledger").all()}


def digest_of(rows: dict[str, str]) -> str:
    """One hash of many rows, whatever their order."""
    return _hash("\n".join(f"{name} {rows[name]}" for name in sorted(rows)).encode())


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
