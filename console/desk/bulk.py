"""Several reports with one key: which marked ones may go, and why the others stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from console.desk.permitted import permitted
from console.domain.decision import Reason, Refusal, refuse
from console.domain.life_safety import life_words
from console.domain.person import Actor
from console.domain.report import Report
from console.domain.triage import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A marked report that stays: for a word of danger to life in it, or because it may not be disposed of so."""

    number: str
    word: str = ""
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkPlan:
    """What one key would dispose of: (report id, version seen) each, in the order marked; and what it leaves."""

    versions: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]


def junk_plan(
    reports: Iterable[tuple[Report, float | None]],
    actor: Actor,
    at: datetime,
    lexicon: Lexicon,
) -> BulkPlan:
    """Judge each (report, seconds left of this desk's own lease) as the key would, at server time `at`.

    A report with a word of danger to life is never among many: it is disposed of alone, after a second question. A
    sensitive one neither, and none of its words is told.
    """
    versions: list[tuple[str, int]] = []
    left_out: list[LeftOut] = []
    for report, lease_left_s in reports:
        refusal = permitted(report, actor, at, lease_left_s=lease_left_s)["report.junk"]
        words = life_words(report, lexicon)
        if refusal is None and report.waiting_orders:
            # What an officer is to go to next is ended alone, after a question that names him.
            units = ", ".join(order.call_sign for order in report.waiting_orders)
            refusal = refuse(Reason.UNITS_STILL_ASSIGNED, number=report.number, units=units)
        if refusal is not None:
            left_out.append(LeftOut(number=report.number, refusal=refusal))
        elif words or report.sensitive:
            left_out.append(LeftOut(number=report.number, word="" if report.sensitive else words[0]))
        else:
            versions.append((report.id, report.version))
    return BulkPlan(versions=tuple(versions), left_out=tuple(left_out))
