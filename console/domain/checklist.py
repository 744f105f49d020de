"""Checklists (SOP): steps of a category, required ones, and what was done on a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MOST_STEPS = 12
"""Steps a checklist may have: more are not read under stress."""

UNGATED_OUTCOMES = frozenset({"information_given", "duplicate", "prank", "test", "wrong_number", "false_report"})
"""Outcomes that need no step: nothing happened there, or it is handled elsewhere."""

_CHARACTERS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckStep:
    """A step: its words in both languages ('' in English: the Indonesian ones); `required` before closing."""

    id: str
    indonesian: str
    english: str = ""
    required: bool = False

    def words(self, language: str) -> str:
        """The step in a language ('id' or 'en')."""
        return self.english if language == "en" and self.english else self.indonesian


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The steps of one category, in the order they are done."""

    category: str
    steps: tuple[CheckStep, ...]

    def step(self, step_id: str) -> CheckStep | None:
        """The step with that id, None when it has none such."""
        return next((step for step in self.steps if step.id == step_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklists:
    """The center's checklists; `edited` once an administrator set them, so that a release no longer replaces them."""

    id: str = "checklists"
    revision: int = 0
    lists: tuple[Checklist, ...] = ()
    edited: bool = False

    def of(self, category: str) -> Checklist | None:
        """The checklist of a category, None when there is none."""
        return next((each for each in self.lists if each.category == category), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A step done on a case, or skipped: then `reason` says why. Its words stay as they were when it was done."""

    step_id: str
    words: str
    at: datetime
    by_id: str
    by_name: str
    reason: str = ""


def missing_steps(checklist: Checklist | None, checks: tuple[Check, ...]) -> tuple[CheckStep, ...]:
    """The required steps that are neither done nor skipped, in order."""
    done = {check.step_id for check in checks}
    steps = checklist.steps if checklist else ()
    return tuple(step for step in steps if step.required and step.id not in done)


def fault_in_checklists(checklists: Checklists, categories: frozenset[str]) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    seen: set[str] = set()
    for place, checklist in enumerate(checklists.lists):
        at = f"lists[{place}]"
        if checklist.category not in categories or checklist.category in seen:
            return f"{at}.category", "a category this center has, each once"
        seen.add(checklist.category)
        if not 1 <= len(checklist.steps) <= MOST_STEPS:
            return f"{at}.steps", f"1 to {MOST_STEPS} steps"
        ids = [step.id for step in checklist.steps]
        for number, step in enumerate(checklist.steps):
            if not 0 < len(step.id) <= 40 or ids.count(step.id) > 1:
                return f"{at}.steps[{number}].id", "1 to 40 characters, each once"
            if not 0 < len(step.indonesian.strip()) <= _CHARACTERS or len(step.english) > _CHARACTERS:
                return f"{at}.steps[{number}].indonesian", f"1 to {_CHARACTERS} characters"
    return None
