"""Turns keys and buttons of a case into decisions, asking what they still need.

Why so long: one short function per key of the decision bar.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from console.desk.case import CaseView
from console.desk.decide import Refused
from console.desk.identity import Revealed
from console.domain import acts
from console.domain.acts import Act
from console.domain.agency import Agency, Site
from console.domain.category import CATEGORIES
from console.domain.errors import Fault
from console.domain.outcome import JUNK_OUTCOMES
from console.ui.background import Background
from console.ui.case.attaching_acts import AttachingActs
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.doubt_acts import DoubtActs
from console.ui.case.ending_acts import EndingActs, left_words
from console.ui.case.handbook_acts import HandbookActs
from console.ui.case.hazard_acts import HazardActs
from console.ui.case.merge_acts import MergeActs
from console.ui.case.parts import CaseParts
from console.ui.case.place_acts import PlaceActs
from console.ui.case.suggestion_words import danger_words
from console.ui.case.tray import Tray, TrayCard
from console.ui.case.words import outcome_word
from console.ui.deciding import Done, NotDone
from console.ui.dispatch.sending_acts import SendingActs
from console.ui.evidence.evidence_acts import EvidenceActs
from console.ui.forwarding.file_choices import choices_for
from console.ui.forwarding.forward_card import ForwardCard
from console.ui.nearby.nearby_acts import NearbyActs
from console.ui.texts.cases import category_word, priority_word
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.spoken import Words


class CaseActs(QObject):
    """One method per verb; `said(words)` tells the pane what to show in place, `opened` that content was looked at."""

    said = Signal(str)
    opened = Signal(str)
    revealed = Signal(object)

    def __init__(self, parts: CaseParts, tray: Tray, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._tray = parts, tray
        self.merging = MergeActs(parts, tray, self.decide, self.said.emit, self._fault, self)
        self.sending = SendingActs(parts, tray, self._fault, self)
        self.sending.said.connect(self.said)
        self.endings = EndingActs(parts, tray, self.decide, self.said.emit, self)
        self.hazards = HazardActs(tray, self.decide, self)
        self.doubts = DoubtActs(tray, self.decide, self.said.emit, self)
        self.files = AttachingActs(parts, self.said.emit, self._fault, self)
        self.places = PlaceActs(parts, tray, self.decide, self)
        self.nearby = NearbyActs(parts, tray, self.decide, self.said.emit, self._fault, self)
        self.handbook = HandbookActs(parts, tray, self.decide, self.endings, self._fault, self)
        # A document's copy or a case file takes as long as it has pages: the case under the hand never waits for it.
        self.copying = Background(self, threads=1)
        self.evidence = EvidenceActs(parts, self.copying, tray, self.said.emit, self)

    def stop(self) -> None:
        """End what is being copied, before the desk closes."""
        self.copying.stop()

    def decide(self, act: Act, view: CaseView, *, on_seen: bool = False, answers: tuple[str, ...] = ()) -> None:
        """Decide on the case shown; `on_seen`: only on the version shown; `answers` are refused ones it settles."""
        if isinstance(act, acts.DispatchUnits):
            self.sending.decide(act, view)
            return
        self.said.emit("")
        card = self._tray.card
        self._parts.deciding.decide(
            act,
            view.report.id,
            expected_version=view.report.version if on_seen else None,
            answers=answers,
            then=lambda _done: self._answered(card),
            refused=self._refused,
        )

    def claim(self, view: CaseView) -> None:
        """Take the case; from a holder fallen silent only with a reason."""
        claim = view.report.claim
        if claim is None or view.mine or not claim.lapsed:
            self.decide(acts.ClaimCase(), view)
            return
        self._compose(
            lambda: translate("case", "Take {number} over from {holder}: why?").format(
                number=view.report.number, holder=one_line(claim.holder_name)
            ),
            lambda text: self.decide(acts.ClaimCase(reason=text), view, on_seen=True),
            button=lambda: translate("case", "Take over"),
            hint=lambda: translate("case", "Nothing was heard of the holder. The reason is recorded."),
            ready=(
                translate("case", "The holder cannot be reached"),
                translate("case", "The console of the holder is down"),
                translate("case", "It cannot wait"),
            ),
            short=True,
        )

    def ask_reporter(self, view: CaseView) -> None:
        """Write a question; it goes through the channel he used."""
        ready = (
            translate("case", "Where exactly are you?"),
            translate("case", "Is anybody hurt?"),
            translate("case", "Are you safe now?"),
            translate("case", "Can you send a photo?"),
        )
        self._compose(
            lambda: translate("case", "Question to the reporter"),
            lambda text: self.decide(acts.AskReporter(text=text), view),
            button=lambda: translate("case", "Send"),
            ready=ready,
        )

    def note(self, view: CaseView) -> None:
        """Write a note for colleagues."""
        self._compose(
            lambda: translate("case", "Note for colleagues"),
            lambda text: self.decide(acts.AddNote(text=text), view),
            button=lambda: translate("case", "Add"),
            hint=lambda: translate("case", "It never leaves the center."),
        )

    def dispatch(self, view: CaseView, unit_ids: tuple[str, ...]) -> None:
        """Send the ticked units at once; without any, search."""
        self.sending.dispatch(view, unit_ids)

    def search_units(self, view: CaseView) -> None:
        """Choose any unit by name."""
        self.sending.search_units(view)

    def forward(self, view: CaseView, agency_id: str = "") -> None:
        """Open the card that shows exactly what leaves."""
        book = self._parts.book
        likely = agency_id or (view.agencies[0].agency.id if view.agencies else "")

        def open_card(asked: tuple[Site, tuple[Agency, ...]]) -> None:
            site, agencies = asked
            card = ForwardCard(
                view.report, site, agencies, lambda act: self.decide(act, view, on_seen=True), agency_id=likely,
                files=partial(choices_for, view, self._parts, site, self.copying),
            )  # fmt: skip
            self._tray.open(card)

        self._parts.background.ask(
            self, lambda: (book.site(), book.agencies_for(view.report)), open_card, self._fault, topic="tray"
        )

    def junk(self, view: CaseView, outcome: str = JUNK_OUTCOMES[0]) -> None:
        """Dispose of it; a word of danger to life asks once more."""
        danger = " ".join(part for part in (danger_words(view), left_words(view, self._parts.book.now())) if part)
        act = acts.JunkCase(outcome=outcome)
        if not danger:
            self.decide(act, view, on_seen=True)
            return
        effect = translate("case", "Disposed of as {kind}, it leaves the queue for good.")
        self._tray.open(
            ConfirmStrip(
                lambda: translate("case", "Dispose of {number} all the same?").format(number=view.report.number),
                f"{danger} {effect.format(kind=outcome_word(outcome))}",
                lambda: translate("case", "Dispose of it"),
                lambda: self.decide(act, view, on_seen=True),
                tone="danger",
            )
        )

    def choose_junk(self, view: CaseView) -> None:
        """Choose another kind of junk."""
        choices = tuple((outcome, partial(outcome_word, outcome)) for outcome in JUNK_OUTCOMES)
        self._tray.open(
            ChoiceStrip(
                lambda: translate("case", "Dispose of {number} as").format(number=view.report.number),
                choices,
                lambda outcome: self.junk(view, outcome),
                columns=3,
            )
        )

    def close(self, view: CaseView) -> None:
        """Choose how it ended, from the center's list."""
        self.endings.close(view)

    def close_as(self, view: CaseView, outcome: str) -> None:
        """End it with this outcome; what that needs is asked first."""
        self.endings.close_as(view, outcome)

    def choose_priority(self, view: CaseView) -> None:
        """Choose 1 .. 4."""
        choices = tuple((str(priority), partial(priority_word, priority)) for priority in (1, 2, 3, 4))
        self._tray.open(
            ChoiceStrip(
                lambda: translate("case", "Priority of {number}").format(number=view.report.number),
                choices,
                lambda chosen: self.decide(acts.SetPriority(priority=int(chosen)), view),
            )
        )

    def choose_category(self, view: CaseView) -> None:
        """Choose a category by a click, or by Tab and blank."""
        choices = tuple((category, partial(category_word, category)) for category in CATEGORIES)
        self._tray.open(
            ChoiceStrip(
                lambda: translate("case", "Category of {number}").format(number=view.report.number),
                choices,
                lambda chosen: self.decide(acts.SetCategory(category=chosen), view),
            )
        )

    def take_suggestion(self, view: CaseView) -> None:
        """Let stand what the words of the text suggest: category, priority, or one after the other."""
        found = view.suggestion
        if found is None or not found.differs:
            return
        if found.category and found.priority:
            self._parts.deciding.decide(
                acts.SetCategory(category=found.category),
                view.report.id,
                then=lambda _done: self.decide(acts.SetPriority(priority=found.priority), view),
                refused=self._refused,
            )
        elif found.category:
            self.decide(acts.SetCategory(category=found.category), view)
        else:
            self.decide(acts.SetPriority(priority=found.priority), view)

    def break_claim(self, view: CaseView) -> None:
        """Take it off its holder, with a reason (supervisor)."""
        self._compose(
            lambda: translate("case", "Take {number} off its holder").format(number=view.report.number),
            lambda text: self.decide(acts.BreakClaim(reason=text), view),
            button=lambda: translate("case", "Take it off"),
            hint=lambda: translate("case", "The reason is recorded."),
            short=True,
        )

    def take_over(self, view: CaseView) -> None:
        """Take it off its holder and claim it, with one reason (from a silent one anybody, else a supervisor)."""
        claim = view.report.claim
        if claim is None or claim.lapsed:
            self.claim(view)
            return

        def break_then_claim(reason: str) -> None:
            card = self._tray.card
            self._parts.deciding.decide(
                acts.BreakClaim(reason=reason),
                view.report.id,
                then=lambda _done: self._claim_after(card, view),
                refused=self._refused,
            )

        self._compose(
            lambda: translate("case", "Take {number} over from {holder}: why?").format(
                number=view.report.number, holder=one_line(claim.holder_name)
            ),
            break_then_claim,
            button=lambda: translate("case", "Take over"),
            hint=lambda: translate("case", "{holder} will read it, and it is recorded.").format(
                holder=one_line(claim.holder_name)
            ),
            short=True,
        )

    def write_again(self, view: CaseView, act: Act, refused_id: str) -> None:
        """Write a refused text anew; sending it settles the refusal."""
        asks = isinstance(act, acts.AskReporter)
        if not isinstance(act, acts.AskReporter | acts.AddNote):
            return

        def send(text: str) -> None:
            made: Act = acts.AskReporter(text=text) if asks else acts.AddNote(text=text)
            self.decide(made, view, answers=(refused_id,))

        question, note = translate("case", "Question to the reporter"), translate("case", "Note for colleagues")
        send_word = translate("case", "Send")
        self._tray.open(Composer(question if asks else note, send, button=send_word, draft=act.text))

    def return_case(self, view: CaseView) -> None:
        """Give it back to the operator with a note (supervisor)."""
        self._compose(
            lambda: translate("case", "Return {number} to the operator").format(number=view.report.number),
            lambda text: self.decide(acts.ReturnCase(note=text), view),
            button=lambda: translate("case", "Return"),
            hint=lambda: translate("case", "The operator reads this note on the case."),
        )

    def look_sensitive(self, view: CaseView) -> None:
        """Open text and files of a sensitive case, after a reason."""

        def look(reason: str) -> None:
            self._parts.deciding.decide(
                acts.Look(what="sensitive", reason=reason),
                view.report.id,
                then=lambda done: self._looked(done),
                refused=self._refused,
            )

        self._ask_reason(lambda: translate("case", "Open the sensitive content: why?"), look)

    def look_identity(self, view: CaseView) -> None:
        """Show who reported, after a reason."""

        def take(answer: Revealed | Refused) -> None:
            if isinstance(answer, Refused):
                self.said.emit(refusal_words(answer.refusal))
                return
            self._tray.clear()
            self.revealed.emit(answer)

        def look(reason: str) -> None:
            self._parts.background.ask(
                self, lambda: self._parts.identities.reveal(view.report.id, reason), take, self._fault
            )

        self._ask_reason(lambda: translate("case", "See the reporter's identity: why?"), look)

    def _ask_reason(self, title: Words, look: Callable[[str], None]) -> None:
        ready = (
            translate("case", "To help the reporter"),
            translate("case", "To check the report"),
            translate("case", "A unit on the way asks"),
        )
        self._compose(
            title,
            look,
            button=lambda: translate("case", "Open"),
            hint=lambda: translate("case", "Your name, the time and this reason are recorded."),
            ready=ready,
            short=True,
        )

    def _compose(
        self,
        title: Words,
        submit: Callable[[str], None],
        *,
        button: Words,
        hint: Words = "",
        ready: tuple[str, ...] = (),
        short: bool = False,
    ) -> None:
        self._tray.open(Composer(title, submit, button=button, hint=hint, ready=ready, short=short))

    def _claim_after(self, card: TrayCard | None, view: CaseView) -> None:
        self._answered(card)
        self.decide(acts.ClaimCase(), view)

    def _answered(self, card: TrayCard | None) -> None:
        """Close the card that asked; one opened since stays with what is written in it."""
        if card is not None and self._tray.card is card:
            self._tray.close_answered()

    def _looked(self, done: Done) -> None:
        self._tray.close_answered()
        self.opened.emit(done.report_id)

    def _refused(self, refused: NotDone) -> None:
        if refused.refusal is not None:
            self.said.emit(refusal_words(refused.refusal))
        elif refused.fault is not None:
            self._fault(refused.fault)

    def _fault(self, fault: Fault) -> None:
        self.said.emit(fault_words(fault))
