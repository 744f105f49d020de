"""Asks what handing a case on still needs: to whom, which post, what was said, why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from console.desk.case import CaseView
from console.desk.shift import Shift
from console.domain import acts
from console.domain.acts import Act
from console.domain.casework.handing import open_transfer
from console.domain.errors import Fault
from console.domain.handing import TRANSFER_KINDS
from console.domain.load import Colleague, Load
from console.domain.police_area import PoliceAreas
from console.ui.background import Background
from console.ui.case.choice_strip import ChoiceStrip
from console.ui.case.composer import Composer
from console.ui.case.tray import Tray
from console.ui.shift.words import rung_word
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.spoken import Words


class HandingActs(QObject):
    """`open(name, view)` for offer, assign, decline, transfer, accept_transfer, end_transfer, pause."""

    said = Signal(str)

    def __init__(
        self,
        shift: Shift,
        background: Background,
        tray: Tray,
        decide: Callable[[Act, CaseView], None],
        parent: QObject | None = None,
    ) -> None:
        """`decide` makes a decision on the case shown (CaseActs.decide)."""
        super().__init__(parent)
        self._shift, self._background, self._tray, self._decide = shift, background, tray, decide

    def open(self, name: str, view: CaseView) -> None:
        """Ask in the tray what that act needs."""
        asks: dict[str, Callable[[CaseView], None]] = {
            "offer": partial(self._colleagues, assigns=False),
            "assign": partial(self._colleagues, assigns=True),
            "decline": self._decline,
            "transfer": self._transfer,
            "accept_transfer": self._accept_transfer,
            "end_transfer": self._end_transfer,
            "pause": self._pause,
        }
        asks[name](view)

    def _colleagues(self, view: CaseView, *, assigns: bool) -> None:
        def choose(asked: tuple[tuple[Colleague, ...], tuple[Load, ...]]) -> None:
            colleagues, loads = asked
            if not colleagues:
                self.said.emit(translate("case", "Nobody else is at a desk now."))
                return
            held = {load.holder_id: load.held for load in loads}
            by_id = {each.id: each for each in colleagues[:9]}
            choices: tuple[tuple[str, Words], ...] = tuple(
                (each.id, partial(_with_load, each.name, held.get(each.id, 0))) for each in by_id.values()
            )
            self._tray.open(ChoiceStrip(
                partial(_to_whom, view.report.number, assigns=assigns),
                choices,
                lambda chosen: self._decide(_handed(by_id[chosen], assigns=assigns), view),
                hint=lambda: translate("case", "It stays where it is until they accept."),
            ))  # fmt: skip

        self._background.ask(
            self, lambda: (self._shift.colleagues(), self._shift.loads()), choose, self._fault, topic="handing"
        )

    def _transfer(self, view: CaseView) -> None:
        choices: tuple[tuple[str, Words], ...] = tuple((kind, partial(rung_word, kind)) for kind in TRANSFER_KINDS)
        self._tray.open(ChoiceStrip(
            lambda: translate("case", "Pass {number} to which post?").format(number=view.report.number),
            choices,
            partial(self._which_post, view),
            hint=lambda: translate("case", "Ring them first; it stays ours until they accept."),
            columns=3,
        ))  # fmt: skip

    def _which_post(self, view: CaseView, kind: str) -> None:
        if kind.isdigit():
            self._what_was_said(view, kind, kind, kind)
            return

        def ask(areas: PoliceAreas) -> None:
            near = getattr(view.post, kind) if view.post is not None else ""
            names = dict.fromkeys(name for name in (near, *(getattr(post, kind) for post in areas.posts)) if name)
            phones = {post.polsek: post.phone for post in areas.posts}
            self._compose(
                lambda: translate("case", "Which {kind}?").format(kind=rung_word(kind)),
                lambda name: self._what_was_said(view, kind, name, phones.get(name, "")),
                button=lambda: translate("case", "Next"),
                ready=tuple(names)[:6],
            )

        self._background.ask(self, self._shift.areas, ask, self._fault, topic="handing")

    def _what_was_said(self, view: CaseView, kind: str, name: str, phone: str) -> None:
        self._compose(
            lambda: translate("case", "What did you tell {post}?").format(post=one_line(name)),
            lambda text: self._decide(
                acts.TransferCase(kind=kind, name=name, phone=phone, text=text), view
            ),
            button=lambda: translate("case", "Passed on"),
            ready=(translate("case", "Place, what happened and who reports were told by phone"),),
        )

    def _accept_transfer(self, view: CaseView) -> None:
        transfer = open_transfer(view.report)
        if transfer is not None:
            self._compose(
                lambda: translate("case", "Who at {post} accepts it?").format(post=one_line(transfer.name)),
                lambda who: self._decide(acts.AcceptTransfer(transfer_id=transfer.id, accepted_by=who), view),
                button=lambda: translate("case", "Accepted"),
            )

    def _end_transfer(self, view: CaseView) -> None:
        transfer = open_transfer(view.report)
        if transfer is not None:
            self._compose(
                lambda: translate("case", "Why does {post} not take it?").format(post=one_line(transfer.name)),
                lambda why: self._decide(acts.EndTransfer(transfer_id=transfer.id, reason=why), view),
                button=lambda: translate("case", "Record"),
                ready=(translate("case", "Not their area"), translate("case", "Nobody answers")),
            )

    def _decline(self, view: CaseView) -> None:
        self._compose(
            lambda: translate("case", "Decline {number}: why?").format(number=view.report.number),
            lambda why: self._decide(acts.EndOffer(reason=why), view),
            button=lambda: translate("case", "Decline"),
            ready=(translate("case", "My hands are full"), translate("case", "I am leaving the desk")),
        )

    def _pause(self, view: CaseView) -> None:
        self._compose(
            lambda: translate("case", "Stop the clocks of {number}: why?").format(number=view.report.number),
            lambda why: self._decide(acts.PauseClock(reason=why), view),
            button=lambda: translate("case", "Stop them"),
            ready=(
                translate("case", "Waiting for heavy equipment"),
                translate("case", "Road cut off"),
                translate("case", "The reporter asked to wait"),
            ),
        )

    def _compose(
        self, title: Words, submit: Callable[[str], None], *, button: Words, ready: tuple[str, ...] = ()
    ) -> None:
        self._tray.open(Composer(title, submit, button=button, ready=ready, short=True))

    def _fault(self, fault: Fault) -> None:
        self.said.emit(fault_words(fault))


def _handed(to: Colleague, *, assigns: bool) -> Act:
    if assigns:
        return acts.AssignCase(to_id=to.id, to_name=to.name)
    return acts.OfferCase(to_id=to.id, to_name=to.name)


def _with_load(name: str, held: int) -> str:
    return translate("case", "{name} ({n} cases)").format(name=one_line(name), n=held)


def _to_whom(number: str, *, assigns: bool) -> str:
    words = translate("case", "Assign {number} to") if assigns else translate("case", "Hand {number} over to")
    return words.format(number=number)
