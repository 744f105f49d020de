"""The tour's pictures of sending: how many and why, fewer, next, at an hour; the phone."""

from __future__ import annotations

import requests
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from console.bench.tour_pictures import Pictures
from console.desk.case import CaseView
from console.domain import acts
from console.domain.queue_row import QueueRow
from console.drill.hand import DrillFailed
from console.ui.dispatch.schedule_card import ScheduleCard


class Sending(Pictures):
    """Plays an operator who may not send one alone, and sets an hour."""

    def play(self) -> None:
        """A case with a weapon; one too few, one at an hour, and what its officer's phone shows."""
        hand, work = self.hand, self.hand.work
        row = hand.wait("a report to send to", lambda: self.row(lambda r: r.priority < 3 and not r.sensitive), 60)
        hand.select(row.id)
        work.deciding.decide(acts.TickFacts(armed=True, injured=True), row.id)
        hand.wait("what is ticked counts", lambda: self.has(row, "report.ticks"))
        advice = work.case.body.advice
        hand.wait("units are ticked", lambda: advice.picked)
        self.look_at("how-many-to-send", lambda: work.window)
        # A car brings its crew: too few is one officer on his own.
        single = next(each.unit.id for each in self._view().advice if each.unit.people == 1 and not each.skipped)
        for unit_id in set(advice.picked) ^ {single}:
            advice.toggle(unit_id)
        alone = advice.picked
        work.case.acts.dispatch(self._view(), alone)
        hand.wait("too few are asked about", lambda: work.case.tray.card)
        self.look_at("fewer-with-a-reason", lambda: work.window)
        work.case.tray.clear()
        work.case.acts.sending.schedule(self._view(), alone)
        card = hand.wait("the hour is asked for", lambda: work.case.tray.card)
        if isinstance(card, ScheduleCard):
            card.field.setText("23:45")
        self.look_at("at-an-hour", lambda: work.window)
        work.case.tray.clear()
        self._phone(row, alone[0])

    def _view(self) -> CaseView:
        view = self.hand.work.case.view
        if view is None:
            raise DrillFailed("no case is shown")
        return view

    def _phone(self, row: QueueRow, unit_id: str) -> None:
        """The order on its officer's phone, as Chromium shows it there."""
        hand, work = self.hand, self.hand.work
        order = acts.DispatchUnits(unit_ids=(unit_id,), note="lewat jalan belakang pasar", fewer_because="menyusul")
        work.deciding.decide(order, row.id)
        hand.wait("the order is with the server", lambda: self.office.link.link().waiting == 0, 30)
        own = self.console.own
        if own is None:
            raise DrillFailed("the demo has no server of its own")
        path = _link(own.server.address, unit_id, own.server.admin_key)
        profile = QWebEngineProfile()
        view = QWebEngineView()
        view.setPage(QWebEnginePage(profile, view))
        view.resize(390, 1180)
        view.show()
        loaded: list[bool] = []
        view.loadFinished.connect(loaded.append)
        view.load(QUrl(own.server.address + path))
        hand.wait("the phone shows its order", lambda: loaded, 30)
        hand.rest(1.0)
        view.grab().save(str(self.file("officer-phone")))
        view.close()
        view.page().deleteLater()
        view.deleteLater()
        hand.rest(0.3)
        profile.deleteLater()
        print("seen: officer-phone", flush=True)


def _link(address: str, unit_id: str, key: str) -> str:
    with requests.Session() as session:
        session.trust_env = False
        answer = session.post(
            f"{address}/v1/admin/units/{unit_id}/link", headers={"Authorization": f"Bearer {key}"}, timeout=20
        )
    if answer.status_code != 201:
        raise DrillFailed(f"no link for {unit_id}: {answer.status_code}")
    return str(answer.json()["path"])
