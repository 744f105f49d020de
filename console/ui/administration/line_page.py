"""Phone lines: at which workstations a ring on each line of the exchange is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from console.desk.administration import Access
from console.desk.administration_changes import ListShape
from console.desk.workstations import DesksShown
from console.domain.errors import Fault
from console.domain.phone_lines import LONGEST, MOST_LINES, PhoneLine, PhoneLines, line_label
from console.domain.report import SourceKind
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec, TicksField
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, ListSpec
from console.ui.administration.page import PageParts
from console.ui.texts.cases import source_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

SHAPE: ListShape[PhoneLines, PhoneLine] = ListShape(
    lambda lines: lines.lines, lambda lines, items: replace(lines, lines=items), line_label
)
_EXCHANGES = (SourceKind.CALL_110.value, SourceKind.CALL_112.value)


class LinePage(ListPage[PhoneLines, PhoneLine]):
    """A list page that asks the server which workstations there are: a line is bound to them by name."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        self.desks: dict[str, str] = {}
        super().__init__(parts, line_spec(parts, self._desk_name, self._gone), parent)

    def open(self) -> None:
        """Read the lines anew, and which workstations they may ring at."""
        if self.parts.office.administration.access() is Access.OPEN:
            shown = self.parts.office.enrolment.workstations.shown
            self.parts.background.ask(self, shown, self._take_desks, self._without_desks, topic="desks")
        super().open()

    def _take_desks(self, shown: DesksShown) -> None:
        self.desks = {each.id: each.name for each in shown.desks if each.ended_at is None}
        ticks = self.editor.form.fields["desks"]
        if isinstance(ticks, TicksField):
            ticks.offer(tuple((each, one_line(name)) for each, name in self.desks.items()), self._desk_name)
        self.model.respell()
        self._select_row()

    def _without_desks(self, fault: Fault) -> None:
        """Those a line is bound to are shown by their ids; the window says that the server is away."""

    def _desk_name(self, desk_id: str) -> str:
        if desk_id in self.desks:
            return one_line(self.desks[desk_id])
        if self._gone(desk_id):
            return translate("administration", "enrolled no more")
        # Only the server knows their names.
        return translate("administration", "a workstation …{id}").format(id=desk_id[-4:])

    def _gone(self, desk_id: str) -> bool:
        """Whether it is known that no such workstation is enrolled any more."""
        return bool(self.desks) and desk_id not in self.desks


def line_spec(
    parts: PageParts, desk_name: Callable[[str], str], gone: Callable[[str], bool]
) -> ListSpec[PhoneLines, PhoneLine]:
    """Columns and form of the lines; `desk_name` says whose id a workstation's is, `gone` whether it ended."""
    return ListSpec(
        edited=parts.office.lists.lines,
        shape=SHAPE,
        columns=(
            Column(id="line", head=lambda: translate("administration", "Line"), text=title, width_px=96),
            Column(id="exchange", head=lambda: translate("administration", "Exchange"), text=_exchange, width_px=90),
            Column(id="name", head=lambda: translate("administration", "What it is for"), text=_name, width_px=170),
            Column(
                id="desks", head=lambda: translate("administration", "Rings at"),
                text=lambda item: _desks(item, desk_name),
                tone=lambda item: "warn" if any(gone(each) for each in item.desks) else "",
            ),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=lambda values, item, lines: wrong(values, item, lines, gone),
        title=lambda item: one_line(item.name) or title(item),
        edit_label=line_label,
        name=lambda: translate("administration", "Phone lines"),
        about=lambda: translate(
            "administration",
            "At which workstations a ring on a line is shown. A line that is not here rings at all of them, and so does"
            " one at whose workstations nobody is signed in: no call rings where nobody sits.",
        ),
        fresh=lambda: spread(PhoneLine(line="")),
        add_words=lambda: translate("administration", "New line"),
        removal=lambda: translate("administration", "Take off…"),
    )  # fmt: skip


def title(item: PhoneLine) -> str:
    """The line as its exchange names it."""
    return one_line(item.line)


def spread(item: PhoneLine) -> Values:
    """A line as its form holds it."""
    return {"line": item.line, "source_kind": item.source_kind, "name": item.name, "desks": item.desks}


def gather(values: Values, item: PhoneLine | None) -> PhoneLine:
    """The line a form holds."""
    del item
    desks = values["desks"]
    return PhoneLine(
        line=" ".join(str(values["line"]).split()),
        source_kind=str(values["source_kind"]),
        name=" ".join(str(values["name"]).split()),
        desks=desks if isinstance(desks, tuple) else (),
    )


def wrong(
    values: Values, item: PhoneLine | None, lines: PhoneLines, gone: Callable[[str], bool]
) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    line = gather(values, item)
    if not line.line:
        found.append(Wrong("line", translate("administration", "Write something here.")))
    if any(line_label(each) == line_label(line) and each != item for each in lines.lines):
        said = translate("administration", "That line of this exchange is on the list already: change that one.")
        found.append(Wrong("line", said))
    if any(gone(each) for each in line.desks):
        said = translate("administration", "The last ones ticked are enrolled no more: take their ticks away.")
        found.append(Wrong("desks", said))
    if item is None and len(lines.lines) >= MOST_LINES:
        said = translate("administration", "At most {n} lines: take one off first.").format(n=MOST_LINES)
        found.append(Wrong("line", said))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="line", longest=LONGEST, label=lambda: translate("administration", "Line, as the exchange names it"),
            hint=lambda: translate("administration", "Exactly what it sends as “line” with a call, such as 7 or SPKT."),
        ),
        FieldSpec(
            name="source_kind", kind=FieldKind.CHOICE, label=lambda: translate("administration", "Exchange"),
            choices=(
                ("", lambda: translate("administration", "any")),
                *((each, partial(source_word, SourceKind(each))) for each in _EXCHANGES),
            ),
        ),
        FieldSpec(name="name", longest=LONGEST, label=lambda: translate("administration", "What it is for")),
        FieldSpec(
            name="desks", kind=FieldKind.TICKS,
            label=lambda: translate("administration", "Rings at these workstations"),
            hint=lambda: translate("administration", "None ticked: at every one."),
        ),
    )  # fmt: skip


def _exchange(item: PhoneLine) -> str:
    return source_word(SourceKind(item.source_kind)) if item.source_kind else translate("administration", "any")


def _name(item: PhoneLine) -> str:
    return one_line(item.name) or "—"


def _desks(item: PhoneLine, desk_name: Callable[[str], str]) -> str:
    return ", ".join(desk_name(each) for each in item.desks) or translate("administration", "every workstation")
