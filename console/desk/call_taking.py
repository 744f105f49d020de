"""What the call form asks: drafts, places, who calls, what it may be or repeat.

Why so long: what is asked while somebody types, and what is kept of it, is one form's life.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from console.contract.caller import number_tag, plain_number
from console.contract.codec import decode, encode
from console.contract.ids import new_id
from console.contract.sealed import Identity, open_seal
from console.desk.attaching import Attaching
from console.desk.call_form import CallForm, form_again
from console.desk.call_help import HandbookSource, beware_of
from console.desk.duplicates import Draft
from console.desk.filing import Filing
from console.desk.places import PlaceFound, Places
from console.domain.acts import FileReport
from console.domain.answer import Answers
from console.domain.call import Ring
from console.domain.changes import Changes
from console.domain.decision import Decision
from console.domain.duplicates import Candidate
from console.domain.errors import AccessFault, InputFault
from console.domain.hazard import HazardMatch
from console.domain.person import Actor
from console.domain.queue_row import QueueFilter, QueueOrder, QueueQuery, QueueRow
from console.domain.report import Report
from console.domain.shown_case import LedgerRow, ShownCase
from console.domain.triage import Triage

_DRAFT = "call_taking"
_LOOKED_BACK = 500
_LATEST = 3


class CallStore(Protocol):
    """What keeps drafts and reports (the store, by shape); any thread."""

    def draft(self, name: str) -> str | None:
        """An unfinished text."""

    def keep_draft(self, name: str, text: str) -> None:
        """Keep it; it survives a crash."""

    def drop_draft(self, name: str) -> None:
        """Let it go."""

    def queue_page(self, query: QueueQuery, offset: int, limit: int) -> tuple[QueueRow, ...]:
        """At most `limit` rows from `offset` on."""

    def report(self, report_id: str) -> Report | None:
        """A report as the server told it."""

    def shown(self, report_id: str) -> ShownCase | None:
        """A report with this desk's waiting decisions folded in."""

    def attention(self) -> tuple[LedgerRow, ...]:
        """Refused decisions nobody has acknowledged yet."""

    def mark_seen(self, decision_id: str) -> Changes:
        """A person acknowledged a refusal."""


class RingsPort(Protocol):
    """The calls the exchange tells of; callbacks come from a worker thread."""

    def now(self) -> tuple[Ring, ...]:
        """Those going on now, oldest first; none without an exchange."""

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told of each change; returns how to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerHistory:
    """What this desk knows of a number: how many reports, strikes, whether blocked, and the latest of them."""

    reports: int
    strikes: int
    blocked: bool
    latest: tuple[QueueRow, ...]


