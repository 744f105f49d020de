"""The form of one unit: an officer, or a vehicle with its crew by name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.enrolled_units import Area, UnitDraft, UnitShown, draft_of
from console.domain.help_wanted import SKILLS
from console.domain.unit import UnitKind
from console.ui.administration.area_field import AreaField
from console.ui.administration.choice_field import ChoiceField
from console.ui.administration.enrolment_words import kind_word
from console.ui.administration.lines_field import LinesField
from console.ui.administration.sheet import Sheet
from console.ui.administration.skill_words import skill_word
from console.ui.administration.sure_row import SureRow
from console.ui.administration.ticks_field import TicksField
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel


class UnitSheet(Sheet):
    """`save(draft)`, `retire()` and `open_page()` are done by the page; `find` looks a kelurahan up (blocks)."""

    def __init__(
        self, save: Callable[[UnitDraft], None], retire: Callable[[], None], open_page: Callable[[], None],
        find: Callable[[str, Callable[[tuple[Area, ...]], None]], None], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("", parent)
        self._save, self._draft = save, UnitDraft()
        kinds = tuple((kind.value, lambda kind=kind: kind_word(kind)) for kind in UnitKind)
        self.kind = ChoiceField(lambda: translate("enrolment", "Kind"), kinds)
        self.sign = Field(lambda: translate("enrolment", "Call sign"))
        self.rank = Field(lambda: translate("enrolment", "Rank"))
        self.name = Field(lambda: translate("enrolment", "Name"))
        self.service_number = Field(lambda: translate("enrolment", "Service number (NRP)"))
        self.function = Field(lambda: translate("enrolment", "Function, e.g. lantas"))
        self.post = Field(lambda: translate("enrolment", "Post, e.g. Polsek Klojen"))
        self.crew = LinesField(lambda: translate("enrolment", "Crew: rank and name, one person a line"), lines=4)
        self.skills = TicksField(lambda: translate("enrolment", "Skills"), tuple(sorted(SKILLS)), skill_word)
        self.beat = AreaField(lambda: translate("enrolment", "Beat: the kelurahan he looks after"), find)
        self.duty = ChoiceField(lambda: translate("enrolment", "Now"), _duties())
        self.page_state = SafeLabel(role="muted", wrap=True)
        self.page_button = PlainButton(lambda: translate("enrolment", "Page on the phone (QR)…"), open_page)
        self.retire_row = SureRow(
            lambda: translate("enrolment", "Retire the unit…"),
            lambda: translate(
                "enrolment", "It leaves every list and its phone page ends. Its past cases keep its name."
            ),
            lambda: translate("enrolment", "Retire it"),
            retire,
        )
        self._build()
        self.kind.changed.connect(lambda _value: self._fit_kind())
        self.begin()

    def begin(self) -> None:
        """An empty form for a new unit."""
        self._put(UnitDraft(), "")
        self.title.say(lambda: translate("enrolment", "New unit"))
        for widget in (self.retire_row, self.page_state, self.page_button):
            widget.hide()
        self.quiet()

    def show_unit(self, shown: UnitShown) -> None:
        """A unit as it is."""
        unit = shown.unit
        self._put(draft_of(unit), shown.beat)
        self.title.say(unit.call_sign)
        for widget in (self.retire_row, self.page_button):
            widget.show()
        self.retire_row.rest()
        self.quiet()

    def follow(self, shown: UnitShown) -> None:
        """The same unit as the server has it by now; what was said below stays."""
        self._put(draft_of(shown.unit), shown.beat)
        self.title.say(shown.unit.call_sign)
        for widget in (self.retire_row, self.page_button):
            widget.show()

    @property
    def unit_id(self) -> str:
        """Which unit is edited, '' for a new one."""
        return self._draft.id

    @property
    def changed(self) -> bool:
        """Whether something typed is not saved."""
        return self.draft() != self._draft

    def draft(self) -> UnitDraft:
        """What is typed now."""
        return UnitDraft(
            id=self._draft.id, kind=UnitKind(self.kind.value), call_sign=self.sign.line.text(),
            name=self.name.line.text(), rank=self.rank.line.text(), service_number=self.service_number.line.text(),
            function=self.function.line.text(), post=self.post.line.text(), crew=self.crew.text(),
            skills=self.skills.values, beat_area=self.beat.code, on_duty=self.duty.value == "on",
        )  # fmt: skip

    def saved(self, unit_id: str) -> None:
        """What is typed stands at the server now."""
        if not self._draft.id:
            self._draft = self.draft()
        self.say_done(lambda: translate("enrolment", "Saved. Every desk has it within moments."))

    def _wanted(self) -> None:
        self.wait(waiting=True)
        self._save(self.draft())

    def _put(self, draft: UnitDraft, beat: str) -> None:
        self.kind.choose(draft.kind.value)
        for field, text in (
            (self.sign, draft.call_sign), (self.rank, draft.rank), (self.name, draft.name),
            (self.service_number, draft.service_number), (self.function, draft.function), (self.post, draft.post),
        ):  # fmt: skip
            field.line.setText(text)
        self.crew.put(draft.crew)
        self.skills.put(draft.skills)
        self.beat.put(draft.beat_area, beat)
        self.duty.choose("on" if draft.on_duty else "off")
        self._fit_kind()
        self._draft = draft
        self._draft = self.draft()

    def _fit_kind(self) -> None:
        vehicle = self.kind.value == UnitKind.VEHICLE.value
        self.crew.setVisible(vehicle)
        for widget in (self.rank, self.service_number, self.beat):
            widget.setVisible(not vehicle)

    def _build(self) -> None:
        self.add_pair(self.sign, self.kind, ("call_sign", "kind"))
        self.add_pair(self.rank, self.name, ("rank", "name"))
        self.add(self.crew, "crew")
        self.add_pair(self.post, self.function, ("post", "function"))
        self.add(self.service_number, "service_number")
        self.add(self.beat)
        self.add(self.skills)
        self.add(self.duty)
        self.add_save(lambda: translate("enrolment", "Save"), self._wanted)
        row = QHBoxLayout()
        row.addWidget(self.page_button)
        row.addStretch(1)
        self.foot.addLayout(row)
        self.foot.addWidget(self.page_state)
        self.foot.addWidget(self.retire_row)


def _duties() -> tuple[tuple[str, Callable[[], str]], ...]:
    return (
        ("on", lambda: translate("enrolment", "on duty")),
        ("off", lambda: translate("enrolment", "off duty")),
    )
