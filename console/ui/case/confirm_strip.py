"""The confirm strip: act, target and effect of what cannot simply be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.ui.case.tray import TrayCard
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words


class ConfirmStrip(TrayCard):
    """Enter does it, Esc leaves; nothing happens by waiting."""

    def __init__(
        self,
        title: Words,
        effect: Words,
        confirm: Words,
        confirmed: Callable[[], None],
        parent: QWidget | None = None,
        *,
        tone: str = "primary",
    ) -> None:
        super().__init__(title, parent)
        self._confirmed = confirmed
        self.rows.addWidget(SafeLabel(effect, wrap=True))
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("Esc"))
        self.buttons.addWidget(PlainButton(lambda: translate("case", "Cancel"), self.close_card))
        self.buttons.addWidget(KeyCap("Enter"))
        self._button = PlainButton(confirm, self._confirm, tone=tone)
        self.buttons.addWidget(self._button)

    def take_focus(self) -> None:
        """The card itself holds the focus, so that a stray blank or letter presses nothing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms, once and not by holding it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            event.accept()
            self._confirm()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        confirmed, self._confirmed = self._confirmed, _nothing
        confirmed()


def _nothing() -> None:
    """A second Enter does nothing."""
