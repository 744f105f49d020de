"""Words of forwards: where one stands, the message that leaves, the files beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.attachments import NotShown
from console.desk.case import ShownForward
from console.desk.forward_files import Offer, Prepared
from console.desk.forwarding import ForwardWords
from console.domain.attachment import COMING, INFECTED
from console.domain.forward_file import LEFT_OUT, SENT, ForwardFile
from console.domain.leaving_rules import MB, LeavingRules
from console.domain.report import ForwardStatus, Report
from console.ui.attachments.words import family_of, not_shown_words
from console.ui.case.words import size_words
from console.ui.evidence.words import family_name
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, countdown_words, exact_words
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


def offer_words(offer: Offer) -> str:
    """'file 3 · photo · 1.2 MB'."""
    number = translate("evidence", "file {n}").format(n=offer.number)
    return " · ".join((number, family_name(offer.attachment), size_words(offer.attachment.size_bytes)))


def leaves_words(offer: Offer, found: Prepared | NotShown | None, *, chosen: bool, marked: bool) -> str:
    """What leaves of a file, or why it cannot; '' while nobody asked."""
    if offer.stays == INFECTED:
        return translate("forwarding", "the virus scanner found something in it: it stays")
    parts = [translate("evidence", "redacted")] if offer.redaction is not None else []
    if offer.instead and chosen:
        words = translate("forwarding", "what was covered is seen in this one; file {n} is the redacted one")
        parts.append(words.format(n=offer.instead))
    elif offer.instead:
        words = translate("forwarding", "better file {n}, the redacted one made of it")
        parts.append(words.format(n=offer.instead))
    if chosen:
        parts.append(_found_words(offer, found, marked))
    return " · ".join(parts)


def _found_words(offer: Offer, found: Prepared | NotShown | None, marked: bool) -> str:
    if found is None:
        return translate("forwarding", "the copy is being made…")
    if isinstance(found, NotShown):
        if found.code == "too_many_pages":
            return translate("forwarding", "{n} pages are too many to copy").format(n=found.detail)
        if found.code == COMING:
            return translate("forwarding", "still with the desk that put it on the case: it cannot be copied here yet")
        return translate("forwarding", "cannot leave now: {why}").format(why=not_shown_words(found))
    size = size_words(found.size_bytes)
    if offer.copied:
        parts = [translate("forwarding", "watermarked")] if marked else []
        if family_of(offer.attachment) == "document":
            parts.append(translate("forwarding", "its pages as pictures"))
        parts += [translate("forwarding", "without metadata"), size]
        return translate("forwarding", "a copy leaves: {how}").format(how=", ".join(parts))
    if offer.redaction is not None:
        return translate("forwarding", "leaves as it was redacted, without a mark; it is recorded")
    return translate("forwarding", "leaves as it came, with its metadata and without a mark; it is recorded")


def together_words(files: int, size_bytes: int, rules: LeavingRules) -> str:
    """How much goes along, and what of it is too much."""
    if not files:
        return translate("forwarding", "None goes along unless you tick it.")
    size = size_words(size_bytes)
    if size_bytes > rules.most_mb * MB:
        words = translate(
            "forwarding",
            "Together {size}: at most {most} MB leave at once; agencies' mail servers refuse more. Untick some.",
        )
    else:
        words = translate("forwarding", "Files: {n}, together {size} of at most {most} MB.")
    return words.format(n=files, size=size, most=rules.most_mb)


def files_words(files: tuple[ForwardFile, ...], *, leaving: bool, wait_s: int) -> str:
    """'With files 1, 3'; which are waited for while it has not left, which stayed behind once it has."""
    if not files:
        return ""
    parts = [translate("forwarding", "with files: {n}").format(n=_numbers(files))]
    if leaving and (coming := [each for each in files if each.state == COMING]):
        words = translate("forwarding", "waiting until the server has: {n}; after {time} it leaves without")
        parts.append(words.format(n=_numbers(coming), time=exact_words(wait_s)))
    gone = [each for each in files if each.state == SENT]
    if gone:
        parts = [translate("forwarding", "left with files: {n}").format(n=_numbers(gone))]
    if out := [each for each in files if each.state == LEFT_OUT]:
        parts = parts if gone else []
        parts.append(translate("forwarding", "stayed behind: {n}, the letter says so").format(n=_numbers(out)))
    return " · ".join(parts)


def _numbers(files: Iterable[ForwardFile]) -> str:
    return ", ".join(str(each.number) for each in files)
