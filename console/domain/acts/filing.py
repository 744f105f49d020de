"""Acts that begin a case at a desk: a report taken by voice, and who its caller is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from console.domain.call import Caller, CallFacts
from console.domain.place import Place
from console.domain.report import ReportKind, SourceKind
from console.domain.triage.suggestion import Triage


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """Make a report, taken by phone, at the counter, by radio or as an aspiration; its id is the decision's subject.

    `number` is of this desk's block, '' when it had none left: then the server gives one. `received_at` is when it was
    really received: the ring, or the time on the paper note. `triage` is what the word rules suggested as it was shown
    when it was filed; `chose` names what of 'category' and 'priority' a person chose, the rest was taken from it.
    """

    number: str = ""
    kind: ReportKind = ReportKind.CALL
    source_kind: SourceKind
    text: str = ""
    category: str
    priority: int
    place: Place
    received_at: datetime
    caller: Caller = field(default_factory=Caller)
    call: CallFacts = field(default_factory=CallFacts)
    triage: Triage | None = None
    chose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCaller:
    """Who the caller of a report filed at a desk is: asked after place and danger, so often after filing."""

    caller: Caller
