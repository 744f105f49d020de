"""Standard answers: short texts per topic to read out or send, checked and dated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MOST_ANSWERS, LONGEST = 300, 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardAnswer:
    """A text and what it is found by; `checked_on` is when the center last confirmed it, None: not yet, say so."""

    id: str
    topic: str
    title: str
    text: str
    words: tuple[str, ...] = ()
    checked_on: date | None = None
    checked_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The center's standard answers; `edited` once an administrator set them."""

    id: str = "answers"
    revision: int = 0
    answers: tuple[StandardAnswer, ...] = ()
    edited: bool = False


def found_answers(answers: Answers, typed: str, text: str, most: int = 9) -> tuple[StandardAnswer, ...]:
    """The answers to what is typed, or, while nothing is, those whose words the report's text holds first.

    Every typed word must begin a word of topic, title or search words. The order is the center's own otherwise.
    """
    wanted = typed.casefold().split()
    if wanted:
        return tuple(each for each in answers.answers if _holds(each, wanted))[:most]
    said = set(_words(text))
    ranked = sorted(answers.answers, key=lambda each: -len(said & set(_words(" ".join((each.topic, *each.words))))))
    return tuple(ranked[:most])


def fault_in_answers(answers: Answers) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    if len(answers.answers) > MOST_ANSWERS:
        return "answers", f"at most {MOST_ANSWERS}"
    ids = [each.id for each in answers.answers]
    for place, each in enumerate(answers.answers):
        at = f"answers[{place}]"
        if not 0 < len(each.id) <= 60 or ids.count(each.id) > 1:
            return f"{at}.id", "1 to 60 characters, each once"
        for field, value, most in (("topic", each.topic, 60), ("title", each.title, 120), ("text", each.text, LONGEST)):
            if not 0 < len(value.strip()) <= most:
                return f"{at}.{field}", f"1 to {most} characters"
    return None


def _holds(answer: StandardAnswer, wanted: list[str]) -> bool:
    words = _words(" ".join((answer.topic, answer.title, *answer.words)))
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _words(text: str) -> list[str]:
    return "".join(each if each.isalnum() else " " for each in text.casefold()).split()
