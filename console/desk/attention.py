"""What needs a person: refused decisions, conflicts, take-overs, trouble with the link.

Why so long: one short function per kind of card, each read beside the list that orders them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from console.desk.ports import Link, LinkState, Upload
from console.desk.sending import Sending, Unsent
from console.desk.takeovers import TakenOver, Takeovers
from console.domain.acts import DispatchUnits, ForwardCase
from console.domain.casework import Facts
from console.domain.conflict import Conflict, MyAct, conflict_of
from console.domain.decision import Refusal
from console.domain.person import Actor
from console.domain.shown_case import LedgerRow
from console.domain.timeline import Entry
from console.store.store import Store
from console.store.witness import Kept

CLOCK_OFF = timedelta(seconds=10)
"""A clock further off is told ('your clock is 7 min off'); half of a slow answer's way there and back is less."""

RETRIED_OFTEN = 5
"""A decision sent this often without an answer is shown; it is still sent on."""

_EVIDENCE = "witness/"
"""Before the row of a checkpoint that contradicts another, in place of a decision's id."""

AWAY = frozenset({"unreachable", "timeout", "busy", "server_error", "bad_answer"})
"""Troubles that end by themselves: shown, not counted, for work goes on without the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One card of the pane, what it is about, and why.

    `kind`: conflict | refused (one report's decisions of one person, `conflict` tells all) | taken_over | stuck |
    earlier | unsent_file | clock_off | server_restored | stalled | second_copy | ledger_behind | chain_… (what this
    console has witnessed of the server's audit chain contradicts what it shows now) | a link's trouble code. `calm`
    ones are shown and not counted. `decision_id` is what `dismiss` takes; `params` fill the screen's words.
    """

    kind: str
    at: datetime | None
    report_id: str = ""
    number: str = ""
    op: str = ""
    decision_id: str = ""
    refusal: Refusal | None = None
    conflict: Conflict | None = None
    calm: bool = False
    params: tuple[tuple[str, str], ...] = ()


class AttentionList:
    """Asks the store and the link; callable from any thread. `actor` is who is signed in, `now` server time."""

    def __init__(
        self,
        store: Store,
        actor: Callable[[], Actor | None] = lambda: None,
        now: Callable[[], datetime] | None = None,
        takeovers: Takeovers | None = None,
        behind: int = 0,
        sending: Sending | None = None,
    ) -> None:
        """`behind` decisions are in the second copy and not in this store (`Desk.behind_its_copy`)."""
        self._sending = sending
        self._store, self._actor, self._now, self._takeovers = store, actor, now, takeovers
        self._behind = behind
        self._read: set[tuple[str, datetime | None]] = set()

    def entries(self, link: Link | None = None) -> tuple[Attention, ...]:
        """All cards: the link's first, then conflicts and refusals oldest first, then the rest."""
        found = _of_link(link, self._now() if self._now else None) if link else ()
        told = tuple(each for each in found if _key(each) not in self._read)
        refused = tuple(self._of_chain(rows) for rows in _chains(self._store.attention()))
        waiting = self._store.waiting()
        stuck = tuple(_stuck(row) for row in waiting if row.tries >= RETRIED_OFTEN)
        taken = tuple(_taken(each) for each in self._takeovers.taken()) if self._takeovers else ()
        chain = tuple(_witnessed(each) for each in self._store.witness.evidence())
        unsent = tuple(_unsent(each) for each in self._sending.unsent()) if self._sending else ()
        return (*self._behind_its_copy(), *chain, *told, *refused, *unsent, *taken, *stuck, *self._earlier(waiting))

    @property
    def stirred(self) -> int:
        """Another number when there is news that no ledger tells: a case was taken over."""
        return self._takeovers.number if self._takeovers is not None else 0

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be told from a worker thread of news no ledger tells: a file was not taken. Returns how to stop."""
        if self._sending is None:
            return lambda: None
        refused: set[str] = set()

        def take(way: Upload) -> None:
            if bool(way.refused) != (way.attachment_id in refused):
                (refused.add if way.refused else refused.discard)(way.attachment_id)
                callback()

        return self._sending.subscribe(take)

    def dismiss(self, decision_id: str) -> None:
        """A person has read it; the decision stays in the ledger and out of this list.

        Raises:
            StoreFault: it could not be written.
        """
        if decision_id.startswith(_EVIDENCE):
            self._store.witness.mark_seen(int(decision_id.removeprefix(_EVIDENCE)))
            return
        if self._takeovers is not None:
            self._takeovers.dismiss(decision_id)
        self._store.mark_seen(decision_id)

    def read(self, entry: Attention) -> None:
        """A person has read all of a card.

        Raises:
            StoreFault: it could not be written.
        """
        if entry.conflict is None and not entry.decision_id:
            self._read.add(_key(entry))
        for decision_id in entry.conflict.refused_ids if entry.conflict else (entry.decision_id,):
            if decision_id:
                self.dismiss(decision_id)

    def conflict(self, report_id: str, actor_id: str) -> Conflict | None:
        """The card of that person's refused decisions on that report as it stands now."""
        for rows in _chains(self._store.attention()):
            if (rows[0].decision.subject.id, rows[0].actor.id) == (report_id, actor_id):
                return self._conflict(rows)
        return None

    def _of_chain(self, rows: tuple[LedgerRow, ...]) -> Attention:
        conflict, first = self._conflict(rows), rows[0]
        return Attention(
            kind="conflict" if conflict.contested else "refused",
            at=first.settled_at or first.decision.decided_at,
            report_id=first.decision.subject.id,
            number=conflict.number,
            op=first.decision.op,
            decision_id=first.decision.id,
            refusal=first.refusal,
            conflict=conflict,
        )

    def _conflict(self, rows: tuple[LedgerRow, ...]) -> Conflict:
        first = rows[0]
        shown = self._store.shown(first.decision.subject.id)
        units = {unit.id: unit for unit in shown.units} if shown else {}
        named = {unit_id for row in rows for unit_id in _units_of(row)} - units.keys()
        found = (self._store.unit(unit_id) for unit_id in named)
        units |= {unit.id: unit for unit in found if unit is not None}
        agency_ids = {row.decision.act.agency_id for row in rows if isinstance(row.decision.act, ForwardCase)}
        agencies = {each.id: each for each in map(self._store.agency, agency_ids) if each is not None}
        others = (self._store.shown(each) for each in dict.fromkeys(_others_of(rows)))
        facts = Facts(
            report=shown.report if shown else None,
            units=tuple(units.values()),
            others=tuple(other.report for other in others if other is not None),
        )
        at = self._now() if self._now else first.settled_at or first.decision.decided_at
        conflict = conflict_of(rows, facts, self._actor() or first.actor, at, agencies)
        return _bare(conflict) if shown and shown.report.sensitive else conflict

    def _behind_its_copy(self) -> tuple[Attention, ...]:
        card = Attention(kind="ledger_behind", at=None, params=(("count", str(self._behind)),))
        return (card,) if self._behind and _key(card) not in self._read else ()

    def _earlier(self, waiting: Iterable[LedgerRow]) -> tuple[Attention, ...]:
        """Decisions of people who sat here before and that still wait: sent under the desk's credential."""
        actor = self._actor()
        rows = [row for row in waiting if actor is not None and row.actor.id != actor.id]
        if not rows:
            return ()
        names = ", ".join(dict.fromkeys(row.actor.name for row in rows))
        params = (("count", str(len(rows))), ("names", names))
        return (Attention(kind="earlier", at=rows[0].decision.decided_at, calm=True, params=params),)


