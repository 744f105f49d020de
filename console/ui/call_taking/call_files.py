"""Files that go with a call: sealed at once, on the case as soon as it is filed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.desk.attaching import Attaching, HeldFile, NotTaken
from console.domain.errors import Fault, InputFault
from console.ui import theme
from console.ui.attachments.file_choosing import attach_words, choose_files, not_taken_words
from console.ui.background import Background
from console.ui.case.words import size_words
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel

_Held = tuple[tuple[HeldFile, ...], tuple[str, ...]]


class CallFiles(QWidget):
    """`changed(files)` when one was added or taken off; `begin` before anything is pressed."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attaching: Attaching | None = None
        self._background: Background | None = None
        self.files: tuple[HeldFile, ...] = ()
        self._lines: list[QWidget] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(SafeLabel(lambda: translate("call", "Files"), role="small"), 1)
        self.button = PlainButton(attach_words, self._choose, tone="link")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head.addWidget(self.button)
        self._rows.addLayout(head)
        self.notice = SafeLabel("", role="warn", wrap=True)
        self.notice.hide()
        self._rows.addWidget(self.notice)

    def begin(self, attaching: Attaching, background: Background) -> None:
        """What seals them, and where that is done."""
        self._attaching, self._background = attaching, background

    def show_files(self, files: tuple[HeldFile, ...]) -> None:
        """Show those of a call."""
        self._say("")
        self._lay(files)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Seal files of this workstation and add them."""
        attaching, background = self._attaching, self._background
        if attaching is None or background is None or not paths:
            return
        self._say("")
        background.ask(self, lambda: _held(attaching, paths), self._take, self._fail)

    def _choose(self) -> None:
        self.add(choose_files(self))

    def _take(self, found: _Held) -> None:
        held, words = found
        self._say("\n".join(words))
        if held:
            self._lay((*self.files, *held))
            self.changed.emit(self.files)

    def _take_off(self, file: HeldFile) -> None:
        attaching, background = self._attaching, self._background
        if attaching is None or background is None:
            return
        self._lay(tuple(each for each in self.files if each.id != file.id))
        self.changed.emit(self.files)
        background.ask(self, lambda: attaching.let_go(file), None, self._fail)

    def _lay(self, files: tuple[HeldFile, ...]) -> None:
        for line in self._lines:
            self._rows.removeWidget(line)
            line.deleteLater()
        self.files = files
        self._lines = [self._line(file) for file in files]
        for line in self._lines:
            self._rows.addWidget(line)

    def _line(self, file: HeldFile) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SafeLabel(f"{one_line(file.name)} · {size_words(file.size_bytes)}", wrap=True), 1)
        off = PlainButton(lambda: translate("call", "take off"), partial(self._take_off, file), tone="link")
        off.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(off)
        return line

    def _say(self, words: str) -> None:
        self.notice.say(words)
        self.notice.setVisible(bool(words))

    def _fail(self, fault: Fault) -> None:
        self._say(fault_words(fault))


def _held(attaching: Attaching, paths: tuple[Path, ...]) -> _Held:
    held, words = [], []
    for path in paths:
        try:
            file = attaching.hold_file(path)
        except InputFault as fault:
            words.append(fault_words(fault))
            continue
        if isinstance(file, NotTaken):
            words.append(not_taken_words(path.name, file))
        else:
            held.append(file)
    return tuple(held), tuple(words)
