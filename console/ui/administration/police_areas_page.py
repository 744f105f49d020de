"""Police areas: who owns which kelurahan, and the import of the police's file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit

from console.desk.police_areas import FileRead
from console.domain.changes import Changes
from console.domain.errors import Fault
from console.domain.police_area import PoliceArea, PoliceAreas
from console.ui import theme
from console.ui.administration.lines_field import LinesField
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.roll_page import RollPage
from console.ui.administration.sheet import Sheet
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: "Polsek"),
    Column(title=lambda: "Polres", width_px=200),
    Column(title=lambda: "Polda", width_px=170),
    Column(title=lambda: translate("enrolment", "Rung at"), width_px=150),
    Column(title=lambda: translate("enrolment", "Kelurahan"), width_px=90),
    Column(title=lambda: translate("enrolment", "Ours"), width_px=60),
)


class PoliceAreasPage(RollPage[PoliceAreas]):
    """The table of posts; its side names one post's kelurahan, or reads a file and says what is wrong in it."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "place",
            lambda: translate("enrolment", "No police areas are imported yet"),
            lambda: translate("enrolment", "Until then every place counts as ours and nobody else is named."),
        )
        super().__init__(
            parts, COLUMNS, lambda: translate("enrolment", "Police areas"),
            lambda: translate("enrolment", "Import a file"), empty,
        )  # fmt: skip
        self._table = parts.office.enrolment.police_areas
        self._read: FileRead | None = None
        self.known = Sheet("")
        self.codes = SafeLabel(role="muted", wrap=True).selectable()
        self.known.add(self.codes)
        self.form = Sheet(lambda: translate("enrolment", "Import a file"))
        self.file = Field(lambda: translate("enrolment", "CSV file: code, polsek, polres, polda, perhaps phone"))
        self.browse = PlainButton(lambda: translate("enrolment", "Browse…"), self._browse)
        self.read_button = PlainButton(lambda: translate("enrolment", "Read it"), self.read)
        self.found = SafeLabel(role="strong", wrap=True)
        self.broken = QPlainTextEdit()
        self.broken.setReadOnly(True)
        self.broken.setTabChangesFocus(True)
        self.broken.setMinimumHeight(theme.px(140))
        name_widget(self.broken, lambda: translate("enrolment", "Lines that are left out, and why"))
        self.own = LinesField(
            lambda: translate("enrolment", "Ours: a Polsek, Polres or Polda a line; empty: all of it is ours"), lines=3
        )
        self._build_sheets()

    def ask_for(self) -> PoliceAreas:
        """The table at this desk."""
        return self._table.shown()

    def rows_of(self, answer: PoliceAreas) -> Sequence[RollRow]:
        """A line a Polsek, ours first."""
        ordered = sorted(answer.posts, key=lambda post: (not answer.ours(post), post.polda, post.polres, post.polsek))
        return [
            RollRow(
                id=_id(post),
                cells=(
                    post.polsek, post.polres, post.polda, post.phone, str(len(post.areas)),
                    "✓" if answer.ours(post) else "",
                ),
                icon="place",
            )
            for post in ordered
        ]  # fmt: skip

    def count_words(self, answer: PoliceAreas) -> str:
        """Posts and kelurahan."""
        said = translate("enrolment", "{n} posts · {areas} kelurahan")
        return said.format(n=len(answer.posts), areas=sum(len(post.areas) for post in answer.posts))

    def show_thing(self, thing_id: str) -> None:
        """That post's kelurahan."""
        post = next((each for each in (self.answer or PoliceAreas()).posts if _id(each) == thing_id), None)
        if post is None:
            return
        self.known.title.say(one_line(post.polsek))
        name_of = self.parts.office.enrolment.units.area_name
        self.codes.say("…")
        self.parts.background.ask(
            self, lambda: "\n".join(f"{code}  {name_of(code)}" for code in sorted(post.areas)), self.codes.say,
            topic="codes",
        )  # fmt: skip
        self.show_side(self.known)

    def begin_new(self) -> None:
        """Ask for a file."""
        if self.new_button.isEnabled():
            self.table.pick("")
            self._show_read(None)
            self.form.quiet()
            self.show_side(self.form)
            self.file.line.setFocus()

    def read(self) -> None:
        """Look at the file; nothing is imported yet."""
        file = self.file.line.text()
        self.read_button.setEnabled(False)
        self.form.quiet()
        self.parts.background.ask(self, lambda: self._table.read(file), self._show_read, self._say_unread, topic="file")

    def unsaved(self) -> bool:
        """Whether a file was read and not imported."""
        return self._read is not None

    def take_changes(self, changes: Changes) -> None:
        """The table changed."""
        if "police_areas" in changes.lists or changes.everything:
            self.ask()

    def cover(self) -> None:
        """Nothing stays."""
        self._read = None
        super().cover()

    def _build_sheets(self) -> None:
        self.form.add(self.file, "file")
        row = QHBoxLayout()
        row.addWidget(self.browse)
        row.addWidget(self.read_button)
        row.addStretch(1)
        self.form.body.addLayout(row)
        for widget in (self.found, self.broken):
            self.form.add(widget)
        self.form.add(self.own, "own")
        self.form.add_save(lambda: translate("enrolment", "Import, in place of the table there is"), self._keep)
        self.file.line.returnPressed.connect(self.read)
        self.file.line.textEdited.connect(lambda _text: self._show_read(None))
        for sheet in (self.known, self.form):
            self.add_sheet(sheet)

    def _browse(self) -> None:
        dialog = QFileDialog(self, translate("enrolment", "Import a file"), "", "CSV (*.csv)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self.file.line.setText(name)
        self.read()

    def _say_unread(self, fault: Fault) -> None:
        self.read_button.setEnabled(True)
        self._show_read(None)
        self.form.say_fault(fault)

    def _show_read(self, read: FileRead | None) -> None:
        self.read_button.setEnabled(True)
        self._read = read
        for widget in (self.found, self.own, self.form.save_button):
            if widget is not None:
                widget.setVisible(read is not None)
        self.broken.setVisible(read is not None and bool(read.broken))
        if read is None:
            return
        self.found.say(lambda: _found_words(read))
        self.broken.setPlainText("\n".join(_broken_words(line.line, line.field, line.reason) for line in read.broken))
        names = {name for post in read.table.posts for name in (post.polsek, post.polres, post.polda)}
        own = self.answer.own if self.answer is not None else ()
        self.own.put("\n".join(name for name in own if name in names))
        self.form.wait(waiting=not read.table.posts)

    def _keep(self) -> None:
        read = self._read
        if read is None:
            return
        own = self.own.text()
        self.form.wait(waiting=True)
        self.parts.background.ask(self, lambda: self._table.keep(read.table, own), self._kept, self.form.say_fault)

    def _kept(self, count: int) -> None:
        self._show_read(None)
        self.file.line.clear()
        self.form.say_done(
            lambda: translate("enrolment", "Imported: {n} kelurahan. Every desk has it soon.").format(n=count)
        )
        self.ask()


def _id(post: PoliceArea) -> str:
    return f"{post.polda}/{post.polres}/{post.polsek}/{post.phone}"


def _found_words(read: FileRead) -> str:
    said = translate("enrolment", "{n} posts · {areas} kelurahan").format(n=len(read.table.posts), areas=read.areas)
    if not read.broken_count:
        return said + " · " + translate("enrolment", "every line can be used")
    return said + " · " + translate("enrolment", "{n} lines are left out:").format(n=read.broken_count)


def _broken_words(line: int, field: str, reason: str) -> str:
    why = {
        "empty": translate("enrolment", "empty"),
        "not a kelurahan/desa code such as 35.73.02.1001": translate("enrolment", "no code such as 35.73.02.1001"),
    }.get(reason, reason)
    return translate("enrolment", "line {line}, {field}: {why}").format(line=line, field=field, why=why)
