"""Acts that make one case of many reports, and many of one again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCase:
    """This report tells of the same thing as report `into_id`: work goes on there, `Decision.also` names it too."""

    into_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitCase:
    """This report is a case of its own after all; `Decision.also` names the one it was merged into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeIncident:
    """This case is a large incident with a title and one lead; decided again it changes them."""

    title: str
    lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndIncident:
    """No large incident any more; what was merged into it stays merged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToIncident:
    """Merge this report into a large incident; refused when it names a matter of its own (domain.merging_matter)."""

    into_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellReporters:
    """One message to the reporters of this case and of all that were merged into it."""

    text: str
