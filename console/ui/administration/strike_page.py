"""Strikes and blocks: after how many a block is proposed, and how long each thing lasts."""

from __future__ import annotations

from dataclasses import replace

from console.desk.administration_changes import SetField
from console.domain.outcome import OutcomeList
from console.domain.strike_rules import BOUNDS, StrikeRules, fault_in_strike_rules
from console.ui.administration.form import Values
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.page import PageParts
from console.ui.administration.terms_page import TermsPage, TermsSpec
from console.ui.texts.language import translate

_FIELD = "strike_rules"


class StrikePage(TermsPage[OutcomeList]):
    """They travel with the list of outcomes and are saved with its revision."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts, TermsSpec(
            door=parts.office.lists.outcomes, about=_about, fields=_fields(), spread=_spread, change=_change,
            edited=lambda changed: "strikes" in changed,
        ))  # fmt: skip


def _spread(thing: OutcomeList) -> Values:
    return {name: getattr(thing.strike_rules, name) for name in BOUNDS}


def _change(seen: OutcomeList, values: Values) -> SetField[OutcomeList] | None:
    """They hold for what is decided from then on."""
    numbers = {name: value for name, value in values.items() if isinstance(value, int)}
    wanted = replace(StrikeRules(), **numbers)
    return None if fault_in_strike_rules(wanted) else SetField(_FIELD, seen.strike_rules, wanted)


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="block_at", kind=FieldKind.NUMBER, least=BOUNDS["block_at"][0], most=BOUNDS["block_at"][1],
            label=lambda: translate("administration", "Strikes until a block is proposed"),
            hint=lambda: translate("administration", "2 to 10: there is always a warning first, and a person decides."),
        ),
        FieldSpec(
            name="strike_days", kind=FieldKind.NUMBER, least=BOUNDS["strike_days"][0], most=BOUNDS["strike_days"][1],
            label=lambda: translate("administration", "Days a strike counts"),
            hint=lambda: translate("administration", "30 to 1095"),
        ),
        FieldSpec(
            name="block_days", kind=FieldKind.NUMBER, least=BOUNDS["block_days"][0], most=BOUNDS["block_days"][1],
            label=lambda: translate("administration", "Days a block lasts"),
            hint=lambda: translate("administration", "1 to 365: every block ends by itself."),
        ),
        FieldSpec(
            name="appeal_days", kind=FieldKind.NUMBER, least=BOUNDS["appeal_days"][0], most=BOUNDS["appeal_days"][1],
            label=lambda: translate("administration", "Days within which an appeal is decided"),
            hint=lambda: translate("administration", "1 to 30. Past it the block rests until somebody decides."),
        ),
        FieldSpec(
            name="appeal_again_days", kind=FieldKind.NUMBER,
            least=BOUNDS["appeal_again_days"][0], most=BOUNDS["appeal_again_days"][1],
            label=lambda: translate("administration", "Days until an appeal may follow one turned down"),
            hint=lambda: translate("administration", "1 to 365. A new strike or block may be appealed at once."),
        ),
    )  # fmt: skip


def _about() -> str:
    return translate(
        "administration",
        "These terms hold for what is decided from now on. Whoever was told other terms before keeps them.",
    )
