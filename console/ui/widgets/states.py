"""What a pane shows when it is empty, loading, or failed with a way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from console.ui import icons, theme
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class EmptyState(QWidget):
    """An icon, one sentence, and a quieter one saying what will come here or what to do; optionally a button."""

    def __init__(
        self,
        icon: str,
        words: Words,
        hint: Words = "",
        parent: QWidget | None = None,
        *,
        action: Words = "",
        pressed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        rows = QVBoxLayout(self)
        rows.setSpacing(theme.px(8))
        rows.addStretch(2)
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(self._picture)
        self.sentence = SafeLabel(words, role="strong", wrap=True)
        self.hint = SafeLabel(hint, role="muted", wrap=True)
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(label)
        if pressed is not None:
            rows.addWidget(PlainButton(action, pressed), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self._paint()

    def say(self, words: Words, hint: Words = "") -> None:
        """Change both sentences."""
        self.sentence.say(words)
        self.hint.say(hint)

    def changeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Draw the icon anew in the colours worn now."""
        if event.type() == event.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon_name, theme.px(32), "faint"))


class LoadingState(EmptyState):
    """Nothing moves; it only says that something is being read."""

    def __init__(self, words: Words = "", parent: QWidget | None = None) -> None:
        super().__init__("loading", words or (lambda: translate("widgets", "Loading…")), parent=parent)
