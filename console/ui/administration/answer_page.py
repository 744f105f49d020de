"""Standard answers: short texts to read out or send, with the day each was last checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from console.desk.administration_changes import ListShape
from console.domain.answer import LONGEST, MOST_ANSWERS, Answers, StandardAnswer
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.administration.slugs import free_slug
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_TOPIC, _TITLE = 60, 120

SHAPE: ListShape[Answers, StandardAnswer] = ListShape(
    lambda answers: answers.answers, lambda answers, items: replace(answers, answers=items), lambda item: item.id
)


def answer_page(parts: PageParts) -> ListPage[Answers, StandardAnswer]:
    """The page of standard answers."""
    return ListPage(parts, answer_spec(parts))


def answer_spec(parts: PageParts) -> ListSpec[Answers, StandardAnswer]:
    """Columns and form of the answers; a checked one is signed with the day, by whoever is named."""
    return ListSpec(
        edited=parts.office.lists.answers,
        shape=SHAPE,
        columns=(
            Column(id="topic", head=lambda: translate("administration", "Topic"), text=_topic, width_px=140),
            Column(id="title", head=lambda: translate("administration", "Question"), text=title),
            Column(
                id="checked", head=lambda: translate("administration", "Checked on"), text=_checked, width_px=130,
                tone=lambda item: "" if item.checked_on else "warn",
            ),
            Column(id="by", head=lambda: translate("administration", "By"), text=_by, width_px=150),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=lambda values, item, answers: wrong(
            values, item, answers, parts.now().astimezone(parts.zone()).date()
        ),
        title=title,
        edit_label=lambda item: item.title,
        name=lambda: translate("administration", "Standard answers"),
        about=lambda: translate(
            "administration", "Texts to read out or send. Operators see the day each was last checked."
        ),
        fresh=lambda: spread(StandardAnswer(id="", topic="", title="", text="")),
        add_words=lambda: translate("administration", "New answer"),
        removal=lambda: translate("administration", "Take off…"),
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
            Filter(
                id="unchecked", words=lambda: translate("administration", "Not checked yet"),
                shows=lambda each: each.checked_on is None,
            ),
        ),
        ordered=True,
    )  # fmt: skip


def title(item: StandardAnswer) -> str:
    """The question it answers."""
    return one_line(item.title)


def spread(item: StandardAnswer) -> Values:
    """An answer as its form holds it."""
    return {
        "topic": item.topic, "title": item.title, "text": item.text, "words": item.words,
        "checked_on": item.checked_on, "checked_by": item.checked_by,
    }  # fmt: skip


def gather(values: Values, item: StandardAnswer | None) -> StandardAnswer:
    """The answer a form holds."""
    day, words = values["checked_on"], values["words"]
    text = str(values["title"])
    return StandardAnswer(
        id=item.id if item is not None else free_slug(text),
        topic=str(values["topic"]), title=text, text=str(values["text"]),
        words=words if isinstance(words, tuple) else (),
        checked_on=day if isinstance(day, date) else None, checked_by=str(values["checked_by"]),
    )  # fmt: skip


def wrong(values: Values, item: StandardAnswer | None, answers: Answers, today: date) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do; `today` is the site's."""
    found: list[Wrong] = []
    for name, most in (("topic", _TOPIC), ("title", _TITLE), ("text", LONGEST)):
        if not values[name]:
            found.append(Wrong(name, translate("administration", "Write something here.")))
        elif len(str(values[name])) > most:
            found.append(Wrong(name, translate("administration", "At most {n} characters.").format(n=most)))
    if item is None and any(each.id == free_slug(str(values["title"])) for each in answers.answers):
        found.append(Wrong("title", translate("administration", "An answer to that question is on the list already.")))
    if item is None and len(answers.answers) >= MOST_ANSWERS:
        most_words = translate("administration", "At most {n} answers: take one off first.")
        found.append(Wrong("title", most_words.format(n=MOST_ANSWERS)))
    day = values["checked_on"]
    if isinstance(day, date) and day > today:
        found.append(Wrong("checked_on", translate("administration", "That day is still to come.")))
    if isinstance(day, date) and not values["checked_by"]:
        found.append(Wrong("checked_by", translate("administration", "Name who checked it, or set no day.")))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="topic", label=lambda: translate("administration", "Topic"),
            hint=lambda: translate("administration", "As SIM, SKCK, tax, accident, police report."),
        ),
        FieldSpec(name="title", label=lambda: translate("administration", "Question it answers")),
        FieldSpec(
            name="text", kind=FieldKind.TEXT, lines=9,
            label=lambda: translate("administration", "Answer, as it is read out or sent"),
        ),
        FieldSpec(
            name="words", kind=FieldKind.LINES, lines=4,
            label=lambda: translate("administration", "Found by these words too, one a line"),
        ),
        FieldSpec(
            name="checked_on", kind=FieldKind.DATE, label=lambda: translate("administration", "Checked on"),
            hint=lambda: translate("administration", "The day the center last confirmed that all of it is true."),
        ),
        FieldSpec(name="checked_by", label=lambda: translate("administration", "Checked by")),
    )  # fmt: skip


def _topic(item: StandardAnswer) -> str:
    return one_line(item.topic)


def _checked(item: StandardAnswer) -> str:
    day = item.checked_on
    return day.strftime("%d-%m-%Y") if day is not None else translate("administration", "not yet")


def _by(item: StandardAnswer) -> str:
    return one_line(item.checked_by) or "—"
