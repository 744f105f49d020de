"""Outcomes: how a case may end here, which count as strikes, whom to refer to."""

from __future__ import annotations

from dataclasses import replace

from console.desk.administration_changes import ListShape
from console.domain.outcome import CAN_STRIKE, SHIPPED, CloseOutcome, Need, OutcomeList
from console.ui.administration.form import Values, Wrong
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.list_page import ListPage
from console.ui.administration.list_spec import Column, Filter, ListSpec
from console.ui.administration.page import PageParts
from console.ui.administration.slugs import free_slug
from console.ui.case.words import outcome_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

MOST, _CHARACTERS = 30, 60

SHAPE: ListShape[OutcomeList, CloseOutcome] = ListShape(
    lambda outcomes: outcomes.outcomes,
    lambda outcomes, items: replace(outcomes, outcomes=items),
    lambda item: item.id,
)


def outcome_page(parts: PageParts) -> ListPage[OutcomeList, CloseOutcome]:
    """The page of outcomes."""
    return ListPage(parts, outcome_spec(parts))


def outcome_spec(parts: PageParts) -> ListSpec[OutcomeList, CloseOutcome]:
    """Columns and form of the outcomes."""
    return ListSpec(
        edited=parts.office.lists.outcomes,
        shape=SHAPE,
        columns=(
            Column(id="name", head=lambda: translate("administration", "Outcome"), text=title),
            Column(id="needs", head=lambda: translate("administration", "Asks for"), text=_needs, width_px=150),
            Column(
                id="strikes", head=lambda: translate("administration", "Counts as a strike"), text=_strikes,
                width_px=150, tone=lambda item: "warn" if item.strikes else "",
            ),
            Column(
                id="offered", head=lambda: translate("administration", "Offered"), text=_offered, width_px=110,
                tone=lambda item: "muted" if item.retired else "",
            ),
        ),
        fields=_fields(),
        spread=spread,
        gather=gather,
        wrong=wrong,
        title=title,
        edit_label=lambda item: item.id,
        name=lambda: translate("administration", "Outcomes"),
        about=lambda: translate(
            "administration", "How a case may end, in the order of the closing strip. Strikes count from now on only."
        ),
        fresh=lambda: spread(CloseOutcome(id="")),
        add_words=lambda: translate("administration", "New outcome"),
        filters=(
            Filter(id="offered", words=lambda: translate("administration", "Offered"), shows=_is_offered),
            Filter(id="all", words=lambda: translate("administration", "All"), shows=lambda _each: True),
        ),
        ordered=True,
        shown=_shown,
        changed_word=_changed,
    )  # fmt: skip


def title(item: CloseOutcome) -> str:
    """The center's own name for it, or ours."""
    return one_line(item.words) or outcome_word(item.id)


def spread(item: CloseOutcome) -> Values:
    """An outcome as its form holds it."""
    return {
        "words": item.words, "needs": item.needs.value, "to": item.to, "strikes": item.strikes,
        "offered": not item.retired,
    }  # fmt: skip


def gather(values: Values, item: CloseOutcome | None) -> CloseOutcome:
    """The outcome a form holds; a new one gets an id made of its name."""
    words = str(values["words"])
    needs = item.needs if item is not None and _is_ours(item) else Need(str(values["needs"]))
    to = values["to"] if needs is Need.WHOM and isinstance(values["to"], tuple) else ()
    outcome_id = item.id if item is not None else free_slug(words)
    return CloseOutcome(
        id=outcome_id, words=words, needs=needs, to=to, retired=not values["offered"],
        strikes=bool(values["strikes"]) and outcome_id in CAN_STRIKE,
    )  # fmt: skip


