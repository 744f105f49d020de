"""Words of merging: why two may be one, what it does, what keeps one in the queue."""

from __future__ import annotations

from console.domain.casework.merging import merging_of
from console.domain.duplicates import Candidate, Reason, Why
from console.domain.merging_matter import Matter, OwnMatter
from console.domain.report import Report
from console.ui.case.words import distance_words
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.times import length_words
from console.ui.texts.unseen import one_line


def reason_words(reason: Reason) -> str:
    """One reason, with how much of it."""
    return {
        Why.PHOTO: translate("merging", "same photo"),
        Why.PERSON: translate("merging", "same reporter"),
        Why.METRES: distance_words(float(reason.value)),
        Why.SECONDS: translate("merging", "{time} apart").format(time=length_words(reason.value)),
        Why.CATEGORY: translate("merging", "same category"),
        Why.TEXT: translate("merging", "words {n} % alike").format(n=reason.value),
        Why.INCIDENT: translate("merging", "large incident"),
    }[reason.why]


def reasons_words(candidate: Candidate) -> str:
    """Every reason that speaks for it, the weightiest first."""
    speaking = [reason for reason in candidate.reasons if reason.points > 0 or reason.why is Why.METRES]
    return " · ".join(reason_words(reason) for reason in speaking)


def points_words(candidate: Candidate) -> str:
    """How the score came about, for the tooltip."""
    lines = [f"{reason_words(reason)}: {reason.points:+d}" for reason in candidate.reasons]
    return "\n".join([translate("merging", "Likeness {n}").format(n=candidate.score), *lines])


def candidate_words(candidate: Candidate) -> str:
    """'KJ-2611-0185 · Flood', or the title of the large incident."""
    if candidate.incident:
        return f"{candidate.number} · {one_line(candidate.incident)}"
    return f"{candidate.number} · {category_word(candidate.category)}"


def matter_words(matter: OwnMatter) -> str:
    """Why a report stays in the queue beside a large incident."""
    words = one_line(matter.words)
    return {
        Matter.TRAPPED: translate("merging", "Stays in the queue, somebody may be trapped: “{words}”"),
        Matter.VICTIM: translate("merging", "Stays in the queue, another victim: “{words}”"),
        Matter.PLACE: translate("merging", "Stays in the queue, another place: “{words}”"),
        Matter.PANIC: translate("merging", "Stays in the queue: a panic button"),
        Matter.SENSITIVE: translate("merging", "Stays in the queue: a sensitive case"),
    }[matter.matter].format(words=words)


def effect_words(child: str, into: str, *, rises_to: int = 0, waiting: tuple[str, ...] = ()) -> str:
    """What a merge does, for the confirm strip.

    `rises_to` is the priority the parent gets, 0 when it stays; `waiting` the units whose waiting orders move to it.
    """
    sentence = translate(
        "merging",
        "{child} leaves the queue and work goes on at {into}. Its reporter sees how that goes on and is told what all"
        " are told. It can be split off again.",
    ).format(child=child, into=into)
    parts = [sentence]
    if waiting:
        moved = translate("merging", "Orders that wait move to {into}: {units}.")
        parts.append(moved.format(into=into, units=one_line(", ".join(waiting))))
    if rises_to:
        parts.append(translate("merging", "{into} becomes P{priority}.").format(into=into, priority=rises_to))
    return " ".join(parts)


def incident_words(report: Report) -> str:
    """'LARGE INCIDENT · Flood · led by Ipda Contoh', '' for an ordinary case."""
    incident = merging_of(report).incident
    if incident is None:
        return ""
    words = translate("merging", "LARGE INCIDENT · {title} · led by {lead}")
    return words.format(title=one_line(incident.title), lead=one_line(incident.lead))


def merged_words(report: Report) -> str:
    """'2 REPORTS MERGED INTO THIS CASE'."""
    count = len(merging_of(report).children)
    return translate("merging", "{n} REPORTS MERGED INTO THIS CASE").format(n=count)
