"""Questions to people nearby: held, handed to their sources, taken off when the case ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import bindparam, select

from console.contract.asks import OpenAsk, OpenAsks, Reach
from console.contract.audit import named
from console.domain.askable import CROWD_DEG, MOST_CROWDS, AskSource, AskSources, Crowd
from console.domain.casework.asking import ask_of, ask_reached, ask_taken
from console.domain.nearby import ANSWER_GRACE, AskState, NearbyAsk, rounded, state_of
from console.domain.report import Report
from console.server import tables
from console.server.audit import note
from console.server.casefile import load
from console.server.database import Tx
from console.server.parts import Parts
from console.server.refusals import RequestRefused, not_found, wrong
from console.server.sources import Source

REACH_EVERY = timedelta(seconds=15)
"""How often a source may say where its people are: each time every desk is told."""

MOST_PEOPLE = 1_000_000
_asks = tables.asks
_due = select(_asks.c.ask_id, _asks.c.report_id).where(
    _asks.c.source_id == bindparam("source_id"),
    _asks.c.send_after <= bindparam("now"),
    _asks.c.until > bindparam("now"),
)
_one = select(_asks.c.report_id, _asks.c.send_after, _asks.c.until).where(
    _asks.c.source_id == bindparam("source_id"), _asks.c.ask_id == bindparam("ask_id")
)


def say_reach(parts: Parts, source: Source, told: Reach) -> None:
    """A source says that its people can be asked (or not any more), and roughly where they are; desks are told.

    Raises:
        RequestRefused: 422 naming the field, 429 when it says so too often.
    """
    crowds, now = _crowds(told), parts.now()
    with parts.database.write() as tx:
        known = load(tx, AskSources, AskSources().id) or AskSources()
        there = known.of(source.id)
        if there is not None and told.takes and timedelta(0) <= now - there.heard_at < REACH_EVERY:
            raise RequestRefused(
                429, "too_many_requests", f"Say it every {REACH_EVERY.seconds} seconds at most.",
                retry_after_s=(REACH_EVERY - (now - there.heard_at)).total_seconds(),
            )  # fmt: skip
        if there is None and not told.takes:
            return
        others = tuple(each for each in known.sources if each.id != source.id)
        mine = AskSource(
            id=source.id, name=source.name, kind=source.kind.value, heard_at=now, valid_until=source.valid_until,
            crowds=crowds,
        )  # fmt: skip
        sources = (*others, mine) if told.takes else others
        parts.casefile.put(tx, replace(known, revision=known.revision + 1, sources=sources), now)


def forget_source(parts: Parts, source_id: str) -> None:
    """A source was struck off: no desk offers it any more."""
    with parts.database.write() as tx:
        known = load(tx, AskSources, AskSources().id) or AskSources()
        left = tuple(each for each in known.sources if each.id != source_id)
        if left != known.sources:
            parts.casefile.put(tx, replace(known, revision=known.revision + 1, sources=left), parts.now())


def open_asks(parts: Parts, source: Source) -> OpenAsks:
    """Every question that stands for this source; each is noted as handed over when it is given for the first time."""
    now = parts.now()
    with parts.database.read() as connection:
        rows = connection.execute(_due, {"source_id": source.id, "now": now}).all()
        found = [(cast("str", row[0]), load(connection, Report, cast("str", row[1]))) for row in rows]
    standing = [(ask, report) for ask_id, report in found if report and (ask := _standing(report, ask_id, now))]
    given = [ask for ask, report in standing if _was_taken(ask, source.id) or _hand_over(parts, source, ask, report)]
    return OpenAsks(asks=tuple(
        OpenAsk(
            id=ask.id, asked_at=ask.at, until=ask.until, question=ask.question, quoted=ask.quoted, lat=ask.lat,
            lon=ask.lon, radius_m=ask.radius_m, area=ask.area_name,
        )
        for ask in sorted(given, key=lambda ask: ask.at)
    ))  # fmt: skip


def say_reached(parts: Parts, source: Source, ask_id: str, people: int) -> None:
    """A source says how many people it put a question to.

    Raises:
        RequestRefused: 422 for an impossible number, 404 for a question it was not given.
    """
    if not 0 <= people <= MOST_PEOPLE:
        raise wrong("people", f"0 to {MOST_PEOPLE}")
    now = parts.now()
    with parts.database.write() as tx:
        report, ask = asked(tx, source, ask_id, now)
        told = ask_reached(report, ask.id, source.id, people)
        if told is not report:
            parts.casefile.save_report(tx, told, now)


def asked(tx: Tx, source: Source, ask_id: str, now: datetime) -> tuple[Report, NearbyAsk]:
    """A question this source was given, and its case; also some minutes after it ended.

    Raises:
        RequestRefused: 404 for any other, 410 when it has ended for good.
    """
    row = tx.execute(_one, {"source_id": source.id, "ask_id": ask_id.lower()}).first()
    report = load(tx, Report, cast("str", row[0])) if row is not None else None
    ask = ask_of(report, ask_id.lower()) if report is not None else None
    if report is None or ask is None or not _was_taken(ask, source.id):
        raise not_found("question to this source")
    if now > ask.until + ANSWER_GRACE:
        raise RequestRefused(410, "ask_ended", "This question has ended.")
    return report, ask


def _standing(report: Report, ask_id: str, now: datetime) -> NearbyAsk | None:
    """The question while it may be put to people: nothing of a case that became sensitive is, whatever was decided."""
    ask = ask_of(report, ask_id)
    if ask is None or report.sensitive:
        return None
    return ask if state_of(ask, now, ended=report.ended) in (AskState.WAITING, AskState.OUT) else None


def _hand_over(parts: Parts, source: Source, ask: NearbyAsk, report: Report) -> bool:
    """Note that it leaves now; False when it was taken back in this very moment."""
    now = parts.now()
    with parts.database.write() as tx:
        fresh = load(tx, Report, report.id)
        if fresh is None or _standing(fresh, ask.id, now) is None:
            return False
        parts.casefile.save_report(tx, ask_taken(fresh, ask.id, source.id, now), now)
        note(tx, now, "report", "asked_nearby", actor=named("source", source.id), subject=named("report", report.id),
             decision=ask.id)  # fmt: skip
    return True


def _was_taken(ask: NearbyAsk, source_id: str) -> bool:
    return any(each.id == source_id and each.taken_at is not None for each in ask.sources)


def _crowds(told: Reach) -> tuple[Crowd, ...]:
    """The squares as they are kept, those of one square added up.

    Raises:
        RequestRefused: 422 naming the field.
    """
    if len(told.crowds) > MOST_CROWDS:
        raise wrong("crowds", f"at most {MOST_CROWDS}")
    squares: dict[tuple[float, float], int] = {}
    for place, crowd in enumerate(told.crowds):
        if not (-90 <= crowd.lat <= 90 and -180 <= crowd.lon <= 180):
            raise wrong(f"crowds[{place}].lat", "lat in -90..90, lon in -180..180")
        if not 0 < crowd.people <= MOST_PEOPLE:
            raise wrong(f"crowds[{place}].people", f"1 to {MOST_PEOPLE}")
        square = rounded(crowd.lat, CROWD_DEG), rounded(crowd.lon, CROWD_DEG)
        squares[square] = squares.get(square, 0) + crowd.people
    return tuple(Crowd(lat=lat, lon=lon, people=people) for (lat, lon), people in sorted(squares.items()))
