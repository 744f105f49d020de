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
    the heading over it.
    """

    side_changed = Signal(object)
    foot_changed = Signal(object)
    hand_taken = Signal(str)

    def __init__(self, view: MapView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.bar = MapBar()
        self._side, self._foot = _Side(), _Foot()
        self._side.close_button.clicked.connect(lambda *_: self.close_side())
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self._side, self.close_side, context=inside)
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

    def open_side(self, widget: QWidget) -> None:
        """Show it at the right of the map, instead of what was there."""
        before = self.side
        self._side.show_panel(widget)
        self._size()
        self._side.show()
        if widget is not before:
            self.side_changed.emit(widget)

    def close_side(self) -> None:
        """Give the map its room back."""
        if self.side is not None:
            self._side.hide()
            self.side_changed.emit(None)

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
        self.header = PanelHeader("")
        self.close_button = PlainButton("✕", tone="flat")
        self.close_button.tip(lambda: translate("map", "Close"))
        name_widget(self.close_button, lambda: translate("map", "Close"))
        self.header.right.addWidget(self.close_button)
        self.stack = QStackedLayout()
        self.rows.addWidget(self.header)
        self.rows.addLayout(self.stack, 1)
        self.hide()

    def show_panel(self, widget: QWidget) -> None:
        """Bring it to the front; its windowTitle, also a later one, is the heading."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
            widget.windowTitleChanged.connect(lambda _title: self._name())
        self.stack.setCurrentWidget(widget)
        self._name()

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
