"""Crew sizes: officers for a category, more for what is ticked, whom a case wants."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from console.desk.administration_changes import ListShape
from console.domain.category import CATEGORIES
from console.domain.crew_size import LEAST_TO_A_WEAPON, MOST_OFFICERS, CategoryCrew, CrewFigures, TickCrew
from console.domain.help_wanted import SKILLS, HelpWanted, shipped_help
from console.domain.ticks import NAMES
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.administration.skill_words import skill_word
from console.ui.texts.cases import category_word, tick_word
from console.ui.texts.language import translate


@dataclass(frozen=True, slots=True)
class CrewLine:
    """The figures of one category or one tick: `people` usually, or so many more; `help` of a category alone."""

    is_tick: bool
    id: str
    people: int
    fewest: int
    help: HelpWanted = field(default_factory=HelpWanted)


def _items(figures: CrewFigures) -> tuple[CrewLine, ...]:
    """A line for every category and tick the console knows, also those with no figure of their own."""
    categories = [figures.category(each) for each in CATEGORIES]
    ticks = [figures.tick(each) for each in NAMES]
    return (
        *(CrewLine(False, each.category, each.usual, each.fewest, figures.help(each.category)) for each in categories),
        *(CrewLine(True, each.tick, each.more, each.fewest) for each in ticks),
    )


def _with_items(figures: CrewFigures, items: tuple[CrewLine, ...]) -> CrewFigures:
    return replace(
        figures,
        categories=tuple(_crew(each) for each in items if not each.is_tick),
        ticks=tuple(TickCrew(tick=each.id, more=each.people, fewest=each.fewest) for each in items if each.is_tick),
    )


def _crew(item: CrewLine) -> CategoryCrew:
    """Whom it wants is kept only where the center wants others than we ship: ours may grow with a release."""
    own = item.help if item.help != shipped_help(item.id) else None
    return CategoryCrew(category=item.id, usual=item.people, fewest=item.fewest, help=own)


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
            Column(id="people", head=lambda: translate("administration", "Officers"), text=_people, width_px=76),
            Column(id="fewest", head=lambda: translate("administration", "Fewest"), text=_fewest, width_px=84),
            Column(id="help", head=lambda: translate("administration", "Wants"), text=_help, width_px=196),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=_label,
        name=lambda: translate("administration", "Crew sizes"),
        about=lambda: translate(
            "administration", "How many officers a case needs: its category's, and more for what is ticked."
            " A crowd of 50 or more counts twice, one of 200 three times."
            " Fewer than the fewest can be sent only with a reason. What it wants counts besides how near a unit is.",
        ),
        filters=(
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
            Filter(
                id="category", words=lambda: translate("administration", "By category"),
                shows=lambda each: not each.is_tick,
            ),
            Filter(id="tick", words=lambda: translate("administration", "By what is ticked"), shows=_is_tick),
        ),
        shown=_shown,
        changed_word=_changed,
    )  # fmt: skip


def title(item: CrewLine) -> str:
    """The category, or what is ticked."""
    if not item.is_tick:
        return category_word(item.id)
    return translate("administration", "ticked: {what}").format(what=tick_word(item.id))


def spread(item: CrewLine) -> Values:
    """The figures as their form holds them."""
    return {
        "people": item.people, "fewest": item.fewest, "skills": item.help.skills, "vehicle": item.help.vehicle,
        "beat_first": item.help.beat_first,
    }  # fmt: skip


def gather(values: Values, item: CrewLine | None) -> CrewLine:
    """The figures a form holds."""
    if item is None:
        return CrewLine(False, "", 1, 1)
    people, fewest, skills = values["people"], values["fewest"], values["skills"]
    wanted = HelpWanted(
        skills=_as_before(skills, item.help.skills) if isinstance(skills, tuple) else (),
        vehicle=bool(values["vehicle"]), beat_first=bool(values["beat_first"]),
    )  # fmt: skip
    return replace(
        item,
        people=people if isinstance(people, int) else item.people,
        fewest=fewest if isinstance(fewest, int) else item.fewest,
        help=item.help if item.is_tick else wanted,
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
        FieldSpec(
            name="skills", kind=FieldKind.TICKS,
            label=lambda: translate("administration", "Skills it wants"),
            choices=tuple((each, partial(skill_word, each)) for each in sorted(SKILLS)),
            hint=lambda: translate("administration", "Each counts as a minute of way, two at most."),
        ),
        FieldSpec(
            name="vehicle", kind=FieldKind.TICK,
            label=lambda: translate("administration", "A vehicle with its crew rather than one officer"),
            hint=lambda: translate("administration", "It counts as a minute of way."),
        ),
        FieldSpec(
            name="beat_first", kind=FieldKind.TICK,
            label=lambda: translate("administration", "The kelurahan's own officer first, near or not"),
        ),
    )  # fmt: skip


def _changed(name: str) -> str:
    return tick_word(name.removeprefix("tick/")) if name.startswith("tick/") else category_word(name)


def _shown(values: Values, item: CrewLine | None) -> frozenset[str]:
    """What is ticked adds officers; whom a case wants is its category's."""
    del values
    figures = frozenset({"people", "fewest"})
    return figures if item is not None and item.is_tick else figures | {"skills", "vehicle", "beat_first"}


def _as_before(skills: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """The same skills in the order they had: ticking one on and off again changes nothing."""
    return before if set(skills) == set(before) else skills


def _help(item: CrewLine) -> str:
    said = [skill_word(each) for each in item.help.skills]
    if item.help.vehicle:
        said.append(translate("administration", "a vehicle"))
    if item.help.beat_first:
        said.insert(0, translate("administration", "its own officer first"))
    return ", ".join(said) or "—"


def _people(item: CrewLine) -> str:
    return f"+{item.people}" if item.is_tick else str(item.people)


def _fewest(item: CrewLine) -> str:
    return str(item.fewest) if item.fewest > 1 else "—"


def _is_tick(item: CrewLine) -> bool:
    return item.is_tick
