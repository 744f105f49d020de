"""Proves that nobody is blocked wrongly: random histories of verdicts and appeals.

Verdicts, undos, reopened cases, repeats, appeals and decisions that arrive late, in any order.

Every decision is judged and applied by the product's own rules on one center's facts, in the order it arrives, which
is not the order it was made in. Who is blocked is asked again and again, also in weeks to come, and compared with a
recount from the log of what was accepted (standing_recount), which shares no rule with the product.

`standing.wrong_blocks` are answers 'blocked' the recount does not share, `standing.missed_blocks` the opposite;
`standing.blocks` and `standing.asked` say how much was tried. A planted bug ends it as soon as it shows.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from console.bench.standing_breaks import BREAKS, planted
from console.bench.standing_recount import Recount, Told
from console.domain import acts
from console.domain.acts import OP_OF, Act
from console.domain.casework import Facts, apply, judge, restated
from console.domain.decision import Decision, Subject
from console.domain.person import Actor, Role
from console.domain.place import Place
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.reporter import Reporter
from console.domain.standing import APPEAL_WITHIN, Appeal, Standing, block_now, may_appeal, with_appeal

T0 = datetime(2026, 1, 1, tzinfo=UTC)
_PEOPLE = tuple(
    Actor(id=name, name=name, role=role, session_id=f"s-{name}", desk_id=f"d-{name}")
    for name, role in (("dewi", Role.OPERATOR), ("sari", Role.OPERATOR), ("rahmat", Role.SUPERVISOR),
                       ("wulan", Role.SUPERVISOR), ("yoga", Role.SUPERVISOR))
)  # fmt: skip
_CHIEFS = _PEOPLE[2:]
_KEYS = (("a-1", "n-1"), ("a-1", "n-1"), ("a-1", "n-2"), ("a-2", "n-1"), ("n-1",), ("a-1", "d-1", "n-1"))
_OUTCOMES = ("prank", "prank", "prank", "false_report", "nothing_found", "test", "wrong_number")
_JUMPS_H = (0.01, 0.1, 1, 12, 80, 200, 1000, 5000)
_STEPS = 26
_WHAT = {
    "report.strike": "strike", "report.undo": "undo", "report.overturn_strike": "overturn", "report.reopen": "reopen",
    "report.lift_block": "lift",
}  # fmt: skip


@dataclass(slots=True)
class _History:
    """One center over some months: facts as the server has them, and the log of what it accepted."""

    dice: random.Random
    now: datetime = T0
    reports: dict[str, Report] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    recount: Recount = field(default_factory=Recount)
    late: list[tuple[Act, str, Actor, datetime]] = field(default_factory=list)
    ids: itertools.count[int] = field(default_factory=itertools.count)
    tally: Counter[str] = field(default_factory=Counter)

    def live(self) -> None:
        """Let it all happen, and ask after every step."""
        for _ in range(self.dice.randint(10, _STEPS)):
            self.now += timedelta(hours=self.dice.choice(_JUMPS_H) * self.dice.random())
            self._step()
            if self.dice.random() < 0.25 and self.late:
                self._arrive(*self.late.pop(self.dice.randrange(len(self.late))))
            self._compare()

    def _step(self) -> None:
        drawn = self.dice.random()
        if drawn < 0.34 or not self.reports:
            self._prank()
        elif drawn < 0.42:
            self._appeal()
        else:
            report_id = self.dice.choice(tuple(self.reports))
            self._decide(self._act(self.reports[report_id]), report_id)

    def _prank(self) -> None:
        """A report ends, mostly as mischief, and somebody strikes, now and then two people."""
        report = _ended(f"r{len(self.reports)}", self.dice)
        self.reports[report.id] = report
        for _ in range(self.dice.choice((1, 1, 1, 2))):
            act = acts.StrikeReporter(outcome=report.outcome, evidence="x")
            self._decide(act, report.id, self.dice.choice(_PEOPLE))

    def _act(self, report: Report) -> Act:
        """Something a person might decide on this case."""
        dice = self.dice
        struck = [e.decision_id for e in report.timeline if e.kind == "report.strike" and not e.undone]
        appeals = [a.id for each in self._standing(report) for a in each.appeals if a.ruling is None]
        made: list[Act] = [
            acts.DecideBlock(impose=dice.random() < 0.8, grounds="x"),
            acts.DecideBlock(impose=True, grounds="x"),
            acts.DecideBlock(impose=True, grounds="x"),
            acts.StrikeReporter(outcome=report.outcome or "prank", evidence="x"),
            acts.OverturnStrike(grounds="x"),
            acts.LiftBlock(grounds="x"),
            acts.ReopenCase(),
        ]
        made += [acts.Undo(decision_id=each) for each in struck[-1:]]
        for each in appeals[-1:] * 2:
            made.append(acts.DecideAppeal(appeal_id=each, granted=dice.random() < 0.6, grounds="x"))
        return dice.choice(made)

    def _decide(self, act: Act, report_id: str, actor: Actor | None = None) -> None:
        """Made now; it arrives now, or some time later after others' (a desk was offline)."""
        made = (act, report_id, actor or self.dice.choice(_CHIEFS), self.now)
        if self.dice.random() < 0.2:
            self.late.append(made)
        else:
            self._arrive(*made)

    def _arrive(self, act: Act, report_id: str, actor: Actor, at: datetime) -> None:
        report = self.reports[report_id]
        facts = Facts(report=report, standing=self._standing(report))
        decision = Decision(
            id=f"d{next(self.ids):04}", op=OP_OF[type(act)], subject=Subject(kind="report", id=report_id),
            actor_id=actor.id, actor_session_id=actor.session_id, desk_id=actor.desk_id, decided_at=at, act=act,
        )  # fmt: skip
        self.tally["decisions"] += 1
        if judge(decision, facts, actor, self.now) is not None:
            return
        after = apply(decision, facts, actor)
        self.reports[report_id] = after.report or report
        self.standings.update({each.id: each for each in after.standing})
        self.tally["blocks"] += isinstance(act, acts.DecideBlock) and act.impose
        self._log(decision, report, act)

    def _log(self, decision: Decision, report: Report, act: Act) -> None:
        what, refers = _WHAT.get(decision.op, ""), ""
        if isinstance(act, acts.DecideBlock):
            what = "yes" if act.impose else "no"
        elif isinstance(act, acts.DecideAppeal):
            what, refers = "grant" if act.granted else "deny", act.appeal_id
        elif isinstance(act, acts.Undo):
            refers = act.decision_id
        self.recount.log.append(Told(
            what=what, id=decision.id, at=decision.decided_at, by=decision.actor_id, report=report.id,
            keys=report.reporter.recognised_by, outcome=report.outcome, refers=refers,
            mute=report.kind is ReportKind.CALL and not report.text,
        ))  # fmt: skip

    def _appeal(self) -> None:
        report = self.reports[self.dice.choice(tuple(self.reports))]
        against = [each for each in self._standing(report) if may_appeal(each, self.now)]
        appeal = Appeal(
            id=f"ap{next(self.ids)}", report_id=report.id, number=report.number, text="x", at=self.now,
            deadline=self.now + APPEAL_WITHIN,
        )  # fmt: skip
        self.standings.update({each.id: with_appeal(each, appeal) for each in against})
        if against:
            self.recount.log.append(Told(
                what="appeal", id=appeal.id, at=self.now, by="", report=report.id,
                keys=tuple(each.id for each in against),
            ))  # fmt: skip

    def _standing(self, report: Report) -> tuple[Standing, ...]:
        return tuple(self.standings.get(each) or Standing(id=each) for each in report.reporter.recognised_by)

    def _compare(self) -> None:
        """Ask both about everybody, now and at some time to come; without a block there is nothing to ask."""
        if not self.tally["blocks"]:
            return
        for at in (self.now, self.now + timedelta(days=self.dice.choice((8, 60, 91)))):
            for key, standing in self.standings.items():
                said, counted = block_now(standing, at) is not None, self.recount.blocked(key, at)
                self.tally["asked"] += 1
                self.tally["wrong_blocks"] += said and not counted
                self.tally["missed_blocks"] += counted and not said


