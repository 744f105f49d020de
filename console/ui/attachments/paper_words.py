"""Words of what a document says of itself: its dates, what lies within."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.attachments import ShotPaper
from console.domain.file_claim import HeldClaim
from console.ui.attachments.claim_words import moment_words, time_apart_words
from console.ui.texts.language import translate


def paper_words(held: HeldClaim, paper: ShotPaper, beside: datetime, zone: ZoneInfo) -> str:
    """When it was made and changed, each with how far from the time `beside` (the report's), and its other facts."""
    made = translate("claims", "Document made: {when}").format(
        when=_when(held.claim.taken_at, beside, zone, sure=held.claim.taken_sure)
    )
    changed = translate("claims", "Last changed: {when}").format(
        when=_when(paper.modified_at, beside, zone, sure=paper.modified_sure)
    )
    facts = " · ".join(_facts(paper))
    return "\n".join(line for line in (made, changed, facts) if line)


def paper_notes(held: HeldClaim, paper: ShotPaper, codes: tuple[str, ...]) -> list[str]:
    """What cannot be as it says, and how its dates are to be read."""
    notes = []
    if held.later:
        notes.append(
            translate("claims", "no document is received before it is made: the clock it was made by is wrong")
        )
    made, changed = held.claim.taken_at, paper.modified_at
    if made is not None and changed is not None and changed < made:
        notes.append(translate("claims", "it says it was changed before it was made"))
    if held.earlier_s is not None and "taken_impossible" not in codes:
        notes.append(translate("claims", "A document may be older than what it is sent for: it raises no doubt."))
    return notes


def paper_note_words() -> dict[str, str]:
    """What is said of a document otherwise than of a photo."""
    return {"taken_impossible": translate("claims", "the time of its making is impossible")}


def _when(at: datetime | None, beside: datetime, zone: ZoneInfo, *, sure: bool) -> str:
    if at is None:
        return translate("claims", "not said")
    words = moment_words(at, zone)
    if not sure:
        words = translate("claims", "{when}, without a zone").format(when=words)
    return f"{words} ({time_apart_words((beside - at).total_seconds())})"


def _facts(paper: ShotPaper) -> list[str]:
    facts = []
    if paper.version:
        facts.append(f"PDF {paper.version // 10}.{paper.version % 10}")
    if paper.pages is not None:
        facts.append(translate("claims", "pages: {n}").format(n=paper.pages))
    if paper.files:
        facts.append(translate("claims", "files within: {n}").format(n=paper.files))
    if paper.has_form:
        facts.append(translate("claims", "a form to fill in"))
    if paper.signed:
        facts.append(translate("claims", "carries a digital signature (not checked)"))
    return facts
