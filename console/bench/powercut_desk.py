"""The traced half of 'bench powercut': a desk that decides, its store, journal and swaps.

Runs as a process of its own: `python -m console.bench.powercut_desk FOLDER SEED DECISIONS [PLANT]`. Writes the id of
each decision to standard output once `Desk.decide` has answered, one write each: the driver takes that for the
acknowledgement, and it stands in the trace where it happened.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from console.bench.invented_reports import invented_report
from console.bench.powercut_plants import PLANTS
from console.contract.codec import encode
from console.contract.decisions import DecisionResult
from console.contract.feed import ChangeRow, ChangesPage, SnapshotPage
from console.desk.decide import Decided, Desk
from console.domain import acts
from console.domain.decision import Outcome
from console.domain.errors import Bug, StoreFault
from console.domain.person import Actor, Role
from console.store import log_folder
from console.store.journal import Journal
from console.store.store import Store

KEY = b"\x5a" * 32
REPORTS = 40
"""Of the first epoch; the second, which a swap brings, has SWAPPED_REPORTS."""
SWAPPED_REPORTS = 55
EPOCHS = ("first", "second")
ACTOR = Actor(id="op1", name="Operator rekaan", role=Role.OPERATOR, session_id="s1", desk_id="d1")

_PAGE = 20
_GATHER_S = 0.02
"""The log is folded in as often here as in hours of work: cuts must find it half done."""


def _now() -> datetime:
    return datetime.now(UTC)


class TracedDesk:
    """One profile: the operator decides on a thread of his own while the feed is followed on this one."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)
        self.store = Store.open(folder / "console.db", KEY, _now)
        try:
            self.journal = Journal(folder / "decisions.journal", KEY)
        except StoreFault:
            self.store.close()
            raise
        self.desk = Desk(self.store, person=lambda: ACTOR, server_now=_now, journal=self.journal)
        with suppress(StoreFault):
            self.desk.complete_second_copy()
        self.count = 0
        self._grown = threading.Condition()

    def fill(self) -> None:
        """The first epoch's reports, by the feed."""
        rows = tuple(_rows(range(REPORTS)))
        self.store.apply_page(
            ChangesPage(epoch=EPOCHS[0], oldest_seq=0, next_seq=len(rows), more=False, server_time=_now(), rows=rows)
        )

    def decide(self, times: int) -> None:
        """Decide, acknowledge, now and then hear the server's answer; faults of the disk are told and worked past."""
        for turn in range(times):
            report = invented_report(self._chance.randrange(REPORTS))
            try:
                answer = self.desk.decide(self._act(), report.id)
                if turn % 7 == 6:
                    self._settle()
            except StoreFault as fault:
                _say(f"! {fault.code}")
                continue
            if isinstance(answer, Decided):
                _say(answer.decision_id if answer.second_copy else f"? {answer.decision_id}")
                with self._grown:
                    self.count += 1
                    self._grown.notify_all()

    def swap(self, after: int) -> None:
        """Take the server's state anew, page by page, once so many decisions were made."""
        with self._grown:
            self._grown.wait_for(lambda: self.count >= after)
        for number, start in enumerate(range(0, SWAPPED_REPORTS, _PAGE)):
            numbers = range(start, min(start + _PAGE, SWAPPED_REPORTS))
            last = numbers.stop == SWAPPED_REPORTS
            self.store.stage(
                number,
                SnapshotPage(
                    epoch=EPOCHS[1], as_of_seq=500, after=str(start), more=not last, rows=tuple(_rows(numbers))
                ),
            )
        self.store.swap_stage()

    def close(self) -> None:
        """As the console ends."""
        self.journal.close()
        self.store.close()

    def _act(self) -> acts.Act:
        words = " ".join(self._chance.choices(("pohon", "banjir", "macet", "tolong"), k=self._chance.randint(1, 300)))
        return acts.AddNote(text=words)

    def _settle(self) -> None:
        answers = [
            DecisionResult(id=decision_id, outcome=Outcome.APPLIED, server_time=_now())
            for decision_id, _ in self.store.sendable(3)
        ]
        self.store.settle(answers)


def _rows(numbers: range) -> Iterator[ChangeRow]:
    for number in numbers:
        report = invented_report(number)
        yield ChangeRow(seq=number, kind="report", id=report.id, revision=1, body=msgspec.Raw(encode(report)))


def _say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def _or_end(desk: TracedDesk, decisions: int) -> None:
    """Whatever breaks here (the driver went away, a bug) ends the process: nobody waits for an operator who is gone."""
    try:
        desk.decide(decisions)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def main(arguments: list[str]) -> int:
    """Half of the decisions before the console is closed and opened again, half with a swap among them."""
    folder, seed, decisions = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    log_folder._GATHER_S = _GATHER_S
    PLANTS[arguments[3] if len(arguments) > 3 else ""](_say)
    first = TracedDesk(folder, seed)
    first.fill()
    first.decide(decisions // 4)
    first.close()
    again = TracedDesk(folder, seed + 1)
    operator = threading.Thread(target=_or_end, args=(again, decisions - decisions // 4))
    operator.start()
    again.swap(decisions // 4)
    operator.join()
    if again.store.cursor()[0] != EPOCHS[1]:
        raise Bug("the swap was not done")
    again.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
