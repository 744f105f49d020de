"""The form of a call: kept with every letter, filed with Ctrl+Enter, open afterwards.

Why so long: one call's way from the first letter to the number read out is followed here from end to end.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from console.desk.call_form import CallForm, without_area
from console.desk.call_taking import CallerHistory, CallTaking
from console.desk.filing import LATE_AFTER, Filed
from console.desk.places import PlaceFound
from console.desk.received_at import read_received_at
from console.domain.answer import StandardAnswer
from console.domain.duplicates import Candidate
from console.domain.errors import Fault, StoreFault
from console.domain.hazard import HazardMatch
from console.domain.place import Place, Provenance
from console.domain.report import ReportKind, SourceKind
from console.domain.triage import Triage
from console.ui.background import Background
from console.ui.call_taking.call_answers import CallAnswers
from console.ui.call_taking.call_filing import CallFiling
from console.ui.call_taking.call_sheet import CallSheet
from console.ui.call_taking.words import missing_words, timer_words
from console.ui.deciding import Deciding
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate

_KEPT_AFTER_MS, _ASKED_AFTER_MS = 250, 200
_CALLS = frozenset({SourceKind.CALL_110, SourceKind.CALL_112})


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found out about a form while somebody types."""

    form_id: str
    suggestion: Triage | None
    places: tuple[PlaceFound, ...]
    history: CallerHistory | None
    alike: tuple[Candidate, ...]
    beware: tuple[HazardMatch, ...]


