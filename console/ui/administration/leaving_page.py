"""What may go along with a forward: how much at once, and whether copies carry a mark."""

from __future__ import annotations

from dataclasses import replace

from console.desk.administration_changes import SetWhole
from console.domain.agency import Site
from console.domain.changes import Changes
from console.domain.leaving_rules import MOST_MB, LeavingRules, wrong_leaving
from console.ui.administration.form import Values
from console.ui.administration.form_field import FieldKind, FieldSpec
from console.ui.administration.page import PageParts
from console.ui.administration.terms_page import TermsPage, TermsSpec
from console.ui.texts.language import translate


class LeavingPage(TermsPage[Site]):
    """One of the site's own facts: other facts of the site come with its change too."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(parts, TermsSpec(
            door=parts.office.lists.site, about=_about, fields=_fields(), spread=_spread, change=_change,
            edited=lambda changed: "leaving" in changed,
        ))  # fmt: skip

    def take_changes(self, changes: Changes) -> None:
        """The feed brought the site anew."""
        if (changes.site or changes.everything) and not self._busy:
            self.open()


def _spread(site: Site) -> Values:
    return {"most_mb": site.leaving.most_mb, "mark": site.leaving.mark}


def _change(seen: Site, values: Values) -> SetWhole[Site] | None:
    most_mb, mark = values["most_mb"], values["mark"]
    if not isinstance(most_mb, int):
        return None
    rules = LeavingRules(most_mb=most_mb, mark=mark is True)
    return None if wrong_leaving(rules) else SetWhole(seen, replace(seen, leaving=rules))


def _about() -> str:
    return translate(
        "administration",
        "Files go along with a forward only when an operator ticks them. Photos and documents always leave as copies"
        " without metadata; the record holds who sent which, and their SHA-256.",
    )


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="most_mb", kind=FieldKind.NUMBER, least=1, most=MOST_MB,
            label=lambda: translate("administration", "Megabytes at once"),
            hint=lambda: translate(
                "administration", "1 to {most}; usually 15: many agencies' mail servers refuse letters above 20 to 25."
            ).format(most=MOST_MB),
        ),
        FieldSpec(
            name="mark", kind=FieldKind.TICK,
            label=lambda: translate("administration", "Copies carry a watermark"),
            hint=lambda: translate("administration", "Case, sender, time and agency, painted all over them."),
        ),
    )  # fmt: skip
