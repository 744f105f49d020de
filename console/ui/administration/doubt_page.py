"""From where on a file puts its report in doubt: how far, how much earlier, or both."""

from __future__ import annotations

from dataclasses import replace

from console.desk.administration_changes import SetWhole
from console.domain.doubt import BOUNDS, DoubtRules, fault_in_doubts
from console.domain.file_claim import EARLIER_S, FAR_M
from console.ui.administration.form import Values
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.page import PageParts
from console.ui.administration.terms_page import TermsPage, TermsSpec
from console.ui.texts.language import translate


class DoubtPage(TermsPage[DoubtRules]):
    """Every desk reads its doubts anew by them, those of yesterday's files too."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts, TermsSpec(
            door=parts.office.lists.doubts, about=_about, fields=_fields(), spread=_spread, change=_change
        ))  # fmt: skip


def _spread(rules: DoubtRules) -> Values:
    return {"far_km": rules.far_km, "earlier_h": rules.earlier_h, "both": rules.both}


def _change(seen: DoubtRules, values: Values) -> SetWhole[DoubtRules] | None:
    far_km, earlier_h, both = values["far_km"], values["earlier_h"], values["both"]
    if not (isinstance(far_km, int) and isinstance(earlier_h, int)):
        return None
    wanted = replace(seen, far_km=far_km, earlier_h=earlier_h, both=both is True)
    return None if fault_in_doubts(wanted) else SetWhole(seen, wanted)


def _about() -> str:
    return translate(
        "administration",
        "A photo, film or sound whose own time or place differs by more marks its report for every desk. Nobody is"
        " struck for it and no report moves in the queue. A desk reads older files by these figures too.",
    )


def _fields() -> tuple[FieldSpec, ...]:
    far, early = BOUNDS["far_km"], BOUNDS["earlier_h"]
    return (
        FieldSpec(
            name="far_km", kind=FieldKind.NUMBER, least=far[0], most=far[1],
            label=lambda: translate("administration", "Kilometres from the reported place"),
            hint=lambda: translate(
                "administration", "{least} to {most}; usually 5: no slip of a pin explains so much."
            ).format(least=far[0], most=far[1]),
        ),
        FieldSpec(
            name="earlier_h", kind=FieldKind.NUMBER, least=early[0], most=early[1],
            label=lambda: translate("administration", "Hours before the report"),
            hint=lambda: translate(
                "administration", "{least} to {most}; usually 24: an older file may show another day's event."
            ).format(least=early[0], most=early[1]),
        ),
        FieldSpec(
            name="both", kind=FieldKind.TICK,
            label=lambda: translate("administration", "Also a file that is off by less, in both"),
            hint=lambda: translate(
                "administration", "More than {km} km away and more than {hours} hours earlier."
            ).format(km=int(FAR_M / 1000), hours=int(EARLIER_S / 3600)),
        ),
    )  # fmt: skip
