"""What became of saving, inside the page: saved, wrong, changed by somebody else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from console.ui import theme
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.panel import Card
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import Words, worded


class MessageCard(Card):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = SafeLabel(wrap=True)
        self.rows.addWidget(self.sentence)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=theme.px(6))
        self.rows.addWidget(self._buttons)
        self.hide()

    def tell(self, words: Words, tone: str = "", answers: tuple[tuple[Words, Callable[[], None]], ...] = ()) -> None:
        """Say it; `tone` '' | good | warn | bad; `answers` are buttons, each of which closes the card."""
        self.sentence.say(words)
        restyle(self.sentence, role="strong" if tone == "bad" else tone)
        self.set_tone("" if tone == "good" else tone)
        while (taken := self._flow.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.deleteLater()
        for words_of, act in answers:
            self._flow.addWidget(PlainButton(words_of, self._answered(act), tone="slim"))
        self._buttons.setVisible(bool(answers))
        self.setAccessibleName(worded(words))
        self.show()

    def _answered(self, act: Callable[[], None]) -> Callable[[], None]:
        def answer() -> None:
            self.hide()
            act()

        return answer
