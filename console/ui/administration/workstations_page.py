"""Workstations: a code to enrol one, who was last seen where, the end of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from console.desk.workstations import MOST_HOURS, MOST_USES, CodeOpen, DeskEnrolled, DesksShown, EnrolmentCode
from console.ui import theme
from console.ui.administration.enrolment_words import day_time
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.secret_page import SecretPage
from console.ui.administration.sure_row import SureRow
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Words, name_widget
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "Workstation")),
    Column(title=lambda: translate("enrolment", "Who is there now"), width_px=190),
    Column(title=lambda: translate("enrolment", "Last seen"), width_px=150),
    Column(title=lambda: translate("enrolment", "Enrolled"), width_px=200),
)
_CODE = "code:"


class WorkstationsPage(SecretPage[DesksShown]):
    """The table of workstations, codes that still work above them; its side makes a code or ends what is chosen."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "screens",
            lambda: translate("enrolment", "No workstation is enrolled yet"),
            lambda: translate("enrolment", "Make a code and type it at the workstation's first start."),
        )
        super().__init__(
            parts, COLUMNS, lambda: translate("enrolment", "Workstations"),
            lambda: translate("enrolment", "New enrolment code"), empty,
            lambda: translate("enrolment", "Type this at the workstation"),
        )  # fmt: skip
        self._desks = parts.office.enrolment.workstations
        self._chosen = ""
        self.uses, uses = _number(lambda: translate("enrolment", "For how many workstations"), 1, MOST_USES)
        self.hours, hours = _number(lambda: translate("enrolment", "Works for how many hours"), 24, MOST_HOURS)
        self.form.add(uses, "uses")
        self.form.add(hours, "hours")
        self.form.add_save(lambda: translate("enrolment", "Make the code"), self._allow)
        self.facts = SafeLabel(role="muted", wrap=True)
        self.known.add(self.facts)
        self.withdraw_row = SureRow(
            lambda: translate("enrolment", "Withdraw…"),
            lambda: translate(
                "enrolment",
                "It is shut out at once. What it has not sent yet stays there and goes out when it is enrolled again.",
            ),
            lambda: translate("enrolment", "Withdraw"),
            self._withdraw,
        )
        self.known.add(self.withdraw_row)

    def ask_for(self) -> DesksShown:
        """Workstations and codes."""
        return self._desks.shown()

    def rows_of(self, answer: DesksShown) -> Sequence[RollRow]:
        """Codes first, then workstations in use, then those withdrawn."""
        zone = self.parts.zone()
        codes = [
            RollRow(
                id=_CODE + code.id, icon="lock", tone="warn",
                cells=(
                    translate("enrolment", "Open code, workstations left: {n}").format(n=code.uses_left), "",
                    "", translate("enrolment", "ends {when}").format(when=day_time(code.expires_at, zone)),
                ),
            )
            for code in answer.codes
        ]  # fmt: skip
        desks = [
            RollRow(
                id=desk.id, icon="screens", tone="ended" if desk.ended_at else ("good" if desk.person else ""),
                cells=(
                    desk.name,
                    translate("enrolment", "withdrawn") if desk.ended_at else desk.person,
                    day_time(desk.seen_at, zone) or translate("enrolment", "never"), day_time(desk.enrolled_at, zone),
                ),
            )
            for desk in sorted(answer.desks, key=lambda each: (each.ended_at is not None, each.name))
        ]  # fmt: skip
        return [*codes, *desks]

    def count_words(self, answer: DesksShown) -> str:
        """How many work, how many are in use now."""
        alive = [desk for desk in answer.desks if desk.ended_at is None]
        said = translate("enrolment", "{n} workstations · {now} in use now")
        return said.format(n=len(alive), now=sum(bool(desk.person) for desk in alive))

    def take(self, answer: DesksShown) -> None:
        """The answer came; what is chosen is brought up to date."""
        super().take(answer)
        if self._chosen and self.sheet is self.known:
            self.show_thing(self._chosen)

    def show_thing(self, thing_id: str) -> None:
        """What may be done with that workstation, or that code."""
        if self.answer is None or self.secret.holds:
            return
        self._chosen = thing_id
        code = next((each for each in self.answer.codes if _CODE + each.id == thing_id), None)
        desk = next((each for each in self.answer.desks if each.id == thing_id), None)
        if code is None and desk is None:
            self.show_side(None)
            return
        self.known.quiet()
        self.withdraw_row.rest()
        self.withdraw_row.setVisible(desk is None or desk.ended_at is None)
        if code is not None:
            self._show_code(code)
        elif desk is not None:
            self._show_desk(desk)
        self.show_side(self.known)

    def begin_new(self) -> None:
        """How many, how long."""
        if self.new_button.isEnabled() and not self.secret.holds:
            self.table.pick("")
            self._chosen = ""
            self.form.quiet()
            self.show_side(self.form)
            self.uses.setFocus()
            self.uses.selectAll()

    def unsaved(self) -> bool:
        """Whether a code is not handed over yet."""
        return self.secret.holds

    def _show_code(self, code: CodeOpen) -> None:
        zone = self.parts.zone()
        self.known.title.say(lambda: translate("enrolment", "Open code"))
        self.facts.say(lambda: _code_words(code.uses_left, day_time(code.expires_at, zone)))
        self.withdraw_row.sentence.say(lambda: translate("enrolment", "Nobody enrols with this code any more."))

    def _show_desk(self, desk: DeskEnrolled) -> None:
        zone = self.parts.zone()
        self.known.title.say(desk.name)
        self.facts.say(lambda: _desk_words(desk, day_time(desk.enrolled_at, zone), day_time(desk.ended_at, zone)))
        self.withdraw_row.sentence.say(
            lambda: translate(
                "enrolment",
                "It is shut out at once. What it has not sent yet stays there and goes out when it is enrolled again.",
            )
        )

    def _allow(self) -> None:
        uses, hours = self.uses.value(), self.hours.value()
        self.form.wait(waiting=True)
        self.parts.background.ask(self, lambda: self._desks.allow(uses, hours), self._show_secret, self.form.say_fault)

    def _show_secret(self, made: EnrolmentCode) -> None:
        until: datetime = made.expires_at
        self.show_once(
            lambda: translate("enrolment", "Enrolment code"),
            made.code,
            lambda: translate("enrolment", "Works until {when}").format(when=day_time(until, self.parts.zone())),
        )

    def _withdraw(self) -> None:
        chosen = self._chosen
        end = self._desks.withdraw_code if chosen.startswith(_CODE) else self._desks.withdraw
        self.parts.background.ask(
            self, lambda: end(chosen.removeprefix(_CODE)), lambda _none: self.ask(), self.known.say_fault
        )


def _number(words: Words, value: int, most: int) -> tuple[QSpinBox, QWidget]:
    """A number to set, under its words."""
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.px(3))
    label = SafeLabel(words, role="small")
    box = QSpinBox()
    box.setRange(1, most)
    box.setValue(value)
    box.setMinimumHeight(theme.px(32))
    label.setBuddy(box)
    name_widget(box, words)
    rows.addWidget(label)
    rows.addWidget(box)
    whole.setFocusProxy(box)
    return box, whole


def _code_words(uses: int, until: str) -> str:
    return translate("enrolment", "Still good for {n} workstations, until {when}.").format(n=uses, when=until)


def _desk_words(desk: DeskEnrolled, enrolled: str, ended: str) -> str:
    said = translate("enrolment", "Enrolled {when}.").format(when=enrolled)
    if ended:
        return said + " " + translate("enrolment", "Withdrawn {when}; a new code enrols it again.").format(when=ended)
    if desk.person:
        return said + " " + translate("enrolment", "{name} works there now.").format(name=desk.person)
    return said
