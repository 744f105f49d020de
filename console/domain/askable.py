"""Which sources can be asked nearby, where their people are, the questions at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.domain.nearby import MOST_QUESTION, names_somebody
from console.domain.place import distance_m

ASK_MINUTES = 30
FEWEST_MINUTES, MOST_MINUTES = 5, 240
"""How long a question stands unless the site's book says otherwise, and its bounds."""

CROWD_DEG = 0.01
"""A source says where its people are in squares of this, about 1.1 km; nobody's own place is kept."""

MOST_CROWDS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many of a source's people are in the square around this point (CROWD_DEG wide)."""

    lat: float
    lon: float
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSource:
    """A source whose people can be asked: it said so itself, last at `heard_at`, until its agreement ends."""

    id: str
    name: str
    kind: str
    heard_at: datetime
    valid_until: datetime | None = None
    crowds: tuple[Crowd, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSources:
    """Every source that can be asked nearby, as the server last heard of them."""

    id: str = "ask_sources"
    revision: int = 0
    sources: tuple[AskSource, ...] = ()

    def of(self, source_id: str) -> AskSource | None:
        """The source with that id, None when it cannot be asked."""
        return next((each for each in self.sources if each.id == source_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskQuestion:
    """A standard question in both languages (drivers read the Indonesian one); () categories: for every case."""

    id: str
    indonesian: str
    english: str
    categories: tuple[str, ...] = ()

    def words(self, language: str) -> str:
        """The question in a language ('id' or 'en')."""
        return self.english if language == "en" and self.english else self.indonesian


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBook:
    """The center's questions and how many minutes one stands; `edited` once an administrator set it."""

    id: str = "ask_book"
    revision: int = 0
    questions: tuple[AskQuestion, ...] = ()
    minutes: int = ASK_MINUTES
    edited: bool = False

    def of(self, category: str) -> tuple[AskQuestion, ...]:
        """The questions for a category, its own first, then those for every case."""
        own = tuple(each for each in self.questions if category in each.categories)
        return own + tuple(each for each in self.questions if not each.categories)


def known_near(source: AskSource, lat: float, lon: float, radius_m: int) -> int | None:
    """About how many of a source's people are that near, by the squares it told; None when it never told any.

    A square counts when its middle lies within the radius or half a square beyond it.
    """
    if not source.crowds:
        return None
    reach_m = radius_m + CROWD_DEG / 2 * 111_320
    return sum(each.people for each in source.crowds if distance_m(lat, lon, each.lat, each.lon) <= reach_m)


def fault_in_book(book: AskBook, categories: frozenset[str]) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    if not FEWEST_MINUTES <= book.minutes <= MOST_MINUTES:
        return "minutes", f"{FEWEST_MINUTES} to {MOST_MINUTES}"
    ids = [question.id for question in book.questions]
    for place, question in enumerate(book.questions):
        at = f"questions[{place}]"
        if not 0 < len(question.id) <= 40 or ids.count(question.id) > 1:
            return f"{at}.id", "1 to 40 characters, each once"
        if not 0 < len(question.indonesian.strip()) <= MOST_QUESTION or len(question.english) > MOST_QUESTION:
            return f"{at}.indonesian", f"1 to {MOST_QUESTION} characters"
        if names_somebody(question.indonesian):
            return f"{at}.indonesian", "no phone or identity numbers"
        unknown = next((each for each in question.categories if each not in categories), None)
        if unknown is not None:
            return f"{at}.categories", "categories this center has"
    return None
