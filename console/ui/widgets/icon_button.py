"""A small button with one of our icons; its words are a hover away and spoken."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QWidget

from console.ui import icons, theme
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import restyle
from console.ui.widgets.spoken import Words, name_widget, worded

_SIDE_PX, _ICON_PX = 30, 18


class IconButton(PlainButton):
    """`words` say what it does, `key` is the key that does the same (shown behind the words)."""

    def __init__(
        self,
        icon: str,
        words: Words,
        pressed: Callable[[], None] | None = None,
        parent: QWidget | None = None,
        *,
        key: str = "",
        checkable: bool = False,
    ) -> None:
        super().__init__("", pressed, parent, tone="flat")
        self._icon_name, self._means, self._key = icon, words, key
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(theme.px(_SIDE_PX), theme.px(_SIDE_PX))
        self.setIconSize(QSize(theme.px(_ICON_PX), theme.px(_ICON_PX)))
        name_widget(self, lambda: worded(self._means))
        self.tip(self._tip_words)
        self.toggled.connect(lambda _on: self._draw())
        self._draw()

    def show_icon(self, icon: str, words: Words) -> None:
        """Mean something else from now on."""
        self._icon_name, self._means = icon, words
        self.setAccessibleName(worded(words))
        self.tip(self._tip_words)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._draw()

    def _tip_words(self) -> str:
        return f"{worded(self._means)}  ({self._key})" if self._key else worded(self._means)

    def _draw(self) -> None:
        on = self.isChecked()
        restyle(self, tone="picked" if on else "flat")
        ink = "faint" if not self.isEnabled() else "link" if on else "text"
        self.setIcon(icons.icon(self._icon_name, ink))
