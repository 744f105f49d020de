"""A question to people nearby while it is being chosen and typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from console.desk.nearby import AskChoices

DEFAULT_RADIUS_M = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDraft:
    """What is chosen and typed so far; kept while the confirm strip asks, so that going back loses nothing."""

    source_ids: tuple[str, ...]
    question: str
    quoted: str = ""
    radius_m: int = DEFAULT_RADIUS_M


def first_draft(choices: AskChoices, now: datetime) -> AskDraft:
    """Every source heard of lately, and the category's first question as drivers read it."""
    heard = tuple(source.id for source in choices.sources if choices.heard(source, now))
    return AskDraft(source_ids=heard, question=choices.questions[0].indonesian if choices.questions else "")
