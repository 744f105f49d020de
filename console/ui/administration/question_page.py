"""Questions asked nearby: standard texts for categories, and how long one stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from console.desk.administration import Access
from console.desk.administration_changes import ListShape, SetField
from console.desk.administration_lists import Read
from console.domain.askable import FEWEST_MINUTES, MOST_MINUTES, AskBook, AskQuestion
from console.domain.category import CATEGORIES
from console.domain.nearby import MOST_QUESTION, names_somebody
from console.ui import theme
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.administration.slugs import free_slug
from console.ui.texts.cases import category_word
from console.ui.texts.language import spoken_code, translate
from console.ui.texts.unseen import one_line
from console.ui.widgets.buttons import PlainButton
from console.ui.widgets.safe import SafeLabel
from console.ui.widgets.spoken import name_widget

SHAPE: ListShape[AskBook, AskQuestion] = ListShape(
    lambda book: book.questions, lambda book, items: replace(book, questions=items), lambda item: item.id
)
_MOST = 100
_ASKED = tuple(each.id for each in CATEGORIES.values() if not each.sensitive)
"""Of a sensitive case nobody nearby is ever asked (security.md rule 8): no question is for one."""


class QuestionPage(ListPage[AskBook, AskQuestion]):
    """A list page with one setting below the table: for how many minutes a question stands."""

    keep_minutes: PlainButton | None = None

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, question_spec(parts), parent)
        self.minutes = QSpinBox()
        self.minutes.setRange(FEWEST_MINUTES, MOST_MINUTES)
        self.minutes.setMinimumHeight(theme.px(30))
        self.minutes.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        name_widget(self.minutes, _minutes_words)
        self.keep_minutes = PlainButton(lambda: translate("administration", "Save"), self.save_minutes)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(4))
        line.setSpacing(theme.px(8))
        label = SafeLabel(_minutes_words, role="strong")
        label.setBuddy(self.minutes)
        for widget in (label, self.minutes, self.keep_minutes):
            line.addWidget(widget)
        line.addStretch(1)
        self.frame.left.insertWidget(self.frame.left.count() - 1, row)
        self.minutes.valueChanged.connect(lambda _: self._show_keys())
        self._show_keys()

    def save_minutes(self) -> None:
        """Questions asked from now on stand that long; those that stand already keep their end."""
        book = self.thing
        if book is not None and self._minutes_wait():
            change: SetField[AskBook] = SetField("minutes", book.minutes, self.minutes.value())
            self._change(change, self.item)

    def show_access(self, access: Access) -> None:
        """Saving is possible now, or not."""
        super().show_access(access)
        self.minutes.setEnabled(self._open)

    def unsaved(self) -> bool:
        """Whether anything typed waits to be saved."""
        return super().unsaved() or self._minutes_wait()

    def _take(self, read: Read[AskBook], *, keep: bool = True) -> None:
        typed = self._minutes_wait()
        super()._take(read, keep=keep)
        if not typed and self.thing is not None:
            self.minutes.setValue(self.thing.minutes)
        self._show_keys()

    def _minutes_wait(self) -> bool:
        return self.thing is not None and self.minutes.value() != self.thing.minutes

    def _show_keys(self) -> None:
        super()._show_keys()
        if self.keep_minutes is not None:
            # One thing after the other: what is typed of a question is not lost by saving this.
            self.keep_minutes.setEnabled(self._open and not self._busy and not self._dirty and self._minutes_wait())


def question_spec(parts: PageParts) -> ListSpec[AskBook, AskQuestion]:
    """Columns and form of the questions."""
    return ListSpec(
        edited=parts.office.lists.questions,
        shape=SHAPE,
        columns=(
            Column(id="question", head=lambda: translate("administration", "Question"), text=title),
            Column(id="for", head=lambda: translate("administration", "For"), text=_for_words, width_px=260),
            Column(
                id="english", head=lambda: translate("administration", "English"), text=_english, width_px=90,
                tone=lambda item: "" if item.english else "warn",
            ),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=lambda item: item.id,
        name=lambda: translate("administration", "Questions asked nearby"),
        about=lambda: translate(
            "administration",
            "What drivers and citizens nearby can be asked about a case: the questions of its category first, in this"
            " order. The operator may change the words; of sensitive cases nobody is ever asked.",
        ),
        fresh=lambda: {"indonesian": "", "english": "", "categories": ()},
        add_words=lambda: translate("administration", "New question"),
        removal=lambda: translate("administration", "Take off…"),
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
            Filter(
                id="any", words=lambda: translate("administration", "For every case"),
                shows=lambda each: not each.categories,
            ),
        ),
        ordered=True,
        changed_word=_changed,
    )  # fmt: skip


def title(item: AskQuestion) -> str:
    """The question, in the language spoken now."""
    return one_line(item.words(spoken_code()))


def spread(item: AskQuestion) -> Values:
    """A question as its form holds it."""
    return {"indonesian": item.indonesian, "english": item.english, "categories": item.categories}


def gather(values: Values, item: AskQuestion | None) -> AskQuestion:
    """The question a form holds; a new one gets an id made of its words."""
    categories, words = values["categories"], " ".join(str(values["indonesian"]).split())
    return AskQuestion(
        id=item.id if item is not None else free_slug(words),
        indonesian=words,
        english=" ".join(str(values["english"]).split()),
        categories=categories if isinstance(categories, tuple) else (),
    )


def wrong(values: Values, item: AskQuestion | None, book: AskBook) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    if not values["indonesian"]:
        found.append(Wrong("indonesian", translate("administration", "Write something here.")))
    for name in ("indonesian", "english"):
        text = str(values[name])
        if len(text) > MOST_QUESTION:
            said = translate("administration", "At most {n} characters: it is read at a red light.")
            found.append(Wrong(name, said.format(n=MOST_QUESTION)))
        elif names_somebody(text):
            said = translate("administration", "No phone or identity numbers: it goes to many strangers.")
            found.append(Wrong(name, said))
    if not found and item is None and any(each.id == gather(values, None).id for each in book.questions):
        found.append(Wrong("indonesian", translate("administration", "That question is on the list already.")))
    if item is None and len(book.questions) >= _MOST:
        said = translate("administration", "At most {n} questions: take one off first.").format(n=_MOST)
        found.append(Wrong("indonesian", said))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="indonesian", kind=FieldKind.TEXT, lines=3,
            label=lambda: translate("administration", "Question in Indonesian, as it is sent"),
            hint=lambda: translate("administration", "Say what not to do too: “do not go closer”."),
        ),
        FieldSpec(
            name="english", kind=FieldKind.TEXT, lines=3,
            label=lambda: translate("administration", "The same in English"),
            hint=lambda: translate("administration", "For operators who work in English; empty: the Indonesian one."),
        ),
        FieldSpec(
            name="categories", kind=FieldKind.TICKS,
            label=lambda: translate("administration", "For cases of"),
            choices=tuple((each, partial(category_word, each)) for each in _ASKED),
            hint=lambda: translate("administration", "None ticked: for every case."),
        ),
    )  # fmt: skip


def _minutes_words() -> str:
    return translate("administration", "Minutes a question stands")


def _changed(name: str) -> str:
    """What the server's edits name: ids made of a question's words."""
    return _minutes_words() if name == "minutes" else name.replace("_", " ")


def _for_words(item: AskQuestion) -> str:
    return ", ".join(category_word(each) for each in item.categories) or translate("administration", "every case")


def _english(item: AskQuestion) -> str:
    return translate("administration", "yes") if item.english else translate("administration", "missing")
