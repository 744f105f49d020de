"""A page of one list that can also go into a file and come from one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from console.desk.administration_lists import Listed
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import ListSpec
from console.ui.administration.page import PageParts
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.spoken import worded

_ThingT = TypeVar("_ThingT", bound=Listed)
_ItemT = TypeVar("_ItemT")
_ReadT = TypeVar("_ReadT")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWay(Generic[_ThingT, _ReadT]):
    """What files of a list are: `pattern` as a file dialog takes it, `suffix` without its dot.

    `write` answers how many entries it wrote, `read` what a file says beside the list as it is; both wait for the disk.
    """

    pattern: str
    suffix: str
    write: Callable[[_ThingT, Path], int]
    read: Callable[[Path, _ThingT], _ReadT]


class FiledPage(ListPage[_ThingT, _ItemT], Generic[_ThingT, _ItemT, _ReadT]):
    """Reads and writes in the background; what was read is offered, never just taken."""

    def __init__(
        self, parts: PageParts, spec: ListSpec[_ThingT, _ItemT], way: FileWay[_ThingT, _ReadT],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parts, spec, parent)
        self._way = way
        self.take_in = PlainButton(lambda: translate("administration", "From a file…"), self._ask_import)
        self.give_out = PlainButton(lambda: translate("administration", "Into a file…"), self._ask_export)
        for key in (self.take_in, self.give_out):
            self.frame.tools.addWidget(key)

    def export(self, file: Path) -> None:
        """Write the list as it is saved into a file."""
        thing = self.thing
        if thing is not None:
            self.parts.background.ask(self, lambda: self._way.write(thing, file), self._exported, self._failed)

    def take_file(self, file: Path) -> None:
        """Read a file, say what it would change, and ask before anything is changed."""
        thing = self.thing
        if thing is not None:
            self.parts.background.ask(self, lambda: self._way.read(file, thing), self._offer, self._failed)

    def _offer(self, read: _ReadT) -> None:
        raise NotImplementedError

    def _exported(self, count: int) -> None:
        said = translate("administration", "{n} entries are in the file.")
        self.editor.setVisible(True)
        self.editor.message.tell(lambda: said.format(n=count), "good")

    def _ask_import(self) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _ask_export(self) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._way.suffix)
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def _dialog(self, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self, worded(self.spec.name), "", self._way.pattern)
        dialog.setAcceptMode(mode)
        dialog.finished.connect(dialog.deleteLater)
        return dialog
