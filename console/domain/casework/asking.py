"""Asking nearby: what may leave and to whom, how long undo catches it, what came back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from console.domain import acts
from console.domain.acts import Act
from console.domain.askable import FEWEST_MINUTES, MOST_MINUTES
from console.domain.attachment import Attachment
from console.domain.casework.facts import Facts
from console.domain.casework.status import restated
from console.domain.casework.step import Rule, Step, Stepped, with_claim
from console.domain.decision import Decision, Reason, Refusal, refuse
from console.domain.nearby import (
    ANSWER,
    MOST_OPEN,
    MOST_QUESTION,
    MOST_QUOTED,
    RADII_M,
    AskedSource,
    AskState,
    NearbyAsk,
    Seen,
    names_somebody,
    quotes,
    rounded,
    state_of,
)
from console.domain.person import Actor
from console.domain.place import distance_m
from console.domain.report import Report
from console.domain.timeline import Entry

OP = "report.ask_nearby"
_OPEN = frozenset({AskState.HELD, AskState.WAITING, AskState.OUT})
_STEP_M = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one of a source's people said; lat/lon degrees when his app told where he was, both or none."""

    id: str
    who: str
    text: str
    seen: Seen
    lat: float | None = None
    lon: float | None = None


def ask_of(report: Report, ask_id: str) -> NearbyAsk | None:
    """The question with that id, None when the case has none such."""
    return next((ask for ask in report.asks if ask.id == ask_id), None)


def asking_refusal(report: Report, at: datetime) -> Refusal | None:
    """Why nobody nearby may be asked about this case at all now, whatever the question.

    A sensitive case never (security.md rule 8), a matter of life only once somebody holds it (screens.md).
    """
    place = report.place
    if report.sensitive:
        return refuse(Reason.NEVER_NEARBY, number=report.number)
    if report.priority == 1 and report.claim is None:
        return refuse(Reason.NOT_CLAIMED, number=report.number)
    if place.lat is None or place.lon is None:
        return refuse(Reason.NEEDS_COORDINATES, number=report.number)
    if sum(state_of(ask, at, ended=report.ended) in _OPEN for ask in report.asks) >= MOST_OPEN:
        return refuse(Reason.TOO_MANY_ASKS, n=str(MOST_OPEN))
    return None


def words_refusal(act: acts.AskNearby, told: str) -> Refusal | None:
    """Why these words may not leave: empty or too long, a number in them, or the reporter's own without the tick."""
    if not act.question.strip():
        return refuse(Reason.EMPTY_TEXT, field="question")
    if len(act.question) > MOST_QUESTION or len(act.quoted) > MOST_QUOTED:
        return refuse(Reason.BAD_VALUE, field="question" if len(act.question) > MOST_QUESTION else "quoted", value="")
    if names_somebody(act.question) or names_somebody(act.quoted):
        return refuse(Reason.HOLDS_NUMBER)
    return refuse(Reason.QUOTES_REPORTER) if quotes(act.question, told) else None


