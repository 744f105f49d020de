"""Photos: zoomed, turned, brightened; two of them side by side."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.attachments import VIEW_EDGE_PX, NotShown, is_photo
from console.desk.ports import Download
from console.domain.attachment import Attachment
from console.domain.report import Report
from console.ui import theme
from console.ui.attachments.canvas import STEP, Look
from console.ui.attachments.grade import Grade, moved
from console.ui.attachments.photo_tools import PhotoTools
from console.ui.attachments.photo_view import PhotoView
from console.ui.attachments.stage import KeyLine, Stage
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.attachments.words import not_shown_words
from console.ui.texts.language import translate
from console.ui.widgets.spoken import Spoken, name_widget

GRADE_STEP = 10


class PhotoStage(Stage):
    """One photo, or two beside each other: keys and the film strip then mean the framed one."""

    def __init__(self, parts: ViewerParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = (PhotoView(parts), PhotoView(parts))
        self._parts = parts
        self._at = 0
        self._report: Report | None = None
        self._tools = PhotoTools()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for at, view in enumerate(self.views):
            row.addWidget(view, 1)
            view.told.connect(lambda lines, at=at: self.told.emit(lines) if at == self._at else None)
            view.refused.connect(lambda missing, at=at: self._refuse(at, missing))
            view.zoomed.connect(lambda percent, at=at: self._tools.say_zoom(percent) if at == self._at else None)
            view.looked.connect(lambda look, at=at: self._looked(at, look))
            view.pressed.connect(lambda at=at: self._point(at))
            view.sharpened.connect(self._look_ahead)
        name_widget(self.views[0], lambda: translate("attachments", "Photo"))
        name_widget(self.views[1], lambda: translate("attachments", "Photo beside it"))
        self.views[1].hide()
        self._connect()
        Spoken(self, self._tell)

    @property
    def view(self) -> PhotoView:
        """The one that keys mean."""
        return self.views[self._at]

    @property
    def comparing(self) -> bool:
        """Whether two stand side by side."""
        return not self.views[1].isHidden()

    @property
    def linked(self) -> bool:
        """Whether both move together."""
        return self._tools.link.isChecked()

    def show_file(self, attachment: Attachment, report: Report, zone: ZoneInfo) -> None:
        """Show a photo in the view that keys mean."""
        self._report = report
        self.view.show_photo(attachment, report)
        self._tools.show_grade(self.view.grade)

    def clear(self) -> None:
        """Drop every picture; one view again."""
        self._report = None
        for view in self.views:
            view.clear()
        self._compare(False)

    def hear(self, download: Download) -> None:
        """A download went on."""
        for view in self.views:
            view.hear(download)

    def tools(self) -> tuple[QWidget, ...]:
        """Zoom, turning, comparing, light."""
        return (self._tools,)

    def compare(self, on: bool) -> None:
        """Put the next photo of the case beside this one, or take it away."""
        if not on or self._report is None:
            self._compare(False)
            return
        photos = self._photos()
        first = self.views[0].attachment
        others = [each for each in photos if first is not None and each.id != first.id]
        if first is None or not others:
            self._tools.compare.setChecked(False)
            return
        at = next((at for at, each in enumerate(photos) if each.id == first.id), 0)
        self._compare(True)
        self._point(1)
        self.wanted.emit(photos[(at + 1) % len(photos)])

    def set_grade(self, grade: Grade) -> None:
        """Show the photo brighter or harder."""
        self.view.set_grade(grade)
        self._tools.show_grade(grade)

    def keys(self, event: QKeyEvent) -> bool:
        """Zoom, turn, light, compare; arrows with Ctrl move what is in view."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self.view.pan_by_key(key)
        act = self._acts(shift).get(key)
        if act is not None:
            act()
        return act is not None

    def key_lines(self) -> tuple[KeyLine, ...]:
        """Its keys."""
        return (
            KeyLine(("+", "−"), lambda: translate("attachments", "Zoom (the wheel zooms to the cursor)")),
            KeyLine(("0", "Z"), lambda: translate("attachments", "Fit the window; one to one (or double-click)")),
            KeyLine(("Ctrl ←↑↓→",), lambda: translate("attachments", "Move what is in view (or drag)")),
            KeyLine(("R", "Shift R"), lambda: translate("attachments", "Turn right, turn left")),
            KeyLine(("]", "["), lambda: translate("attachments", "Brighter, darker")),
            KeyLine((".", ","), lambda: translate("attachments", "More contrast, less contrast")),
            KeyLine(("N",), lambda: translate("attachments", "Show it as it is again")),
            KeyLine(("C",), lambda: translate("attachments", "Compare two side by side")),
            KeyLine(("S", "L"), lambda: translate("attachments", "The other of the two; move both together")),
        )

    def _acts(self, shift: bool) -> dict[int, Callable[[], None]]:
        view, key = self.view, Qt.Key
        return {
            key.Key_Plus: lambda: view.zoom(STEP),
            key.Key_Equal: lambda: view.zoom(STEP),
            key.Key_Minus: lambda: view.zoom(1 / STEP),
            key.Key_0: view.fit,
            key.Key_Z: view.one_to_one,
            key.Key_R: lambda: view.turn(-1 if shift else 1),
            key.Key_BracketRight: lambda: self.set_grade(moved(view.grade, brightness=GRADE_STEP)),
            key.Key_BracketLeft: lambda: self.set_grade(moved(view.grade, brightness=-GRADE_STEP)),
            key.Key_Period: lambda: self.set_grade(moved(view.grade, contrast=GRADE_STEP)),
            key.Key_Comma: lambda: self.set_grade(moved(view.grade, contrast=-GRADE_STEP)),
            key.Key_N: lambda: self.set_grade(Grade()),
            key.Key_C: self._tools.compare.click,
            key.Key_S: lambda: self._point(1 - self._at),
            key.Key_L: self._tools.link.toggle,
        }

    def _connect(self) -> None:
        tools = self._tools
        tools.zoom_in.clicked.connect(lambda: self.view.zoom(STEP))
        tools.zoom_out.clicked.connect(lambda: self.view.zoom(1 / STEP))
        tools.fit.clicked.connect(lambda: self.view.fit())
        tools.one_to_one.clicked.connect(lambda: self.view.one_to_one())
        tools.turn_left.clicked.connect(lambda: self.view.turn(-1))
        tools.turn_right.clicked.connect(lambda: self.view.turn())
        tools.compare.clicked.connect(lambda: self.compare(tools.compare.isChecked()))
        tools.link.toggled.connect(lambda on: self._looked(self._at, self.view.look) if on else None)
        tools.graded.connect(lambda grade: self.view.set_grade(grade))

    def _compare(self, on: bool) -> None:
        if not on:
            self._point(0)
            self.views[1].clear()
        self.views[1].setVisible(on)
        self._tools.show_comparing(on)
        self._point(self._at)

    def _point(self, at: int) -> None:
        """Let keys, tools and the film strip mean this view."""
        if at == 1 and not self.comparing:
            return
        changed, self._at = at != self._at, at
        for each, view in enumerate(self.views):
            view.mark(self.comparing and each == at)
        self._tools.show_grade(self.view.grade)
        self._tools.say_zoom(round(self.view.scale * 100))
        if changed and self.view.attachment is not None:
            self._tell()
            self.turned_to.emit(self.view.attachment)

    def _photos(self) -> list[Attachment]:
        return [each for each in self._report.attachments if is_photo(each)] if self._report is not None else []

    def _tell(self) -> None:
        if self.view.attachment is not None:
            self.told.emit(self.view.lines)

    def _looked(self, at: int, look: Look) -> None:
        """Both move together while linked."""
        if self.comparing and self.linked:
            self.views[1 - at].take_look(look)

    def _look_ahead(self, attachment: Attachment) -> None:
        """Decode the next photo before it is wanted; it is not shown, so nobody has opened it."""
        photos = self._photos()
        at = next((at for at, each in enumerate(photos) if each.id == attachment.id), None)
        if at is not None and len(photos) > 1:
            following, desk = photos[(at + 1) % len(photos)], self._parts.attachments
            self._parts.background.ask(self, lambda: desk.shot(following, VIEW_EDGE_PX), topic="photo-ahead")

    def _refuse(self, at: int, missing: NotShown) -> None:
        """Alone it is refused whole; beside another one the place says why."""
        if self.comparing:
            self.views[at].show_words(not_shown_words(missing))
        else:
            self.refused.emit(missing)
