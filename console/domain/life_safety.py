"""Words that may mean a life is in danger: disposing of such a report asks once more."""

from __future__ import annotations

from console.domain.report import Report
from console.domain.triage import Lexicon, suggest


def life_words(report: Report, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of danger to life in a report, as its reporter wrote them; () when there is none.

    In its text those intake recorded, since they are what the screen shows; where intake recorded nothing, and in what
    the reporter answered later, those the rules find now.
    """
    answers = [entry.text for entry in report.timeline if entry.kind == "answer"]
    texts = answers if report.triage is not None else [report.text, *answers]
    found = [report.triage] if report.triage is not None else []
    found.extend(each for text in texts if text and (each := suggest(text, lexicon)) is not None)
    return tuple(dict.fromkeys(word for each in found for word in each.life))
