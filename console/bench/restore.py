"""Puts a server back from an old backup under twelve desks and counts what came back.

A real server process, twelve real console cores. People decide; the database is copied while the server runs (`main.py
server --backup`); then the ten minutes after the backup, compressed: people sign in anew, reports come in, cases go
from hand to hand, the last decisions are made while the server is already gone. The copy takes the database's place
and the server starts on it. Nobody is told anything; whose session the backup does not know signs in again.

- acknowledged_after_backup: decisions acknowledged by a desk after the copy (written down here), refused ones among
  them; applied_after_backup: those of them the lost database had on its timelines, which must all be there again.
  lost: not there again, or acknowledged and never answered. twice: on a timeline more than once, or a report's number
  given twice. rows_deleted: reports, ledger rows, drafts and settings a desk held before and not after. diverged:
  reports of desks that are not the server's. untold: desks that did not tell their operator.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from console.bench.restore_breaks import BREAKS
from console.bench.restore_city import Center, Held, Seat, held_in, spare_people
from console.desk.attention import AttentionList
from console.domain.decision import Outcome
from console.domain.errors import AccessFault
from console.domain.person import Role
from console.server.backup import back_up

_REPORTS, _NEW_REPORTS, _SIGNED_IN_ANEW = 24, 8, 3
_LAST = 2
"""Decisions of each desk while the server is gone."""


def run(args: list[str]) -> int:
    """Decide, copy, decide on, put back; print one JSON object a line, return 1 when a figure is short."""
    parser = argparse.ArgumentParser(prog="bench restore")
    parser.add_argument("--desks", type=int, default=12, help="console cores (12)")
    parser.add_argument("--decisions", type=int, default=30, help="of each desk after the backup (30)")
    parser.add_argument("--within", type=float, default=180.0, metavar="S", help="all must be well again within (180)")
    parser.add_argument("--seed", type=int, default=1, help="chooses the decisions (1)")
    parser.add_argument("--break", dest="bug", choices=sorted(BREAKS), help="plant a bug; it must be found")
    parser.add_argument("--folder", type=Path, default=None, help="where databases are made; kept when one is lost")
    chosen = parser.parse_args(args)
    folder = Path(tempfile.mkdtemp(prefix="sigap-restore-", dir=chosen.folder))
    spare_people()
    if chosen.bug:
        BREAKS[chosen.bug]()
    played = _Played(folder, chosen.desks, chosen.decisions, chosen.seed, chosen.bug or "")
    try:
        played.play(chosen.within)
        short = played.say()
    finally:
        played.close()
        if not (chosen.folder and played.lost):
            shutil.rmtree(folder)
    for name in short:
        print(f"bench restore: {name} is short of its figure", file=sys.stderr)
    return 1 if short else 0


class _Played:
    def __init__(self, folder: Path, desks: int, decisions: int, seed: int, bug: str) -> None:
        self._folder, self._decisions, self._bug = folder, decisions, bug
        self._center = Center(folder, bug)
        self._seats: list[Seat] = []
        code = self._center.code(desks)
        for number in range(desks):
            login = f"petugas{number}"
            self._center.hire(login, Role.OPERATOR if number else Role.SUPERVISOR)
            self._seats.append(Seat.take(folder / f"desk{number}", self._center, login, code, seed))
        self._reports: list[str] = []
        self._well_s = -1.0
        self.lost = False
        self._before: list[set[str]] = []
        self._marks: list[int] = []
        self._lost_state = self._found_state = Held(reports={}, outcomes={})

    def play(self, within_s: float) -> None:
        """The whole story."""
        for number in range(_REPORTS):
            self._reports.append(self._center.report_in(f"laporan rekaan {number}"))
        self._until(self._all_see, 60.0)
        self._work(max(2, self._decisions // 4))
        self._until(self._nothing_waits, 60.0)
        back_up(f"sqlite:///{self._center.file}", self._folder / "backup.db")
        self._marks = [len(seat.acknowledged) for seat in self._seats]

        anew = self._seats[1 : 1 + _SIGNED_IN_ANEW]
        for seat in anew:
            seat.core.session.sign_out()
            seat.sit_down()
        for number in range(_NEW_REPORTS):
            self._reports.append(self._center.report_in(f"laporan baru {number}"))
        self._until(self._all_see, 60.0)
        self._work(self._decisions)
        self._until(self._nothing_waits, 60.0)
        for seat in self._seats:
            seat.store.keep_draft("catatan", "belum selesai")
        self._center.child.stop()
        self._work(_LAST)
        self._before = [_rows(seat) for seat in self._seats]
        self._center.put_back(self._folder / "backup.db", self._folder / "lost.db")
        began_s = time.monotonic()
        for seat in anew:
            self._sit_down_again(seat)
        if self._until(self._well, within_s):
            self._well_s = time.monotonic() - began_s
        self._lost_state = held_in(self._folder / "lost.db")
        self._found_state = held_in(self._center.file)

    def say(self) -> list[str]:
        """Print the figures; the names of those that are short."""
        after = {each for seat, mark in zip(self._seats, self._marks, strict=True) for each in seat.acknowledged[mark:]}
        was, now = set(self._lost_state.effects), Counter(self._found_state.effects)
        lost = (was - now.keys()) | (after - self._found_state.outcomes.keys() - self._refused_here())
        twice = {each for each, count in now.items() if count > 1}
        numbers = Counter(report.number for report in self._found_state.reports.values())
        twice |= {number for number, count in numbers.items() if count > 1}
        deleted = [len(held - _rows(seat)) for seat, held in zip(self._seats, self._before, strict=True)]
        figures: list[tuple[str, float, bool]] = [
            ("desks", len(self._seats), True),
            ("acknowledged_after_backup", len(after), len(after) >= len(self._seats) * self._decisions // 2),
            ("applied_after_backup", len(was & after), bool(was & after)),
            ("reports_after_backup", _NEW_REPORTS, True),
            ("lost", len(lost), not lost),
            ("twice", len(twice), not twice),
            ("rows_deleted", sum(deleted), not any(deleted)),
            ("diverged", self._diverged(), not self._diverged()),
            ("untold", sum(not _told(seat) for seat in self._seats), all(_told(seat) for seat in self._seats)),
            ("well_again_s", round(self._well_s, 2), self._well_s >= 0),
        ]
        for name, value, _ in figures:
            line = {"name": f"restore.{name}", "value": value, "unit": "s" if name.endswith("_s") else ""}
            print(json.dumps(line | {"baseline": None, "ratio": None}), flush=True)
        self.lost = bool(lost)
        for each in sorted(lost)[:10]:
            once = "applied" if each in was else "unsent"
            told = self._found_state.outcomes.get(each, "no answer")
            print(f"bench restore: lost {each}, {once} before, {told} now", file=sys.stderr)
        return [f"restore.{name}" for name, _, good in figures if not good]

    def close(self) -> None:
        """End everything."""
        for seat in self._seats:
            seat.core.close()
        self._center.stop()
        gc.collect()

    def _refused_here(self) -> set[str]:
        """Refused before the server was lost: the desk knows and shows it, and nothing came of it."""
        return {each for each, outcome in self._lost_state.outcomes.items() if outcome is Outcome.REFUSED}

    def _work(self, decisions: int) -> None:
        """Desks take turns, so that cases go from hand to hand while news are on their way."""
        for _ in range(decisions):
            for seat in self._seats:
                seat.decide(self._reports)
            time.sleep(0.03)

    def _sit_down_again(self, seat: Seat) -> None:
        """As people do it: until it works."""
        for _ in range(40):
            try:
                seat.sit_down()
            except AccessFault:
                time.sleep(0.1)
            else:
                return

    def _all_see(self) -> bool:
        newest = self._reports[-_NEW_REPORTS:]
        return all(seat.store.report(each) is not None for seat in self._seats for each in newest)

    def _nothing_waits(self) -> bool:
        return all(seat.store.waiting_count() == 0 for seat in self._seats)

    def _well(self) -> bool:
        return self._nothing_waits() and not self._diverged() and all(_told(seat) for seat in self._seats)

    def _diverged(self) -> int:
        held = held_in(self._center.file).reports
        return sum(seat.store.report(each) != report for seat in self._seats for each, report in held.items())

    def _until(self, true: Callable[[], bool], within_s: float) -> bool:
        deadline_s = time.monotonic() + within_s
        while not true():
            if time.monotonic() > deadline_s:
                return False
            time.sleep(0.1)
        return True


def _rows(seat: Seat) -> set[str]:
    """Everything a desk holds that a restored server must not take from it; names only."""
    with seat.store.database.read() as connection:
        found = {f"report {row[0]}" for row in connection.exec_driver_sql("SELECT id FROM mirror_report")}
        found |= {f"decision {row[0]}" for row in connection.exec_driver_sql("SELECT id FROM ledger")}
        found |= {f"draft {row[0]}" for row in connection.exec_driver_sql("SELECT name FROM draft")}
        return found | {f"setting {row[0]}" for row in connection.exec_driver_sql("SELECT name FROM setting")}


def _told(seat: Seat) -> bool:
    link = seat.core.loop.link.link() if seat.core.loop else None
    return any(card.kind == "server_restored" for card in AttentionList(seat.store).entries(link))
