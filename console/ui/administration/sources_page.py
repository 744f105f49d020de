"""Sources of reports: apps, partners, gateways; a key shown once, a limit, dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from console.desk.sources import SourceDraft, SourceEnrolled, SourceKey, SourceList
from console.domain.report import SourceKind
from console.ui.administration.choice_field import ChoiceField
from console.ui.administration.enrolment_words import day_time
from console.ui.administration.page import PageParts
from console.ui.administration.roll_model import Column, RollRow
from console.ui.administration.secret_page import SecretPage
from console.ui.administration.sure_row import SureRow
from console.ui.sign_in.field import Field
from console.ui.texts.cases import source_word
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.states import EmptyState

COLUMNS = (
    Column(title=lambda: translate("enrolment", "Source")),
    Column(title=lambda: translate("enrolment", "Kind"), width_px=130),
    Column(title=lambda: translate("enrolment", "A second"), width_px=80),
    Column(title=lambda: translate("enrolment", "Agreement"), width_px=200),
    Column(title=lambda: translate("enrolment", "Latest report"), width_px=150),
)
KINDS = tuple(kind for kind in SourceKind if kind is not SourceKind.DEVICE)


class SourcesPage(SecretPage[SourceList]):
    """The table of sources; its side registers one, or gives another key, or ends it."""

    def __init__(self, parts: PageParts) -> None:
        empty = EmptyState(
            "partner",
            lambda: translate("enrolment", "No source is registered yet"),
            lambda: translate("enrolment", "Apps, partners, exchanges and SMS gateways: each sends with its own key."),
        )
        super().__init__(
            parts,
            COLUMNS,
            lambda: translate("enrolment", "Sources"),
            lambda: translate("enrolment", "New source"),
            empty,
            lambda: translate("enrolment", "Hand this over now"),
        )
        self._sources = parts.office.enrolment.sources
        self._chosen: SourceEnrolled | None = None
        kinds = tuple((kind.value, lambda kind=kind: source_word(kind)) for kind in KINDS)
        self.name = Field(lambda: translate("enrolment", "Name, as operators read it"))
        self.id = Field(lambda: translate("enrolment", "Short id, e.g. ojek-malang"))
        self.kind = ChoiceField(lambda: translate("enrolment", "Kind"), kinds)
        self.rate = Field(lambda: translate("enrolment", "Requests a second, at most"))
        self.first = Field(lambda: translate("enrolment", "Agreement from"), hint="2026-01-01")
        self.last = Field(lambda: translate("enrolment", "until, that day included"), hint="2026-12-31")
        self.facts = SafeLabel(role="muted", wrap=True)
        self.renew = SureRow(
            lambda: translate("enrolment", "New key…"),
            lambda: translate("enrolment", "The key there is now stops working at once: reports with it are refused."),
            lambda: translate("enrolment", "Make a new key"),
            self._renew,
        )
        self.withdraw_row = SureRow(
            lambda: translate("enrolment", "Withdraw…"),
            lambda: translate("enrolment", "Its key stops working at once. What it reported stays."),
            lambda: translate("enrolment", "Withdraw"),
            self._withdraw,
        )
        self._build_sheets()

    def ask_for(self) -> SourceList:
        """Every source."""
        return self._sources.shown()

    def rows_of(self, answer: SourceList) -> Sequence[RollRow]:
        """A line a source; those withdrawn last."""
        now = self.parts.now()
        return [self._row(source, now) for source in sorted(answer, key=lambda s: (s.ended_at is not None, s.name))]

    def count_words(self, answer: SourceList) -> str:
        """How many work."""
        return translate("enrolment", "{n} sources").format(n=sum(each.ended_at is None for each in answer))

    def take(self, answer: SourceList) -> None:
        """The answer came; what is chosen is brought up to date."""
        super().take(answer)
        if self._chosen is not None and self.sheet is self.known:
            self.show_thing(self._chosen.id)

    def show_thing(self, thing_id: str) -> None:
        """What may be done with that source."""
        source = next((each for each in self.answer or () if each.id == thing_id), None)
        if source is None or self.secret.holds:
            return
        self._chosen = source
        zone = self.parts.zone()
        self.known.title.say(source.name)
        self.facts.say(lambda: _facts(source, day_time(source.ended_at, zone)))
        for row in (self.renew, self.withdraw_row):
            row.rest()
        self.withdraw_row.setVisible(source.ended_at is None)
        self.renew.setVisible(source.ended_at is None)
        self.known.quiet()
        self.show_side(self.known)

    def begin_new(self) -> None:
        """An empty form."""
        if not self.new_button.isEnabled() or self.secret.holds:
            return
        self.table.pick("")
        self._chosen = None
        for field in (self.name, self.id, self.first, self.last):
            field.line.clear()
        self.rate.line.setText("5")
        self.kind.choose(SourceKind.PARTNER.value)
        self.form.quiet()
        self.show_side(self.form)
        self.name.line.setFocus()

    def unsaved(self) -> bool:
        """Whether a key is not handed over yet, or a source half typed."""
        typed = bool(self.name.line.text() or self.id.line.text())
        return self.secret.holds or (self.sheet is self.form and typed)

    def _build_sheets(self) -> None:
        self.form.add(self.name, "name")
        self.form.add(self.id, "id")
        self.form.add_pair(self.kind, self.rate, ("kind", "per_second"))
        self.form.add_pair(self.first, self.last, ("first_day", "last_day"))
        self.form.add_save(lambda: translate("enrolment", "Register and show the key"), self._make)
        self.known.add(self.facts)
        self.known.add(self.renew)
        self.known.add(self.withdraw_row)

    def _make(self) -> None:
        draft = SourceDraft(
            id=self.id.line.text(), name=self.name.line.text(), kind=SourceKind(self.kind.value),
            per_second=self.rate.line.text(), first_day=self.first.line.text(), last_day=self.last.line.text(),
        )  # fmt: skip
        zone = self.parts.zone()
        self.form.wait(waiting=True)
        self.parts.background.ask(self, lambda: self._sources.make(draft, zone), self._show_secret, self.form.say_fault)

    def _renew(self) -> None:
        source = self._chosen
        if source is not None:
            self.parts.background.ask(
                self, lambda: self._sources.new_key(source.id), self._show_secret, self.known.say_fault
            )

    def _withdraw(self) -> None:
        source = self._chosen
        if source is not None:
            self.parts.background.ask(
                self, lambda: self._sources.withdraw(source.id), lambda _none: self.ask(), self.known.say_fault
            )

    def _show_secret(self, made: SourceKey) -> None:
        self.name.line.clear()
        self.id.line.clear()
        self.show_once(
            lambda: translate("enrolment", "Key of {source}").format(source=made.id),
            made.key,
            lambda: translate("enrolment", "Sent with every request as: Authorization: Bearer, then the key"),
        )

    def _row(self, source: SourceEnrolled, now: datetime) -> RollRow:
        zone = self.parts.zone()
        outside = (source.valid_from is not None and now < source.valid_from) or (
            source.valid_until is not None and now > source.valid_until
        )
        tone = "ended" if source.ended_at else ("warn" if outside else "")
        agreement = translate("enrolment", "withdrawn") if source.ended_at else self._agreement(source, outside=outside)
        latest = day_time(source.last_at, zone) or translate("enrolment", "never")
        cells = (source.name, source_word(source.kind), f"{source.per_second:g}", agreement, latest)
        return RollRow(id=source.id, cells=cells, icon=source.kind.value, tone=tone)

    def _agreement(self, source: SourceEnrolled, *, outside: bool) -> str:
        zone = self.parts.zone()
        first = source.valid_from.astimezone(zone).strftime("%d-%m-%Y") if source.valid_from else ""
        # The moment it ends is the midnight after its last day.
        last = source.valid_until and (source.valid_until - timedelta(seconds=1)).astimezone(zone).strftime("%d-%m-%Y")
        if not (first or last):
            return ""
        said = f"{first} - {last or '…'}" if first else translate("enrolment", "until {day}").format(day=last)
        return translate("enrolment", "{dates}: not in force").format(dates=said) if outside else said


def _facts(source: SourceEnrolled, ended: str) -> str:
    said = translate("enrolment", "Id {id} · at most {n} requests a second").format(
        id=source.id, n=f"{source.per_second:g}"
    )
    if ended:
        said += "\n" + translate("enrolment", "Withdrawn {when}. Register it anew under another id.").format(when=ended)
    return said
