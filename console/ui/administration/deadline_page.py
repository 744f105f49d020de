"""Deadlines: how long each stage may take, and how an alarm climbs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from console.desk.deadline_list import (
    BY_PRIORITY,
    DEADLINES,
    UP_TO,
    DeadlineLine,
    climb_id,
    least_of,
    read_length,
)
from console.domain.agency import Site
from console.domain.changes import Changes
from console.domain.deadline_rules import CLIMBING
from console.ui.administration.enrolment_words import rung_name
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.texts.language import translate
from console.ui.texts.times import exact_words

_PRIORITIES = ("p1", "p2", "p3", "p4")
_ALARMS = frozenset({UP_TO, "answer_holds_s", *(climb_id(rung) for rung in CLIMBING)})


class DeadlinePage(ListPage[Site, DeadlineLine]):
    """A list page whose lines are the site's; other facts of the site come with its change too."""

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, deadline_spec(parts), parent)

    def changeEvent(self, event: QEvent) -> None:
        """Lengths are typed in words of the language spoken: those not touched are said anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self._dirty and self.item is not None:
            self._load()

    def take_changes(self, changes: Changes) -> None:
        """The feed brought the site anew."""
        if (changes.site or changes.everything) and not self._busy:
            self.open()


def deadline_spec(parts: PageParts) -> ListSpec[Site, DeadlineLine]:
    """Columns and form of the deadlines."""
    return ListSpec(
        edited=parts.office.lists.site,
        shape=DEADLINES,
        columns=(
            Column(id="what", head=lambda: translate("administration", "Until"), text=title),
            Column(id="within", head=lambda: translate("administration", "Within"), text=_within, width_px=330),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=lambda item: item.id,
        name=lambda: translate("administration", "Deadlines"),
        about=lambda: translate(
            "administration",
            "How long each stage of a case may take, counted from its receipt, and how long an alarm waits before it"
            " climbs. They hold at once, for open cases too.",
        ),
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
            Filter(id="stages", words=lambda: translate("administration", "Cases"), shows=_is_case),
            Filter(id="alarms", words=lambda: translate("administration", "Alarms that climb"), shows=_is_alarm),
        ),
        shown=_shown,
        changed_word=_name,
    )


def title(item: DeadlineLine) -> str:
    """What has to happen by then."""
    return _name(item.id)


def spread(item: DeadlineLine) -> Values:
    """A line as its form holds it."""
    four = item.seconds if item.id in BY_PRIORITY else (0, 0, 0, 0)
    lengths = [exact_words(each) for each in four]
    values: Values = dict(zip(_PRIORITIES, lengths, strict=True))
    return {
        **values, "all": exact_words(item.seconds[0]) if item.id != UP_TO else "",
        "up_to": str(item.seconds[0]) if item.id == UP_TO else "1",
    }  # fmt: skip


def gather(values: Values, item: DeadlineLine | None) -> DeadlineLine:
    """The line a form holds; nothing is ever added to this list."""
    if item is None:
        return DeadlineLine("", (0,))
    if item.id == UP_TO:
        return DeadlineLine(item.id, (int(str(values["up_to"])),))
    names = _PRIORITIES if item.id in BY_PRIORITY else ("all",)
    return DeadlineLine(item.id, tuple(read_length(str(values[name])) or 0 for name in names))


def wrong(values: Values, item: DeadlineLine | None, site: Site) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    del site
    if item is None or item.id == UP_TO:
        return ()
    found = []
    for name in _PRIORITIES if item.id in BY_PRIORITY else ("all",):
        seconds = read_length(str(values[name]))
        if seconds is None:
            said = translate("administration", "Write a length such as 45 s, 10 min, 4 h or 7 d; 90 d at most.")
            found.append(Wrong(name, said))
        elif seconds < least_of(item.id):
            found.append(Wrong(name, translate("administration", "This deadline must be there: at least 1 s.")))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    lengths = tuple(
        FieldSpec(name=name, longest=40, label=partial(_priority_label, place))
        for place, name in enumerate(_PRIORITIES, 1)
    )
    return (
        *lengths,
        FieldSpec(
            name="all", longest=40, label=lambda: translate("administration", "Within"),
            hint=lambda: translate("administration", "As 45 s, 10 min, 1 h 30 min, 7 d; 0: none."),
        ),
        FieldSpec(
            name="up_to", kind=FieldKind.CHOICE, label=lambda: translate("administration", "Alarms climb for"),
            choices=tuple((str(number), partial(_up_to_words, number)) for number in range(5)),
        ),
    )  # fmt: skip


def _shown(values: Values, item: DeadlineLine | None) -> frozenset[str]:
    del values
    if item is None or item.id in BY_PRIORITY:
        return frozenset(_PRIORITIES)
    return frozenset({"up_to"} if item.id == UP_TO else {"all"})


def _priority_label(number: int) -> str:
    return translate("administration", "P{n} within").format(n=number)


def _up_to_words(number: int) -> str:
    if not number:
        return translate("administration", "no case")
    if number == 1:
        return translate("administration", "P1 alone")
    return translate("administration", "P1 to P{n}").format(n=number)


def _within(item: DeadlineLine) -> str:
    if item.id == UP_TO:
        return _up_to_words(item.seconds[0])
    if item.id in BY_PRIORITY:
        said = (exact_words(each) if each else "—" for each in item.seconds)
        return " · ".join(f"P{place} {words}" for place, words in enumerate(said, 1))
    if item.id == "answer_holds_s" and not item.seconds[0]:
        return translate("administration", "for good")
    return exact_words(item.seconds[0])


def _name(line_id: str) -> str:
    known = {
        "answer_s": translate("administration", "A ringing call is answered"),
        "acknowledge_s": translate("administration", "A report is claimed"),
        "dispatch_s": translate("administration", "A unit is sent"),
        "arrive_s": translate("administration", "A unit is on scene"),
        "close_s": translate("administration", "The case is closed"),
        "forward_s": translate("administration", "An agency or post takes what was passed on"),
        "safety_check_s": translate("administration", "Officers at a dangerous scene are asked whether they are safe"),
        "safety_grace_s": translate("administration", "An alarm follows where they do not answer"),
        UP_TO: translate("administration", "Unanswered alarms climb"),
        "answer_holds_s": translate("administration", "A duty officer's word holds an alarm"),
    }
    rung = next((each for each in CLIMBING if climb_id(each) == line_id), None)
    if rung is not None:
        return translate("administration", "An alarm climbs past: {rung}").format(rung=rung_name(rung))
    return known.get(line_id, line_id)


def _is_alarm(item: DeadlineLine) -> bool:
    return item.id in _ALARMS


def _is_case(item: DeadlineLine) -> bool:
    return item.id not in _ALARMS
