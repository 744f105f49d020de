"""The stages of a case as countdowns: answer, claim, dispatch, arrive, close."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QGridLayout, QWidget

from console.domain.deadlines import Stage, StageClock
from console.ui import theme
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, countdown_words, length_words
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel, restyle


def stage_word(stage: Stage) -> str:
    """The stage above its countdown."""
    return {
        Stage.ANSWER: translate("case", "Answer"),
        Stage.ACKNOWLEDGE: translate("case", "Claim"),
        Stage.DISPATCH: translate("case", "Dispatch"),
        Stage.ARRIVE: translate("case", "Arrive"),
        Stage.CLOSE: translate("case", "Close"),
    }[stage]


class Countdowns(QWidget):
    """A cell a stage; one not reached counts down and then up in red, one reached shows when, one paused stands.

    The answer has a cell only where an exchange told when the call rang.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        self._cells: dict[Stage, tuple[Card, SafeLabel, SafeLabel]] = {}
        for place, stage in enumerate(Stage):
            card = Card()
            name = SafeLabel(partial(stage_word, stage), role="small")
            figure = SafeLabel("—", role="figure")
            card.rows.setContentsMargins(theme.px(6), theme.px(6), theme.px(3), theme.px(6))
            card.rows.addWidget(name)
            card.rows.addWidget(figure)
            grid.addWidget(card, 0, place)
            grid.setColumnStretch(place, 1)
            self._cells[stage] = (card, name, figure)
        self._clocks: tuple[StageClock, ...] = ()
        self._received_at: datetime | None = None
        self._zone = ZoneInfo("Asia/Jakarta")

    def show_clocks(self, clocks: tuple[StageClock, ...], received_at: datetime, zone: ZoneInfo, now: datetime) -> None:
        """Show these stages as they stand at server time `now`."""
        self._clocks, self._received_at, self._zone = clocks, received_at, zone
        shown = {clock.stage for clock in clocks}
        for place, (stage, (card, _, _)) in enumerate(self._cells.items()):
            card.setVisible(stage in shown)
            self._grid.setColumnStretch(place, 1 if stage in shown else 0)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Count on; only labels whose words changed are touched."""
        for clock in self._clocks:
            words, role, tip = self._cell(clock, now)
            card, _, figure = self._cells[clock.stage]
            if figure.text() != words:
                figure.say(words)
                card.setAccessibleName(f"{stage_word(clock.stage)} {words}")
            restyle(figure, role=role)
            figure.tip(tip)

    def _cell(self, clock: StageClock, now: datetime) -> tuple[str, str, str]:
        if clock.reached_at is not None and self._received_at is not None:
            after = length_words((clock.reached_at - self._received_at).total_seconds())
            tip = translate("case", "reached {time} after receipt").format(time=after)
            late = clock.due_at is not None and clock.reached_at > clock.due_at
            return f"✓ {clock_words(clock.reached_at, self._zone)}", "figure_late" if late else "figure_done", tip
        if clock.due_at is None:
            return "—", "figure", ""
        left_s = (clock.due_at - (clock.stands_at or now)).total_seconds()
        if clock.stands_at is not None:
            since = translate("case", "stopped since {time}").format(time=clock_words(clock.stands_at, self._zone))
            return f"‖ {countdown_words(left_s)}", "figure", since
        tip = translate("case", "due at {time}").format(time=clock_words(clock.due_at, self._zone, seconds=True))
        return countdown_words(left_s), "figure_past" if left_s < 0 else "figure", tip
