"""Crew sizes: officers for a category, more for what is ticked, the fewest that may go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.desk.administration_changes import ListShape
from console.domain.category import CATEGORIES
from console.domain.crew_size import LEAST_TO_A_WEAPON, MOST_OFFICERS, CategoryCrew, CrewFigures, TickCrew
from console.domain.ticks import NAMES
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.texts.cases import category_word, tick_word
from console.ui.texts.language import translate


@dataclass(frozen=True, slots=True)
class CrewLine:
    """The figures of one category or one tick: `usual` officers, or so many more."""

    is_tick: bool
    id: str
    people: int
    fewest: int


def _items(figures: CrewFigures) -> tuple[CrewLine, ...]:
    """A line for every category and tick the console knows, also those with no figure of their own."""
    categories = [figures.category(each) for each in CATEGORIES]
    ticks = [figures.tick(each) for each in NAMES]
    return (
        *(CrewLine(False, each.category, each.usual, each.fewest) for each in categories),
        *(CrewLine(True, each.tick, each.more, each.fewest) for each in ticks),
    )


def _with_items(figures: CrewFigures, items: tuple[CrewLine, ...]) -> CrewFigures:
    return replace(
        figures,
        categories=tuple(
            CategoryCrew(category=each.id, usual=each.people, fewest=each.fewest) for each in items if not each.is_tick
        ),
        ticks=tuple(TickCrew(tick=each.id, more=each.people, fewest=each.fewest) for each in items if each.is_tick),
    )


def _label(item: CrewLine) -> str:
    """A category and a tick may bear the same id: fire."""
    return f"tick/{item.id}" if item.is_tick else item.id


SHAPE: ListShape[CrewFigures, CrewLine] = ListShape(_items, _with_items, _label)


def crew_page(parts: PageParts) -> ListPage[CrewFigures, CrewLine]:
    """The page of crew sizes."""
    return ListPage(parts, crew_spec(parts))


def crew_spec(parts: PageParts) -> ListSpec[CrewFigures, CrewLine]:
    """Columns and form of the figures."""
    return ListSpec(
        edited=parts.office.lists.crews,
        shape=SHAPE,
        columns=(
            Column(id="for", head=lambda: translate("administration", "For"), text=title),
            Column(id="people", head=lambda: translate("administration", "Officers"), text=_people, width_px=150),
            Column(
                id="fewest", head=lambda: translate("administration", "Never fewer than"), text=_fewest, width_px=150
            ),
        ),
        fields=_fields(),
        spread=lambda item: {"people": item.people, "fewest": item.fewest},
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=_label,
        name=lambda: translate("administration", "Crew sizes"),
        about=lambda: translate(
            "administration", "How many officers a case needs: its category's, and more for what is ticked."
            " Fewer than the last column can be sent only with a reason.",
        ),
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
            Filter(
                id="category", words=lambda: translate("administration", "By category"),
                shows=lambda each: not each.is_tick,
            ),
            Filter(id="tick", words=lambda: translate("administration", "By what is ticked"), shows=_is_tick),
        ),
        changed_word=_changed,
    )  # fmt: skip


def title(item: CrewLine) -> str:
    """The category, or what is ticked."""
    if not item.is_tick:
        return category_word(item.id)
    return translate("administration", "ticked: {what}").format(what=tick_word(item.id))


def gather(values: Values, item: CrewLine | None) -> CrewLine:
    """The figures a form holds."""
    if item is None:
        return CrewLine(False, "", 1, 1)
    people, fewest = values["people"], values["fewest"]
    return replace(
        item,
        people=people if isinstance(people, int) else item.people,
        fewest=fewest if isinstance(fewest, int) else item.fewest,
    )


def wrong(values: Values, item: CrewLine | None, figures: CrewFigures) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    if item is None:
        return ()
    line = gather(values, item)
    if not item.is_tick and line.people < 1:
        return (Wrong("people", translate("administration", "At least one officer goes to every case.")),)
    if not item.is_tick and line.fewest > line.people:
        said = translate("administration", "More than are usually sent: raise the first figure too.")
        return (Wrong("fewest", said),)
    if item.id == "armed" and item.is_tick and line.fewest < LEAST_TO_A_WEAPON:
        return (Wrong("fewest", translate("administration", "Never one alone to a weapon: at least two.")),)
    return ()


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="people", kind=FieldKind.NUMBER, most=MOST_OFFICERS,
            label=lambda: translate("administration", "Officers"),
            hint=lambda: translate("administration", "Usually sent to a category; added when something is ticked."),
        ),
        FieldSpec(
            name="fewest", kind=FieldKind.NUMBER, least=1, most=MOST_OFFICERS,
            label=lambda: translate("administration", "Never fewer than"),
            hint=lambda: translate("administration", "Fewer go only when the operator says why."),
        ),
    )  # fmt: skip


def _changed(name: str) -> str:
    return tick_word(name.removeprefix("tick/")) if name.startswith("tick/") else category_word(name)


def _people(item: CrewLine) -> str:
    return f"+{item.people}" if item.is_tick else str(item.people)


def _fewest(item: CrewLine) -> str:
    return str(item.fewest) if item.fewest > 1 else "—"


def _is_tick(item: CrewLine) -> bool:
    return item.is_tick
