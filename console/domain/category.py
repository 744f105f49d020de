"""Categories of reports: standard priority and whether the case is sensitive."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """A category; `priority` 1 (life) .. 4 (can wait), `sensitive` hides text and media (security.md rule 8)."""

    id: str
    priority: int
    sensitive: bool = False


CATEGORIES: dict[str, Category] = {
    category.id: category
    for category in (
        Category("traffic_accident", 1),
        Category("fire", 1),
        Category("violent_crime", 1),
        Category("medical", 1),
        Category("panic", 1),
        Category("officer_sos", 1),
        Category("domestic_violence", 1, sensitive=True),
        Category("sexual_violence", 1, sensitive=True),
        Category("child_harm", 1, sensitive=True),
        Category("suicide", 1, sensitive=True),
        Category("brawl", 2),
        Category("theft", 2),
        Category("flood", 2),
        Category("fallen_tree", 2),
        Category("disaster", 2),
        Category("missing_person", 2),
        Category("power_line", 3),
        Category("traffic_jam", 3),
        Category("public_order", 3),
        Category("noise", 4),
        Category("infrastructure", 4),
        Category("vehicle_service", 4),
        Category("licence_service", 4),
        Category("accident_followup", 4),
        Category("aspiration", 4),
        Category("information", 4),
        Category("other", 3),
    )
}
"""The categories every site starts with, by id; words are the screens' (console/ui/texts)."""


def category_of(category_id: str) -> Category:
    """The category with that id; an unknown one is an ordinary 'other'."""
    return CATEGORIES.get(category_id, CATEGORIES["other"])
