"""Who holds the case and who else is looking: one line that never changes its height."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from console.desk.case import CaseView
from console.desk.hold import Hold
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.refusals import filled
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.picture import Picture
from console.ui.widgets.safe import ElidedLabel, restyle, safe_tip
from console.ui.widgets.spoken import name_widget

_LOOKS = {
    Hold.NOBODY: ("", "person", "faint"),
    Hold.MINE: ("mine", "person", "good"),
    Hold.TENTATIVE: ("tentative", "tentative", "warn"),
    Hold.RUN_OUT: ("warn", "clock", "warn"),
    Hold.OTHERS: ("", "person", "link"),
    Hold.SILENT: ("warn", "silent", "warn"),
}
"""Tone of the line, icon and its ink; the words say the same."""


class WhoLine(QFrame):
    """`take_over_wanted` when the case should be taken off its holder."""

    take_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "who")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lookers: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        row.setSpacing(theme.px(6))
        self._icon, self._eye = Picture(), Picture()
        self.holder = ElidedLabel(role="small_strong")
        self.lookers = ElidedLabel(role="small")
        self.lookers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = PlainButton(lambda: translate("case", "Take over…"), self.take_over_wanted.emit, tone="slim")
        row.addWidget(self._icon)
        row.addWidget(self.holder, 3)
        row.addWidget(self._eye)
        row.addWidget(self.lookers, 2)
        row.addWidget(self.button)
        self.setFixedHeight(theme.px(30))
        name_widget(self, lambda: translate("case", "Who has this case"))

    def show_view(self, view: CaseView, lookers: tuple[str, ...]) -> None:
        """Show who holds it, and how surely."""
        hold = view.hold
        tone, icon, ink = ("warn", "person", "warn") if view.taken is not None else _LOOKS[hold]
        restyle(self, tone=tone)
        self._icon.show_icon(icon, ink)
        self.holder.say(holder_words(view))
        self.setToolTip(safe_tip(hold_hint(hold)))
        may = view.may.get("report.claim" if hold is Hold.SILENT else "report.break_claim")
        self.button.setVisible(hold in (Hold.OTHERS, Hold.SILENT) and may is None)
        self.show_lookers(lookers)

    def show_lookers(self, lookers: tuple[str, ...]) -> None:
        """Show who else has this case open."""
        self._lookers = lookers
        self._eye.show_icon("eye", "link")
        self.lookers.say(lookers_words(lookers))
        for widget in (self._eye, self.lookers):
            widget.setVisible(bool(lookers))


def holder_words(view: CaseView) -> str:
    """Who holds it, in one sentence; a case taken off this person says by whom, when and why."""
    claim, taken = view.report.claim, view.taken
    name = one_line(claim.holder_name) if claim is not None else ""
    if taken is not None:
        params = {
            "by": taken.actor_name, "time": clock_words(taken.at, ZoneInfo(view.zone)), "reason": taken.text.strip(),
        }  # fmt: skip
        if taken.text.strip():
            return filled(translate("case", "{by} took over {time}: {reason}"), params)
        return filled(translate("case", "{by} took over from you {time}"), params)
    return {
        Hold.NOBODY: translate("case", "Nobody holds it"),
        Hold.MINE: translate("case", "You hold this case"),
        Hold.TENTATIVE: translate("case", "You hold it, tentative"),
        Hold.RUN_OUT: translate("case", "Your claim has run out · A claims anew"),
        Hold.OTHERS: translate("case", "{name} holds it").format(name=name),
        Hold.SILENT: translate("case", "{name} holds it, silent").format(name=name),
    }[view.hold]


def hold_hint(hold: Hold) -> str:
    """What it means, for the tooltip."""
    return {
        Hold.NOBODY: "",
        Hold.MINE: translate("case", "The server has confirmed it."),
        Hold.TENTATIVE: translate(
            "case", "The server has not confirmed it yet. If another desk was first, needs attention will tell you."
        ),
        Hold.RUN_OUT: translate("case", "The server has not been heard for too long. Claim it again to go on."),
        Hold.OTHERS: translate("case", "Only the holder decides here. Notes are open to everyone."),
        Hold.SILENT: translate("case", "Nothing was heard of this desk. It may be taken over, with a reason."),
    }[hold]


def lookers_words(lookers: tuple[str, ...]) -> str:
    """'Budi is looking too', two by name, more by number."""
    names = [one_line(name) for name in lookers]
    if not names:
        return ""
    if len(names) == 1:
        return translate("case", "{name} is looking too").format(name=names[0])
    if len(names) == 2:
        return translate("case", "{name} and {other} are looking too").format(name=names[0], other=names[1])
    return translate("case", "{name} and {n} others are looking too").format(name=names[0], n=len(names) - 1)
