"""One file a forward may take along: its picture, a box to tick, what would leave."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.desk.attachments import NotShown, Shot
from console.desk.forward_files import Offer, Prepared
from console.ui import icons, theme
from console.ui.attachments.tile import image_of
from console.ui.attachments.words import family_of
from console.ui.forwarding.words import leaves_words, offer_words
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.tick_box import TickBox

_WIDE_PX, _HIGH_PX = 56, 42


class FileChoice(QWidget):
    """`toggled` when it is ticked or not any more; what was found of it comes in by `take`."""

    toggled = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None, *, marked: bool = True) -> None:
        """`marked`: copies carry a mark."""
        super().__init__(parent)
        self.offer, self._marked = offer, marked
        self.found: Prepared | NotShown | None = None
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(8))
        self._picture = SafeLabel()
        self._picture.setFixedSize(theme.px(_WIDE_PX), theme.px(_HIGH_PX))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setPixmap(icons.pixmap(family_of(offer.attachment), theme.px(20), "muted"))
        self.tick = TickBox()
        self.tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tick.setEnabled(not offer.stays)
        # However narrow the pane is: what is beside the words must not push them out of sight.
        self.tick.setMinimumWidth(1)
        self.tick.toggled.connect(self._toggle)
        self._note = SafeLabel("", role="muted", wrap=True)
        self._note.setContentsMargins(theme.px(22), 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.tick)
        words.addWidget(self._note)
        words.addStretch(1)
        beside.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(words, 1)
        Spoken(self, lambda: self.tick.setText(offer_words(offer)))
        self._say()

    @property
    def chosen(self) -> bool:
        """Whether it is to go along."""
        return self.tick.isChecked()

    def note(self) -> str:
        """What is said of it."""
        return self._note.text()

    def show_picture(self, shot: Shot | NotShown) -> None:
        """Its thumbnail, where there is one."""
        if isinstance(shot, Shot):
            room = QSize(theme.px(_WIDE_PX), theme.px(_HIGH_PX))
            mode = Qt.TransformationMode.SmoothTransformation
            whole = QPixmap.fromImage(image_of(shot))
            self._picture.setPixmap(whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode))

    def take(self, found: Prepared | NotShown | None) -> None:
        """What leaves of it, why it cannot, or None while that is being found out."""
        self.found = found
        self._say()

    def _toggle(self) -> None:
        self._say()
        self.toggled.emit()

    def _say(self) -> None:
        self._note.say(lambda: leaves_words(self.offer, self.found, chosen=self.chosen, marked=self._marked))
        stays = bool(self.offer.stays) or (self.chosen and isinstance(self.found, NotShown))
        restyle(self._note, role="warn" if stays else "muted")
        self._note.setVisible(bool(self._note.text()))
