"""What a viewer needs without a desk: files at hand, the jail, settings in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from console.decode.pool import Decoder
from console.desk.attaching import NotTaken
from console.desk.attachments import Attachments
from console.desk.clips import Clips
from console.desk.pages import Pages
from console.desk.ports import DownloadPort
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.background import Background
from console.ui.window_parts import Keeps
from tests.worlds.cases import Files


class Memory:
    """Settings of a workstation that forgets them with the test."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def setting(self, name: str, default: str = "") -> str:
        return self.values.get(name) or default

    def keep_setting(self, name: str, value: str) -> None:
        self.values[name] = value


def parts_of(downloads: DownloadPort, decoder: Decoder, background: Background, keeps: Keeps) -> ViewerParts:
    """The viewer's parts over these files."""
    return ViewerParts(
        attachments=Attachments(downloads, decoder, lambda: "Asia/Jakarta"),
        pages=Pages(downloads, decoder),
        clips=Clips(downloads, decoder),
        attach=lambda _report_id, _data, _name: NotTaken(code="empty"),
        background=background,
        keeps=keeps,
    )


@dataclass
class ViewerWorld:
    """Files, decoder and parts; `viewer_world` makes and ends them."""

    decoder: Decoder
    background: Background
    files: Files = field(default_factory=Files)
    memory: Memory = field(default_factory=Memory)

    @property
    def parts(self) -> ViewerParts:
        """Made anew each time: nothing is kept of what was decoded before."""
        return parts_of(self.files, self.decoder, self.background, self.memory)


@contextmanager
def viewer_world(*, warm: int = 1) -> Iterator[ViewerWorld]:
    """A world with `warm` decode workers kept ready; 0 where nothing is decoded."""
    world = ViewerWorld(Decoder(warm=warm, at_once=1), Background())
    try:
        yield world
    finally:
        world.background.stop()
        world.decoder.close()


def png(wide: int, high: int, colour: str) -> bytes:
    """A picture of one colour, as a stranger would send it."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
