"""Words of a queue row: its sentence, its chip, why it stands there."""

from __future__ import annotations

from datetime import datetime

from console.desk.queue import Due, Standing, due, standings
from console.domain.callback import CallbackWhy
from console.domain.queue_row import QueueOrder, QueueRow
from console.domain.report import Status
from console.ui.attachments.claim_words import doubt_words
from console.ui.texts.cases import callback_word, category_word, priority_word, source_word, status_word
from console.ui.texts.language import translate
from console.ui.texts.times import length_words
from console.ui.texts.unseen import one_line


def line_words(row: QueueRow) -> str:
    """The one line of text; a sensitive case, and one without words, shows its category.

    One that waits to be rung back says why, how often its number came and how often somebody tried.
    """
    if row.callback and not row.sensitive:
        return callback_words(row)
    return category_word(row.category) if row.sensitive or not row.line else one_line(row.line)


def callback_words(row: QueueRow) -> str:
    """Why it is on the call-back list, with what its reporter left of words."""
    why = callback_word(CallbackWhy(row.callback))
    parts = [why[:1].upper() + why[1:] + (f" {row.rang}×" if row.rang > 1 else "")]
    if row.tries:
        parts.append(translate("callback", "tried {n}×").format(n=row.tries))
    if row.line:
        parts.append(one_line(row.line))
    return " · ".join(parts)


def source_words(row: QueueRow) -> str:
    """The source's own name (Mitra ojol), else its kind."""
    return one_line(row.source_name) or source_word(row.source_kind)


def chip_words(row: QueueRow) -> str:
    """Where the case stands; work passed on names who has it."""
    if row.status is Status.FORWARDED and row.agency_name:
        state = translate("queue", "accepted") if row.agency_confirmed else translate("queue", "asked")
        return f"{one_line(row.agency_name)}: {state}"
    if row.into_number:
        return translate("queue", "in {number}").format(number=row.into_number.rsplit("-", 1)[-1])
    return status_word(row.status)


def gathered_chip(row: QueueRow) -> str:
    """How many reports are in the case, '' for one that gathers none; a large incident says so even alone."""
    return str(1 + row.gathers) if row.gathers or row.incident else ""


def gathered_words(row: QueueRow) -> str:
    """What the row hangs together with, for a hover and for those who hear the screen; '' for nothing."""
    if row.into_number:
        return translate("queue", "Merged into {number}, I opens it").format(number=row.into_number)
    if row.incident:
        return translate("queue", "Large incident, {n} reports in it").format(n=1 + row.gathers)
    return translate("queue", "{n} reports merged in this case").format(n=1 + row.gathers) if row.gathers else ""


def row_sentence(row: QueueRow) -> str:
    """Everything a screen reader should say of a row."""
    parts = [
        priority_word(row.priority),
        line_words(row),
        row.number,
        one_line(row.area_name),
        chip_words(row),
        held_words(row),
        gathered_words(row),
        doubt_words(row.doubts),
    ]
    return " · ".join(part for part in parts if part)


def held_words(row: QueueRow) -> str:
    """Who holds it, and how surely; '' for nobody."""
    if not row.holder_name:
        return ""
    name = one_line(row.holder_name)
    if row.tentative:
        return translate("queue", "Held by {name}, tentative: the server has not confirmed it yet").format(name=name)
    if row.claim_lapsed:
        return translate("queue", "Held by {name}, from whom nothing is heard").format(name=name)
    return translate("queue", "Held by {name}").format(name=name)


def order_word(order: QueueOrder) -> str:
    """The order by name."""
    return {
        QueueOrder.URGENT: translate("queue", "most urgent"),
        QueueOrder.NEWEST: translate("queue", "newest"),
        QueueOrder.CLOSED: translate("queue", "last ended"),
    }[order]


def deadline_words(row: QueueRow, now: datetime) -> str:
    """How the row stands against the deadline for claiming it."""
    at: Due = due(row, now)
    if not at.running:
        return translate("queue", "Received {time} ago.").format(time=length_words(at.age_s))
    if at.late:
        return translate("queue", "Unclaimed for {time}, {late} past its deadline.").format(
            time=length_words(at.age_s), late=length_words(-at.left_s)
        )
    return translate("queue", "Unclaimed for {time}, to be claimed within {left}.").format(
        time=length_words(at.age_s), left=length_words(at.left_s)
    )


def standing_words(row: QueueRow, order: QueueOrder, now: datetime, near: int = 0) -> str:
    """Why it stands there, one reason a line, the weightiest first (screens.md: the explained score).

    `near` is how many others in view tell of the like, near it in place and time.
    """
    if order is QueueOrder.NEWEST:
        return translate("queue", "Ordered by time received, newest first.") + "\n" + deadline_words(row, now)
    words = {
        Standing.ENDED: translate("queue", "It has ended, so it comes after all open work."),
        Standing.PRIORITY: priority_word(row.priority),
        Standing.PANIC: translate("queue", "A panic button raises it."),
        Standing.RISEN: translate("queue", "Its number came again, or had to do with violence: it rises by itself."),
        Standing.UNREAD: translate("queue", "Something unread raises it."),
        Standing.OFFICER_SOS: translate("queue", "An officer calls for help: it stands above everything."),
        Standing.DANGER: danger_words(row),
        Standing.DOUBTED: translate("queue", "Its reporter misled us more often than he helped: later among equals."),
        Standing.STAGE: translate("queue", "Stage: {status}. What nobody works on comes first.").format(
            status=chip_words(row)
        ),
        Standing.AGE: translate("queue", "Among equals the one waiting longest comes first."),
    }
    reasons = [f"{n}. {words[each]}" for n, each in enumerate(standings(row), 1)]
    beside = [
        gathered_words(row), trust_words(row), doubt_words(row.doubts), near_words(near), deadline_words(row, now),
    ]  # fmt: skip
    return "\n".join([translate("queue", "Why here:"), *reasons, *(each for each in beside if each)])


def danger_words(row: QueueRow) -> str:
    """Which words name a danger to life; a sensitive row tells only that there are some."""
    if not row.life:
        return translate("queue", "Its words name a danger to life.")
    said = " ".join(f"“{one_line(word)}”" for word in row.life)
    return translate("queue", "Danger to life: {words}").format(words=said)


def trust_words(row: QueueRow) -> str:
    """How the reporter's earlier reports turned out; '' for one who never reported."""
    if not row.reports:
        return ""
    said = translate("queue", "Reporter: {good} of {all} reports true").format(good=row.confirmed, all=row.reports)
    strikes = translate("queue", "{n} strikes").format(n=row.strikes) if row.strikes else ""
    return " · ".join(each for each in (said, strikes) if each)


def near_words(near: int) -> str:
    """How many others tell of the like; '' for none."""
    return translate("queue", "{n} more of the kind near it in place and time").format(n=near) if near else ""
