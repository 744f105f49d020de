"""What was typed of a call: a draft with every change, filed as one report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from console.contract.sealed import Identity
from console.desk.attaching import HeldFile
from console.domain.acts import FileReport
from console.domain.call import Ring
from console.domain.category import category_of
from console.domain.place import AreaMethod, Place, Provenance
from console.domain.report import ReportKind, SourceKind
from console.domain.shown_case import LedgerRow
from console.domain.triage import Triage

KIND_CATEGORIES = {ReportKind.ASPIRATION: "aspiration", ReportKind.INFORMATION: "information"}
"""What these kinds are about when nobody chose a category."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForm:
    """One call; `id` is the report's from the first letter on.

    `category` '' and `priority` 0 as long as nobody chose: then the suggestion of the words counts. `received_at` only
    when a person said that it was earlier. `number` once one was given. `answers` is the refused filing it is again.
    `files` are sealed on this disk and go onto the case when it is filed.
    `by_id` and `by_name` are who began it: a draft stays at its workstation, and his colleague there sees whose it is.
    Times are aware UTC.
    """

    id: str
    opened_at: datetime
    kind: ReportKind = ReportKind.CALL
    source_kind: SourceKind = SourceKind.CALL_110
    text: str = ""
    category: str = ""
    priority: int = 0
    place: Place = field(default_factory=Place)
    name: str = ""
    phone: str = ""
    received_at: datetime | None = None
    call_id: str = ""
    line: str = ""
    rang_at: datetime | None = None
    answered_at: datetime | None = None
    recording_id: str = ""
    number: str = ""
    filed_at: datetime | None = None
    answers: str = ""
    by_id: str = ""
    by_name: str = ""
    files: tuple[HeldFile, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was typed that could be lost."""
        typed = self.text.strip() or self.place.words.strip() or self.place.known or self.name.strip()
        return not (typed or self.phone.strip() or self.call_id or self.number or self.files)

    @property
    def begun_at(self) -> datetime:
        """From when its time counts: as a person said, as the exchange measured, else when the form was opened."""
        return self.received_at or self.rang_at or self.opened_at

    def chosen(self, suggestion: Triage | None) -> tuple[str, int]:
        """Category and priority as they would be filed: a person's choice, else what the words say; '' undecided."""
        suggested = suggestion.category if suggestion is not None else ""
        category = self.category or suggested or KIND_CATEGORIES.get(self.kind, "")
        if not category:
            return "", self.priority
        says = suggestion.priority if suggestion is not None and category == suggestion.category else 0
        return category, self.priority or says or category_of(category).priority

    @property
    def chose(self) -> tuple[str, ...]:
        """What a person chose himself of category and priority."""
        return tuple(name for name in ("category", "priority") if getattr(self, name))

    def at_place(self, place: Place) -> CallForm:
        """The same with another place."""
        return replace(self, place=place)

    def of_ring(self, ring: Ring, number: str) -> CallForm:
        """The same, filled with what the exchange knows; `number` as its seal holds it, '' when withheld.

        Taken while it still rings it counts as answered when the form was opened, until the exchange says better.
        """
        place = self.place
        if ring.lat is not None and not place.known:
            place = Place(
                lat=ring.lat, lon=ring.lon, accuracy_m=ring.radius_m, provenance=Provenance.GPS, words=place.words
            )
        return replace(
            self, source_kind=SourceKind(ring.source_kind), phone=self.phone or number, line=ring.line,
            call_id=ring.id, rang_at=ring.rang_at, answered_at=ring.answered_at or max(self.opened_at, ring.rang_at),
            recording_id=ring.recording_id,
            place=place,
        )  # fmt: skip


def form_again(row: LedgerRow, who: Identity) -> CallForm | None:
    """The form of a filing the server refused, as it was typed; None for any other decision."""
    act, decision = row.decision.act, row.decision
    if not isinstance(act, FileReport):
        return None
    call = act.call
    return CallForm(
        id=decision.subject.id, opened_at=decision.decided_at, kind=act.kind, source_kind=act.source_kind,
        text=act.text, category=act.category, priority=act.priority, place=act.place, name=who.name, phone=who.phone,
        received_at=act.received_at, call_id=call.call_id, line=call.line, rang_at=call.rang_at,
        answered_at=call.answered_at, recording_id=call.recording_id, number=act.number, answers=decision.id,
        by_id=decision.actor_id,
    )  # fmt: skip


def without_area(place: Place) -> Place:
    """A place whose kelurahan is to be decided anew."""
    return replace(place, area_code="", area_name="", area_method=AreaMethod.NONE, area_pack="", ambiguous=False)
