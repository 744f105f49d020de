"""The asking card: whom nearby, how far around, which question, whose words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from console.desk.nearby import AskChoices
from console.domain import acts
from console.domain.askable import AskSource, known_near
from console.domain.casework.asking import words_refusal
from console.domain.nearby import MOST_QUESTION, MOST_QUOTED, RADII_M
from console.domain.report import Report
from console.ui import theme
from console.ui.case.menus import PlainMenu
from console.ui.case.tray import TrayCard
from console.ui.nearby.draft import AskDraft
from console.ui.nearby.words import people_words, radius_words
from console.ui.texts.language import spoken_code, translate
from console.ui.texts.refusals import refusal_words
from console.ui.texts.times import length_words
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.flow import FlowLayout
from console.ui.widgets.key_cap import KeyCap
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import Spoken
from console.ui.widgets.tick_box import TickBox


class AskCard(TrayCard):
    """`go(AskDraft)` on Ctrl+Enter (Enter outside the texts); nothing has left by then: a confirm strip follows."""

    def __init__(
        self,
        report: Report,
        choices: AskChoices,
        draft: AskDraft,
        go: Callable[[AskDraft], None],
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(lambda: translate("nearby", "Ask nearby: {number}").format(number=report.number), parent)
        self._report, self._choices, self._draft, self._handed, self._now = report, choices, draft, go, now
        self._sources: dict[str, PlainButton] = {}
        self._radii: dict[int, PlainButton] = {}
        self._wrong = SafeLabel(role="warn", wrap=True)
        self._go = PlainButton(lambda: translate("nearby", "Go on…"), self.submit, tone="primary")
        self._add_sources()
        self._add_radii()
        self.field = self._text_field(draft.question, lambda: translate("nearby", "Question"), 44)
        self.rows.addWidget(self.field)
        self.others = PlainButton(lambda: translate("nearby", "Other questions ▾"), self._offer_questions, tone="link")
        self.rows.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        self.others.setVisible(len(choices.questions) > 1)
        self._add_quote(report, draft)
        self.rows.addWidget(self._wrong)
        self.buttons.addStretch(1)
        self.buttons.addWidget(KeyCap("Ctrl Enter"))
        self.buttons.addWidget(self._go)
        for field in (self.field, self.quoted):
            field.textChanged.connect(self._look)
        self._look()

    def _add_quote(self, report: Report, draft: AskDraft) -> None:
        """The tick for the reporter's words, those words to be read and changed, and what leaves at all."""
        self.quote = TickBox()
        Spoken(self.quote, lambda: self.quote.setText(translate("nearby", "The reporter's words go along")))
        self.quote.setChecked(bool(draft.quoted))
        self.quote.toggled.connect(self._quote)
        self.rows.addWidget(self.quote)
        self.quote.setVisible(bool(report.text.strip()))
        self.quoted = self._text_field(draft.quoted, lambda: translate("nearby", "Words of the reporter"), 60)
        self.rows.addWidget(self.quoted)
        self.quoted.setVisible(bool(draft.quoted))
        self.leaving = SafeLabel(role="muted", wrap=True)
        self.rows.addWidget(self.leaving)

    def take_focus(self) -> None:
        """The card first: number keys tick sources, Enter goes on; Tab leads to the texts."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> AskDraft:
        """What is chosen and typed now."""
        quoted = self.quoted.toPlainText().strip() if self.quote.isChecked() else ""
        return replace(self._draft, question=self.field.toPlainText().strip(), quoted=quoted)

    def toggle(self, source_id: str) -> None:
        """Tick a source, or untick it; the order stays that of the list."""
        ticked = set(self._draft.source_ids) ^ {source_id}
        chosen = tuple(source.id for source in self._choices.sources if source.id in ticked)
        self._draft = replace(self._draft, source_ids=chosen)
        self._look()

    def choose_radius(self, radius_m: int) -> None:
        """How far around the place."""
        self._draft = replace(self._draft, radius_m=radius_m)
        self._look()

    def submit(self) -> None:
        """Go on to the confirm strip, when there is something to ask and somebody to ask."""
        if not self._why_not():
            self._handed(self.draft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys tick sources; Enter goes on."""
        number = event.key() - Qt.Key.Key_0.value
        if 1 <= number <= min(9, len(self._choices.sources)) and not event.isAutoRepeat():
            self.toggle(self._choices.sources[number - 1].id)
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            event.accept()
            self.submit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From a text Ctrl+Enter goes on and Esc leaves; everything else is typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_card()
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def _add_sources(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        for source in self._choices.sources:
            button = PlainButton("", lambda source=source: self.toggle(source.id))  # type: ignore[misc]
            button.setCheckable(True)
            self._sources[source.id] = button
            flow.addWidget(button)
        self.rows.addWidget(holder)
        nobody = SafeLabel(
            lambda: translate("nearby", "No partner or citizens' app has said that its people can be asked."),
            role="warn", wrap=True,
        )  # fmt: skip
        self.rows.addWidget(nobody)
        nobody.setVisible(not self._choices.sources)

    def _add_radii(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=theme.px(4))
        flow.addWidget(SafeLabel(lambda: translate("nearby", "Within"), role="muted"))
        for radius_m in RADII_M:
            button = PlainButton(radius_words(radius_m), lambda far=radius_m: self.choose_radius(far))  # type: ignore[misc]
            button.setCheckable(True)
            button.setAccessibleName(radius_words(radius_m))
            self._radii[radius_m] = button
            flow.addWidget(button)
        self.rows.addWidget(holder)

    def _offer_questions(self) -> None:
        """The standard questions that fit the category, in the language spoken; drivers read the Indonesian one."""
        menu = PlainMenu(self)
        for question in self._choices.questions:
            words = question.indonesian
            menu.offer(question.words(spoken_code()), lambda words=words: self._put(words))  # type: ignore[misc]
        menu.open_under(self.others)

    def _text_field(self, text: str, name: Callable[[], str], height_px: int) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        Spoken(field, lambda: field.setAccessibleName(name()))
        field.setTabChangesFocus(True)
        field.setFixedHeight(theme.px(height_px))
        field.installEventFilter(self)
        return field

    def _put(self, words: str) -> None:
        self.field.setPlainText(words)
        self.take_focus()

    def _quote(self, on: bool) -> None:
        if on and not self.quoted.toPlainText().strip():
            self.quoted.setPlainText(self._report.text.strip()[:MOST_QUOTED])
        self.quoted.setVisible(on)
        self._look()
        self.changed.emit()

    def _why_not(self) -> str:
        draft = self.draft()
        if not draft.source_ids:
            return translate("nearby", "Tick whom to ask.")
        if len(draft.question) > MOST_QUESTION or len(draft.quoted) > MOST_QUOTED:
            most = MOST_QUESTION if len(draft.question) > MOST_QUESTION else MOST_QUOTED
            return translate("nearby", "At most {n} characters.").format(n=most)
        act = acts.AskNearby(source_ids=draft.source_ids, question=draft.question, quoted=draft.quoted)
        refusal = words_refusal(act, self._report.text)
        return refusal_words(refusal) if refusal is not None else ""

    def _look(self) -> None:
        draft = self.draft()
        for place, source in enumerate(self._choices.sources, 1):
            button = self._sources[source.id]
            ticked = source.id in draft.source_ids
            button.say(partial(self._source_words, place, source))
            button.tip(partial(self._heard_words, source))
            button.setChecked(ticked)
            button.set_tone("picked" if ticked else "")
        for radius_m, button in self._radii.items():
            button.setChecked(radius_m == draft.radius_m)
            button.set_tone("picked" if radius_m == draft.radius_m else "")
        self.leaving.say(self._leaves)
        self._go.setEnabled(not self._why_not())
        self._go.tip(self._why_not)
        self._wrong.say(self._why_not)
        self._wrong.setVisible(bool(self._why_not()) and bool(self._choices.sources))

    def _source_words(self, place: int, source: AskSource) -> str:
        near = known_near(source, self._choices.lat, self._choices.lon, self._draft.radius_m)
        count = "" if near is None else f" · ±{near}"
        if not self._choices.heard(source, self._now):
            ago = length_words((self._now - source.heard_at).total_seconds())
            count = translate("nearby", " · silent for {ago}").format(ago=ago)
        return f"{place}  {one_line(source.name)}{count}" if place <= 9 else f"{one_line(source.name)}{count}"

    def _heard_words(self, source: AskSource) -> str:
        near = people_words(known_near(source, self._choices.lat, self._choices.lon, self._draft.radius_m))
        ago = length_words((self._now - source.heard_at).total_seconds())
        return translate("nearby", "{near} · last heard of {ago} ago").format(near=near, ago=ago)

    def _leaves(self) -> str:
        if self.quote.isChecked():
            return translate(
                "nearby",
                "Only this leaves: the question, the words above, the place rounded to about 220 m, the radius and how "
                "long. Read them: nobody may be recognised by them.",
            )
        return translate(
            "nearby",
            "Only this leaves: the question, the place rounded to about 220 m, the radius and how long. "
            "Never who reported, a number, a file or the case.",
        )