def _ended(report_id: str, dice: random.Random) -> Report:
    mute = dice.random() < 0.08
    report = Report(
        id=report_id, number=f"KJ-{report_id}", kind=ReportKind.CALL if mute else ReportKind.REPORT, source_id="app",
        source_kind=SourceKind.CITIZEN_APP, source_name="app", received_at=T0, text="" if mute else "halo",
        place=Place(), reporter=Reporter(recognised_by=dice.choice(_KEYS)), outcome=dice.choice(_OUTCOMES),
    )  # fmt: skip
    return restated(replace(report, closed_by="x"))


def run(args: list[str]) -> int:
    """Live through the histories, print one JSON object a line, return 1 when a figure is short."""
    parser = argparse.ArgumentParser(prog="bench standing", description=__doc__)
    parser.add_argument("--histories", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--break", dest="planted", choices=sorted(BREAKS), default="")
    chosen = parser.parse_args(args)
    began_s, tally, number = time.monotonic(), Counter[str](), -1
    with planted(chosen.planted):
        for number in range(chosen.histories):
            history = _History(random.Random(f"{chosen.seed}:{number}"))
            history.live()
            tally.update(history.tally)
            if history.tally["wrong_blocks"] and tally["told"] < 3:
                tally["told"] += 1
                print(f"history {number}: somebody is blocked wrongly", file=sys.stderr)
            if chosen.planted and tally["wrong_blocks"]:
                break
    figures = {name: tally[name] for name in ("wrong_blocks", "missed_blocks", "blocks", "decisions", "asked")}
    figures |= {"histories": number + 1, "seconds": round(time.monotonic() - began_s)}
    for name, value in figures.items():
        unit = "s" if name == "seconds" else name
        print(json.dumps({"name": f"standing.{name}", "value": value, "unit": unit, "baseline": None, "ratio": None}))
    short = [name for name in ("wrong_blocks", "missed_blocks") if figures[name]] + ["blocks"] * (not figures["blocks"])
    for name in short:
        print(f"standing.{name} is short of its figure", file=sys.stderr)
    return 1 if short else 0
