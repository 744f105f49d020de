"""A case on its way to other hands, stopped clocks, whose police area: a line each."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.case import CaseView
from console.domain import acts
from console.domain.casework.clock import standing_pause
from console.domain.casework.handing import open_offer, open_transfer
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.times import countdown_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel, restyle


class HandingLine(QFrame):
    """One sentence with at most two buttons; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        self.sentence = SafeLabel(wrap=True)
        row.addWidget(self.sentence, 1)
        self.buttons = (PlainButton(), PlainButton())
        for button in self.buttons:
            row.addWidget(button)
        self.hide()

    def say(self, words: str, tone: str = "", buttons: tuple[str, ...] = ()) -> None:
        """Say a sentence, '' to hide."""
        self.setVisible(bool(words))
        self.sentence.say(words)
        restyle(self, tone=tone)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(buttons))
            button.say(buttons[place] if place < len(buttons) else "")


class HandingLines(QWidget):
    """`decided(act)` for what needs no words; `wanted(name)` for what does (HandingActs)."""

    decided = Signal(object)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(4))
        self._view: CaseView | None = None
        self._offered_to_me = False
        self.outside, self.offer, self.transfer, self.pause = (HandingLine() for _ in range(4))
        for line in (self.outside, self.offer, self.transfer, self.pause):
            rows.addWidget(line)
        self.outside.buttons[0].clicked.connect(lambda *_: self.wanted.emit("transfer"))
        for place, button in enumerate(self.offer.buttons):
            button.clicked.connect(partial(self._press_offer, place))
        self.transfer.buttons[0].clicked.connect(lambda *_: self.wanted.emit("accept_transfer"))
        self.transfer.buttons[1].clicked.connect(lambda *_: self.wanted.emit("end_transfer"))
        self.pause.buttons[0].clicked.connect(lambda *_: self.decided.emit(acts.ResumeClock()))

    def show_view(self, view: CaseView, now: datetime) -> None:
        """Show what stands on a case for the person at this desk."""
        self._view = view
        self._show_outside(view)
        self._show_offer(view)
        pause = None if view.report.ended else standing_pause(view.report)
        words = translate("case", "Clocks stopped by {by}: {reason}")
        said = words.format(by=one_line(pause.by_name), reason=one_line(pause.reason)) if pause else ""
        self.pause.say(said, "warn", (translate("case", "Run on"),) if view.mine else ())
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count the other post's clock on."""
        view = self._view
        if view is None:
            return
        transfer = open_transfer(view.report)
        if transfer is not None and not view.report.ended:
            left = countdown_words((view.transfer_due_at - now).total_seconds()) if view.transfer_due_at else ""
            words = translate("case", "Waiting for {post} ({phone}) · ours until they accept · {left}")
            said = words.format(post=one_line(transfer.name), phone=one_line(transfer.phone) or "—", left=left)
            late = view.transfer_due_at is not None and now > view.transfer_due_at
            accepted, declined = translate("case", "Accepted by…"), translate("case", "Not taken…")
            self.transfer.say(said, "bad" if late else "warn", (accepted, declined))
            return
        taken = view.report.handing.transfer if view.report.handing else None
        words = translate("case", "{post} took it: {who}")
        self.transfer.say(words.format(post=one_line(taken.name), who=one_line(taken.accepted_by)) if taken else "")

    def _show_outside(self, view: CaseView) -> None:
        post = view.post
        if post is None or not view.outside:
            self.outside.say("")
            return
        words = translate("case", "Outside our area: {polsek}, {polres}, {polda}")
        if view.report.priority == 1:
            words = translate("case", "Outside our area: {polsek}, {polres}, {polda} · life in danger: serve it first")
        said = words.format(polsek=one_line(post.polsek), polres=one_line(post.polres), polda=one_line(post.polda))
        offer = not view.report.ended and view.report.handing is None
        self.outside.say(said, "bad", (translate("case", "Pass it on…"),) if offer else ())

    def _show_offer(self, view: CaseView) -> None:
        offer = open_offer(view.report)
        self._offered_to_me = offer is not None and offer.to_id == view.actor_id
        if offer is None:
            self.offer.say("")
            return
        by, to = one_line(offer.by_name), one_line(offer.to_name)
        if self._offered_to_me:
            words = translate("case", "{by} hands this case to you").format(by=by)
            self.offer.say(words, "warn", (translate("shift", "Accept"), translate("case", "Decline…")))
            return
        words = translate("case", "Offered to {to} by {by}: not accepted yet").format(to=to, by=by)
        own = offer.by_id == view.actor_id
        self.offer.say(words, "", (translate("case", "Take back"),) if own else ())

    def _press_offer(self, place: int, *_: object) -> None:
        if not self._offered_to_me:
            self.decided.emit(acts.EndOffer())
        elif place == 0:
            self.decided.emit(acts.AcceptOffer())
        else:
            self.wanted.emit("decline")
