"""Asking nearby from a desk: who can be asked, with what, and where each question stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from console.contract.ids import new_id
from console.desk.call_form import CallForm
from console.desk.decide import Decided, Refused
from console.desk.filing import Filed
from console.domain.acts import Act, NoteAnswerFiled
from console.domain.askable import AskBook, AskQuestion, AskSource, AskSources
from console.domain.nearby import (
    AskState,
    NearbyAnswer,
    NearbyAsk,
    Tally,
    answers_of,
    rounded,
    state_of,
    tally,
)
from console.domain.place import Place, Provenance
from console.domain.report import Report, ReportKind, SourceKind
from console.domain.triage import Triage

SILENT_AFTER_S = 900
"""A source not heard of for so long may not fetch a question any more: it is shown, not ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAsk:
    """A question on the case with what came back; `waiting` = still in this desk's ledger."""

    ask: NearbyAsk
    answers: tuple[NearbyAnswer, ...]
    counted: Tally
    waiting: bool
    ended: bool

    def state(self, now: datetime) -> AskState:
        """Where it stands at server time `now`."""
        return state_of(self.ask, now, ended=self.ended)


def shown_asks(report: Report, waiting: frozenset[str], now: datetime) -> tuple[ShownAsk, ...]:
    """The questions of a case, the latest first."""
    shown = []
    for ask in reversed(report.asks):
        answers = answers_of(report.timeline, ask.id)
        shown.append(
            ShownAsk(
                ask=ask, answers=answers, counted=tally(answers), waiting=ask.id in waiting, ended=report.ended
            )
        )
    return tuple(shown)


def latest_unfiled(asks: tuple[ShownAsk, ...], but: frozenset[str] = frozenset()) -> NearbyAnswer | None:
    """The latest answer with words that is no report of its own yet; `but` are ids on their way to one."""
    known = (answer for shown in asks for answer in shown.answers if answer.text.strip() and not answer.filed_id)
    return max((answer for answer in known if answer.id not in but), key=lambda answer: answer.at, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskChoices:
    """What the asking card offers: sources, questions fit for the category, and exactly the place that would leave."""

    sources: tuple[AskSource, ...]
    questions: tuple[AskQuestion, ...]
    minutes: int
    lat: float
    lon: float
    area_name: str

    def heard(self, source: AskSource, now: datetime) -> bool:
        """Whether the source was heard of lately, so that it will fetch a question soon."""
        return _lately(source, now)


def _lately(source: AskSource, now: datetime) -> bool:
    return (now - source.heard_at).total_seconds() <= SILENT_AFTER_S


def ask_choices(report: Report, sources: AskSources, book: AskBook, now: datetime) -> AskChoices:
    """What may be asked at server time `now`: sources heard of lately first, none whose agreement has ended."""
    valid = (each for each in sources.sources if each.valid_until is None or now <= each.valid_until)
    place = report.place
    return AskChoices(
        sources=tuple(sorted(valid, key=lambda each: (not _lately(each, now), each.name.casefold()))),
        questions=book.of(report.category),
        minutes=book.minutes,
        lat=rounded(place.lat or 0.0),
        lon=rounded(place.lon or 0.0),
        area_name=place.area_name,
    )


class AskThings(Protocol):
    """What the server told about asking nearby (the store's handbook, by shape)."""

    def ask_book(self) -> AskBook:
        """Questions, and how long one stands."""

    def ask_sources(self) -> AskSources:
        """Sources that can be asked."""


class Files(Protocol):
    """Files a report at this desk (desk.filing, by shape)."""

    def file(self, form: CallForm, suggestion: Triage | None) -> Filed | Refused:
        """Make it, with its number."""


class Nearby:
    """Asks and files for whoever is signed in; each method may take milliseconds of disk."""

    def __init__(
        self,
        things: AskThings,
        filing: Files,
        decide: Callable[[Act, str], Decided | Refused],
        suggest: Callable[[str], Triage | None],
        now: Callable[[], datetime],
    ) -> None:
        """`decide` is the one door for decisions; `suggest` what the words of a text say; `now` server time."""
        self._things, self._filing, self._decide = things, filing, decide
        self._suggest, self._now = suggest, now

    def choices(self, report: Report) -> AskChoices:
        """What the asking card offers for a case."""
        return ask_choices(report, self._things.ask_sources(), self._things.ask_book(), self._now())

    def file(self, report: Report, answer: NearbyAnswer) -> Filed | Refused:
        """File an answer that tells of something else as a report of its own, and say so on the case.

        Raises:
            StoreFault: it could not be committed; what was committed before stands.
        """
        suggestion = self._suggest(answer.text)
        filed = self._filing.file(answer_form(report, answer, suggestion, self._now()), suggestion)
        if isinstance(filed, Filed):
            noted = NoteAnswerFiled(answer_id=answer.id, report_id=filed.report_id, number=filed.number)
            self._decide(noted, report.id)
        return filed


def answer_form(report: Report, answer: NearbyAnswer, suggestion: Triage | None, now: datetime) -> CallForm:
    """The answer as a report: its words, roughly where its writer was, else where he was asked about."""
    ask = next((each for each in report.asks if each.id == answer.ask_id), None)
    kind = next((each.kind for each in ask.sources if each.name == answer.source_name), "") if ask else ""
    lat, lon, accuracy_m = answer.lat, answer.lon, 110.0
    if (lat is None or lon is None) and ask is not None:
        lat, lon, accuracy_m = ask.lat, ask.lon, float(ask.radius_m)
    known = suggestion is not None and bool(suggestion.category)
    return CallForm(
        id=new_id(),
        opened_at=now,
        kind=ReportKind.REPORT,
        source_kind=SourceKind(kind) if kind in set(SourceKind) else SourceKind.PARTNER,
        text=answer.text,
        category="" if known else "other",
        place=Place(lat=lat, lon=lon, accuracy_m=accuracy_m, provenance=Provenance.REPORTER),
    )
