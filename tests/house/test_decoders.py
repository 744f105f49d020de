"""No module but decode opens a citizen's file; planted offenders are found."""

from __future__ import annotations

import ast

import pytest

from tests.house import tree
from tests.house.decoders import is_suspect, offences

OURS = {"console/ui/alarm.py": {"QSoundEffect"}}
"""Opens a file of resources/, never a citizen's: our own alarm."""


def test_no_module_but_decode_decodes() -> None:
    found = [
        f"{file}:{line}: {what}"
        for file in tree.python_files("console", "main.py")
        if not file.is_relative_to("console/decode") and is_suspect(tree.read(file))
        for line, what in offences(tree.tree(file))
        if what not in OURS.get(str(file), set())
    ]
    assert not found, "only console/decode may, inside the jail:\n" + "\n".join(found)


def test_decode_itself_never_uses_qt() -> None:
    found = [str(file) for file in tree.python_files("console/decode") if "PySide6" in tree.read(file)]
    assert not found


@pytest.mark.parametrize(
    "planted",
    [
        "import PIL.Image",
        "from PIL import Image",
        "def late():\n    import av",
        "import pillow_heif as heif",
        "import pypdfium2.raw",
        "import importlib\nimportlib.import_module('PIL.Image')",
        "from PySide6.QtPdf import QPdfDocument",
        "from PySide6 import QtPdf",
        "from PySide6.QtMultimedia import QMediaPlayer",
        "from PySide6 import QtMultimedia\nQtMultimedia.QMediaPlayer()",
        "import importlib\nimportlib.import_module('PySide6.QtMultimedia').QAudioDecoder()",
        "getattr(module, 'QMediaPlayer')()",
        "from PySide6.QtGui import QImageReader",
        "from PySide6.QtGui import QMovie",
        "from PySide6 import QtGui\nQtGui.QMovie(path)",
        "QImage('photo.jpg')",
        "QImage(path)",
        "QImage(str(path))",
        "QImage(path, 'JPG')",
        "QtGui.QImage(path)",
        "QImage.fromData(data)",
        "QPixmap(f'{folder}/photo.png')",
        "QPixmap(path)",
        "def show(size: str): return QPixmap(size)",
        "image = QImage()\nimage.load(path)",
        "pixmap = QPixmap()\npixmap.loadFromData(data)",
        "QIcon(path)",
        "QIcon('logo.png')",
        "player.setSourceDevice(buffer)",
    ],
)
def test_a_planted_offender_is_found(planted: str) -> None:
    assert is_suspect(planted)
    assert offences(ast.parse(planted))


@pytest.mark.parametrize(
    "harmless",
    [
        "QImage(shot.rgba, shot.width_px, shot.height_px, stride, QImage.Format.Format_RGBA8888)",
        "QImage(256, 256, QImage.Format.Format_RGB32)",
        "QImage(size, QImage.Format.Format_RGB32)",
        "QImage()",
        "QPixmap(12, 12)",
        "def drawn(size: QSize): return QPixmap(size)",
        "QPixmap(window.grab())",
        "QPixmap(QSize(3, 4))",
        "QIcon(Glyph(character, colour))",
        "from PySide6.QtMultimedia import QAudioSink, QAudioFormat, QMediaDevices",
        "settings.load(file)",
    ],
)
def test_pixels_and_samples_are_no_offence(harmless: str) -> None:
    assert not offences(ast.parse(harmless))
