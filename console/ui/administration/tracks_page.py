"""Past positions: for how many days they are kept, and every look at them with its why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from console.desk.administration import Access
from console.desk.track_keeping import Look, LookLog, read_days
from console.domain.errors import Fault, InputFault
from console.ui.administration.enrolment_words import day_time
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.roll_page import RollPage
from console.ui.administration.sheet import Sheet
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "Looked on"), width_px=176),
    Column(title=lambda: translate("enrolment", "Who"), width_px=120),
    Column(title=lambda: translate("enrolment", "At whose positions")),
    Column(title=lambda: translate("enrolment", "Why"), width_px=180),
)
_NAMED = 4


class TracksPage(RollPage[LookLog]):
    """The table of looks; its side shows one whole, or sets for how long positions are kept."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "eye", lambda: translate("enrolment", "Nobody has looked at past positions yet"),
            lambda: translate("enrolment", "Each look at a track, and each question who was near, will stand here."),
        )  # fmt: skip
        super().__init__(
            parts, COLUMNS, lambda: translate("enrolment", "Looks at past positions"),
            lambda: translate("enrolment", "How long they are kept…"), empty,
        )  # fmt: skip
        self._keeping = parts.office.enrolment.tracks
        self.earlier = PlainButton(lambda: translate("enrolment", "Earlier looks"), self._ask_earlier)
        self.rows.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.earlier.hide()
        self.known = Sheet("")
        self.facts = SafeLabel(wrap=True).selectable()
        self.known.add(self.facts)
        self.form = Sheet(lambda: translate("enrolment", "How long they are kept"))
        self.form.add(SafeLabel(_about, role="muted", wrap=True))
        self.days = Field(lambda: translate("enrolment", "Days positions of units are kept, 1 to 3650"))
        self.form.add(self.days, "days")
        self.form.add_save(lambda: translate("enrolment", "Keep them so long"), self.save)
        self.shorter = SureRow(
            lambda: translate("enrolment", "Delete the older ones…"),
            lambda: translate("enrolment", "Positions older than that are deleted within minutes, for good."),
            lambda: translate("enrolment", "Shorten and delete"), self._keep,
        )  # fmt: skip
        self.form.add(self.shorter)
        self.days.line.textEdited.connect(lambda _text: self._typed())
        for sheet in (self.known, self.form):
            self.add_sheet(sheet)
        self._typed()

    def ask_for(self) -> LookLog:
        """The latest looks."""
        return self._keeping.shown()

    def rows_of(self, answer: LookLog) -> Sequence[RollRow]:
        """A line a look, the latest first."""
        return [self._row(look) for look in answer.looks]

    def count_words(self, answer: LookLog) -> str:
        """For how long positions are kept; how many looks are listed."""
        said = translate("enrolment", "Kept for {days} days · {n} looks").format(days=answer.days, n=len(answer.looks))
        return said + "+" if answer.more else said

    def take(self, answer: LookLog) -> None:
        """The answer came."""
        super().take(answer)
        self.earlier.setVisible(answer.more)

    def show_thing(self, thing_id: str) -> None:
        """One look, whole."""
        look = next((each for each in self.answer.looks if str(each.id) == thing_id), None) if self.answer else None
        if look is None:
            return
        zone = self.parts.zone()
        self.known.title.say(one_line(look.person))
        self.facts.say(lambda: _facts(look, zone))
        self.show_side(self.known)

    def begin_new(self) -> None:
        """The number of days, as it is now."""
        if self.new_button.isEnabled() and self.answer is not None:
            self.table.pick("")
            self.days.line.setText(str(self.answer.days))
            self.form.quiet()
            self._typed()
            self.show_side(self.form)
            self.days.line.setFocus()
            self.days.line.selectAll()

    def show_access(self, access: Access) -> None:
        """Only what can be saved can be begun."""
        super().show_access(access)
        self.form.wait(waiting=access is not Access.OPEN)

    def unsaved(self) -> bool:
        """Whether another number stands there."""
        return self.sheet is self.form and self.answer is not None and self.days.line.text() != str(self.answer.days)

    def save(self) -> None:
        """Keep them so long; what deletes is asked once more."""
        try:
            days = read_days(self.days.line.text())
        except InputFault as fault:
            self.form.say_fault(fault)
            return
        if self.answer is not None and days < self.answer.days:
            self.shorter.show()
            self.shorter.button.click()
            return
        self._keep()

    def _keep(self) -> None:
        typed = self.days.line.text()
        self.form.wait(waiting=True)
        self.parts.background.ask(self, lambda: self._keeping.keep(typed), self._kept, self._refused)

    def _kept(self, days: int) -> None:
        if self.answer is not None:
            self.take(replace(self.answer, days=days))
        self._typed()
        self.form.say_done(lambda: translate("enrolment", "Saved: kept for {days} days.").format(days=days))

    def _refused(self, fault: Fault) -> None:
        self._typed()
        self.form.say_fault(fault)

    def _typed(self) -> None:
        self.shorter.rest()
        self.shorter.hide()
        self.form.quiet()

    def _ask_earlier(self) -> None:
        if self.answer is not None and self.answer.looks:
            last = self.answer.looks[-1].id
            self.parts.background.ask(self, lambda: self._keeping.shown(before=last), self._take_earlier, topic="list")

    def _take_earlier(self, found: LookLog) -> None:
        if self.answer is not None:
            self.take(replace(self.answer, looks=(*self.answer.looks, *found.looks), more=found.more))

    def _row(self, look: Look) -> RollRow:
        zone = self.parts.zone()
        return RollRow(
            id=str(look.id), icon="place" if look.near else "eye",
            cells=(day_time(look.at, zone), one_line(look.person), _whose(look), _why(look)),
        )  # fmt: skip


def _about() -> str:
    return translate(
        "enrolment",
        "Positions are kept only while a unit is on duty. Who looks at past ones is recorded here and in the audit "
        "chain; that record stays when the positions are deleted.",
    )


def _whose(look: Look) -> str:
    named = ", ".join(map(one_line, look.units[:_NAMED]))
    if len(look.units) > _NAMED:
        named += translate("enrolment", " and {n} more").format(n=len(look.units) - _NAMED)
    if not look.near:
        return named
    return translate("enrolment", "near a place: {who}").format(who=named or translate("enrolment", "nobody found"))


def _why(look: Look) -> str:
    return one_line(" · ".join(part for part in (look.number, look.reason) if part))


def _facts(look: Look, zone: ZoneInfo) -> str:
    when = partial(day_time, zone=zone)
    lines = [
        translate("enrolment", "Looked on {when}.").format(when=when(look.at)),
        translate("enrolment", "Positions from {since} to {until}.").format(
            since=when(look.since), until=when(look.until)
        ),
    ]
    if look.place is not None:
        lat, lon, radius_m = look.place
        said = translate("enrolment", "Who was within {metres} m of {where}.")
        lines.append(said.format(metres=round(radius_m), where=f"{lat:.5f}, {lon:.5f}"))
    lines.append(", ".join(map(one_line, look.units)) or translate("enrolment", "Nobody was found."))
    if look.number:
        lines.append(translate("enrolment", "For the case {number}.").format(number=one_line(look.number)))
    if look.reason:
        lines.append(translate("enrolment", "Reason given: {reason}").format(reason=one_line(look.reason)))
    return "\n".join(lines)
