"""The files this workstation keeps: how much room they take, and how much they may."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QSpinBox, QVBoxLayout, QWidget

from console.desk.administration import Access
from console.desk.kept_files import LEAST_MIB, MOST_MIB
from console.domain.errors import Fault
from console.domain.link import FilesHeld
from console.ui import theme
from console.ui.administration.page import Page, PageParts
from console.ui.administration.sheet import Sheet
from console.ui.administration.side import Side
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget


class KeptFilesPage(Page):
    """One sheet; it belongs to this workstation alone, so that it is saved without the server too."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts)
        self._kept, self._typed, self._may = parts.office.kept_files, False, False
        self.answer: FilesHeld | None = None
        self.sheet = Sheet(lambda: translate("enrolment", "Files kept on this workstation"))
        self.sheet.setMaximumWidth(theme.px(640))
        self.sheet.add(SafeLabel(_about, role="muted", wrap=True))
        self.used = SafeLabel(role="strong", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(8))
        name_widget(self.bar, lambda: translate("enrolment", "Room used"))
        self.sheet.add(self.used)
        self.sheet.add(self.bar)
        self.most = QSpinBox()
        self.most.setRange(LEAST_MIB, MOST_MIB)
        self.most.setSingleStep(256)
        self.most.setMinimumHeight(theme.px(32))
        self.most.valueChanged.connect(self._type)
        self.sheet.add(self._number(), "most_mib")
        self.sheet.add_save(lambda: translate("enrolment", "Save"), self.save)
        side = Side()
        side.add_sheet(self.sheet)
        side.show_sheet(self.sheet)
        self.rows.addWidget(side, 1)
        self._show_parts()

    def open(self) -> None:
        """Count what is here now; what was typed stays."""
        self.parts.background.ask(self, self._kept.usage, self._take, self.sheet.say_fault, topic="used")

    def show_access(self, access: Access) -> None:
        """Only an administrator sets it; the server need not be there."""
        self._may = access is not Access.NOT_ADMINISTRATOR
        self._show_parts()

    def unsaved(self) -> bool:
        """Whether something typed was not saved."""
        return self._typed

    def save(self) -> None:
        """From now on; what is too much goes at once."""
        mib = self.most.value()
        self.sheet.wait(waiting=True)
        self.parts.background.ask(self, lambda: self._kept.keep_at_most(mib), self._saved, self._failed)

    def _saved(self, held: FilesHeld) -> None:
        self._typed = False
        self._take(held)
        self.sheet.say_done(lambda: translate("enrolment", "Saved; it holds from now on."))

    def _failed(self, fault: Fault) -> None:
        self._show_parts()
        self.sheet.say_fault(fault)

    def _take(self, held: FilesHeld) -> None:
        self.answer = held
        if not self._typed:
            self.most.setValue(held.most_bytes >> 20)
            self._typed = False
            self.sheet.quiet()
        self._show_parts()

    def _type(self, _value: int) -> None:
        self._typed = True
        self.sheet.quiet()

    def _show_parts(self) -> None:
        held = self.answer
        self.sheet.wait(waiting=not (self._may and held is not None))
        self.used.say(lambda: _used_words(held))
        self.bar.setRange(0, 1000)
        self.bar.setValue(min(1000, round(1000 * held.bytes / held.most_bytes)) if held is not None else 0)

    def _number(self) -> QWidget:
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(3))
        label = SafeLabel(lambda: translate("enrolment", "MiB at most"), role="small")
        label.setBuddy(self.most)
        name_widget(self.most, lambda: translate("enrolment", "MiB at most"))
        rows.addWidget(label)
        rows.addWidget(self.most)
        whole.setFocusProxy(self.most)
        return whole


def _used_words(held: FilesHeld | None) -> str:
    if held is None:
        return translate("enrolment", "Counting…")
    words = translate("enrolment", "{n} files, {used} of {most} MiB").format(
        n=held.files, used=-(-held.bytes >> 20), most=held.most_bytes >> 20
    )
    if not held.unsent:
        return words
    waits = translate("enrolment", "{n} made here wait to be sent and are never let go")
    return f"{words}; {waits.format(n=held.unsent)}"


def _about() -> str:
    return translate(
        "enrolment",
        "Photos, films and sounds of cases are kept here encrypted, so that they open at once and without the server. "
        "Those shown longest ago go first; the server still has them.",
    )
