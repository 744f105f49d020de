"""Merging at a case: which other, splitting off, large incidents, one message to all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.desk.case import CaseView
from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.merging import into_of, merging_of
from console.domain.duplicates import Candidate
from console.domain.errors import Fault
from console.domain.merging import MAX_TITLE
from console.domain.queue_row import QueueRow
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.confirm_strip import ConfirmStrip
from console.ui.case.ending_acts import Decide
from console.ui.case.merge_words import candidate_words, effect_words, matter_words
from console.ui.case.parts import CaseParts
from console.ui.case.similar_list import attach_offer
from console.ui.case.tray import Tray
from console.ui.deciding import NotDone
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words
from console.ui.widgets.spoken import Words

_ANOTHER = "?"


class MergeActs(QObject):
    """One method per thing a person may do about reports that belong together."""

    def __init__(
        self,
        parts: CaseParts,
        tray: Tray,
        decide: Decide,
        say: Callable[[str], None],
        fault: Callable[[Fault], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._tray, self._decide = parts, tray, decide
        self._say, self._fault = say, fault

    def merge(self, view: CaseView) -> None:
        """Merge with the likeliest, or choose; every merge passes the confirm strip."""
        if not view.similar:
            self._ask_number(view)
            return
        choices = tuple((each.report_id, candidate_words(each)) for each in view.similar)
        another = (_ANOTHER, translate("merging", "Another case…"))
        self._tray.open(
            ChoiceStrip(
                lambda: translate("merging", "Merge {number} with").format(number=view.report.number),
                (*choices, another),
                lambda chosen: self._chosen(view, chosen),
                columns=1,
            )
        )

    def merge_with(self, view: CaseView, candidate: Candidate) -> None:
        """Ask once more, then merge the case with this one."""
        self._confirm(view, candidate.report_id, candidate.number, candidate.category, candidate.priority)

    def merge_named(self, view: CaseView, number: str) -> None:
        """Ask once more, then merge the case with the one of this number."""
        self._parts.background.ask(
            self, lambda: self._parts.book.numbered(number, view.report.id), self._take_found(view, number),
            self._fault, topic="tray",
        )  # fmt: skip

    def attach(self, view: CaseView) -> str:
        """Add the case to the large incident near it, at once; one merged away opens its parent. '' or why not."""
        into = into_of(view.report)
        if into is not None:
            self._parts.selection.select(into.report_id)
            return ""
        offered = attach_offer(view.similar)
        if offered is not None and not view.report.ended:
            self._decide(acts.AddToIncident(into_id=offered.report_id), view, on_seen=True)
            return ""
        kept = next((each.matter for each in view.similar if each.matter is not None), None)
        return matter_words(kept) if kept is not None else translate("merging", "No large incident is near.")

    def split(self, report_id: str) -> None:
        """Split a report off again: it comes back into the queue."""
        self._decide_on(acts.SplitCase(), report_id)

    def make_incident(self, view: CaseView) -> None:
        """Make it a large incident: first its title, then who leads it."""
        earlier = merging_of(view.report).incident
        actor = self._parts.book.actor()
        lead = earlier.lead if earlier is not None else actor.name if actor is not None else ""
        title = earlier.title if earlier is not None else self._likely_title(view)

        def then_lead(title: str) -> None:
            self._short(
                lambda: translate("merging", "Who leads “{title}”?").format(title=title),
                lambda name: self._decide(acts.MakeIncident(title=title[:MAX_TITLE], lead=name[:MAX_TITLE]), view),
                lambda: translate("merging", "Make it a large incident"),
                lead,
                hint=lambda: translate("merging", "One lead; every desk sees the name."),
            )

        self._short(
            lambda: translate("merging", "Title of the large incident"),
            then_lead,
            lambda: translate("merging", "Next"),
            title,
            hint=lambda: translate("merging", "Reports near it are then offered to be added with one key (I)."),
        )

    def end_incident(self, view: CaseView) -> None:
        """No large incident any more; what was merged stays merged."""
        self._decide(acts.EndIncident(), view)

    def tell(self, view: CaseView) -> None:
        """Write one message to the reporters of the case and of all that was merged into it."""
        merging = merging_of(view.report)
        known = 1 + len(merging.children)
        reached = int(view.report.reporter.reachable) + sum(child.reachable for child in merging.children)

        def hint() -> str:
            return translate(
                "merging", "{reached} of {known} reporters can be reached; sensitive reports are left out."
            ).format(reached=reached, known=known)

        self._tray.open(
            Composer(
                lambda: translate("merging", "Message to all reporters of {number}").format(number=view.report.number),
                lambda text: self._decide(acts.TellReporters(text=text), view),
                button=lambda: translate("case", "Send"),
                hint=hint,
                ready=(
                    translate("merging", "Officers are on the scene. Thank you for your report."),
                    translate("merging", "Please keep away from the place."),
                    translate("merging", "It has been dealt with. Thank you for your report."),
                ),
            )
        )

    def _likely_title(self, view: CaseView) -> str:
        return " ".join(part for part in (category_word(view.report.category), view.report.place.area_name) if part)

    def _chosen(self, view: CaseView, report_id: str) -> None:
        candidate = next((each for each in view.similar if each.report_id == report_id), None)
        if candidate is None:
            self._ask_number(view)
        else:
            self.merge_with(view, candidate)

    def _ask_number(self, view: CaseView) -> None:
        self._short(
            lambda: translate("merging", "Merge {number} into which case?").format(number=view.report.number),
            lambda tail: self.merge_named(view, tail),
            lambda: translate("merging", "Next"),
            "",
            hint=lambda: translate("merging", "The end of its number is enough."),
        )

    def _take_found(self, view: CaseView, tail: str) -> Callable[[tuple[QueueRow, ...]], None]:
        def take(rows: tuple[QueueRow, ...]) -> None:
            if len(rows) == 1:
                row = rows[0]
                self._confirm(view, row.id, row.number, row.category, row.priority)
            elif rows:
                self._say(translate("merging", "Several cases end in {tail}: type more of it.").format(tail=tail))
            else:
                self._say(translate("merging", "No open case ends in {tail}.").format(tail=tail))

        return take

    def _confirm(self, view: CaseView, other_id: str, number: str, category: str, priority: int) -> None:
        """Where units are on their way already, work goes on there: then the other one is merged into this."""
        mine = view.report
        here = any(assignment.open for assignment in view.assignments)
        child, into = (number, mine.number) if here else (mine.number, number)
        rises = min(priority, mine.priority)
        rises_to = rises if rises < (mine.priority if here else priority) else 0
        waiting = () if here else tuple(order.call_sign for order in mine.waiting_orders)
        act: Act = acts.MergeCase(into_id=mine.id if here else other_id)

        def confirmed() -> None:
            if here:
                self._decide_on(act, other_id)
            else:
                self._decide(act, view, on_seen=True)

        def title() -> str:
            words = translate("merging", "Merge {child} into {into} ({category})?")
            return words.format(child=child, into=into, category=category_word(category))

        self._tray.open(
            ConfirmStrip(
                title,
                lambda: effect_words(child, into, rises_to=rises_to, waiting=waiting),
                lambda: translate("merging", "Merge"),
                confirmed,
            )
        )

    def _short(self, title: Words, submit: Callable[[str], None], button: Words, draft: str, *, hint: Words) -> None:
        self._tray.open(Composer(title, submit, button=button, hint=hint, short=True, draft=draft))

    def _decide_on(self, act: Act, report_id: str) -> None:
        """Decide on a report that is not the one shown."""
        self._say("")
        card = self._tray.card

        def answered(_done: object) -> None:
            if card is not None and self._tray.card is card:
                self._tray.close_answered()

        self._parts.deciding.decide(act, report_id, then=answered, refused=self._refused)

    def _refused(self, refused: NotDone) -> None:
        if refused.refusal is not None:
            self._say(refusal_words(refused.refusal))
        elif refused.fault is not None:
            self._fault(refused.fault)
