"""What boxes are drawn over: a photo or film, and the way from its pixels to the screen."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QSizeF, SignalInstance
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QWidget

from console.ui.attachments.canvas import Canvas
from console.ui.attachments.film_screen import FilmScreen


class Ground(Protocol):
    """A widget that shows one picture, whose upright pixels the boxes are in."""

    @property
    def widget(self) -> QWidget:
        """Where the layer lies."""

    @property
    def moves(self) -> tuple[SignalInstance, ...]:
        """Whatever tells that the picture is seen otherwise now."""

    @property
    def size(self) -> QSizeF:
        """The upright picture in pixels at its full size, empty while there is none."""

    def to_screen(self) -> QTransform:
        """From pixels of the upright picture to the widget's."""


class PhotoGround:
    """A photo, zoomed and turned as it may be."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    @property
    def widget(self) -> QWidget:
        """The canvas."""
        return self._canvas

    @property
    def moves(self) -> tuple[SignalInstance, ...]:
        """Zoomed, dragged, turned."""
        return (self._canvas.zoomed, self._canvas.looked)

    @property
    def size(self) -> QSizeF:
        """As Ground."""
        levels = self._canvas.levels
        return QSizeF(levels.size) if levels is not None else QSizeF(0, 0)

    def to_screen(self) -> QTransform:
        """As Ground."""
        size, scale = self.size, self._canvas.scale
        middle = -self._canvas.picture_point(QPointF(0, 0)) * scale
        return (
            QTransform().translate(middle.x(), middle.y()).scale(scale, scale).rotate(self._canvas.turned)
            .translate(-size.width() / 2, -size.height() / 2)
        )  # fmt: skip


class FilmGround:
    """A film, whose frames on the screen are smaller than its own `width_px` x `height_px`."""

    def __init__(self, screen: FilmScreen, width_px: int, height_px: int) -> None:
        self._screen, self._size = screen, QSizeF(width_px, height_px)

    @property
    def widget(self) -> QWidget:
        """The screen."""
        return self._screen

    @property
    def moves(self) -> tuple[SignalInstance, ...]:
        """Enlarged, dragged."""
        return (self._screen.resized,)

    @property
    def size(self) -> QSizeF:
        """As Ground."""
        return self._size if self._screen.frame is not None else QSizeF(0, 0)

    def to_screen(self) -> QTransform:
        """As Ground."""
        target = self._screen.target
        if target.isEmpty():
            return QTransform()
        return (
            QTransform().translate(target.left(), target.top())
            .scale(target.width() / self._size.width(), target.height() / self._size.height())
        )  # fmt: skip