def _judge_ask(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.AskNearby", decision.act), cast("Report", facts.report)
    refusal = asking_refusal(report, at) or words_refusal(act, report.text)
    if refusal is not None:
        return refusal
    bad = next((field for field, stands in (
        ("radius_m", act.radius_m in RADII_M),
        ("minutes", FEWEST_MINUTES <= act.minutes <= MOST_MINUTES),
        ("hold_s", 10 <= act.hold_s <= 60),
        ("source_ids", 0 < len(act.source_ids) == len(set(act.source_ids))),
    ) if not stands), None)  # fmt: skip
    if bad is not None:
        return refuse(Reason.BAD_VALUE, field=bad, value="")
    for source_id in act.source_ids:
        source = facts.askable.of(source_id) if facts.askable is not None else None
        if source is None or (source.valid_until is not None and at > source.valid_until):
            return refuse(Reason.NOT_ASKABLE, source=source.name if source else source_id)
    # Decided while the server was away: a question past its time would only send people to an empty road.
    return refuse(Reason.ASK_EXPIRED) if at >= decision.decided_at + timedelta(minutes=act.minutes) else None


def _ask(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act, place = cast("acts.AskNearby", decision.act), report.place
    known = facts.askable.sources if facts.askable is not None else ()
    sources = tuple(
        AskedSource(id=source.id, name=source.name, kind=source.kind) for source in known if source.id in act.source_ids
    )
    ask = NearbyAsk(
        id=decision.id,
        at=decision.decided_at,
        by_name=actor.name,
        question=act.question.strip(),
        quoted=act.quoted.strip(),
        lat=rounded(place.lat or 0.0),
        lon=rounded(place.lon or 0.0),
        radius_m=act.radius_m,
        area_name=place.area_name,
        send_after=decision.decided_at + timedelta(seconds=act.hold_s),
        until=decision.decided_at + timedelta(minutes=act.minutes),
        sources=sources,
    )
    params = {"sources": ", ".join(source.name for source in sources), "radius": str(act.radius_m),
              "minutes": str(act.minutes), "quoted": "yes" if ask.quoted else ""}  # fmt: skip
    text = f"{ask.question}\n“{ask.quoted}”" if ask.quoted else ask.question
    return facts, replace(with_claim(report, actor, decision), asks=(*report.asks, ask)), params, text


def _judge_withdraw(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.WithdrawAsk", decision.act), cast("Report", facts.report)
    ask = ask_of(report, act.ask_id)
    if ask is None or state_of(ask, at, ended=report.ended) not in _OPEN:
        return refuse(Reason.ASK_NOT_OPEN)
    return None


def _withdraw(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.WithdrawAsk", decision.act)
    return facts, _changed(report, act.ask_id, lambda ask: replace(ask, withdrawn_at=decision.decided_at)), {}, ""


def _judge_filed(decision: Decision, facts: Facts, actor: Actor, at: datetime) -> Refusal | None:
    act, report = cast("acts.NoteAnswerFiled", decision.act), cast("Report", facts.report)
    there = any(e.kind == ANSWER and e.params.get("id") == act.answer_id for e in report.timeline)
    if not act.report_id:
        return refuse(Reason.BAD_VALUE, field="report_id", value="")
    return None if there else refuse(Reason.BAD_VALUE, field="answer_id", value="")


def _filed(decision: Decision, facts: Facts, report: Report, actor: Actor) -> Stepped:
    act = cast("acts.NoteAnswerFiled", decision.act)
    return facts, report, {"answer": act.answer_id, "report": act.report_id, "number": act.number or "—"}, ""


def undo_comes_late(report: Report, ask_id: str) -> bool:
    """Whether a question has left the center: what drivers read cannot be unread, only withdrawn."""
    ask = ask_of(report, ask_id)
    return ask is None or ask.taken


def ask_undone(report: Report, ask_id: str) -> Report:
    """The report with a question taken back before it left."""
    return _changed(report, ask_id, lambda ask: replace(ask, undone=True))


def ask_taken(report: Report, ask_id: str, source_id: str, at: datetime) -> Report:
    """A source fetched the question: from now on it has left; nothing changes when it had."""
    ask = ask_of(report, ask_id)
    asked = next((source for source in ask.sources if source.id == source_id), None) if ask else None
    if ask is None or asked is None or asked.taken_at is not None:
        return report
    sources = tuple(replace(each, taken_at=at) if each.id == source_id else each for each in ask.sources)
    entry = Entry(kind="nearby.taken", at=at, params={"source": asked.name, "ask": ask_id})
    return _told(_changed(report, ask_id, lambda ask: replace(ask, sources=sources)), entry)


def ask_reached(report: Report, ask_id: str, source_id: str, people: int) -> Report:
    """A source says how many people it put the question to; nothing changes when it says the same again."""
    ask = ask_of(report, ask_id)
    if ask is None:
        return report
    sources = tuple(replace(each, reached=people) if each.id == source_id else each for each in ask.sources)
    if sources == ask.sources:
        return report
    return restated(_changed(report, ask_id, lambda ask: replace(ask, sources=sources)))


def ask_answered(
    report: Report, ask_id: str, source_id: str, said: Said, at: datetime, files: tuple[Attachment, ...] = ()
) -> Report:
    """Somebody nearby answered; marks the case unread. How far he was is told in steps of 50 m, where he was roughly.

    It is a stranger's word: no status, priority or place ever follows from it.
    """
    ask = ask_of(report, ask_id)
    name = next((source.name for source in ask.sources if source.id == source_id), "") if ask else ""
    params = {"id": said.id, "ask": ask_id, "who": said.who, "source": name, "seen": said.seen.value}
    place = report.place
    if said.lat is not None and said.lon is not None:
        params |= {"lat": str(rounded(said.lat, 0.001)), "lon": str(rounded(said.lon, 0.001))}
        if place.lat is not None and place.lon is not None:
            metres = distance_m(place.lat, place.lon, said.lat, said.lon)
            params["metres"] = str(round(metres / _STEP_M) * _STEP_M)
    if files:
        params["files"] = ",".join(each.id for each in files)
    report = replace(report, attachments=(*report.attachments, *files), unread=True)
    return _told(report, Entry(kind=ANSWER, at=at, text=said.text, params=params))


def _told(report: Report, entry: Entry) -> Report:
    return restated(replace(report, timeline=(*report.timeline, entry)))


def _changed(report: Report, ask_id: str, change: Callable[[NearbyAsk], NearbyAsk]) -> Report:
    return replace(report, asks=tuple(change(ask) if ask.id == ask_id else ask for ask in report.asks))


RULES: dict[type[Act], Rule] = {
    acts.AskNearby: _judge_ask,
    acts.WithdrawAsk: _judge_withdraw,
    acts.NoteAnswerFiled: _judge_filed,
}
"""The rules of asking nearby."""

STEPS: dict[type[Act], Step] = {
    acts.AskNearby: _ask,
    acts.WithdrawAsk: _withdraw,
    acts.NoteAnswerFiled: _filed,
}
"""The steps of asking nearby."""
