"""Files a call as a report: its number at once, its caller under seal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from console.areas.area import Placed
from console.contract.caller import number_tag, plain_number
from console.contract.sealed import Identity, seal
from console.desk.call_form import KIND_CATEGORIES, CallForm
from console.desk.decide import Decided, Refused
from console.domain import acts
from console.domain.acts import Act
from console.domain.agency import Site
from console.domain.call import Caller, CallFacts
from console.domain.errors import AccessFault, StoreFault
from console.domain.place import Place
from console.domain.report import ReportKind
from console.domain.report_number import fits_kind, series_of
from console.domain.reporter import mask_name, mask_phone
from console.domain.triage import Triage

INFORMATION_GIVEN = "information_given"
LATE_AFTER = timedelta(minutes=5)
"""What a person says was received so much earlier was written down later (paper notes after a power cut)."""


class Files(Protocol):
    """The one door for decisions, as this part needs it."""

    def file(self, act: acts.FileReport, report_id: str, *, answers: Sequence[str] = ()) -> Decided | Refused:
        """Make a report; `answers` is the refused filing it is again."""

    def decide(self, act: Act, report_id: str, *, decision_id: str = "") -> Decided | Refused:
        """Decide on one; `decision_id` where the thing decided about has it already."""


class NumberSource(Protocol):
    """This desk's own numbers (the store's, by shape)."""

    def next_of(self, series: str) -> str:
        """The next of a series, '' when none is left."""


class AreaSource(Protocol):
    """Which kelurahan a point lies in (console.areas, by shape)."""

    def place_of(self, lat: float, lon: float) -> Placed:
        """The kelurahan and how it was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """It stands; `number` is read out, '' when this desk has none left and the server will give one.

    `closed` is what became of closing it at once, None when that was not asked for. `left_out` files could not be put
    on it.
    """

    report_id: str
    number: str
    decided: Decided
    act: acts.FileReport
    form: CallForm
    closed: Decided | Refused | StoreFault | None = None
    left_out: int = 0


class Filing:
    """One filing at a time, whatever thread asks: two must never carry one number. Each blocks for a commit."""

    def __init__(
        self,
        desk: Files,
        numbers: NumberSource,
        *,
        site: Callable[[], Site],
        now: Callable[[], datetime],
        key: Callable[[], bytes | None],
        areas: AreaSource | None,
    ) -> None:
        """`now` is estimated server time; `key` the identity key of the person's role."""
        self._desk, self._numbers, self._site = desk, numbers, site
        self._now, self._key, self._areas = now, key, areas
        self._lock = threading.Lock()

    def file(self, form: CallForm, suggestion: Triage | None) -> Filed | Refused:
        """File it as it is typed; a refusal changes nothing.

        Raises:
            StoreFault: it could not be committed, so nothing was filed.
            AccessFault: `identity_not_allowed`; this role cannot seal a caller's name or number.
        """
        category, priority = form.chosen(suggestion)
        with self._lock:
            act = acts.FileReport(
                number=self._number(form), kind=form.kind, source_kind=form.source_kind, text=form.text.strip(),
                category=category, priority=priority, place=self.located(form.place), received_at=form.begun_at,
                caller=self._caller(form), call=self._facts(form), triage=suggestion, chose=form.chose,
            )  # fmt: skip
            answer = self._desk.file(act, form.id, answers=(form.answers,) if form.answers else ())
        if isinstance(answer, Refused):
            return answer
        return Filed(
            report_id=form.id, number=act.number, decided=answer, act=act, form=form, left_out=self._attached(form)
        )

    def _attached(self, form: CallForm) -> int:
        """Put the form's files on what was filed; how many could not be."""
        left_out = 0
        for file in form.files:
            try:
                answer = self._desk.decide(file.act, form.id, decision_id=file.id)
            except StoreFault:
                left_out += 1
            else:
                left_out += isinstance(answer, Refused)
        return left_out

    def inform(self, form: CallForm, suggestion: Triage | None, title: str) -> Filed | Refused:
        """File a call that a standard answer was read out to, and close it as *informasi diberikan*.

        It is information whatever the words suggest, for a person said so; what he chose otherwise stays chosen.

        Raises:
            StoreFault, AccessFault: as `file`; when only the closing could not be committed, the report stands open
                and `closed` says why.
        """
        category = form.category or KIND_CATEGORIES[ReportKind.INFORMATION]
        filed = self.file(replace(form, kind=ReportKind.INFORMATION, category=category), suggestion)
        if isinstance(filed, Refused):
            return filed
        try:
            return replace(filed, closed=self.close_informed(form.id, title))
        except StoreFault as fault:
            return replace(filed, closed=fault)

    def close_informed(self, report_id: str, title: str) -> Decided | Refused:
        """Close what was filed: the answer of that title was read out.

        Raises:
            StoreFault: it could not be committed, so nothing was closed.
        """
        return self._desk.decide(acts.CloseCase(outcome=INFORMATION_GIVEN, note=title), report_id)

    def name_caller(self, form: CallForm) -> Decided | Refused:
        """Who calls, told after filing.

        Raises:
            StoreFault, AccessFault: as `file`.
        """
        return self._desk.decide(acts.SetCaller(caller=self._caller(form)), form.id)

    def add_line(self, report_id: str, text: str) -> Decided | Refused:
        """What the caller says later, on the case for everybody who works on it.

        Raises:
            StoreFault: it could not be committed, so nothing was added.
        """
        return self._desk.decide(acts.AddNote(text=text), report_id)

    def located(self, place: Place) -> Place:
        """The place with its kelurahan: a desk decides it for what it files itself (house.md)."""
        if self._areas is None or place.lat is None or place.lon is None or place.area_code:
            return place
        found = self._areas.place_of(place.lat, place.lon)
        return replace(
            place, area_code=found.code, area_name=found.name, area_method=found.method,
            area_pack=found.pack_version, ambiguous=found.ambiguous,
        )  # fmt: skip

    def _number(self, form: CallForm) -> str:
        """The one read out before, if it was filed and refused; else this month's, at a month's end the last one's."""
        now, zone, kind = self._now(), self._site().zone, form.kind
        if form.number and fits_kind(form.number, kind):
            return form.number
        return self._numbers.next_of(series_of(kind, now, zone)) or self._numbers.next_of(
            series_of(kind, now.replace(day=1) - timedelta(days=1), zone)
        )

    def _caller(self, form: CallForm) -> Caller:
        name, phone = form.name.strip(), form.phone.strip()
        if not name and not phone:
            return Caller()
        key, number = self._key(), plain_number(phone)
        if key is None:
            raise AccessFault("identity_not_allowed", "This role may not note a caller's identity.")
        return Caller(
            name_masked=mask_name(name),
            phone_masked=mask_phone(phone),
            reachable=bool(phone),
            sealed=seal(Identity(name=name, phone=phone), key, form.id),
            recognised_by=(number_tag(key, number),) if number else (),
        )

    def _facts(self, form: CallForm) -> CallFacts:
        late = form.received_at is not None and self._now() - form.received_at > LATE_AFTER
        return CallFacts(
            call_id=form.call_id, line=form.line, rang_at=form.rang_at, answered_at=form.answered_at,
            recording_id=form.recording_id, late=late,
        )  # fmt: skip
