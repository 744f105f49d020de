"""What stands beside a shown file: its facts, and the sections others add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.texts.language import translate
from console.ui.widgets.panel import Line
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

WIDE_PX = 264


class ViewerSide(QScrollArea):
    """`add_section(widget)` puts a widget above the facts, in the order of adding; it decides itself when to hide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QFrame()
        self._lines: dict[QObject, Line] = {}
        self._rows = QVBoxLayout(inner)
        gap = theme.px(12)
        self._rows.setContentsMargins(gap, gap, gap, gap)
        self._rows.setSpacing(gap)
        self.facts = SafeLabel(wrap=True).selectable()
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self.facts)
        self._rows.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme.px(WIDE_PX))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "viewer_side")
        name_widget(self, lambda: translate("attachments", "About this file"))

    def add_section(self, widget: QWidget) -> None:
        """Put a widget above the facts, below the sections added before; its hair line hides with it."""
        line = Line()
        place = self._rows.indexOf(self.facts)
        self._rows.insertWidget(place, widget)
        self._rows.insertWidget(place + 1, line)
        line.setVisible(not widget.isHidden())
        self._lines[widget] = line
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A section comes or goes, and the line under it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            line = self._lines.get(watched)
            if line is not None:
                line.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)

    def say(self, lines: str) -> None:
        """Show the facts of a file."""
        self.facts.say(_wrapped(lines))


def _wrapped(text: str, every: int = 24) -> str:
    """Long words (hashes, names) broken so that a narrow column shows them whole."""
    lines = []
    for line in text.split("\n"):
        words = (word if len(word) <= every else " ".join(_pieces(word, every)) for word in line.split(" "))
        lines.append(" ".join(words))
    return "\n".join(lines)


def _pieces(word: str, every: int) -> list[str]:
    return [word[start : start + every] for start in range(0, len(word), every)]
