"""By what a reporter is recognised, what is known of him, what he is told."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.contract.intake import Message, NewReporter
from console.domain.casework.contact import contact_refusal
from console.domain.casework.undo import UNDO_GRACE, UNDO_WITHIN
from console.domain.report import Report, SourceKind
from console.domain.standing import Standing, Verdict, block_now, strikes
from console.server import standing_words as words
from console.server.casefile import standing_of
from console.server.database import Tx
from console.server.sources import Source

TOLD_AFTER = UNDO_WITHIN + UNDO_GRACE
"""A strike is told once it cannot be undone any more."""

_OFFICERS = frozenset({SourceKind.DEVICE, SourceKind.PATROL})
"""Channels of our own people: they have no standing."""


def recognised_by(key: bytes, source: Source, who: NewReporter, number: str, number_id: str = "") -> tuple[str, ...]:
    """Opaque ids of account, device and number (E.164, '' unknown): HMAC-SHA-256, 96 bits, the first letter the kind.

    A number is the same person on every channel, and `number_id` what desks know it by too (contract.caller); accounts
    and devices are those of their source.
    """
    if source.kind in _OFFICERS:
        return ()
    told = (("a", source.id, who.account), ("d", source.id, who.device), ("n", "", "" if number_id else number))
    ids = tuple(
        f"{kind}-{hmac.new(key, f'standing {kind} {where} {name}'.encode(), hashlib.sha256).hexdigest()[:24]}"
        for kind, where, name in told
        if name
    )
    return (*ids, number_id) if number_id else ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a reporter as he comes in."""

    strikes: int = 0
    blocked: bool = False


def known_standing(tx: Tx, ids: Iterable[str], at: datetime) -> Known:
    """Strikes and block of whoever is recognised by these; the figure of the worst of them."""
    found = standing_of(tx, ids)
    return Known(
        strikes=max((strikes(each, at) for each in found), default=0),
        blocked=any(block_now(each, at) for each in found),
    )


def told(report: Report, standing: Iterable[Standing], now: datetime, zone: str) -> list[Message]:
    """What the reporter is told about his standing on this report, once each; nothing that could endanger him."""
    if contact_refusal(report) is not None:
        return []
    found: dict[tuple[str, str], Message] = {}
    for each in standing:
        for message in _told_of(each, report.id, now, zone):
            found.setdefault((message.id, message.direction), message)
    return sorted(found.values(), key=lambda message: message.at)


def _told_of(standing: Standing, report_id: str, now: datetime, zone: str) -> Iterable[Message]:
    for verdict in standing.verdicts:
        if verdict.report_id == report_id and now >= verdict.at + TOLD_AFTER:
            yield from _told_of_verdict(verdict)
    for block in standing.blocks:
        if block.report_id == report_id and block.imposed:
            yield _message(block.id, block.ruling.at, "block", words.blocked(block, zone))
            if block.lifted is not None:
                yield _message(block.id, block.lifted.at, "block_lifted", words.lifted())
    for appeal in standing.appeals:
        if appeal.report_id == report_id:
            yield _message(appeal.id, appeal.at, "appeal", appeal.text)
            yield _message(appeal.id, appeal.at + timedelta(microseconds=1), "notice", words.appeal_taken(appeal, zone))
            if appeal.ruling is not None:
                yield _message(appeal.id, appeal.ruling.at, "appeal_decided", words.appeal_decided(appeal))


def _told_of_verdict(verdict: Verdict) -> Iterable[Message]:
    yield _message(verdict.id, verdict.at, "warning", words.warning(verdict))
    if verdict.overturned is not None:
        yield _message(verdict.id, verdict.overturned.at, "warning_withdrawn", words.taken_back(verdict))


def _message(thing_id: str, at: datetime, direction: str, text: str) -> Message:
    return Message(id=thing_id, at=at, direction=direction, text=text)