def wrong(values: Values, item: CloseOutcome | None, outcomes: OutcomeList) -> tuple[Wrong, ...]:
    """What cannot stay, and what to do."""
    found: list[Wrong] = []
    words = str(values["words"])
    if not words and (item is None or not _is_ours(item)):
        found.append(Wrong("words", translate("administration", "Give it a name: it stands on the closing strip.")))
    if len(words) > _CHARACTERS:
        found.append(Wrong("words", translate("administration", "At most {n} characters.").format(n=_CHARACTERS)))
    if item is None and outcomes.outcome(free_slug(words)) is not None:
        said = translate("administration", "An outcome of that name is there already, perhaps not offered: see All.")
        found.append(Wrong("words", said))
    if item is None and len(outcomes.outcomes) >= MOST:
        most = translate("administration", "At most {n} outcomes: change one that is no longer offered instead.")
        found.append(Wrong("words", most.format(n=MOST)))
    needs = item.needs if item is not None and _is_ours(item) else Need(str(values["needs"]))
    to = values["to"] if isinstance(values["to"], tuple) else ()
    if needs is Need.WHOM and not to:
        found.append(Wrong("to", translate("administration", "Write whom it may be referred to, one a line.")))
    if any(len(each) > _CHARACTERS for each in to):
        found.append(Wrong("to", translate("administration", "At most {n} characters.").format(n=_CHARACTERS)))
    if not values["offered"] and not any(each != item and not each.retired for each in outcomes.outcomes):
        found.append(Wrong("offered", translate("administration", "At least one outcome must be offered.")))
    return tuple(found)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="words", longest=200,
            label=lambda: translate("administration", "Name on the closing strip"),
            hint=lambda: translate("administration", "Empty: the console's own words, in both languages."),
        ),
        FieldSpec(
            name="offered", kind=FieldKind.TICK,
            label=lambda: translate("administration", "Offered"),
            hint=lambda: translate("administration", "What was decided offline with one not offered still stands."),
        ),
        FieldSpec(
            name="strikes", kind=FieldKind.TICK,
            label=lambda: translate("administration", "Counts as a strike against the reporter"),
            hint=lambda: translate("administration", "A person still decides each strike, with evidence."),
        ),
        FieldSpec(
            name="needs", kind=FieldKind.CHOICE,
            label=lambda: translate("administration", "Asks for"),
            choices=(
                ("", lambda: needs_word(Need.NOTHING)),
                ("whom", lambda: needs_word(Need.WHOM)),
                ("lp_number", lambda: needs_word(Need.LP_NUMBER)),
                ("finding", lambda: needs_word(Need.FINDING)),
            ),
        ),
        FieldSpec(
            name="to", kind=FieldKind.LINES, lines=5,
            label=lambda: translate("administration", "Whom it may be referred to, one a line"),
        ),
    )  # fmt: skip


def _shown(values: Values, item: CloseOutcome | None) -> frozenset[str]:
    """Only what can be set: three outcomes may strike, ours keep what they ask for."""
    names = {"words", "offered"}
    if item is not None and item.id in CAN_STRIKE:
        names.add("strikes")
    if item is None or not _is_ours(item):
        names.add("needs")
    needs = item.needs.value if item is not None and _is_ours(item) else values["needs"]
    return frozenset(names | ({"to"} if needs == "whom" else set()))


def needs_word(need: Need) -> str:
    """What an outcome asks for before it ends a case."""
    return {
        Need.NOTHING: translate("administration", "nothing"),
        Need.WHOM: translate("administration", "to whom"),
        Need.LP_NUMBER: translate("administration", "the LP number"),
        Need.FINDING: translate("administration", "a finding or an admission"),
    }[need]


def _is_ours(item: CloseOutcome) -> bool:
    return SHIPPED.outcome(item.id) is not None


def _changed(name: str) -> str:
    return translate("administration", "Strikes and blocks") if name == "strikes" else outcome_word(name)


def _needs(item: CloseOutcome) -> str:
    return needs_word(item.needs) if item.needs is not Need.NOTHING else "—"


def _strikes(item: CloseOutcome) -> str:
    if item.id not in CAN_STRIKE:
        return translate("administration", "never")
    return translate("administration", "yes") if item.strikes else translate("administration", "no")


def _offered(item: CloseOutcome) -> str:
    return translate("administration", "no") if item.retired else translate("administration", "yes")


def _is_offered(item: CloseOutcome) -> bool:
    return not item.retired
