"""The tour's screens of an officer in danger, hand-overs, transfers, stopped clocks."""

from __future__ import annotations

from pathlib import Path

from console.app import ConsoleApp
from console.bench.tour_colleague import Colleague, ask_administrator
from console.bench.tour_pictures import Pictures
from console.contract.codec import decode
from console.contract.fleet import PhoneLink
from console.domain import acts
from console.domain.queue_row import QueueRow
from console.drill.hand import DrillFailed


class ShiftScenes(Pictures):
    """Played with a colleague at another desk; `folder` holds his profile."""

    def __init__(self, console: ConsoleApp, index: list[dict[str, str]], folder: Path) -> None:
        super().__init__(console, index)
        if console.own is None:
            raise DrillFailed("there is no server of our own")
        self._own = console.own
        self._bayu = Colleague(self._own, folder / "shift", "bayu")

    def close(self) -> None:
        """Send the colleague home."""
        self._bayu.close()

    def play(self) -> None:
        """All of it; nothing of it stays on the screen."""
        self._ticks_and_hands()
        self._offered()
        self._danger()

    def _ticks_and_hands(self) -> None:
        hand, work = self.hand, self.hand.work
        row = self._fresh("a report to hand on")
        hand.select(row.id)
        work.deciding.decide(acts.ClaimCase(), row.id)
        for name in ("armed", "crowd"):
            work.case.body.ticks.chips[name].click()
            hand.rest(0.5)
        for name, screen in (("offer", "hand-over"), ("transfer", "pass-on"), ("pause", "stop-clocks")):
            view = hand.wait("the case is shown", lambda: work.case.view)
            hand.wait("the colleague is seen", lambda: self.office.shift.colleagues(), 60)
            work.case.handing.open(name, view)
            hand.wait(f"the card of {screen}", lambda: work.case.tray.card)
            self.look_at(screen, lambda: work.window)
            work.case.tray.clear()
        work.deciding.decide(acts.PauseClock(reason="Menunggu alat berat"), row.id)
        hand.wait("the clock stands", lambda: self.has(row, "report.pause"))
        passed = acts.TransferCase(kind="polsek", name="Polsek Dau", phone="+62 800 000 0399", text="Di luar wilayah")
        work.deciding.decide(passed, row.id)
        hand.wait("it is passed on", lambda: self.has(row, "report.transfer"))
        hand.rest(1.0)
        self.look_at("passed-on", lambda: work.window)

    def _offered(self) -> None:
        row = self._fresh("a report a colleague hands over")
        me = self.office.book.actor()
        if me is None:
            raise DrillFailed("nobody is signed in")
        self._bayu.decides(acts.ClaimCase(), row.id)
        self._bayu.decides(acts.OfferCase(to_id=me.id, to_name=me.name), row.id)
        alarms = self.hand.work.alarms
        self.hand.wait("the offer stands across the top", lambda: alarms.isVisible(), 30)
        self.hand.select(row.id)
        self.look_at("offered-to-me", lambda: self.hand.work.window)
        self.hand.work.deciding.decide(acts.AcceptOffer(), row.id)

    def _danger(self) -> None:
        hand, work = self.hand, self.hand.work
        unit = next(unit for unit in self.office.city.units().values() if unit.status == "available")
        server = self._bayu.core.server
        link = decode(ask_administrator(server, self._own.server.admin_key, f"units/{unit.id}/link"), PhoneLink)
        headers = {"Accept": "application/json"}
        with server.transport.open("POST", f"{link.path}/help", body=b"", person=False, headers=headers):
            pass
        case = hand.wait("the call for help stands across the top", lambda: work.shift.view.sos, 30)[0]
        hand.wait("the duty officer is named", lambda: work.shift.view.sos and work.shift.view.sos[0].step, 30)
        hand.select(case.report_id)
        hand.rest(1.0)
        self.look_at("officer-in-danger", lambda: work.window)
        step = work.shift.view.sos[0].step
        said = step.params if step is not None else {}
        taken = acts.AnswerAlarm(
            alarm=said.get("alarm", ""), since=said.get("since", ""), name=said.get("name", "") or "Pawas", by="phone"
        )
        work.deciding.decide(taken, case.report_id)
        hand.wait("the duty officer takes it", lambda: work.shift.view.sos and work.shift.view.sos[0].answer, 30)
        self.look_at("alarm-taken", lambda: work.window)
        with server.transport.open("POST", f"{link.path}/safe", body=b"", person=False, headers=headers):
            pass
        hand.wait("he is safe", lambda: work.shift.view.sos and work.shift.view.sos[0].safe, 30)
        work.deciding.decide(acts.CloseCase(outcome="nothing_found", note="Petugas aman"), case.report_id)

    def _fresh(self, what: str) -> QueueRow:
        return self.hand.wait(what, lambda: self.row(lambda r: bool(r.line) and self._bayu.knows(r.id)), 60)
