"""The right side of a list's page: the chosen item, its form, the keys that save it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.administration.form import Form
from console.ui.administration.form_field import FieldSpec
from console.ui.administration.message_card import MessageCard
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Panel
from console.ui.widgets.safe import ElidedLabel, SafeLabel
from console.ui.widgets.spoken import Words


class EditorPanel(Panel):
    """`save_asked`, `discard_asked`, `remove_asked` and `move_asked(by)` say which key was pressed."""

    save_asked = Signal()
    discard_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    def __init__(
        self, fields: tuple[FieldSpec, ...], removal: Words, *, ordered: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(role="heading")
        self.edited_by = SafeLabel(role="small", wrap=True)
        self.form = Form(fields)
        self.message = MessageCard()
        self._removes = bool(removal)
        self._build(removal, ordered=ordered)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save_by_key)

    def show_state(self, *, dirty: bool, open_: bool, busy: bool, item: bool, removable: str) -> None:
        """Which keys live: `open_` saving is possible, `removable` '' or why the item stays."""
        self.save.setEnabled(dirty and open_ and not busy)
        self.discard.setEnabled(dirty and not busy)
        self.remove.setEnabled(item and open_ and not busy and not removable)
        self.remove.setVisible(self._removes and not removable)
        self.remove.tip(removable)
        for button in (self.up, self.down):
            button.setEnabled(item and open_ and not busy and not dirty)
        self.form.set_locked(busy or not open_)
        self.save.say(_saving if busy else _save)

    def _build(self, removal: Words, *, ordered: bool) -> None:
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        rows.setSpacing(theme.px(2))
        rows.addWidget(self.title)
        rows.addWidget(self.edited_by)
        self.rows.addWidget(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(12))
        inner.addWidget(self.form)
        scroll.setWidget(holder)
        self.rows.addWidget(scroll, 1)
        foot = QFrame()
        foot.setProperty("role", "bottom")
        foot_rows = QVBoxLayout(foot)
        foot_rows.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        foot_rows.setSpacing(theme.px(8))
        foot_rows.addWidget(self.message)
        foot_rows.addLayout(self._keys(removal, ordered=ordered))
        self.rows.addWidget(foot)

    def _keys(self, removal: Words, *, ordered: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.save = PlainButton(_save, self.save_asked.emit, tone="primary")
        self.discard = PlainButton(lambda: translate("administration", "Discard"), self.discard_asked.emit)
        self.remove = PlainButton(removal, self.remove_asked.emit, tone="flat")
        self.up = PlainButton(lambda: translate("administration", "Up"), lambda: self.move_asked.emit(-1), tone="flat")
        self.down = PlainButton(
            lambda: translate("administration", "Down"), lambda: self.move_asked.emit(1), tone="flat"
        )
        row.addWidget(self.save)
        row.addWidget(self.discard)
        row.addStretch(1)
        for button in (self.up, self.down):
            button.setVisible(ordered)
            row.addWidget(button)
        self.remove.setVisible(bool(removal))
        row.addWidget(self.remove)
        return row

    def _save_by_key(self) -> None:
        if self.save.isEnabled():
            self.save_asked.emit()


def _save() -> str:
    return translate("administration", "Save")


def _saving() -> str:
    return translate("administration", "Saving…")
