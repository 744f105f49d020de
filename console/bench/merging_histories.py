"""Histories of merges and splits by three desks, offline for long, in any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from console.bench.invented_reports import invented_report
from console.domain import acts
from console.domain.acts import OP_OF, Act
from console.domain.casework import Facts, apply, judge
from console.domain.casework import merging as rules
from console.domain.casework.merging import into_of, merging_of, reports_named
from console.domain.casework.traits import traits_of
from console.domain.casework.undo import version_maker
from console.domain.decision import Decision, Reason, Refusal, Subject
from console.domain.person import Actor, Role
from console.domain.report import Report, ReportKind, Status, held_by

REPORTS, DESKS = 5, 3
Step = tuple[int, int, int, int]
"""(what is done, desk, report, other report): any whole numbers, taken modulo what there is."""

_BEGUN = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
_PEOPLE = tuple(
    Actor(id=f"p{n}", name=f"Petugas {n}", role=Role.OPERATOR, session_id=f"s{n}", desk_id=f"d{n}")
    for n in range(DESKS)
)
_MAKE: tuple[Callable[[Report, Report], Act], ...] = (
    lambda report, other: acts.MergeCase(into_id=other.id),
    lambda report, other: acts.MergeCase(into_id=other.id),
    lambda report, other: acts.MergeCase(into_id=other.id),
    lambda report, other: acts.SplitCase(),
    lambda report, other: acts.SplitCase(),
    lambda report, other: acts.AddToIncident(into_id=other.id),
    lambda report, other: acts.MakeIncident(title="Banjir", lead="Ipda Contoh"),
    lambda report, other: acts.EndIncident(),
    lambda report, other: acts.ClaimCase(),
    lambda report, other: acts.ReleaseCase(),
    lambda report, other: acts.AddNote(text="catatan"),
    lambda report, other: acts.TellReporters(text="petugas di lokasi"),
    lambda report, other: acts.CloseCase(outcome="handled_on_scene"),
    lambda report, other: acts.JunkCase(outcome="prank"),
    lambda report, other: acts.SetPriority(priority=2),
)
_UNDO, _SEND, _SYNC = len(_MAKE), len(_MAKE) + 1, len(_MAKE) + 2
KINDS = len(_MAKE) + 5
"""How many things a step may do; the last ones let a desk send one decision, or send all and see the server's word."""


@dataclass(slots=True)
class _Desk:
    """A desk: what the server told it last, what it shows, and what it has not sent."""

    actor: Actor
    mirror: dict[str, Report]
    shown: dict[str, Report]
    outbox: list[Decision] = field(default_factory=list)
    own: list[tuple[str, str]] = field(default_factory=list)


class History:
    """A center without a wire: the product's own judge and apply on both ends, decisions in any order between them."""

    def __init__(self) -> None:
        first = (invented_report(n) for n in range(REPORTS))
        self.reports = {
            r.id: replace(r, kind=ReportKind.REPORT, attachments=(), priority=2 + n % 3) for n, r in enumerate(first)
        }
        self._born = dict(self.reports)
        self._desks = tuple(_Desk(actor, dict(self.reports), dict(self.reports)) for actor in _PEOPLE)
        self._count = 0
        self.stood = 0

    def step(self, step: Step) -> None:
        """Do one thing at one desk."""
        what, desk_number, one, two = step
        desk = self._desks[desk_number % DESKS]
        ids = sorted(self.reports)
        what %= KINDS
        if what >= _SYNC:
            self._sync(desk)
        elif what == _SEND:
            self._send(desk)
        elif what == _UNDO:
            self._undo(desk, one)
        else:
            report, other = desk.shown[ids[one % REPORTS]], desk.shown[ids[two % REPORTS]]
            self._decide(desk, _MAKE[what](report, other), report)

    def end(self) -> None:
        """Every desk sends what it has and sees what came of it."""
        for desk in (*self._desks, *self._desks):
            self._sync(desk)

    def split_all(self) -> None:
        """Split off whatever is merged, at the server, from the top down."""
        for report_id in sorted(self.reports):
            if into_of(self.reports[report_id]) is not None:
                self._settle(self._decision(self._desks[0], acts.SplitCase(), self.reports[report_id]))

    def troubles(self) -> list[str]:
        """What may never be, at the server and on every desk's screen; empty while all is well."""
        worlds = [("server", self.reports), *((desk.actor.desk_id, desk.shown) for desk in self._desks)]
        return [f"{where}: {what}" for where, world in worlds for what in _troubles(world, self._born)]

    def _undo(self, desk: _Desk, back: int) -> None:
        if desk.own:
            report_id, decision_id = desk.own[-1 - back % min(3, len(desk.own))]
            self._decide(desk, acts.Undo(decision_id=decision_id), desk.shown[report_id])

    def _decide(self, desk: _Desk, act: Act, report: Report) -> None:
        decision = self._decision(desk, act, report)
        if _moved(desk.shown, decision, desk.actor) is None:
            desk.outbox.append(decision)
            desk.own.append((report.id, decision.id))

    def _decision(self, desk: _Desk, act: Act, report: Report) -> Decision:
        self._count += 1
        guarded = not traits_of(act).unbased
        subject = Subject(
            kind="report",
            id=report.id,
            base_version=report.version if guarded else None,
            base_decision=version_maker(report) if guarded else None,
        )
        mine = report.claim if report.claim is not None and held_by(report, desk.actor) else None
        return Decision(
            id=f"x{self._count:05}",
            op=OP_OF[type(act)],
            subject=subject,
            also=tuple(Subject(kind="report", id=each) for each in reports_named(act, report)),
            token=mine.token if mine is not None else None,
            actor_id=desk.actor.id,
            actor_session_id=desk.actor.session_id,
            desk_id=desk.actor.desk_id,
            decided_at=_BEGUN + timedelta(milliseconds=100 * self._count),
            act=act,
        )

    def _send(self, desk: _Desk) -> None:
        if desk.outbox:
            self._settle(desk.outbox.pop(0))

    def _settle(self, decision: Decision) -> None:
        actor = next(actor for actor in _PEOPLE if actor.id == decision.actor_id)
        if _moved(self.reports, decision, actor) is None:
            self.stood += 1

    def _sync(self, desk: _Desk) -> None:
        while desk.outbox:
            self._send(desk)
        desk.mirror, desk.shown = dict(self.reports), dict(self.reports)