def _chains(rows: Iterable[LedgerRow]) -> tuple[tuple[LedgerRow, ...], ...]:
    """Refused rows by report and person: one card for what hung together, in the order of the first of each."""
    found: dict[tuple[str, str], list[LedgerRow]] = {}
    for row in rows:
        found.setdefault((row.decision.subject.id, row.actor.id), []).append(row)
    return tuple(tuple(chain) for chain in found.values())


def _units_of(row: LedgerRow) -> Iterator[str]:
    if isinstance(row.decision.act, DispatchUnits):
        yield from row.decision.act.unit_ids
    yield from (thing_id for kind, thing_id in row.decision.subjects if kind == "unit")


def _others_of(rows: Iterable[LedgerRow]) -> Iterator[str]:
    for row in rows:
        yield from (other.id for other in row.decision.also if other.kind == "report")


def _bare(conflict: Conflict) -> Conflict:
    """A sensitive case's words open on a reason, in the case (security.md rule 8)."""
    return replace(
        conflict,
        mine=tuple(_without_text(each) for each in conflict.mine),
        theirs=tuple(replace(entry, text="") for entry in conflict.theirs),
    )


def _without_text(mine: MyAct) -> MyAct:
    bare: Entry = replace(mine.entry, text="")
    return replace(mine, entry=bare)


def _stuck(row: LedgerRow) -> Attention:
    return Attention(
        kind="stuck",
        at=row.decision.decided_at,
        report_id=row.decision.subject.id,
        number=row.number,
        op=row.decision.op,
        decision_id=row.decision.id,
        params=(("trouble", row.trouble), ("tries", str(row.tries))),
    )


def _taken(taken: TakenOver) -> Attention:
    return Attention(
        kind="taken_over",
        at=taken.at,
        report_id=taken.report_id,
        number=taken.number,
        decision_id=taken.decision_id,
        params=(("by", taken.by), ("reason", "" if taken.sensitive else taken.reason.strip().rstrip("."))),
    )


def _unsent(unsent: Unsent) -> Attention:
    return Attention(
        kind="unsent_file",
        at=unsent.at,
        report_id=unsent.report_id,
        number=unsent.number,
        decision_id=unsent.file_id,
        params=(("name", unsent.name), ("refused", unsent.refused)),
    )


def _key(entry: Attention) -> tuple[str, datetime | None]:
    return entry.kind, entry.at


def _witnessed(kept: Kept) -> Attention:
    return Attention(
        kind=f"chain_{kept.trouble}",
        at=None,
        decision_id=f"{_EVIDENCE}{kept.row}",
        params=(("place", str(kept.place)),),
    )


def aged(entry: Attention, now: datetime) -> Attention:
    """A stall as old as its oldest decision is `now`; anything else as it is."""
    if entry.kind != "stalled" or entry.at is None:
        return entry
    kept = tuple(param for param in entry.params if param[0] != "seconds")
    return replace(entry, params=(*kept, ("seconds", str(round((now - entry.at).total_seconds())))))


def _of_link(link: Link, now: datetime | None) -> tuple[Attention, ...]:
    found: list[Attention] = []
    params = (("waiting", str(link.waiting)),)
    if link.stalled:
        stall = Attention(kind="stalled", at=link.oldest_waiting_at, params=params)
        found.append(aged(stall, now) if now else stall)
    if link.trouble and (link.state in (LinkState.REFUSED, LinkState.OFFLINE) or link.trouble == "certificate"):
        found.append(Attention(kind=link.trouble, at=link.since, params=params, calm=link.trouble in AWAY))
    if link.restored:
        found.append(Attention(kind="server_restored", at=link.restored_at))
    if abs(link.clock_off_s) > CLOCK_OFF.total_seconds():
        found.append(Attention(kind="clock_off", at=None, params=(("seconds", str(round(link.clock_off_s))),)))
    return tuple(found)
