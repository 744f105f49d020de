"""One hour at a center: three consoles without windows, reporters, one clock for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from console.contract.codec import decode
from console.contract.decisions import DecisionResult
from console.contract.fleet import NewUnit
from console.contract.ids import new_id
from console.core import Core
from console.desk.case import CaseView
from console.desk.decide import Decided, Refused
from console.desk.office import Office
from console.desk.ports import LinkState
from console.domain import acts
from console.domain.acts import Act
from console.domain.checklist import missing_steps
from console.domain.decision import Outcome, Reason
from console.domain.errors import AccessFault
from console.domain.person import Role
from console.domain.queue_row import QueueFilter, QueueQuery
from console.domain.report import Report, SourceKind
from console.domain.standing import Standing
from console.paths import Profile
from console.server import tables
from console.server.casefile import load_all
from console.server.enrolled_units import enrol_units
from tests.sync.world import until
from tests.worlds.central import PASSPHRASE, Central, Json
from tests.worlds.passphrases import QUICK

WORDS = {"prank": "kapan toko buka", "test": "tes tes satu dua", "wrong_number": "maaf salah sambung"}
"""What junk says, by the outcome an operator reads out of it."""

SEVEN = datetime(2026, 11, 23, tzinfo=UTC)
"""Seven in the morning, WIB."""

_BEAT_S = 30.0
_NOWHERE = "http://127.0.0.1:9"


class Center(Central):
    """A server whose clock stands until the hour goes on: however slow the machine, no lease runs out by itself."""

    ahead = timedelta(0)

    def now(self) -> datetime:
        return SEVEN + self.ahead


class SameClock:
    """The clock of every workstation: wall and monotonic go on with the server's."""

    def __init__(self, center: Center) -> None:
        self._center = center

    def now(self) -> datetime:
        return self._center.now()

    def monotonic_s(self) -> float:
        return self._center.ahead.total_seconds()


