"""Choosing files of this workstation to put on a case, and why one of them is not taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from console.desk.attaching import NotTaken
from console.domain.casework.attaching import MOST_OWN_BYTES
from console.ui.case.words import size_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_ENDINGS = (
    "jpg", "jpeg", "png", "webp", "heic", "mp4", "mov", "3gp", "webm", "mkv", "mp3", "m4a", "ogg", "oga", "opus",
    "wav", "amr", "pdf",
)  # fmt: skip
"""What such files are usually called; what one is, its first bytes say."""


def choose_files(window: QWidget) -> tuple[Path, ...]:
    """Ask which files; none when nothing was chosen."""
    known = translate("attachments", "Photos, films, sounds, PDF") + f" ({' '.join(f'*.{each}' for each in _ENDINGS)})"
    every = translate("attachments", "All files") + " (*)"
    chosen, _ = QFileDialog.getOpenFileNames(window, attach_words(), "", f"{known};;{every}")
    return tuple(Path(each) for each in chosen)


def attach_words() -> str:
    """On the button and above the dialog."""
    return translate("attachments", "Attach a file…")


def drop_words() -> str:
    """The other way to attach."""
    return translate("attachments", "Or drop files here.")


def local_files(dragged: QMimeData) -> tuple[Path, ...]:
    """The files of this workstation that are being dragged; folders and what lies elsewhere are none."""
    paths = tuple(Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())


def not_taken_words(name: str, why: NotTaken) -> str:
    """Why this file is not put on the case."""
    words = {
        "empty": translate("attachments", "{name} is empty."),
        "kind_unknown": translate("attachments", "{name} is no photo, film, sound or PDF this center takes."),
        "kind_not_allowed": translate("attachments", "{name} is of a kind this center does not take ({kind})."),
        "too_large": translate("attachments", "{name} is larger than {most}."),
    }[why.code]
    return words.format(name=one_line(name), kind=why.detail, most=size_words(MOST_OWN_BYTES))
