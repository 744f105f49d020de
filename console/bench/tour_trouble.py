"""The tour's screens of leases, conflicts, lost links and the change of shift."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.app import ConsoleApp
from console.bench.tour_colleague import Colleague, ask_administrator, enrolment_code
from console.bench.tour_pictures import Pictures
from console.core import Core
from console.desk.sign_in import DEMO_PASSPHRASE
from console.desk.way_back import Help
from console.domain import acts
from console.domain.conflict import WayOut
from console.domain.link import LinkState
from console.domain.queue_row import QueueRow
from console.drill.hand import DrillFailed
from console.own_server import OwnServer
from console.ui.status.attention_card import AttentionCard

NOWHERE = "http://127.0.0.1:9"
"""An address where nothing listens: the line is cut for this desk alone."""


class Trouble(Pictures):
    """Played with colleagues at two other desks; `folder` holds their profiles."""

    def __init__(self, console: ConsoleApp, index: list[dict[str, str]], folder: Path) -> None:
        super().__init__(console, index)
        self._colleagues = (Colleague(self._own, folder, "bayu"), Colleague(self._own, folder, "joko"))

    def close(self) -> None:
        """Send the colleagues home."""
        for colleague in self._colleagues:
            colleague.close()

    def play(self) -> None:
        """All of it, ending with the supervisor signed in."""
        self._held_by_another()
        self._race()
        self._taken_over()
        self._refused_desk()
        self._shift_change()

    def _held_by_another(self) -> None:
        bayu, _ = self._colleagues
        row = self._fresh("a report for a colleague")
        bayu.decides(acts.ClaimCase(), row.id)
        bayu.office.presence.look_at(row.id)
        self._choose(row)
        self.hand.wait("the colleague is seen", lambda: self.office.presence.looking().get(row.id))
        self.hand.rest(1.5)
        self.look_at("held-by-colleague", lambda: self.hand.work.window)

    def _race(self) -> None:
        hand, work = self.hand, self.hand.work
        bayu, _ = self._colleagues
        row = self._fresh("a report two will take")
        mine, theirs = self._units(2)
        address = self._cut()
        hand.wait("the loss is noticed", lambda: self.office.link.link().state is LinkState.OFFLINE)
        self._choose(row)
        for act in (
            acts.ClaimCase(),
            acts.DispatchUnits(unit_ids=(mine,), note="lewat jalan belakang pasar", fewer_because="bantuan menyusul"),
            acts.AddNote(text="Warga menunggu di gapura, jalan depan tertutup."),
        ):  # fmt: skip
            work.deciding.decide(act, row.id)
            hand.rest(0.3)
        other = self.row(lambda r: r.priority > 2 and bool(r.line) and r.id != row.id)
        if other is not None:
            hand.decide(Qt.Key.Key_X, other.id)
        self._choose(row)
        self.look_at("offline", lambda: work.window)
        self._attention("needs-attention-offline")
        bayu.decides(acts.ClaimCase(), row.id)
        bayu.decides(acts.DispatchUnits(unit_ids=(theirs,), fewer_because="bantuan menyusul"), row.id)
        hand.wait("the colleague is confirmed", lambda: bayu.office.link.link().waiting == 0)
        self._mend(address)
        hand.wait("the conflict is told", lambda: self._card("case"), 60)
        hand.wait("with both sides", lambda: len(self._card_of("case").entry.conflict.theirs) > 1, 30)  # type: ignore[union-attr]
        self._choose(row)
        self.look_at("conflict-case", lambda: work.window)
        self._attention("conflict")
        self._card_of("case").buttons[WayOut.TELL].click()
        hand.wait("the colleague is told", lambda: self._card("case") is None)

    def _taken_over(self) -> None:
        _, joko = self._colleagues
        hand, work = self.hand, self.hand.work
        row = self._fresh("a report to be taken over")
        hand.decide(Qt.Key.Key_A, row.id)
        hand.wait("the claim is confirmed", lambda: self.office.link.link().waiting == 0)
        hand.wait("the supervisor knows it", lambda: self._claimed_at(joko, row))
        joko.decides(acts.BreakClaim(reason="Meja 1 menangani dua kejadian, saya ambil."), row.id)
        joko.decides(acts.ClaimCase(), row.id)
        hand.wait("the former holder is told", lambda: self._card("taken_over"), 30)
        self._choose(row)
        hand.rest(0.5)
        self.look_at("taken-over-case", lambda: work.window)
        self._attention("taken-over")
        self._card_of("taken_over").buttons[Help.READ].click()
        hand.wait("it is read", lambda: self._card("taken_over") is None)

    def _refused_desk(self) -> None:
        hand, work, own, core = self.hand, self.hand.work, self._own, self._core
        desk_id = core.server.transport.credentials.desk_id
        ask_administrator(self._colleagues[0].core.server, own.server.admin_key, f"desks/{desk_id}/revoke")
        row = self._fresh("a report to note something on")
        work.deciding.decide(acts.AddNote(text="Keputusan ini menunggu meja didaftarkan lagi."), row.id)
        card = hand.wait("the desk is refused", lambda: self._card("desk_refused"), 60)
        work.window.toggle_attention()
        card.buttons[Help.ENROL].click()
        if card.line is None:
            raise DrillFailed("no code is asked for")
        QTest.keyClicks(card.line.lines[0], enrolment_code(self._colleagues[0].core.server, own.server.admin_key))
        self.look_at("desk-refused", lambda: work.window)
        hand.press(card.line.lines[0], Qt.Key.Key_Return)
        hand.wait("the desk is enrolled again", lambda: self._card("desk_refused") is None, 60)
        hand.wait("all is sent", lambda: self.office.link.link().waiting == 0, 60)
        work.window.toggle_attention()
        self._bands()

    def _bands(self) -> None:
        hand, work, core = self.hand, self.hand.work, self._core
        if core.loop is None:
            raise DrillFailed("nothing is in step")
        core.loop.link.restored()
        hand.wait("the restored server is told", lambda: self._card("server_restored"))
        self.look_at("server-restored", lambda: work.window)
        address = self._cut()
        row = self._fresh("a report to note something on")
        work.deciding.decide(acts.AddNote(text="Dicatat tanpa server."), row.id)
        hand.wait("it waits", lambda: self.office.link.link().waiting > 0)
        core.loop.link.stalled(True)
        hand.wait("the stall is told", lambda: self._card("stalled"))
        self._attention("stalled")
        core.loop.link.stalled(False)
        self._mend(address)
        hand.wait("the server is back", lambda: self.office.link.link().state is LinkState.LIVE, 60)

    def _shift_change(self) -> None:
        console, hand = self.console, self.hand
        row = self._fresh("a report to note something on")
        address = self._cut()
        for text in ("Pelapor ditelepon, aman.", "Petugas wilayah diberi tahu lewat radio."):
            hand.work.deciding.decide(acts.AddNote(text=text), row.id)
        hand.wait("they wait", lambda: self.office.link.link().waiting == 2)
        menu = hand.work.window.person.menu_now()
        menu.popup(hand.work.window.mapToGlobal(hand.work.window.rect().center()))
        hand.rest(0.3)
        menu.grab().save(str(self.file("sign-out-menu")))
        menu.close()
        console.lock()
        hand.wait("the lock screen", lambda: console.gate.lock)
        hand.rest(1.5)
        self.look_at("locked", lambda: console.gate)
        console.gate.left.emit()
        sign_in = hand.wait("the sign-in screen", lambda: console.gate.sign_in, 30)
        hand.wait("nobody is at work", lambda: console.workplace is None)
        hand.wait("what waits is told", sign_in.waiting.isVisible)
        self.look_at("sign-in", lambda: console.gate)
        self._mend(address)
        sign_in.user.line.setText("joko")
        sign_in.passphrase.line.setText(DEMO_PASSPHRASE)
        sign_in.submit()
        hand.wait("the supervisor is signed in", lambda: console.workplace, 30)
        hand.wait("what waited is sent", lambda: self.office.link.link().waiting == 0, 60)

    # What they share

    @property
    def _own(self) -> OwnServer:
        if self.console.own is None:
            raise DrillFailed("there is no server of our own")
        return self.console.own

    @property
    def _core(self) -> Core:
        if self.console.core is None:
            raise DrillFailed("there is no desk")
        return self.console.core

    def _cut(self) -> str:
        """The line of this desk alone; returns the address to mend it with."""
        transport = self._core.server.transport
        held, transport.address = transport.address, NOWHERE
        transport.rebuild()
        return held

    def _mend(self, address: str) -> None:
        self._core.server.transport.address = address
        if self._core.loop is not None:
            self._core.loop.look_again()

    def _choose(self, row: QueueRow) -> None:
        """Select it, with its row in view."""
        self.hand.select(row.id)
        view = self.hand.work.window.queue.view
        view.scrollTo(view.currentIndex(), view.ScrollHint.PositionAtCenter)
        self.hand.rest(0.3)

    def _fresh(self, what: str) -> QueueRow:
        """A new report both colleagues know as well."""
        return self.hand.wait(
            what, lambda: self.row(lambda r: bool(r.line) and all(each.knows(r.id) for each in self._colleagues)), 60
        )

    def _units(self, count: int) -> tuple[str, ...]:
        free = [unit.id for unit in self.office.city.units().values() if unit.status == "available"]
        return tuple(free[-count:])

    def _claimed_at(self, colleague: Colleague, row: QueueRow) -> bool:
        view = colleague.office.book.case(row.id)
        return view is not None and view.report.claim is not None

    def _attention(self, screen: str) -> None:
        window = self.hand.work.window
        window.toggle_attention()
        self.hand.rest(0.3)
        self.look_at(screen, lambda: window)
        window.toggle_attention()

    def _card(self, kind: str) -> AttentionCard | None:
        cards = self.hand.work.window.attention.cards
        return next((card for key, card in cards.items() if key[0] == kind), None)

    def _card_of(self, kind: str) -> AttentionCard:
        return self.hand.wait(f"a card: {kind}", lambda: self._card(kind))