class Operator:
    """A person at a real console core; `said` are the decisions his desk acknowledged, `read` those he was told of."""

    def __init__(self, central: Center, folder: Path, user: str) -> None:
        central.make_user(user)
        self.name = user.title()
        self.units = [f"{user}-{n}" for n in range(1, 13)]
        enrol_units(central.parts, tuple(
            NewUnit(id=each, call_sign=each.upper(), name="Rekaan", rank="Bripka") for each in self.units
        ))  # fmt: skip
        profile = Profile(folder)
        profile.make()
        self.core = Core(profile, central.address, SameClock(central), cost=QUICK)
        self.core.session.enrol(central.enrol_code(), f"meja {user}")
        self.core.session.sign_in(user, PASSPHRASE)
        self.office: Office = self.core.open_office()
        self._address = central.address
        self.said: list[str] = []
        self.read: list[str] = []
        self._seen: set[str] = set()

    # --- what he sees

    @property
    def desk_id(self) -> str:
        assert self.core.session.actor is not None
        return self.core.session.actor.desk_id

    def sees(self, report_id: str) -> CaseView:
        """The case as his console shows it."""
        view = self.office.book.case(report_id)
        assert view is not None, f"{self.name} does not have it"
        return view

    def has(self, report_ids: Iterable[str]) -> bool:
        self._seen |= self.office.queue.rows(set(report_ids) - self._seen).keys()
        return self._seen.issuperset(report_ids)

    def reads_out_of(self, report_id: str) -> str:
        """Which kind of junk the line in his queue is."""
        line = self.office.queue.rows([report_id])[report_id].line
        return next(outcome for outcome, words in WORDS.items() if line.startswith(words))

    def waits(self, which: QueueFilter) -> list[str]:
        """Reports under a saved filter, in the order of his queue."""
        return [row.id for row in self.office.queue.page(QueueQuery(filter=which), 0, 500)]

    def holds(self) -> bool:
        actor = self.core.session.actor
        assert actor is not None
        return bool(self.core.session.store.own_leases(actor.id, actor.desk_id))

    def settled(self) -> bool:
        link = self.office.link.link()
        return link.waiting == 0 and link.state is LinkState.LIVE

    # --- what he does

    def decides(self, act: Act, report_id: str, seen_version: int | None = None) -> str:
        answer = self.office.desk.decide(act, report_id, expected_version=seen_version)
        assert isinstance(answer, Decided), (self.name, act, answer)
        self.said.append(answer.decision_id)
        return answer.decision_id

    def is_refused(self, act: Act, report_id: str) -> Reason:
        """Why his own console does not let him."""
        answer = self.office.desk.decide(act, report_id)
        assert isinstance(answer, Refused), (self.name, act)
        return answer.refusal.reason

    def takes(self, report_id: str, reason: str = "") -> None:
        self.decides(acts.ClaimCase(reason=reason), report_id)

    def sends(self, report_id: str) -> None:
        """As many of his units as may be sent at the least, and whoever called is told."""
        fewest = self.sees(report_id).crew.fewest
        chosen, self.units = self.units[:fewest], self.units[fewest:]
        self.decides(acts.DispatchUnits(unit_ids=tuple(chosen)), report_id)
        self.decides(acts.TellReporters(text=f"{self.name}: petugas menuju lokasi."), report_id)

    def ends(self, report_id: str, outcome: str = "handled_on_scene") -> None:
        """By radio his units were there; the checklist is gone through; the case is closed."""
        case = self.sees(report_id)
        for each in case.report.assignments:
            self.decides(acts.SetUnitStatus(unit_id=each.unit_id, status="on_scene", by="radio"), report_id)
        for step in missing_steps(case.checklist, case.report.checks):
            self.decides(acts.TickStep(step_id=step.id), report_id)
        self.decides(acts.CloseCase(outcome=outcome, release_units=True), report_id)

    def handles(self, report_id: str, outcome: str = "handled_on_scene") -> None:
        self.takes(report_id)
        self.sends(report_id)
        self.ends(report_id, outcome)

    def disposes(self, report_ids: Iterable[str]) -> None:
        """The junk key on one after the other, with the outcome he reads out of the words."""
        for report_id in report_ids:
            self.decides(acts.JunkCase(outcome=self.reads_out_of(report_id)), report_id)

    def disposes_marked(self, report_ids: Sequence[str]) -> set[str]:
        """The junk key on a selection; the numbers of those it leaves."""
        plan = self.office.book.junk_plan(tuple(report_ids))
        for report_id, version in plan.versions:
            self.decides(acts.JunkCase(outcome=self.reads_out_of(report_id)), report_id, version)
        return {left.number for left in plan.left_out}

    def strikes(self, report_id: str) -> None:
        self.decides(acts.StrikeReporter(outcome="prank", evidence="tertawa, lalu menutup"), report_id)

    def rings_back(self, report_id: str, result: str, outcome: str) -> None:
        """What the junk key never disposes of: rung back, then closed with its outcome."""
        self.takes(report_id)
        self.decides(acts.RecordTry(result=result, note="ditelepon balik"), report_id)
        self.decides(acts.CloseCase(outcome=outcome), report_id)

    def reads_his_cards(self) -> None:
        """Everything that needs attention is read, and what was refused noted."""
        for card in self.office.attention.entries():
            self.read += card.conflict.refused_ids if card.conflict else ()
            self.office.resolving.read(card)

    # --- his line

    def beats(self) -> None:
        """The heartbeat, as the schedule sends it every 15 s."""
        assert self.core.loop is not None
        try:
            self.core.loop.presence.beat()
        except AccessFault:
            self.core.session.renew()
            self.core.loop.presence.beat()

    def loses_the_line(self) -> None:
        transport = self.core.server.transport
        transport.address = _NOWHERE
        transport.rebuild()
        until(lambda: self.office.link.link().state is LinkState.OFFLINE, f"{self.name} is told that the line is gone")

    def has_the_line_again(self) -> None:
        self.core.server.transport.address = self._address
        self.office.resolving.retry()
        until(self.settled, f"all that {self.name} decided is sent")