def _moved(world: dict[str, Report], decision: Decision, actor: Actor) -> Refusal | None:
    """Judge and, when it stands, apply to this world; why it does not."""
    named = [thing_id for _, thing_id in decision.subjects[1:] if thing_id != decision.subject.id]
    facts = Facts(
        report=world[decision.subject.id], others=tuple(world[each] for each in dict.fromkeys(named) if each in world)
    )
    refusal = judge(decision, facts, actor, decision.decided_at)
    if refusal is not None:
        return refusal
    after = apply(decision, facts, actor)
    for report in (after.report, *after.others):
        if report is not None:
            world[report.id] = report
    return None


def _troubles(world: dict[str, Report], born: dict[str, Report]) -> list[str]:
    found: list[str] = []
    found += [f"{each} is gone" for each in born.keys() - world.keys()]
    for report in world.values():
        first, into = born[report.id], into_of(report)
        if (report.text, report.place, report.reporter, report.number) != (
            first.text, first.place, first.reporter, first.number,
        ):  # fmt: skip
            found.append(f"{report.id} is not what was reported")
        if (report.status is Status.MERGED) != (into is not None):
            found.append(f"{report.id} says {report.status}")
        if into is not None and report.claim is not None:
            found.append(f"{report.id} is merged away and held")
        if into is not None and not any(c.report_id == report.id for c in merging_of(world[into.report_id]).children):
            found.append(f"{report.id} is not listed where it went")
        listed = [child.report_id for child in merging_of(report).children]
        for child_id in listed:
            there = into_of(world[child_id])
            if listed.count(child_id) > 1 or there is None or there.report_id != report.id:
                found.append(f"{report.id} lists {child_id} wrongly")
        found += _lost(report, world)
    return found


def _lost(report: Report, world: dict[str, Report]) -> list[str]:
    """A report that stands in no queue: going up from it never comes to one that stands for itself."""
    seen, at = {report.id}, report
    while (into := into_of(at)) is not None:
        if into.report_id in seen:
            return [f"{report.id} is lost in a loop"]
        seen.add(into.report_id)
        at = world[into.report_id]
    if at.status is Status.JUNKED and len(seen) > 1:
        return [f"{report.id} was thrown away with {at.id}"]
    return []


def plant_loop() -> Callable[[], None]:
    """Let a report be merged into one that is merged away itself; returns how to stop."""
    real = rules._merge_refusal

    def blind(report: Report, parent: Report | None, into_id: str) -> Refusal | None:
        found = real(report, parent, into_id)
        return None if found is not None and found.reason is Reason.PARENT_MERGED else found

    return _planted("_merge_refusal", blind)


def plant_split() -> Callable[[], None]:
    """Let a split forget the parent; returns how to stop."""
    return _planted("_left", lambda parent, child, line: parent)


def plant_rest() -> Callable[[], None]:
    """Let a merge keep only the last child; returns how to stop."""
    real = rules._joined

    def forgetful(parent: Report, child: Report, line: object, actor_id: str) -> Report:
        joined = real(parent, child, line, actor_id)  # type: ignore[arg-type]
        return replace(joined, merging=replace(merging_of(joined), children=merging_of(joined).children[-1:]))

    return _planted("_joined", forgetful)


def _planted(name: str, wrong: object) -> Callable[[], None]:
    real = getattr(rules, name)
    setattr(rules, name, wrong)
    return lambda: setattr(rules, name, real)


BREAKS = {"loop": plant_loop, "split": plant_split, "children": plant_rest}
"""Bugs 'bench merging --break' plants: each must be found."""
