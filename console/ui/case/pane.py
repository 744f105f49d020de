"""The case pane: shows the selected report, keeps it fresh, and takes its keys.

Why so long: it joins a dozen parts by their signals, and every join is a line here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.desk.case import CaseView
from console.desk.identity import Revealed
from console.domain import acts
from console.domain.acts import Act
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.person import Role
from console.ui import theme
from console.ui.case.after_junk import AfterJunk
from console.ui.case.case_acts import CaseActs
from console.ui.case.case_asking import CaseAsking
from console.ui.case.case_keys import CaseKeys
from console.ui.case.case_menu import open_case_menu
from console.ui.case.case_sheet import CaseSheet
from console.ui.case.claim_reading import ClaimReading
from console.ui.case.parts import CaseParts
from console.ui.case.verbs import Verb
from console.ui.case.viewing import Viewing
from console.ui.shift.handing_acts import HandingActs
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.trust.standing_acts import KEY, StandingActs
from console.ui.trust.standing_line import STRIKE
from console.ui.widgets.panel import Panel
from console.ui.widgets.spoken import name_widget
from console.ui.widgets.states import EmptyState, LoadingState

FRESH_S = 5
"""Advice and ages are asked anew so often while a case is shown: units move."""

PATIENCE_MS = 120
"""A case not there after so long shows that it is being read; quicker ones come without a flicker."""

READ_AFTER_MS = 1500
"""An unread answer counts as read once its holder had the case before him for so long."""


class CasePane(Panel):
    """Signals: `suggested(unit ids)` for the map, `unit_pointed(id)`, `report_chosen(id)`, `shown(id)`."""

    suggested = Signal(object)
    unit_pointed = Signal(str)
    report_chosen = Signal(str)
    shown = Signal(str)

    def __init__(self, parts: CaseParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._view: CaseView | None = None
        self._read_version = ("", 0)
        self._ticks = 0
        self.viewing = Viewing(parts, self)
        self._again: tuple[str, Act, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_widget(self, lambda: translate("case", "Case"))
        self._sheet = CaseSheet(parts)
        self.header, self.body, self.tray, self.bar = (
            self._sheet.header, self._sheet.body, self._sheet.tray, self._sheet.bar,
        )  # fmt: skip
        self.acts = CaseActs(parts, self.tray, self)
        self._keys = CaseKeys(self.acts, self.bar, self.body.advice)
        self.standing = StandingActs(self.acts, self.tray)
        self.after_junk = AfterJunk(parts, lambda view: self.standing.open(STRIKE, view), self)
        self.handing = HandingActs(parts.shift, parts.background, self.tray, self.acts.decide, self)
        self._asking = CaseAsking(parts, self)
        self._claims = ClaimReading(parts.file_claims, parts.background, self.body.claims, self._fail, self)
        self._stack_pages()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._connect()
        self._connect_body()
        self._select(parts.selection.report_id)

    @property
    def view(self) -> CaseView | None:
        """The case shown, None while there is none."""
        return self._view

    def sizeHint(self) -> QSize:
        """As wide as drawn at 1920 px."""
        return QSize(theme.px(521), theme.px(800))

    def take_changes(self, changes: Changes) -> None:
        """Ask anew when this case, its units or the agencies are concerned."""
        self.viewing.take_changes(changes)
        report_id = self._parts.selection.report_id
        wide = changes.everything or changes.units or changes.agencies or changes.standings or "doubts" in changes.lists
        if report_id and (wide or report_id in changes.reports):
            self._asking.ask()

    def press(self, letter: str, report_id: str, shift: bool = False) -> None:
        """A guarded letter key; it acts only on the case that is shown, X on the marked rows where there are any."""
        view, marked = self._view, self._parts.selection.marked
        if self.tray.card is not None:
            return  # a question is open: letters are an answer to it, never another decision
        if letter == "X" and marked:
            self.acts.endings.junk_marked(marked)
        elif letter == KEY and self.after_junk.press():
            return  # it meant the report just disposed of
        elif view is not None and view.report.id == report_id:
            said = self.standing.press(view) if letter == KEY else self._keys.press(letter, view, shift=shift)
            self._sheet.say(said)

    @property
    def idle(self) -> bool:
        """Whether what is shown is the newest this desk was told of, or nothing is asked."""
        return self._asking.idle

    def write_again(self, report_id: str, act: Act, refused_id: str) -> None:
        """Select that case and open the refused text for writing, as soon as the case is shown."""
        self._again = (report_id, act, refused_id)
        if self._view is not None and self._view.report.id == report_id:
            self._open_again(self._view)
        else:
            self._parts.selection.select(report_id)

    def cover(self) -> None:
        """Hide everything at once: lock or sign-out. Another selection shows again."""
        self._asking.cover()
        self._patience.stop()
        self.body.reporter.cover()
        self.body.files.clear()
        self.tray.clear()
        self.viewing.close()
        self._view = None
        self.bar.show_view(None)
        self._stack.setCurrentWidget(self._empty)

    def stop(self) -> None:
        """End timers and subscriptions, before the desk closes."""
        self._timer.stop()
        self._patience.stop()
        self.body.files.stop()
        self.viewing.stop()
        self.acts.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits tick lines of the advice list; letters come guarded by `press`."""
        number = event.key() - Qt.Key.Key_0.value
        if 1 <= number <= 9 and not event.isAutoRepeat() and self._view is not None:
            self.body.advice.toggle_number(number)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self._render(self._view)

    def _stack_pages(self) -> None:
        self._empty = EmptyState(
            "case",
            lambda: translate("case", "No case is selected"),
            lambda: translate("case", "Choose a report in the queue or on the map."),
        )
        self._loading = LoadingState()
        self._gone = EmptyState(
            "case",
            lambda: translate("case", "This case is no longer at this desk"),
            lambda: translate("case", "It was withdrawn or passed to another center."),
        )
        self._stack = QStackedWidget()
        for page in (self._empty, self._loading, self._gone, self._sheet):
            self._stack.addWidget(page)
        self.rows.addWidget(self._stack)

    def _connect(self) -> None:
        self._parts.selection.changed.connect(self._select)
        self._timer.timeout.connect(self._tick)
        self._patience.timeout.connect(lambda: self._stack.setCurrentWidget(self._loading))
        self._asking.answered.connect(self._take)
        self._asking.failed.connect(self._fail)
        self.bar.pressed.connect(self._act)
        self.tray.emptied.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.acts.said.connect(self._sheet.say)
        self.handing.said.connect(self._sheet.say)
        self.body.handing.wanted.connect(lambda name: self._with_view(lambda view: self.handing.open(name, view)))
        self.acts.opened.connect(self._open)
        self.acts.revealed.connect(self._reveal)
        self.header.priority_wanted.connect(lambda: self._with_view(self.acts.choose_priority))
        self.header.category_wanted.connect(lambda: self._with_view(self.acts.choose_category))
        self.header.doubt_wanted.connect(lambda: self._with_view(self.acts.doubts.ask))
        self.header.suggestion_taken.connect(lambda: self._with_view(self.acts.take_suggestion))
        self.header.menu_wanted.connect(self._open_menu)
        self.header.take_over_wanted.connect(lambda: self._with_view(self.acts.take_over))

    def _connect_body(self) -> None:
        body = self.body
        for source in (body.assignments, body.forwards, body.handing, body.ticks):
            source.decided.connect(lambda act: self._with_view(lambda view: self.acts.decide(act, view)))
        body.callback.try_wanted.connect(lambda: self._with_view(self.acts.endings.ring_back))
        body.text.open_wanted.connect(lambda: self._with_view(self.acts.look_sensitive))
        body.reporter.look_wanted.connect(lambda: self._with_view(self.acts.look_identity))
        body.reporter.safe_ticked.connect(self._tick_safe)
        body.standing.wanted.connect(lambda op: self._with_view(lambda view: self.standing.open(op, view)))
        for other in (body.similar, body.merged, body.merged_away):
            other.chosen.connect(self.report_chosen)
        body.similar.merge_wanted.connect(lambda each: self._with_view(lambda v: self.acts.merging.merge_with(v, each)))
        body.similar.attach_wanted.connect(lambda _each: self._with_view(self.acts.merging.attach))
        for merged in (body.merged, body.merged_away):
            merged.split_wanted.connect(self.acts.merging.split)
        body.merged.tell_wanted.connect(lambda: self._with_view(self.acts.merging.tell))
        body.advice.agency_chosen.connect(
            lambda agency_id: self._with_view(lambda view: self.acts.forward(view, agency_id))
        )
        body.advice.pointed.connect(self.unit_pointed)
        body.advice.stack_wanted.connect(
            lambda unit_id: self._with_view(
                lambda view: self.acts.sending.dispatch(view, (unit_id,), after_current=True)
            )
        )
        body.advice.hour_wanted.connect(
            lambda: self._with_view(lambda view: self.acts.sending.schedule(view, body.advice.picked))
        )
        body.advice.picks_changed.connect(self.suggested)
        body.files.chosen.connect(self._show_file)
        body.files.add_wanted.connect(lambda: self._with_view(lambda view: self.acts.files.choose(view, self.window())))
        body.files.dropped.connect(lambda files: self._with_view(lambda view: self.acts.files.attach(view, files)))
        body.files.measured.connect(self._sheet.elsewhere.take_photo)
        body.files.read.connect(self._claims.take_facts)
        body.place.correct_wanted.connect(lambda: self._with_view(self.acts.places.open))
        body.nearby.photo_wanted.connect(self._show_file)
        body.nearby.withdraw_wanted.connect(
            lambda ask_id: self._with_view(lambda view: self.acts.nearby.withdraw(view, ask_id))
        )
        body.nearby.file_wanted.connect(lambda said: self._with_view(lambda view: self.acts.nearby.file(view, said)))
        body.hazards.ended.connect(lambda flag: self._with_view(lambda view: self.acts.hazards.take_down(view, flag)))

    def _select(self, report_id: str) -> None:
        self._view = None
        self._asking.close()
        self.viewing.leave()
        self.body.reporter.cover()
        self.tray.clear()
        self._sheet.say("")
        self._parts.presence.look_at(report_id)
        self.bar.show_view(None)
        self.suggested.emit(())
        if not report_id:
            self._timer.stop()
            self._patience.stop()
            self._stack.setCurrentWidget(self._empty)
            return
        self._timer.start()
        self._patience.start()
        self._asking.ask()

    def _take(self, view: CaseView | None) -> None:
        self._patience.stop()
        if view is None:
            self._view = None
            self.bar.show_view(None)
            self._stack.setCurrentWidget(self._gone)
            return
        first = self._view is None
        self._view = view
        self._render(view)
        self.viewing.take(view)
        if first:
            self._sheet.to_top()
        self._stack.setCurrentWidget(self._sheet)
        self._open_again(view)
        self.shown.emit(view.report.id)

    def _open_again(self, view: CaseView) -> None:
        again, self._again = self._again, None
        if again is not None and again[0] == view.report.id:
            self.acts.write_again(view, again[1], again[2])

    def _fail(self, fault: Fault) -> None:
        self._sheet.say(fault_words(fault))

    def _render(self, view: CaseView) -> None:
        actor = self._parts.book.actor()
        self.header.show_view(view, self._lookers(view))
        self._claims.show_view(view)
        self.body.show_view(view, ZoneInfo(view.zone), self._parts.book.now())
        self._sheet.elsewhere.show_view(view)
        self.bar.show_view(view, supervisor=actor is not None and actor.role is Role.SUPERVISOR)

    def _lookers(self, view: CaseView) -> tuple[str, ...]:
        return self._parts.presence.looking().get(view.report.id, ())

    def _tick(self) -> None:
        view = self._view
        if view is None or not self.isVisible():
            return
        now: datetime = self._parts.book.now()
        self.body.tick(now)
        self.header.show_lookers(self._lookers(view))
        self._ticks += 1
        if self._ticks % FRESH_S == 0:
            self._asking.ask()
        self._mark_read(view)

    def _mark_read(self, view: CaseView) -> None:
        """Once for each thing that came, when its holder had the time to read it."""
        seen = (view.report.id, view.report.revision)
        if not (view.report.unread and view.mine) or self._read_version == seen:
            return
        if self._parts.selection.stood_ms > READ_AFTER_MS:
            self._read_version = seen
            self._parts.deciding.decide(acts.MarkRead(), view.report.id)

    def _act(self, verb: Verb) -> None:
        self._with_view(lambda view: self._keys.act(verb, view))

    def _open_menu(self, under: QWidget) -> None:
        actor = self._parts.book.actor()
        self._with_view(lambda view: open_case_menu(self.acts, self.handing, view, under, actor))

    def _with_view(self, act: Callable[[CaseView], object]) -> None:
        if self._view is not None:
            act(self._view)

    def _tick_safe(self, safe: bool) -> None:
        self._with_view(lambda view: self.acts.decide(acts.SetSafeToContact(safe=safe), view))

    def _open(self, report_id: str) -> None:
        if report_id == self._parts.selection.report_id:
            self._asking.open(report_id)

    def _reveal(self, revealed: Revealed) -> None:
        self.body.reporter.reveal(revealed)
        if self._view is not None:
            self.body.reporter.show_view(self._view)

    def _show_file(self, place: int) -> None:
        self._with_view(lambda view: self.viewing.open(view, place))