class Hour:
    """The center from the minute its three operators sit down; `minute` is how far it is."""

    def __init__(self, central: Center, folder: Path) -> None:
        self.central, self.minute = central, 0
        self.app = central.make_source()
        self.exchange = central.make_source("pabx", kind=SourceKind.CALL_110)
        self.came: list[str] = []
        self.operators = tuple(Operator(central, folder / user, user) for user in ("sari", "budi", "tono"))

    def close(self) -> None:
        for each in self.operators:
            each.core.close()

    def until_minute(self, minute: int, *, but_not: Operator | None = None) -> None:
        """Time goes on; consoles with a line to the server keep their leases by their heartbeat, others cannot."""
        self.all_settled(*(each for each in self.operators if each is not but_not))
        left_s = 60.0 * (minute - self.minute)
        self.minute = minute
        while left_s > 0:
            step_s = min(left_s, _BEAT_S) if any(each.holds() for each in self.operators) else left_s
            self.central.ahead += timedelta(seconds=step_s)
            left_s -= step_s
            for each in self.operators:
                if each is not but_not and each.holds():
                    each.beats()
        self.central.advance(0)

    # --- people who report

    def reports(self, text: str, account: str = "", **more: object) -> str:
        """Somebody reports by the app, an account of his own unless one is named."""
        who = {"account": account or f"warga-{len(self.came)}", "name": "Nama Rekaan"}
        report_id = self.central.report_in(self.app, text, reporter=who, **more)
        self.came.append(report_id)
        return report_id

    def is_turned_away(self, text: str, account: str) -> bool:
        """Whether a report of that account is answered by its block."""
        new: Json = {"id": new_id(), "text": text, "reporter": {"account": account}}
        answer = self.central.post("/v1/reports", json=new, headers=self.app)
        return answer.status_code == 403 and answer.json()["code"] == "reporter_blocked"

    def rings_in_vain(self, number: str) -> str:
        """A call that ends before anybody takes it; its report."""
        call_id = new_id()
        for state, after_s in (("ringing", -20), ("ended", 0)):
            at = self.central.now() + timedelta(seconds=after_s)
            event = {"id": call_id, "state": state, "at": at.isoformat(), "number": number}
            answer = self.central.post("/v1/calls", json=event, headers=self.exchange)
            assert answer.status_code == 200, answer.text
        self.came.append(call_id)
        return call_id

    def heard(self, report_id: str) -> list[tuple[str, str]]:
        """What whoever sent it was told on it: (direction, text)."""
        messages = self.central.get(f"/v1/reports/{report_id}", headers=self.app).json()["messages"]
        return [(message["direction"], message["text"]) for message in messages]

    def block(self, account: str) -> Standing:
        """Before this shift: three pranks, struck, and a second person's decision."""
        rani, joko = self.central.sign_in("rani"), self.central.sign_in("joko", Role.SUPERVISOR)
        for _ in range(3):
            last = self.central.report_in(self.app, WORDS["prank"], category="other", reporter={"account": account})
            assert rani.decide(acts.JunkCase(outcome="prank"), last, base_version=1)["outcome"] == "applied"
            strike = acts.StrikeReporter(outcome="prank", evidence="rekaman")
            assert rani.decide(strike, last)["outcome"] == "applied"
        self.central.ahead += timedelta(seconds=20)
        block = acts.DecideBlock(impose=True, grounds="Tiga kali iseng.")
        assert joko.decide(block, last)["outcome"] == "applied"
        return self.standing_of(last)

    # --- what the server has

    def holder(self, report_id: str) -> str:
        claim = self.central.report(report_id).claim
        return claim.holder_name if claim is not None else ""

    def standings(self) -> tuple[Standing, ...]:
        """Everybody against whom anything was ever decided."""
        with self.central.parts.database.read() as connection:
            return load_all(connection, Standing)

    def standing_of(self, report_id: str) -> Standing:
        """What stands against the account that sent it."""
        known = self.central.report(report_id).reporter.recognised_by
        (found,) = (each for each in self.standings() if each.id in known)
        return found

    def all_reports(self) -> dict[str, Report]:
        with self.central.parts.database.read() as connection:
            return {report.id: report for report in load_all(connection, Report)}

    def answers_to(self, operator: Operator) -> dict[str, Outcome]:
        """The server's word on every decision of that desk, each given once."""
        with self.central.parts.database.read() as connection:
            rows = connection.execute(
                select(tables.receipts.c.decision_id, tables.receipts.c.result)
                .where(tables.receipts.c.desk_id == operator.desk_id)
            ).all()  # fmt: skip
        assert len({row[0] for row in rows}) == len(rows)
        return {str(row[0]): decode(row[1], DecisionResult).outcome for row in rows}

    def all_read(self, *operators: Operator) -> None:
        """Wait until these consoles have all that came."""
        for each in operators:
            until(lambda each=each: each.has(self.came), f"{each.name} has all that came")

    def all_settled(self, *operators: Operator) -> None:
        for each in operators:
            until(each.settled, f"the server answered all that {each.name} decided")

    def everywhere(self, true: Callable[[Operator], object], what: str) -> None:
        for each in self.operators:
            until(lambda each=each: true(each), f"{each.name}: {what}")
