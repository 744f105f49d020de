"""The case pane: head, body, questions and the decision bar of the selected report.

Why so long: it places every part of the case and connects each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.desk.identity import Revealed
from console.domain import acts
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.person import Role
from console.ui import theme
from console.ui.attachments.viewer import Viewer
from console.ui.case.case_acts import CaseActs
from console.ui.case.case_asking import CaseAsking
from console.ui.case.case_body import CaseBody
from console.ui.case.case_header import CaseHeader
from console.ui.case.case_menu import open_case_menu
from console.ui.case.decision_bar import DecisionBar
from console.ui.case.parts import CaseParts
from console.ui.case.tray import Tray
from console.ui.case.verbs import BY_KEY, Verb
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.widgets.panel import Panel
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget
from console.ui.widgets.states import EmptyState, LoadingState

FRESH_S = 5
"""Advice and ages are asked anew so often while a case is shown: units move."""

PATIENCE_MS = 120
"""A case not there after so long shows that it is being read; quicker ones come without a flicker."""

READ_AFTER_MS = 1500
"""An unread answer counts as read once its holder had the case before him for so long."""


class CasePane(Panel):
    """Signals: `suggested(unit ids)` for the map, `unit_pointed(id)`, `report_chosen(id)`."""

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
        self._viewer: Viewer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_widget(self, lambda: translate("case", "Case"))
        self.header, self.body = CaseHeader(), CaseBody(parts)
        self.tray, self.bar = Tray(), DecisionBar()
        self.acts = CaseActs(parts, self.tray, self)
        self._asking = CaseAsking(parts, self)
        self._said = SafeLabel(role="warn", wrap=True)
        self._said.setVisible(False)
        self._build()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._stack.setCurrentWidget(self._loading))
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
        report_id = self._parts.selection.report_id
        if report_id and (changes.everything or report_id in changes.reports or changes.units or changes.agencies):
            self._asking.ask()

    def press(self, letter: str, report_id: str, shift: bool = False) -> None:
        """A guarded letter key; it acts only on the case that is shown."""
        view = self._view
        verb = BY_KEY.get(letter)
        if view is None or view.report.id != report_id:
            return
        if letter in "PC" and not view.report.ended:
            self._choose(letter, view)
        elif letter == "N":
            self.acts.note(view)
        elif verb is not None:
            why = self.bar.press(verb) if not shift else self._press_shifted(verb, view)
            self._say(translate("case", "not there yet") if why == "-" else why)

    def cover(self) -> None:
        """Hide everything at once: lock or sign-out."""
        self._asking.cover()
        self._patience.stop()
        self.body.reporter.cover()
        self.body.files.clear()
        self.tray.clear()
        if self._viewer is not None:
            self._viewer.close()
        self._view = None
        self.bar.show_view(None)
        self._stack.setCurrentWidget(self._empty)

    def stop(self) -> None:
        """End timers and subscriptions, before the desk closes."""
        self._timer.stop()
        self._patience.stop()
        self.body.files.stop()
        if self._viewer is not None:
            self._viewer.close()
            self._viewer.stop()

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

    def _build(self) -> None:
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
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, theme.px(14), 0, theme.px(12))
        rows.setSpacing(theme.px(8))
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        head.addWidget(self.header)
        rows.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.body)
        rows.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        foot.setSpacing(theme.px(8))
        for widget in (self.tray, self._said, self.bar):
            foot.addWidget(widget)
        rows.addLayout(foot)
        self._stack = QStackedWidget()
        self._whole = whole
        for page in (self._empty, self._loading, self._gone, whole):
            self._stack.addWidget(page)
        self.rows.addWidget(self._stack)

    def _connect(self) -> None:
        self._parts.selection.changed.connect(self._select)
        self._asking.answered.connect(self._take)
        self._asking.failed.connect(self._fail)
        self.bar.pressed.connect(self._act)
        self.tray.emptied.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        self.acts.said.connect(self._say)
        self.acts.opened.connect(self._open)
        self.acts.revealed.connect(self._reveal)
        body = self.body
        for source in (body.assignments, body.forwards):
            source.decided.connect(lambda act: self._with_view(lambda view: self.acts.decide(act, view)))
        body.text.open_wanted.connect(lambda: self._with_view(self.acts.look_sensitive))
        body.reporter.look_wanted.connect(lambda: self._with_view(self.acts.look_identity))
        body.reporter.safe_ticked.connect(self._tick_safe)
        body.similar.chosen.connect(self.report_chosen)
        body.advice.agency_chosen.connect(
            lambda agency_id: self._with_view(lambda view: self.acts.forward(view, agency_id))
        )
        body.advice.pointed.connect(self.unit_pointed)
        body.advice.picks_changed.connect(self.suggested)
        body.files.chosen.connect(self._show_file)
        self.header.priority_wanted.connect(lambda: self._with_view(self.acts.choose_priority))
        self.header.category_wanted.connect(lambda: self._with_view(self.acts.choose_category))
        self.header.menu_wanted.connect(
            lambda widget: self._with_view(
                lambda view: open_case_menu(self.acts, view, widget, self._parts.book.actor())
            )
        )

    def _select(self, report_id: str) -> None:
        self._view = None
        self._asking.close()
        self.body.reporter.cover()
        self.tray.clear()
        self._say("")
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
        if first:
            self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._whole)
        self.shown.emit(view.report.id)

    def _fail(self, fault: Fault) -> None:
        self._say(fault_words(fault))

    def _render(self, view: CaseView) -> None:
        now = self._parts.book.now()
        actor = self._parts.book.actor()
        self.header.show_view(view, self._lookers(view))
        self.body.show_view(view, ZoneInfo(view.zone), now)
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
        view = self._view
        if view is None:
            return
        doing: dict[str, Callable[[CaseView], None]] = {
            "claim": self.acts.claim,
            "contact": self.acts.ask_reporter,
            "dispatch": lambda view: self.acts.dispatch(view, self.body.advice.picked),
            "forward": self.acts.forward,
            "junk": self.acts.junk,
            "close": self.acts.close,
            "approve": lambda view: self.acts.decide(acts.ApproveCase(), view),
            "return": self.acts.return_case,
            "reopen": lambda view: self.acts.decide(acts.ReopenCase(), view),
        }
        doing[verb.id](view)

    def _press_shifted(self, verb: Verb, view: CaseView) -> str:
        key = self.bar.key(verb)
        if verb.id not in ("dispatch", "junk") or not key.alive:
            return key.why_not
        if verb.id == "dispatch":
            self.acts.search_units(view)
        else:
            self.acts.choose_junk(view)
        return ""

    def _choose(self, letter: str, view: CaseView) -> None:
        if letter == "P":
            self.acts.choose_priority(view)
        else:
            self.acts.choose_category(view)

    def _open_menu(self, under: QWidget) -> None:
        actor = self._parts.book.actor()
        self._with_view(lambda view: open_case_menu(self.acts, view, under, actor))

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
        view = self._view
        if view is None:
            return
        if self._viewer is None:
            self._viewer = Viewer(self._parts.attachments, self._parts.background, self)
        self._viewer.show_files(view.report, place, ZoneInfo(view.zone))

    def _say(self, words: str) -> None:
        self._said.say(words)
        self._said.setVisible(bool(words))
