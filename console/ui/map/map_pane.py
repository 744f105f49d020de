"""The middle of the window: map, bar above, panel beside, strip below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from console.ui import theme
from console.ui.map.map_bar import MapBar
from console.ui.map.view import MapView
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.panel import Panel, PanelHeader
from console.ui.widgets.spoken import name_widget

SIDE_PX = 320


class MapPane(QWidget):
    """`side_changed` and `foot_changed` carry the widget open there now, or None; `hand_taken` the name of the
    tool clicks belong to.

    Panels stay children of the pane once opened; a tool keeps its own and opens it again. A panel's windowTitle is
    the heading over it. The one rule of every panel: its ✕ (or Esc in it) ends its tool, which hears `dismissed`
    (the panel) and takes off the map whatever it drew; put aside, or given way to another panel, it stays there.
    """

    side_changed = Signal(object)
    foot_changed = Signal(object)
    dismissed = Signal(object)
    hand_taken = Signal(str)

    def __init__(self, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.bar = MapBar()
        self._side, self._foot = _Side(), _Foot()
        self._side.close_button.clicked.connect(lambda *_: self.dismiss_side())
        self._side.aside_button.clicked.connect(lambda *_: self.close_side())
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self._side, self.dismiss_side, context=inside)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(view, 1)
        middle.addWidget(self._side)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addLayout(middle, 1)
        rows.addWidget(self._foot)
        self.setFocusProxy(view)

    @property
    def side(self) -> QWidget | None:
        """What is open beside the map."""
        return self._side.stack.currentWidget() if not self._side.isHidden() else None

    @property
    def foot(self) -> QWidget | None:
        """What is open below the map."""
        return self._foot.stack.currentWidget() if not self._foot.isHidden() else None

    def open_side(self, widget: QWidget, *, draws: bool = False) -> None:
        """Show it at the right of the map, instead of what was there; `draws`: what it draws can stay without it."""
        before = self.side
        self._side.show_panel(widget, draws=draws)
        self._size()
        self._side.show()
        if widget is not before:
            self.side_changed.emit(widget)

    def close_side(self) -> None:
        """Give the map its room back."""
        if self.side is not None:
            self._side.hide()
            self.side_changed.emit(None)

    def dismiss_side(self) -> None:
        """The same by its ✕: its tool ends with it."""
        widget = self.side
        self.close_side()
        if widget is not None:
            self.dismissed.emit(widget)

    def take_hand(self, name: str) -> None:
        """A tool begins to use clicks: `hand_taken` lets any other let go of them."""
        self.hand_taken.emit(name)

    def open_foot(self, widget: QWidget) -> None:
        """Show it across, below the map, instead of what was there."""
        before = self.foot
        if self._foot.stack.indexOf(widget) < 0:
            self._foot.stack.addWidget(widget)
        self._foot.stack.setCurrentWidget(widget)
        self._foot.setFixedHeight(widget.sizeHint().height())
        self._foot.show()
        if widget is not before:
            self.foot_changed.emit(widget)

    def close_foot(self) -> None:
        """Give the map its room back."""
        if self.foot is not None:
            self._foot.hide()
            self.foot_changed.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes its width, at most half."""
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        self._side.setFixedWidth(max(1, min(theme.px(SIDE_PX), self.width() // 2)))


class _Side(Panel):
    """A heading with its way out, and one panel at a time."""

    def __init__(self) -> None:
        super().__init__(role="mapside")
        self._draws = False
        self.header = PanelHeader("")
        self.aside_button = PlainButton("–", tone="flat")
        self.aside_button.tip(lambda: translate("map", "Put the panel aside; the map goes on showing it"))
        name_widget(self.aside_button, lambda: translate("map", "Put aside"))
        self.close_button = PlainButton("✕", tone="flat")
        self.close_button.tip(self._close_words)
        name_widget(self.close_button, self._close_words)
        for button in (self.aside_button, self.close_button):
            self.header.right.addWidget(button)
        self.stack = QStackedLayout()
        self.rows.addWidget(self.header)
        self.rows.addLayout(self.stack, 1)
        self.hide()

    def show_panel(self, widget: QWidget, *, draws: bool) -> None:
        """Bring it to the front; its windowTitle, also a later one, is the heading."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
            widget.windowTitleChanged.connect(lambda _title: self._name())
        self._draws = draws
        self.stack.setCurrentWidget(widget)
        self.aside_button.setVisible(draws)
        self.close_button.tip(self._close_words)
        self.close_button.setAccessibleName(self._close_words())
        self._name()

    def _close_words(self) -> str:
        if self._draws:
            return translate("map", "Close, and take it off the map")
        return translate("map", "Close")

    def _name(self) -> None:
        if (widget := self.stack.currentWidget()) is not None:
            self.header.title.say(widget.windowTitle())
            self.setAccessibleName(widget.windowTitle())


class _Foot(Panel):
    """One strip at a time."""

    def __init__(self) -> None:
        super().__init__(role="mapfoot")
        self.stack = QStackedLayout()
        self.rows.addLayout(self.stack)
        self.hide()
