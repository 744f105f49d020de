"""Everything the case pane shows of one case, gathered and judged off the GUI thread.

Why so long: one small dataclass per part of the pane, and how each is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from console.desk.callbacks import ShownCallback, shown_callback
from console.desk.elsewhere import Elsewhere
from console.desk.hold import Hold, hold_of
from console.desk.live_units import Fleet
from console.desk.nearby import ShownAsk, shown_asks
from console.desk.permitted import Permitted, permitted
from console.desk.standing import ShownStanding, shown_standing
from console.desk.takeovers import taken_from
from console.desk.triage import Suggestion, suggestion_of
from console.domain.agency import Agency, Site
from console.domain.casework.file_claim import OP as FILE_CLAIM
from console.domain.casework.file_claim import SETTLE_OP, doubts_of
from console.domain.casework.handing import open_transfer
from console.domain.casework.placing import units_to_tell
from console.domain.casework.waiting import next_due
from console.domain.checklist import Checklist
from console.domain.crew_size import CrewFigures, CrewSize, crew_size
from console.domain.deadlines import StageClock, acknowledge_by, stage_clocks
from console.domain.decision import Refusal
from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules
from console.domain.duplicates import Candidate
from console.domain.file_claim import FileDoubt
from console.domain.forward_file import wait_s
from console.domain.hazard import Hazard, HazardMatch, matching_hazards
from console.domain.landmark import NearLandmark
from console.domain.person import Actor
from console.domain.place import distance_m
from console.domain.placing import Placing
from console.domain.police_area import PoliceArea, PoliceAreas
from console.domain.queue_row import QueueRow
from console.domain.recommend import Advice
from console.domain.report import OPEN_ASSIGNMENTS, Assignment, Forward, ForwardStatus, Report, held_by
from console.domain.safety import SafetyCheck, safety_check
from console.domain.standing import Standing
from console.domain.strike_rules import StrikeRules
from console.domain.timeline import Entry
from console.domain.triage import Lexicon, WordRules
from console.domain.unit import Unit

LEAST_ADVISED, MOST_ADVISED = 3, 8
"""How many units are advised at least, and at most however many officers are to be sent."""

_NO_WORDS = Lexicon(WordRules())
_NO_AREAS = PoliceAreas()
UNREAD_AFTER_S = 30
"""An order not opened after so many seconds is shown as unread (issue 'First light', item 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatOfficer:
    """The officer of the report's kelurahan; metres from the place, None when either is unknown."""

    unit: Unit
    distance_m: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAdvice:
    """An agency that takes this category; metres from the place, None when either is unknown."""

    agency: Agency
    distance_m: float | None
    forwarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownForward:
    """A forward with its acknowledgement clock; `ring` when a person must be phoned (P1 and P2).

    It leaves without files that are not at the server `files_wait_s` seconds after the time for undo.
    """

    forward: Forward
    due_at: datetime
    open: bool
    ring: bool
    waiting: bool
    files_wait_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAssignment:
    """A unit on the case; `waiting` = the order is still in this desk's ledger."""

    assignment: Assignment
    open: bool
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the timeline; `waiting` = still in this desk's ledger, `sent_at` = confirmed by the server."""

    entry: Entry
    waiting: bool = False
    refused: Refusal | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One case as shown: `report` is projected and, while `hidden`, bare of what a sensitive case hides.

    `startable` are the units, by id, that are free for the order that waits here: it may begin now. `taken` is the line
    by which somebody took it off the person at this desk, None otherwise. `untold` are call signs of units whose pages
    have not shown the corrected place yet.
    """

    report: Report
    mine: bool
    hold: Hold
    taken: Entry | None
    hidden: bool
    hidden_files: int
    stages: tuple[StageClock, ...]
    advice: tuple[Advice, ...]
    crew: CrewSize
    agencies: tuple[AgencyAdvice, ...]
    beat: BeatOfficer | None
    similar: tuple[Candidate, ...]
    children: tuple[QueueRow, ...]
    assignments: tuple[ShownAssignment, ...]
    forwards: tuple[ShownForward, ...]
    lines: tuple[Line, ...]
    may: Permitted
    suggestion: Suggestion | None
    elsewhere: Elsewhere | None
    landmarks: tuple[NearLandmark, ...]
    untold: tuple[str, ...]
    standing: ShownStanding
    waiting: frozenset[str]
    startable: frozenset[str]
    callback: ShownCallback | None
    checklist: Checklist | None
    hazards: tuple[HazardMatch, ...]
    zone: str
    stale_after_s: int
    taken_at: datetime
    actor_id: str
    safety: SafetyCheck | None
    post: PoliceArea | None
    outside: bool
    transfer_due_at: datetime | None
    asks: tuple[ShownAsk, ...]
    doubts: tuple[FileDoubt, ...] = ()
    doubt_rules: DoubtRules = SHIPPED_DOUBTS


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What a view is made of; `sent_at` by decision id is when this desk's decisions were confirmed.

    `lease_left_s`: what is left of this desk's own lease, inf when the claim is tentative or nobody measures.
    """

    report: Report
    actor: Actor
    site: Site
    fleet: Fleet
    agencies: tuple[Agency, ...] = ()
    areas: PoliceAreas = _NO_AREAS
    similar: tuple[Candidate, ...] = ()
    children: tuple[QueueRow, ...] = ()
    waiting: frozenset[str] = frozenset()
    doubtful: tuple[tuple[str, Refusal], ...] = ()
    sent_at: Mapping[str, datetime]
    tentative: bool = False
    waited_for: tuple[Unit, ...] = ()
    lease_left_s: float | None = math.inf
    standing: tuple[Standing, ...] = ()
    lexicon: Lexicon = _NO_WORDS
    elsewhere: Elsewhere | None = None
    landmarks: tuple[NearLandmark, ...] = ()
    checklist: Checklist | None = None
    hazards: tuple[Hazard, ...] = ()
    crews: CrewFigures | None = None
    doubt_rules: DoubtRules = SHIPPED_DOUBTS
    strike_rules: StrikeRules | None = None


def case_view(facts: CaseFacts, now: datetime, *, opened: bool = False) -> CaseView:
    """The view of a case at server time `now`; a sensitive one stays bare of text and files until `opened`."""
    report = facts.report
    hidden = report.sensitive and not opened
    shown = bare(report) if hidden else report
    refused = dict(facts.doubtful)
    crew = crew_size(report, facts.crews)
    return CaseView(
        report=shown,
        mine=held_by(report, facts.actor),
        hold=hold_of(report, facts.actor, tentative=facts.tentative, lease_left_s=facts.lease_left_s),
        taken=taken_from(shown, facts.actor),
        hidden=hidden,
        hidden_files=len(report.attachments) if hidden else 0,
        stages=stage_clocks(report, facts.site.deadlines),
        advice=_advice(facts, crew, now),
        crew=crew,
        agencies=agencies_for(report, facts.agencies),
        beat=_beat_officer(facts),
        similar=facts.similar,
        children=facts.children,
        assignments=tuple(
            ShownAssignment(assignment=a, open=a.status in OPEN_ASSIGNMENTS, waiting=a.decision_id in facts.waiting)
            for a in report.assignments
        ),
        forwards=_shown_forwards(shown, facts),
        lines=tuple(
            Line(
                entry=entry,
                waiting=entry.decision_id in facts.waiting,
                refused=refused.get(entry.decision_id),
                sent_at=facts.sent_at.get(entry.decision_id),
            )
            for entry in shown.timeline
        ),
        may=permitted(report, facts.actor, now, lease_left_s=facts.lease_left_s, standing=facts.standing),
        standing=shown_standing(report, facts.standing, now, facts.strike_rules),
        suggestion=_suggestion(facts, hidden=hidden),
        elsewhere=None if hidden else facts.elsewhere,
        landmarks=facts.landmarks,
        untold=tuple(each.call_sign for each in units_to_tell(report)),
        waiting=facts.waiting,
        startable=_startable(facts, now),
        callback=shown_callback(report, hidden=hidden),
        checklist=facts.checklist,
        hazards=matching_hazards(report, facts.hazards, now),
        zone=facts.site.zone,
        stale_after_s=facts.site.stale_after_s,
        taken_at=now,
        actor_id=facts.actor.id,
        safety=safety_check(report, facts.site.deadlines),
        post=(post := facts.areas.of(report.place.area_code)),
        outside=post is not None and not facts.areas.ours(post),
        transfer_due_at=_transfer_due_at(facts),
        asks=shown_asks(shown, facts.waiting, now),
        doubts=doubts_of(shown, facts.doubt_rules),
        doubt_rules=facts.doubt_rules,
    )


def _startable(facts: CaseFacts, now: datetime) -> frozenset[str]:
    due = ((unit, next_due(unit, now)) for unit in facts.waited_for)
    return frozenset(unit.id for unit, order in due if order is not None and order.report_id == facts.report.id)


def _suggestion(facts: CaseFacts, *, hidden: bool) -> Suggestion | None:
    found = suggestion_of(facts.report, facts.lexicon)
    return found.covered if found is not None and hidden else found


def _transfer_due_at(facts: CaseFacts) -> datetime | None:
    transfer = open_transfer(facts.report)
    return None if transfer is None else acknowledge_by(facts.report, transfer.asked_at, facts.site.deadlines)


def bare(report: Report) -> Report:
    """The report without any words or files of a sensitive case; category, place and states stay."""
    return replace(
        report,
        text="",
        attachments=(),
        outcome_note="",
        ending=replace(report.ending, finding="") if report.ending else None,
        place=replace(report.place, words=""),
        forwards=tuple(replace(forward, text="") for forward in report.forwards),
        # What a file says of itself is content as the file is.
        timeline=tuple(replace(each, text="") for each in report.timeline if each.kind not in (FILE_CLAIM, SETTLE_OP)),
        file_claims=(),
        pauses=tuple(replace(pause, reason="") for pause in report.pauses),
        triage=None,
        checks=tuple(replace(check, reason=check.reason and "…") for check in report.checks),
        asks=tuple(replace(ask, question="", quoted="") for ask in report.asks),
        placing=_bare_placing(report.placing),
    )


def _bare_placing(placing: Placing | None) -> Placing | None:
    if placing is None:
        return None
    return replace(
        placing, changes=tuple(replace(each, before=replace(each.before, words="")) for each in placing.changes)
    )


def agencies_for(report: Report, agencies: Iterable[Agency]) -> tuple[AgencyAdvice, ...]:
    """The agencies that take this category, nearest first."""
    open_to = {f.agency_id for f in report.forwards if f.status is not ForwardStatus.CANCELLED}
    found = [
        AgencyAdvice(agency=agency, distance_m=_metres(report, agency.lat, agency.lon), forwarded=agency.id in open_to)
        for agency in agencies
        if report.category in agency.categories
    ]
    found.sort(key=lambda a: (a.distance_m is None, a.distance_m or 0.0, a.agency.short_name))
    return tuple(found)


def _metres(report: Report, lat: float | None, lon: float | None) -> float | None:
    place = report.place
    if place.lat is None or place.lon is None or lat is None or lon is None:
        return None
    return distance_m(place.lat, place.lon, lat, lon)


def _advice(facts: CaseFacts, crew: CrewSize, now: datetime) -> tuple[Advice, ...]:
    if facts.report.ended:
        return ()
    count = min(MOST_ADVISED, max(LEAST_ADVISED, crew.send))
    # Who asks for help is not sent to help himself.
    whose = facts.report.sos.unit_id if facts.report.sos is not None else ""
    found = facts.fleet.recommend(
        facts.report, now, stale_after_s=facts.site.stale_after_s, count=count + bool(whose), figures=facts.crews
    )
    return tuple(advice for advice in found if advice.unit.id != whose)


def _beat_officer(facts: CaseFacts) -> BeatOfficer | None:
    found = facts.fleet.beat_officer(facts.report.place.area_code)
    if found is None:
        return None
    unit, position = found
    metres = None if position is None else _metres(facts.report, position.lat, position.lon)
    return BeatOfficer(unit=unit, distance_m=metres)


def _shown_forwards(report: Report, facts: CaseFacts) -> tuple[ShownForward, ...]:
    unsettled = (ForwardStatus.HELD, ForwardStatus.SENT, ForwardStatus.FAILED)
    return tuple(
        ShownForward(
            forward=forward,
            due_at=acknowledge_by(report, forward.decided_at, facts.site.deadlines),
            open=forward.status in unsettled,
            ring=report.priority <= 2 and forward.status in unsettled,
            waiting=forward.id in facts.waiting,
            files_wait_s=wait_s(report.priority),
        )
        for forward in report.forwards
    )