class CallPane(CallSheet):
    """`filed(report id)` once it stands; `left` when a person leaves the form, whose draft stays."""

    filed = Signal(str)
    left = Signal()
    report_chosen = Signal(str)

    def __init__(
        self,
        calls: CallTaking,
        deciding: Deciding,
        background: Background,
        now: Callable[[], datetime],
        zone: Callable[[], ZoneInfo],
        lane: Background,
    ) -> None:
        """`lane` is a background of one thread: drafts are kept in the order they were typed."""
        super().__init__()
        self._calls, self._background, self._lane = calls, background, lane
        self._now, self._zone = now, zone
        self.form: CallForm | None = None
        self._suggestion: Triage | None = None
        self._place_asked, self._named = "", ("", "")
        self._keeping = QTimer(self, singleShot=True, interval=_KEPT_AFTER_MS)
        self._keeping.timeout.connect(self.keep_now)
        self._asking = QTimer(self, singleShot=True, interval=_ASKED_AFTER_MS)
        self._asking.timeout.connect(self._ask)
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self._tick)
        self._filing = CallFiling(calls, deciding, background, self.card, self)
        self._answers = CallAnswers(
            calls, background, self.tray, lambda: (self.form, self._suggestion), self._fail, self
        )
        self._connect()

    def open(self, form: CallForm, left: tuple[CallForm, ...] = ()) -> None:
        """Show this call; whatever was typed before is a draft by now. `left` are drafts of colleagues."""
        self.keep_now()
        self.tray.clear()
        self.form, self._suggestion, self._named = form, None, (form.phone, form.name)
        self.fields.show_form(form)
        self.beware.show_matches((), self._zone())
        self.fields.drafts.show_left(left, self._zone())
        self._show_filed()
        self._show()
        self._ticking.start()
        self._ask()
        (self.card.take_focus if form.filed_at else self.fields.place.field.line.setFocus)()

    def keep_now(self) -> None:
        """Keep the draft at once: leaving, locking, closing."""
        self._keeping.stop()
        form = self.form
        if form is not None and form.filed_at is None:
            self._lane.ask(self, lambda: self._calls.keep(form), lambda _none: self._say_kept(form), self._fail)

    def stop(self) -> None:
        """End timers; the last letters are kept before this returns, for the console is about to close."""
        form, typed = self.form, self._keeping.isActive()
        if form is not None and typed and form.filed_at is None:
            with suppress(StoreFault):
                self._calls.keep(form)
        for timer in (self._keeping, self._asking, self._ticking):
            timer.stop()

    def cover(self) -> None:
        """Locked: nothing of the call stays on the screen; its draft does."""
        self.keep_now()
        self._ticking.stop()
        self.form = None
        self.tray.clear()
        self.beware.show_matches((), self._zone())
        self.fields.drafts.show_left((), self._zone())
        self.fields.show_form(CallForm(id="", opened_at=self._now()))

    def point(self, lat: float, lon: float) -> None:
        """The map was clicked while the form is open."""
        form = self.form
        if form is None or form.filed_at is not None or not self.isVisible():
            return
        place = without_area(form.place)
        place = replace(place, lat=lat, lon=lon, accuracy_m=None, provenance=Provenance.REPORTER)
        self._change(replace(form, place=place))
        self._background.ask(self, lambda: self._calls.filing.located(place), self._take_located, topic="located")

    def file(self) -> None:
        """File it, if place and category stand."""
        form = self.form
        if form is None or self._filing.busy or form.filed_at is not None or not self.file_button.isEnabled():
            return
        self._keeping.stop()
        self.file_button.setEnabled(False)
        self._filing.file(form, self._suggestion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form and never loses a draft."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.keep_now()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The language changed: say anew what was composed here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.form is not None:
            self._show()

    # Putting together

    def _connect(self) -> None:
        self.file_wanted.connect(self.file)
        self.drop_wanted.connect(self._throw_away)
        self.finish_wanted.connect(self._finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, activated=self.file,  # type: ignore[call-overload]
                      context=Qt.ShortcutContext.WidgetWithChildrenShortcut)  # fmt: skip
        QShortcut(QKeySequence("Ctrl+J"), self, activated=self._answers.open,  # type: ignore[call-overload]
                  context=Qt.ShortcutContext.WidgetWithChildrenShortcut)  # fmt: skip
        self._answers.informed.connect(self._inform)
        self._answers.read_out.connect(self._note_answer)
        self._filing.filed.connect(self._take_filed)
        self._filing.failed.connect(self._take_refused)
        self.tray.emptied.connect(self._refocus)
        fields = self.fields
        fields.answers_wanted.connect(self._answers.open)
        fields.source.chosen.connect(self._take_source)
        fields.place.typed.connect(self._take_place_words)
        fields.place.chosen.connect(self._take_place)
        fields.place.cleared.connect(self._forget_point)
        fields.text_typed.connect(lambda text: self._change_field(text=text))
        fields.matter.category_chosen.connect(lambda category: self._change_field(category=category))
        fields.matter.priority_chosen.connect(lambda priority: self._change_field(priority=priority))
        fields.caller.typed.connect(lambda phone, name: self._change_field(phone=phone, name=name))
        fields.caller.left.connect(self._name_caller)
        fields.caller.report_chosen.connect(self.report_chosen)
        fields.repeats.chosen.connect(self.report_chosen)
        fields.received_typed.connect(self._take_received)
        fields.files.begin(self._calls.attaching, self._background)
        fields.files.changed.connect(lambda files: self._change_field(files=files))
        self.card.said.connect(self._add_line)

    # What a person does

    def _change_field(self, **values: object) -> None:
        form = self.form
        if form is not None and any(getattr(form, name) != value for name, value in values.items()):
            self._change(replace(form, **values))  # type: ignore[arg-type]

    def _change(self, form: CallForm) -> None:
        self.form = form
        self._keeping.start()
        self._asking.start()
        self._show()

    def _take_source(self, chosen: str) -> None:
        source = SourceKind(chosen)
        kind = ReportKind.CALL if source in _CALLS else ReportKind.REPORT
        self._change_field(source_kind=source, kind=ReportKind.ASPIRATION if source is SourceKind.ASPIRATION else kind)

    def _take_place_words(self, words: str) -> None:
        if self.form is not None:
            self._change(replace(self.form, place=replace(self.form.place, words=words)))

    def _take_place(self, found: PlaceFound) -> None:
        if self.form is not None:
            words = self.form.place.words
            bare = words.strip().casefold() in f"{found.name} {found.district} {found.city}".casefold()
            place = replace(found.place, words=found.name if bare or found.kind else words)
            self.fields.place.put_words(place.words)
            self._change(replace(self.form, place=place))
            self.fields.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_point(self) -> None:
        if self.form is not None:
            place = replace(without_area(self.form.place), lat=None, lon=None, accuracy_m=None,
                            provenance=Provenance.UNKNOWN)  # fmt: skip
            self._change(replace(self.form, place=place))

    def _take_located(self, place: Place) -> None:
        form = self.form
        if form is not None and form.filed_at is None and without_area(form.place) == without_area(place):
            self._change(replace(form, place=replace(place, words=form.place.words)))

    def _take_received(self, text: str) -> None:
        at = read_received_at(text, self._now(), self._zone()) if text.strip() else None
        late = at is not None and self._now() - at > LATE_AFTER
        self.fields.show_late(late=late, wrong=bool(text.strip()) and at is None)
        self._change_field(received_at=at)

    def _throw_away(self) -> None:
        """Twice: the second press means it."""
        form = self.form
        if form is None:
            return
        if self.drop_button.property("tone") != "danger":
            self.ask_to_drop(sure=True)
            return
        self.form = None  # or leaving would keep once more what is thrown away
        self._keeping.stop()
        self._lane.ask(self, lambda: self._calls.drop(form), failed=self._fail)
        self._finish()

    def _finish(self) -> None:
        self.keep_now()
        self.form = None
        self._ticking.stop()
        self.left.emit()

    def _name_caller(self) -> None:
        form = self.form
        if form is None or form.filed_at is None or (form.phone, form.name) == self._named:
            return
        self._named = form.phone, form.name
        self._filing.name_caller(form)
        self._ask()

    def _add_line(self, text: str) -> None:
        if self.form is not None:
            self._filing.add_line(self.form, text)

    def _inform(self, answer: StandardAnswer) -> None:
        """An answer was read out, and that is all this call was about."""
        if self.form is not None and not self._filing.busy:
            self._keeping.stop()
            self._filing.inform(self.form, self._suggestion, answer.title)

    def _note_answer(self, answer: StandardAnswer) -> None:
        """It was read out and the call goes on: that stands in the text, or on the case."""
        form, said = self.form, translate("call", "Read out: {title}").format(title=answer.title)
        if form is not None and form.filed_at is not None:
            self._add_line(said)
        elif form is not None:
            self.fields.text.setPlainText(f"{form.text.rstrip()}\n{said}".lstrip())

    # Answers

    def _ask(self) -> None:
        self._asking.stop()
        form, suggestion = self.form, self._suggestion
        if form is None:
            return
        filed = form.filed_at is not None
        searches = not filed and form.place.words != self._place_asked and not _chosen(form.place)
        self._place_asked = form.place.words
        calls = self._calls

        def look() -> _Looked:
            says = calls.suggestion(form) if not filed else suggestion
            places = calls.places(form.place.words) if searches else ()
            alike = calls.duplicates(form, says or suggestion) if not filed else ()
            return _Looked(form.id, says, places, calls.caller(form.phone), alike, calls.beware(form))

        self._background.ask(self, look, lambda found: self._take_looked(found, searched=searches), topic="look")

    def _take_looked(self, found: _Looked, *, searched: bool) -> None:
        form = self.form
        if form is None or form.id != found.form_id:
            return
        self.beware.show_matches(found.beware, self._zone())
        if form.filed_at is not None:
            self.fields.caller.show_history(found.history)
            return
        self._suggestion = found.suggestion
        if searched or _chosen(form.place):
            self.fields.place.show_found(() if _chosen(form.place) else found.places)
        self.fields.caller.show_history(found.history)
        self.fields.repeats.show_alike(found.alike)
        self._show()

    def _take_filed(self, answer: Filed) -> None:
        form = self.form
        self._lane.ask(self, lambda: self._calls.drop(answer.form), failed=self._fail)
        if form is not None and form.id == answer.report_id:
            self._named = form.phone, form.name
            self.form = replace(form, number=answer.number, filed_at=self._now())
            self._show_filed()
            self._show()
            self.card.take_focus()
        self.filed.emit(answer.report_id)

    def _take_refused(self, words: str) -> None:
        self._show()
        self.say(words)

    def _fail(self, fault: Fault) -> None:
        self._take_refused(fault_words(fault))

    def _say_kept(self, form: CallForm) -> None:
        if self.form is not None and self.form.id == form.id:
            self.fields.drafts.show_kept(None if form.empty else self._now(), self._zone())

    def _refocus(self) -> None:
        """The answers are closed: on with the text, or with what the caller says."""
        if self.form is not None:
            (self.card.take_focus if self.form.filed_at else self.fields.text.setFocus)()

    # Showing

    def _show_filed(self) -> None:
        form = self.form
        self.show_filed(form.number if form else "", filed=form is not None and form.filed_at is not None)

    def _show(self) -> None:
        form = self.form
        if form is None:
            return
        self.fields.place.show_place(form.place)
        self.fields.show_matter(form, self._suggestion)
        category, _ = form.chosen(self._suggestion)
        placed = form.place.known or bool(form.place.words.strip()) or form.kind is ReportKind.ASPIRATION
        missing = "" if form.filed_at is not None else missing_words(category, placed=placed)
        self.file_button.setEnabled(not missing and not self._filing.busy)
        self.file_button.tip(missing)
        self.say(missing)
        self.ask_to_drop(sure=False)
        self._tick()

    def _tick(self) -> None:
        form = self.form
        if form is not None:
            self.timer.say(timer_words(form, form.filed_at or self._now()))


def _chosen(place: Place) -> bool:
    """Whether a point or a kelurahan stands, so that the words are no longer searched."""
    return place.known or bool(place.area_code)
