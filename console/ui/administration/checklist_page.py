"""Checklists: the steps of each category, in order, and which of them closing waits for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from console.desk.administration_changes import ListShape
from console.domain.category import CATEGORIES
from console.domain.checklist import MOST_STEPS, Checklist, Checklists, CheckStep
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.administration.slugs import free_slug
from console.ui.texts.cases import category_word
from console.ui.texts.language import spoken_code, translate
from console.ui.texts.unseen import one_line

_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step, with the category whose checklist it is on."""

    category: str
    step: CheckStep


def _items(checklists: Checklists) -> tuple[StepLine, ...]:
    return tuple(StepLine(each.category, step) for each in checklists.lists for step in each.steps)


def _with_items(checklists: Checklists, items: tuple[StepLine, ...]) -> Checklists:
    """Steps stand with their category, categories in the order they first come."""
    order = dict.fromkeys([*(each.category for each in checklists.lists), *(each.category for each in items)])
    lists = tuple(
        Checklist(category=category, steps=steps)
        for category in order
        if (steps := tuple(each.step for each in items if each.category == category))
    )
    return replace(checklists, lists=lists)


SHAPE: ListShape[Checklists, StepLine] = ListShape(_items, _with_items, lambda item: f"{item.category}/{item.step.id}")


def checklist_page(parts: PageParts) -> ListPage[Checklists, StepLine]:
    """The page of checklists."""
    return ListPage(parts, checklist_spec(parts))


def checklist_spec(parts: PageParts) -> ListSpec[Checklists, StepLine]:
    """Columns and form of the steps."""
    return ListSpec(
        edited=parts.office.lists.checklists,
        shape=SHAPE,
        columns=(
            Column(id="category", head=lambda: translate("administration", "Category"), text=_category, width_px=190),
            Column(id="step", head=lambda: translate("administration", "Step"), text=title),
            Column(
                id="required", head=lambda: translate("administration", "Before closing"), text=_required, width_px=130
            ),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=lambda item: item.category,
        name=lambda: translate("administration", "Checklists"),
        about=lambda: translate(
            "administration", "Steps of each category, in the order they are done; a required one is done or skipped"
            " with a reason before a case closes.",
        ),
        fresh=lambda: spread(StepLine("traffic_accident", CheckStep(id="", indonesian=""))),
        add_words=lambda: translate("administration", "New step"),
        removal=lambda: translate("administration", "Take off…"),
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
            Filter(
                id="required", words=lambda: translate("administration", "Before closing"),
                shows=lambda each: each.step.required,
            ),
        ),
        ordered=True,
        changed_word=category_word,
    )  # fmt: skip


def title(item: StepLine) -> str:
    """The step in the language spoken now."""
    return one_line(item.step.words(spoken_code()))


def spread(item: StepLine) -> Values:
    """A step as its form holds it."""
    step = item.step
    return {
        "category": item.category, "indonesian": step.indonesian, "english": step.english, "required": step.required
    }  # fmt: skip


def gather(values: Values, item: StepLine | None) -> StepLine:
    """The step a form holds; one that stays in its category keeps its id, so that what was done stays done."""
    category, indonesian = str(values["category"]), str(values["indonesian"])
    step_id = item.step.id if item is not None and item.category == category else free_slug(indonesian)
    step = CheckStep(
        id=step_id, indonesian=indonesian, english=str(values["english"]), required=bool(values["required"])
    )
    return StepLine(category, step)


def wrong(values: Values, item: StepLine | None, checklists: Checklists) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    category, indonesian = str(values["category"]), str(values["indonesian"])
    if not indonesian:
        found.append(Wrong("indonesian", translate("administration", "Say in a few words what is to be done.")))
    for name in ("indonesian", "english"):
        if len(str(values[name])) > _CHARACTERS:
            found.append(Wrong(name, translate("administration", "At most {n} characters.").format(n=_CHARACTERS)))
    known = checklists.of(category)
    moved = item is None or item.category != category
    if known is not None and moved and len(known.steps) >= MOST_STEPS:
        most = translate("administration", "At most {n} steps in a category: more are not read under stress.")
        found.append(Wrong("category", most.format(n=MOST_STEPS)))
    if known is not None and moved and known.step(free_slug(indonesian)) is not None:
        found.append(Wrong("indonesian", translate("administration", "This category has that step already.")))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="category", kind=FieldKind.CHOICE,
            label=lambda: translate("administration", "Category"),
            choices=tuple((each, partial(category_word, each)) for each in CATEGORIES),
        ),
        FieldSpec(
            name="indonesian", kind=FieldKind.TEXT,
            label=lambda: translate("administration", "What is to be done (Indonesian)"),
        ),
        FieldSpec(
            name="english", kind=FieldKind.TEXT,
            label=lambda: translate("administration", "The same in English"),
            hint=lambda: translate("administration", "Empty: the Indonesian words stand in both languages."),
        ),
        FieldSpec(
            name="required", kind=FieldKind.TICK,
            label=lambda: translate("administration", "Required before the case closes"),
            hint=lambda: translate("administration", "It can be skipped with a reason."),
        ),
    )  # fmt: skip


def _category(item: StepLine) -> str:
    return category_word(item.category)


def _required(item: StepLine) -> str:
    return translate("administration", "required") if item.step.required else "—"
