"""When and where a file was made by its own word, beside the report's time and place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from console.desk.attachments import ShotFacts
from console.desk.file_claims import beside
from console.domain.attachment import Attachment
from console.domain.casework.file_claim import reported_at
from console.domain.doubt import SHIPPED_DOUBTS, DoubtRules
from console.domain.file_claim import HeldClaim
from console.domain.report import Report
from console.ui.attachments.claim_drawing import ClaimDrawing
from console.ui.attachments.claim_words import (
    figures_words,
    moment_words,
    place_apart_words,
    spot_words,
    time_apart_words,
)
from console.ui.attachments.paper_words import paper_note_words, paper_notes, paper_words
from console.ui.attachments.words import OF_CLAIMS, family_of, note_words
from console.ui.case.section import Section
from console.ui.case.words import certainty_words
from console.ui.texts.language import translate
from console.ui.widgets.safe import SafeLabel, restyle
from console.ui.widgets.spoken import name_widget


class ClaimsSection(Section):
    """Report and file line by line, what differs in red, the doubt it raises, a small drawing of both places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lambda: translate("claims", "TIME AND PLACE"), parent)
        name_widget(self, lambda: translate("claims", "Time and place of the file beside the report's"))
        self.reported = SafeLabel(role="muted", wrap=True)
        self.claimed = SafeLabel(wrap=True)
        self.time_apart, self.place_apart = SafeLabel(role="strong", wrap=True), SafeLabel(role="strong", wrap=True)
        self.drawing = ClaimDrawing()
        self.notes = SafeLabel(role="warn", wrap=True)
        self.doubt = SafeLabel(role="bad", wrap=True)
        for widget in (
            self.reported, self.claimed, self.time_apart, self.place_apart, self.drawing, self.notes, self.doubt,
        ):  # fmt: skip
            self.rows.addWidget(widget)
        self._again: Callable[[], None] | None = None
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in another language."""
        if event.type() == QEvent.Type.LanguageChange and self._again is not None:
            self._again()
        super().changeEvent(event)

    def clear(self) -> None:
        """Show nothing (another file comes, lock)."""
        self._again = None
        self.setVisible(False)
        for label in (self.reported, self.claimed, self.time_apart, self.place_apart, self.notes, self.doubt):
            label.say("")
        self.drawing.clear()

    def show_facts(
        self, report: Report, attachment: Attachment, facts: ShotFacts, zone: ZoneInfo,
        rules: DoubtRules = SHIPPED_DOUBTS,
    ) -> None:  # fmt: skip
        """Show what a file that was read says of itself; one without anything to say is told of calmly."""
        held = beside(report, attachment.id, facts)
        if held is None:
            self.clear()
            return
        self._again = partial(self.show_facts, report, attachment, facts, zone, rules)
        self.setVisible(True)
        self.reported.say(_reported_words(report, zone))
        paper = facts.paper
        self.claimed.say(_claimed_words(held, zone) if paper is None else paper_words(
            held, paper, min(reported_at(report), attachment.received_at), zone
        ))  # fmt: skip
        apart_s = held.earlier_s if paper is None else None  # beside each of a document's dates stands its own
        when = time_apart_words(apart_s) if apart_s is not None else ""
        explained = held.settled
        bad = (held.earlier and not (explained and explained.explains_time)) or held.later
        self._say(self.time_apart, when, bad=bad)
        apart = place_apart_words(held, report.place)
        self._say(self.place_apart, apart, bad=held.elsewhere and not (explained and explained.explains_place))
        self.drawing.show_claim(held, report.place, family_of(attachment), apart)
        words = note_words() | (paper_note_words() if paper is not None else {})
        notes = [words[code] for code in facts.notes if code in OF_CLAIMS]
        if paper is not None:
            notes = [*paper_notes(held, paper, facts.notes), *notes]
        elif held.later:
            notes.append(translate("claims", "no file is received before it is made: its camera's clock is wrong"))
        self._say(self.notes, "\n".join(notes))
        self._say(self.doubt, _doubt_words(held, rules))

    def say_fault(self, words: str) -> None:
        """Say why it could not be read, or not be told to the other desks."""
        self.setVisible(True)
        self._say(self.notes, words)

    def _say(self, label: SafeLabel, words: str, *, bad: bool | None = None) -> None:
        label.say(words)
        label.setVisible(bool(words))
        if bad is not None:
            restyle(label, role="bad" if bad else "strong")


def _reported_words(report: Report, zone: ZoneInfo) -> str:
    place = report.place
    where = translate("claims", "place unknown")
    if place.lat is not None and place.lon is not None:
        where = f"{spot_words(place.lat, place.lon)} ({certainty_words(place)})"
    words = translate("claims", "Report: {when}\n{where}")
    return words.format(when=moment_words(reported_at(report), zone), where=where)


def _claimed_words(held: HeldClaim, zone: ZoneInfo) -> str:
    claim = held.claim
    if claim.empty:
        return translate(
            "claims", "The file says nothing of when and where it was made. That is usual: most messengers remove it."
        )
    when, where = translate("claims", "says no time"), translate("claims", "says no place")
    if claim.taken_at is not None:
        when = moment_words(claim.taken_at, zone)
        if not claim.taken_sure:
            when = translate("claims", "{when}, by its camera's clock without a zone").format(when=when)
    if claim.lat is not None and claim.lon is not None:
        where = spot_words(claim.lat, claim.lon)
    return translate("claims", "File: {when}\n{where}").format(when=when, where=where)


def _doubt_words(held: HeldClaim, rules: DoubtRules) -> str:
    if not held.doubted(rules):
        return ""
    found = held.settled
    figures = figures_words(
        held.metres if held.elsewhere and not (found and found.explains_place) else None,
        held.earlier_s if held.earlier and not (found and found.explains_time) else None,
    )
    words = translate(
        "claims", "Made {figures}: the report is marked for all desks. Its priority stays, nobody is struck for it."
    )
    return words.format(figures=figures)
