"""Words of forwards: where one stands, and the pieces of the message that leaves."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.case import ShownForward
from console.desk.forwarding import ForwardWords
from console.domain.report import ForwardStatus, Report
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, countdown_words
from console.ui.texts.unseen import one_line


def forward_words() -> dict[ForwardStatus, str]:
    """Where a forward stands, in a word."""
    return {
        ForwardStatus.HELD: translate("forwarding", "held for undo"),
        ForwardStatus.SENT: translate("forwarding", "sent"),
        ForwardStatus.FAILED: translate("forwarding", "not delivered, trying again"),
        ForwardStatus.CONFIRMED: translate("forwarding", "taken"),
        ForwardStatus.CANCELLED: translate("forwarding", "cancelled"),
    }


def forward_state(shown: ShownForward, now: datetime, zone: ZoneInfo) -> str:
    """One line: 'sent 14:06 · not confirmed yet · 2:10', 'taken 14:08 by Bu Rina'."""
    forward = shown.forward
    if shown.waiting:
        return translate("forwarding", "waiting to send")
    if forward.status is ForwardStatus.CONFIRMED and forward.confirmed_at is not None:
        return translate("forwarding", "taken {time} by {name}").format(
            time=clock_words(forward.confirmed_at, zone), name=one_line(forward.confirmed_by)
        )
    words = forward_words()[forward.status]
    if not shown.open:
        return words
    if forward.status is ForwardStatus.HELD:
        left_s = (forward.send_after - now).total_seconds()
        if left_s > 0:
            return translate("forwarding", "leaves in {time}").format(time=countdown_words(left_s))
        words = translate("forwarding", "being sent")
    if forward.sent_at is not None:
        words = f"{words} {clock_words(forward.sent_at, zone)}"
    clock = countdown_words((shown.due_at - now).total_seconds())
    return " · ".join((words, translate("forwarding", "not confirmed yet"), clock))


def message_words(report: Report) -> ForwardWords:
    """The translated pieces of the message an agency gets."""
    return ForwardWords(
        category=category_word(report.category),
        heading=translate("forwarding", "{category} · {number}"),
        received=translate("forwarding", "Received: {at}"),
        place=translate("forwarding", "Place: {place}"),
        coordinates=translate("forwarding", "Coordinates: {lat}, {lon}"),
        told=translate("forwarding", "What was reported:"),
        sender=translate("forwarding", "From: {site}. Please reply to this message to confirm that you take it."),
    )
