"""What stands in the map's place while it is being prepared, and when it cannot be shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from console.ui.map.palette import PALETTES, Theme
from console.ui.widgets.safe import SafeLabel


class WaitingPanel(QWidget):
    """A calm ground with one sentence; `again` when the operator asks for another try."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Starts in the preparing state."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("mapWaiting")
        self._title = SafeLabel(parent=self, wrap=True)
        self._detail = SafeLabel(parent=self, wrap=True)
        self._button = QPushButton(self)
        for label in (self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title.setObjectName("mapWaitingTitle")
        self._button.clicked.connect(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(self._title)
        layout.addWidget(self._detail)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self._failed = False
        self.retranslate()

    @property
    def failed(self) -> bool:
        """Whether the panel says that the map cannot be shown."""
        return self._failed

    def text(self) -> str:
        """Both lines as shown."""
        return f"{self._title.text()}\n{self._detail.text()}".strip()

    def show_preparing(self) -> None:
        """The map is on its way."""
        self._failed = False
        self.retranslate()
        self.show()
        self.raise_()

    def show_failed(self) -> None:
        """The map cannot be shown; the rest of the console works on."""
        self._failed = True
        self.retranslate()
        self.show()
        self.raise_()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        if self._failed:
            self._title.setText(self.tr("The map cannot be shown"))
            self._detail.setText(
                self.tr("Its display process ended twice. Queue, cases and dispatch go on working; "
                        "positions are in the officers strip.")
            )  # fmt: skip
        else:
            self._title.setText(self.tr("Preparing the map…"))
            self._detail.setText("")
        self._detail.setVisible(self._failed)
        self._button.setText(self.tr("Try again"))
        self._button.setVisible(self._failed)

    def set_theme(self, theme: Theme) -> None:
        """Ground and ink of the map's theme."""
        colours = PALETTES[theme].page
        self.setStyleSheet(
            f"#mapWaiting {{ background: {colours['ground']}; }}"
            f"#mapWaiting QLabel {{ color: {colours['quiet']}; background: transparent; }}"
            f"#mapWaitingTitle {{ color: {colours['ink']}; font-size: 15px; }}"
        )
