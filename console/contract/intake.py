"""What a source sends, and what its reporter may see."""

from __future__ import annotations

from datetime import datetime

import msgspec

from console.domain.place import Provenance
from console.domain.report import ReportKind, SourceKind

MAX_TEXT = 8_000
"""Characters of one report's or answer's text; the longest real one in hand has 995."""


MAX_APPEAL = 2_000
"""Characters of an appeal."""


class NewReporter(msgspec.Struct, frozen=True, kw_only=True):
    """The reporter as the source knows him; `account` and `device` are stable within the source."""

    account: str = ""
    device: str = ""
    name: str = ""
    phone: str = ""
    reachable: bool = True


class NewReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report from a source; `id` is made by the client: sending it again is the same report.

    lat/lon WGS 84 degrees, together or not at all; accuracy in metres; `happened_at` with an offset;
    `call` is how a call failed ('' for one that did not): broken_off, silent or unanswered.
    `source_time` is the original time of a replayed record as its file wrote it (kept in the timeline, never parsed).
    """

    id: str
    kind: ReportKind = ReportKind.REPORT
    text: str = ""
    category: str = ""
    priority: int | None = None
    lat: float | None = None
    lon: float | None = None
    accuracy_m: float | None = None
    provenance: Provenance = Provenance.GPS
    place_words: str = ""
    happened_at: datetime | None = None
    source_time: str = ""
    reporter: NewReporter = msgspec.field(default_factory=NewReporter)
    addressee: str = ""
    call: str = ""


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a new report: its number, and whether it had been received before."""

    id: str
    number: str
    again: bool = False


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A question of the center, an answer of the reporter, or what he is told about his standing.

    `direction` is question or answer; warning, warning_withdrawn, block, block_lifted, appeal, notice, appeal_decided.
    """

    id: str
    at: datetime
    direction: str
    text: str


class ReporterView(msgspec.Struct, frozen=True, kw_only=True):
    """What a reporter may know of his own report: number, state in plain steps, questions and answers."""

    id: str
    number: str
    state: str
    received_at: datetime
    messages: tuple[Message, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The reporter's answer; `id` made by the client, sending it again adds nothing."""

    id: str
    text: str = ""


class NewAppeal(msgspec.Struct, frozen=True, kw_only=True):
    """A reporter's words against a strike or a block; `id` made by the client, sending it again adds nothing.

    `reporter` is read where no report is named: whoever is blocked needs none to be heard.
    """

    id: str
    text: str = ""
    reporter: NewReporter = msgspec.field(default_factory=NewReporter)


class Appealed(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to an appeal: the report it is about, and by when a person decides it."""

    id: str
    number: str
    deadline: datetime
    again: bool = False


class NewSource(msgspec.Struct, frozen=True, kw_only=True):
    """An administrator registers a source: its kind, rate limit per second, and agreement dates for partners."""

    id: str
    name: str
    kind: SourceKind
    per_second: float = 5.0
    valid_from: datetime | None = None
    valid_until: datetime | None = None


class SourceKey(msgspec.Struct, frozen=True, kw_only=True):
    """A source with its key, shown once."""

    id: str
    key: str


class RateLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A source's new limit."""

    per_second: float
