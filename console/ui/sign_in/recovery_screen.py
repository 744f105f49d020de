"""The station's recovery key, shown once: it goes on only when it was noted down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from console.ui.sign_in.entrance import Entrance
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.tick_box import TickBox


class RecoveryScreen(Entrance):
    """`noted` once the box is ticked and the button pressed; the key is then forgotten here."""

    noted = Signal()

    def __init__(self, recovery_key: str, parent: QWidget | None = None) -> None:
        super().__init__(
            lambda: translate("sign_in", "Note down the recovery key"),
            lambda: translate(
                "sign_in",
                "It opens this desk's data when every passphrase is forgotten, and lets a new person in where no "
                "colleague has signed in since the start. It is shown only now. Keep it in the safe of the center.",
            ),
            parent,
            wide_px=520,
        )
        self.key = SafeLabel(recovery_key, role="secret", wrap=True).selectable()
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tick = TickBox(translate("sign_in", "It is noted down and in a safe place"))
        self.button = PlainButton(lambda: translate("sign_in", "Go on"), self._go_on, tone="primary")
        self.button.setEnabled(False)
        self.tick.toggled.connect(self.button.setEnabled)
        for widget in (self.key, self.tick, self.button):
            self.card.rows.addWidget(widget)

    def _go_on(self) -> None:
        self.key.say("")
        self.noted.emit()
