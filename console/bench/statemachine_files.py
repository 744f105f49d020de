"""What 'bench statemachine' notes of files: openings, redactions, words on doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from console.domain import acts
from console.domain.acts import Act
from console.domain.decision import Decision
from console.domain.report import Report

_Handling = acts.OpenFile | acts.RedactFile | acts.SettleDoubt
_KIND = {acts.OpenFile: "report.open_file", acts.RedactFile: "report.redact", acts.SettleDoubt: "report.settle_doubt"}


@dataclass(frozen=True, slots=True)
class _Attempt:
    """Who handled which file how, and whose word on its doubt he saw."""

    act: _Handling
    person_id: str
    word_seen: str


class HandledFiles:
    """The driver's own notes; each method gives back the sentence of the contract that does not hold, '' for none."""

    def __init__(self) -> None:
        self._attempts: dict[str, _Attempt] = {}

    def attempt(self, decision_id: str, act: Act, person_id: str, shown: Report) -> None:
        """Somebody may have handled a file of the case as his desk showed it."""
        if isinstance(act, _Handling):
            self._attempts[decision_id] = _Attempt(act, person_id, _word(shown, act.file_id))

    def effect(self, decision: Decision, before: Report, after: Report) -> str:
        """A decision took effect: no file it found there may be another one, no word be replaced unseen."""
        if _originals(after)[: len(before.attachments)] != _originals(before):
            return f"original: {decision.op} {decision.id} changed a file of {before.number}"
        made = self._attempts.get(decision.id)
        if made is not None and isinstance(made.act, acts.SettleDoubt):
            word = _word(before, made.act.file_id)
            if word != made.word_seen:
                return f"word: {decision.id} replaced {word}, which its desk never saw"
        return ""

    def check(self, reports: Iterable[Report], applied: Iterable[str]) -> str:
        """What was done with files and stands is told once, with who did it and to which file."""
        lines = {entry.decision_id: (report, entry) for report in reports for entry in report.timeline}
        for decision_id in applied:
            made, found = self._attempts.get(decision_id), lines.get(decision_id)
            if made is None or found is None:
                continue  # that it is there at all, `effects` has seen
            report, entry = found
            number = next((n for n, each in enumerate(report.attachments, 1) if each.id == made.act.file_id), 0)
            told = entry.params.get("files") or entry.params.get("file")
            if (entry.kind, entry.actor_id, told) != (_KIND[type(made.act)], made.person_id, str(number)):
                return f"handled: {decision_id} tells of {entry.actor_id} and file {told}, it was {made.person_id}"
        return ""


def _originals(report: Report) -> list[tuple[str, str, int]]:
    return [(each.id, each.sha256, each.size_bytes) for each in report.attachments]


def _word(report: Report, file_id: str) -> str:
    """The last word on a file, by the driver's own reading of the timeline."""
    said = list(_words(report, file_id))
    return said[-1] if said else ""


def _words(report: Report, file_id: str) -> Iterator[str]:
    number = next((str(n) for n, each in enumerate(report.attachments, 1) if each.id == file_id), "")
    for entry in report.timeline:
        if entry.kind == "report.settle_doubt" and entry.params.get("file") == number and not entry.undone:
            yield entry.decision_id
