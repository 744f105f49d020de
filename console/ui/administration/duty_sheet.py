"""The form of one line of the roster: who, on which rung, in which shift, which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.desk.roster import RUNGS, DutyDraft, Slot, slot_of
from console.domain.roster import Duty, Roster, Rung
from console.ui.administration.choice_field import ChoiceField
from console.ui.administration.enrolment_words import rung_name
from console.ui.administration.roster_model import weekday_word
from console.ui.administration.sheet import Sheet
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.widgets.buttons import PlainButton

_EVERY = "every"


class DutySheet(Sheet):
    """`save(draft)` and `take_off(duty)` are done by the page."""

    def __init__(
        self,
        save: Callable[[DutyDraft], None],
        take_off: Callable[[Duty], None],
        open_page: Callable[[Duty], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._save = save
        self._day: date | None = None
        self._duty: Duty | None = None
        rungs = tuple((rung.value, lambda rung=rung: rung_name(rung)) for rung in RUNGS)
        self.rung = ChoiceField(lambda: translate("enrolment", "Rung"), rungs)
        self.post = Field(lambda: translate("enrolment", "Post; empty for the whole area"))
        self.shift = ChoiceField(lambda: translate("enrolment", "Shift"), ())
        self.when = ChoiceField(lambda: translate("enrolment", "When"), ())
        self.name = Field(lambda: translate("enrolment", "Rank and name"))
        self.contact = Field(lambda: translate("enrolment", "Number to ring"))
        self.email = Field(lambda: translate("enrolment", "E-mail for alarms, if any"))
        self.sms = Field(lambda: translate("enrolment", "SMS for alarms, if any"))
        self.take_off_row = SureRow(
            lambda: translate("enrolment", "Take off duty…"),
            lambda: translate("enrolment", "Alarms of this rung reach nobody then, unless another line holds."),
            lambda: translate("enrolment", "Take off"),
            lambda: take_off(self._duty) if self._duty is not None else None,
        )
        self.add_pair(self.rung, self.post, ("rung", "post"))
        self.add_pair(self.shift, self.when, ("shift", "day"))
        self.add(self.name, "name")
        self.add(self.contact, "contact")
        self.add(self.email, "email")
        self.add(self.sms, "sms")
        self.add_save(lambda: translate("enrolment", "Put on duty"), self._wanted)
        self.page_button = PlainButton(
            lambda: translate("enrolment", "Page on the phone (QR)…"),
            lambda: open_page(self._duty) if self._duty is not None else None,
        )
        row = QHBoxLayout()
        row.addWidget(self.page_button)
        row.addStretch(1)
        self.foot.addLayout(row)
        self.foot.addWidget(self.take_off_row)

    def show_slot(self, roster: Roster, slot: Slot, day: date, duty: Duty | None) -> None:
        """A cell of the week: who is there, or nobody yet."""
        self._offer(roster, day)
        self._duty = duty
        self.title.say(lambda: _title(duty))
        self.rung.choose(slot.rung.value)
        self.post.line.setText(slot.post)
        self.shift.choose(slot.shift)
        self.when.choose(_EVERY if duty is not None and not duty.day else day.isoformat())
        officer = roster.officer(duty.officer) if duty is not None else None
        for field, text in (
            (self.name, duty.name if duty else ""), (self.contact, duty.contact if duty else ""),
            (self.email, officer.email if officer else ""), (self.sms, officer.sms if officer else ""),
        ):  # fmt: skip
            field.line.setText(text)
        self.take_off_row.rest()
        self.take_off_row.setVisible(duty is not None)
        self.page_button.setVisible(duty is not None)
        self.quiet()

    def follow(self, roster: Roster) -> None:
        """The roster changed: what is typed stays, what may be taken off is who is there now."""
        draft = self.draft()
        day = draft.day.isoformat() if draft.day else ""
        there = (duty for duty in roster.duties if slot_of(duty) == draft.slot and duty.day == day)
        self._duty = next(there, None)
        self.take_off_row.setVisible(self._duty is not None)
        self.page_button.setVisible(self._duty is not None)

    def draft(self) -> DutyDraft:
        """What is typed now."""
        slot = Slot(rung=Rung(self.rung.value), post=self.post.line.text().strip(), shift=self.shift.value)
        every = self.when.value == _EVERY
        return DutyDraft(
            slot=slot, day=None if every else self._day, name=self.name.line.text(),
            contact=self.contact.line.text(), email=self.email.line.text(), sms=self.sms.line.text(),
        )  # fmt: skip

    def _offer(self, roster: Roster, day: date) -> None:
        self._day = day
        hours = tuple((shift.id, f"{shift.id} {shift.starts}-{shift.ends}") for shift in roster.shifts)
        self.shift.offer((("", lambda: translate("enrolment", "around the clock")), *hours))
        this = (day.isoformat(), lambda: _only(day))
        self.when.offer((this, (_EVERY, lambda: translate("enrolment", "every day"))))

    def _wanted(self) -> None:
        self.wait(waiting=True)
        self._save(self.draft())


def _only(day: date) -> str:
    return translate("enrolment", "only {day}").format(day=f"{weekday_word(day)} {day.strftime('%d-%m-%Y')}")


def _title(duty: Duty | None) -> str:
    return translate("enrolment", "On duty") if duty is not None else translate("enrolment", "Put somebody on duty")