class CallTaking:
    """Callable from any thread but the GUI's: each question may take milliseconds of disk."""

    def __init__(
        self,
        store: CallStore,
        filing: Filing,
        *,
        now: Callable[[], datetime],
        places: Places,
        suggest: Callable[[str, str], Triage | None],
        alike: Callable[[Draft, datetime], tuple[Candidate, ...]],
        key: Callable[[], bytes | None],
        rings: RingsPort,
        handbook: HandbookSource,
        person: Callable[[], Actor | None],
        attaching: Attaching,
    ) -> None:
        """`alike` compares with what is open; `key` is the identity key of the person's role, None: nobody is known."""
        self._handbook, self._person = handbook, person
        self._store, self.filing, self._now = store, filing, now
        self._places, self._suggest, self._alike, self._key = places, suggest, alike, key
        self.rings, self.attaching = rings, attaching
        self._lock = threading.Lock()

    def begin(self, ring: Ring | None = None) -> CallForm:
        """An empty form, or one filled by the exchange."""
        person = self._person()
        form = CallForm(
            id=new_id(), opened_at=self._now(), by_id=person.id if person else "", by_name=person.name if person else ""
        )
        return form.of_ring(ring, self._number_of(ring)) if ring is not None else form

    def told_since(self, form: CallForm) -> CallForm:
        """The form with what the exchange has told of its call since: when it was answered, where it is recorded."""
        ring = next((each for each in self.rings.now() if each.id == form.call_id), None)
        if ring is None:
            return form
        return replace(
            form, answered_at=ring.answered_at or form.answered_at, recording_id=ring.recording_id or form.recording_id
        )

    def _number_of(self, ring: Ring) -> str:
        """Whoever takes a call needs its number; it stands in the form only, and under seal once filed."""
        key = self._key()
        try:
            return open_seal(ring.sealed, key, ring.id).phone if key is not None and ring.sealed else ""
        except AccessFault:
            return ""

    def _tag(self, phone: str) -> str:
        """What a number is recognised by, '' when it is none or nobody may recognise it."""
        key, number = self._key(), plain_number(phone)
        return number_tag(key, number) if key is not None and number else ""

    # Drafts

    def drafts(self) -> tuple[CallForm, ...]:
        """Forms begun and neither filed nor thrown away, the latest last; filings the server refused come first."""
        kept = self._kept()
        known = {form.id for form in kept}
        rows = (row for row in self._store.attention() if row.decision.subject.id not in known)
        refused = (form_again(row, self._who(row.decision)) for row in rows)
        return (*(form for form in refused if form is not None), *kept)

    def unfinished(self) -> tuple[CallForm | None, tuple[CallForm, ...]]:
        """The draft the person here left last (None: none of his), and those colleagues left at this workstation."""
        person, drafts = self._person(), self.drafts()
        mine = [form for form in drafts if not form.by_id or (person is not None and form.by_id == person.id)]
        return (mine[-1] if mine else None), tuple(form for form in drafts if form not in mine)

    def taken_over(self, form: CallForm) -> CallForm:
        """A colleague's draft as the person here goes on with it."""
        person = self._person()
        return replace(form, by_id=person.id, by_name=person.name) if person is not None else form

    def _kept(self) -> tuple[CallForm, ...]:
        """What was kept; what a later release wrote is left alone."""
        kept = self._store.draft(_DRAFT)
        try:
            return decode(kept.encode(), tuple[CallForm, ...]) if kept else ()
        except InputFault:
            return ()

    def _who(self, decision: Decision) -> Identity:
        """The caller as he was typed at this desk."""
        key, act = self._key(), decision.act
        sealed = act.caller.sealed if isinstance(act, FileReport) else ""
        try:
            return open_seal(sealed, key, decision.subject.id) if key is not None and sealed else Identity()
        except AccessFault:
            return Identity()

    def keep(self, form: CallForm) -> None:
        """Keep a form as it is now, or let it go when nothing is in it.

        Raises:
            StoreFault: it could not be written.
        """
        with self._lock:
            others = [each for each in self._kept() if each.id != form.id]
            self._keep_all([*others, form] if not form.empty else others)

    def drop(self, form: CallForm) -> None:
        """A form is done with: filed, or thrown away; a refused filing it was counts as read.

        Raises:
            StoreFault: it could not be written.
        """
        with self._lock:
            self._keep_all([each for each in self._kept() if each.id != form.id])
        for file in form.files:
            self.attaching.let_go_unused(file)
        if form.answers:
            self._store.mark_seen(form.answers)

    def _keep_all(self, forms: list[CallForm]) -> None:
        if forms:
            self._store.keep_draft(_DRAFT, encode(forms).decode())
        else:
            self._store.drop_draft(_DRAFT)

    # Asking while somebody types

    def suggestion(self, form: CallForm) -> Triage | None:
        """What the words suggest; None without rules or without a word of them."""
        return self._suggest(form.text, form.category)

    def places(self, name: str, limit: int = 6) -> tuple[PlaceFound, ...]:
        """Landmarks, kelurahan and desa by name, best first; without a table of areas none."""
        return self._places.search(name, limit)

    def duplicates(self, form: CallForm, suggestion: Triage | None) -> tuple[Candidate, ...]:
        """Open reports that may tell of the same thing, best first; none while there is nothing to go by."""
        if form.empty:
            return ()
        category, _ = form.chosen(suggestion)
        tag = self._tag(form.phone)
        recognised_by = (tag,) if tag else ()
        draft = Draft(text=form.text, place=form.place, category=category, recognised_by=recognised_by)
        return self._alike(draft, form.begun_at)

    def beware(self, form: CallForm) -> tuple[HazardMatch, ...]:
        """The warning flags that fit its place, its caller or a plate in its text."""
        return beware_of(form, self._tag(form.phone), self._handbook, self._now())

    def answers(self) -> Answers:
        """The center's standard answers."""
        return self._handbook.answers()

    def caller(self, phone: str) -> CallerHistory | None:
        """What is known here of whoever has this number, None without a number or a way to recognise it."""
        tag = self._tag(phone)
        if not tag:
            return None
        query = QueueQuery(filter=QueueFilter.ALL, order=QueueOrder.NEWEST)
        rows = self._store.queue_page(query, 0, _LOOKED_BACK)
        told = ((row, self._report(row)) for row in rows)
        known = [(row, report) for row, report in told if report is not None and tag in report.reporter.recognised_by]
        if not known:
            return CallerHistory(reports=0, strikes=0, blocked=False, latest=())
        newest = known[0][1].reporter
        return CallerHistory(
            reports=max(len(known), newest.reports),
            strikes=newest.strikes,
            blocked=newest.blocked,
            latest=tuple(row for row, _ in known[:_LATEST]),
        )

    def _report(self, row: QueueRow) -> Report | None:
        """As the server told it, or as it was filed here when it has not told of it yet."""
        shown = self._store.shown(row.id) if row.waiting else None
        return shown.report if shown is not None else self._store.report(row.id)
