"""One question to people nearby: whom, what, where it stands, and what came back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.desk.nearby import ShownAsk
from console.domain.nearby import AskState, NearbyAnswer
from console.ui import theme
from console.ui.dispatch.status_dot import StatusDot
from console.ui.nearby.answer_line import AnswerLine
from console.ui.nearby.words import radius_words, state_words, tally_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line, seen
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import ElidedLabel, SafeLabel, restyle

SHOWN_FIRST = 4
"""The latest answers shown; the others are a press away."""

_COLOURS = {
    AskState.HELD: "stale",
    AskState.WAITING: "en_route",
    AskState.OUT: "available",
    AskState.OVER: "stale",
    AskState.MISSED: "bad",
    AskState.WITHDRAWN: "stale",
    AskState.UNDONE: "stale",
}
_OPEN = (AskState.HELD, AskState.WAITING, AskState.OUT)


class AskRow(QFrame):
    """`withdraw_wanted(ask id)`, `file_wanted(NearbyAnswer)`, `photo_wanted(attachment id)`."""

    withdraw_wanted = Signal(str)
    file_wanted = Signal(object)
    photo_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._shown: ShownAsk | None = None
        self._zone, self._key_id, self._photos, self._all = ZoneInfo("Asia/Jakarta"), "", True, False
        self.lines: list[AnswerLine] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(12), theme.px(5), theme.px(8), theme.px(6))
        outer.setSpacing(theme.px(3))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        self._dot = StatusDot()
        self._whom = ElidedLabel(role="strong")
        self._withdraw = PlainButton(lambda: translate("nearby", "Withdraw"), self._take_off, tone="slim")
        self._withdraw.tip(lambda: translate("nearby", "Take it off the screens of those asked"))
        head.addWidget(self._dot)
        head.addWidget(self._whom, 1)
        head.addWidget(self._withdraw)
        outer.addLayout(head)
        self._question = SafeLabel(wrap=True).selectable()
        self._state = SafeLabel(role="small", wrap=True)
        self._tally = SafeLabel(role="strong", wrap=True)
        for label in (self._question, self._state, self._tally):
            outer.addWidget(label)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(theme.px(4))
        outer.addLayout(self._answers)
        self._more = PlainButton("", self._show_all, tone="link")
        outer.addWidget(self._more)

    def show_ask(self, shown: ShownAsk, zone: ZoneInfo, now: datetime, *, key_id: str, photos: bool) -> None:
        """Show it at server time `now`; `key_id` is the answer the filing key means, `photos`: files may be shown."""
        if self._shown is None or self._shown.ask.id != shown.ask.id:
            self._all = False
        self._shown, self._zone, self._key_id, self._photos = shown, zone, key_id, photos
        names = ", ".join(one_line(source.name) for source in shown.ask.sources)
        self._whom.say(f"{names} · {radius_words(shown.ask.radius_m)}")
        quoted = f"\n“{seen(shown.ask.quoted)}”" if shown.ask.quoted else ""
        self._question.say(f"{seen(shown.ask.question)}{quoted}")
        self._tally.say(lambda: tally_words(shown.counted))
        self._lay()
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let its clock go on."""
        shown = self._shown
        if shown is None:
            return
        state = shown.state(now)
        words = state_words(shown, now, self._zone)
        self._state.say(words)
        missed = state is AskState.MISSED or (shown.waiting and now >= shown.ask.until)
        restyle(self._state, role="bad" if missed else "small")
        self._dot.set_colour("stale" if shown.waiting else _COLOURS[state])
        self._withdraw.setVisible(state in _OPEN and not shown.ended)
        self._tally.setVisible(bool(shown.counted.people) or state in (AskState.OUT, AskState.OVER))
        self.setAccessibleName(f"{self._whom.full_text()}, {words}")

    def _lay(self) -> None:
        shown = self._shown
        answers = tuple(reversed(shown.answers)) if shown is not None else ()
        visible = answers if self._all else answers[:SHOWN_FIRST]
        while len(self.lines) < len(visible):
            line = AnswerLine()
            line.file_wanted.connect(self.file_wanted)
            line.photo_wanted.connect(self.photo_wanted)
            self._answers.addWidget(line)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(visible))
            if place < len(visible):
                answer: NearbyAnswer = visible[place]
                key, named = answer.id == self._key_id, shown is not None and len(shown.ask.sources) > 1
                line.show_answer(answer, self._zone, named=named, key=key, photos=self._photos)
        hidden = len(answers) - len(visible)
        self._more.setVisible(hidden > 0)
        self._more.say(lambda: translate("nearby", "{n} earlier answers").format(n=hidden))

    def _show_all(self) -> None:
        self._all = True
        self._lay()

    def _take_off(self) -> None:
        if self._shown is not None:
            self.withdraw_wanted.emit(self._shown.ask.id)
