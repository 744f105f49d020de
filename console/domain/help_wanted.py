"""Whom a category of case wants: skills, a vehicle, the kelurahan's own officer first."""

from __future__ import annotations

from dataclasses import dataclass

WANTED_SKILLS: dict[str, tuple[str, ...]] = {
    "traffic_accident": ("accident_scene", "first_aid", "traffic"),
    "traffic_jam": ("traffic",),
    "medical": ("first_aid",),
    "fire": ("first_aid", "crowd_control"),
    "violent_crime": ("arrest", "patrol"),
    "panic": ("patrol", "first_aid"),
    "officer_sos": ("arrest", "crowd_control", "patrol"),
    "domestic_violence": ("women_children", "mediation"),
    "sexual_violence": ("women_children", "interview"),
    "child_harm": ("women_children", "interview"),
    "suicide": ("negotiation", "first_aid"),
    "brawl": ("crowd_control", "arrest"),
    "theft": ("investigation", "patrol"),
    "flood": ("swimming", "first_aid"),
    "disaster": ("swimming", "first_aid", "crowd_control"),
    "missing_person": ("patrol", "investigation"),
    "public_order": ("mediation", "patrol"),
    "noise": ("mediation",),
    "vehicle_service": ("traffic",),
    "licence_service": ("traffic",),
    "accident_followup": ("traffic", "mediation"),
}
"""Skills that help with a category, by the ids units are enrolled with: what a center begins with."""

SKILLS = frozenset(skill for wanted in WANTED_SKILLS.values() for skill in wanted)
"""Every skill a need may name."""

VEHICLE_WANTED = frozenset({"violent_crime", "brawl", "officer_sos", "flood", "disaster"})
BEAT_FIRST = frozenset({"vehicle_service", "licence_service", "accident_followup"})
"""Services in which the kelurahan's own officer comes, near or not (Police Smart, mission.md service 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpWanted:
    """What counts for a unit besides how near it is; `beat_first`: the kelurahan's own officer, near or not."""

    skills: tuple[str, ...] = ()
    vehicle: bool = False
    beat_first: bool = False


def shipped_help(category: str) -> HelpWanted:
    """What a center begins with."""
    return HelpWanted(
        skills=WANTED_SKILLS.get(category, ()), vehicle=category in VEHICLE_WANTED, beat_first=category in BEAT_FIRST
    )


def fault_in_help(wanted: HelpWanted) -> tuple[str, str] | None:
    """The first field that cannot be used and what it must be; None when all can."""
    for place, skill in enumerate(wanted.skills):
        if skill not in SKILLS or skill in wanted.skills[:place]:
            return f"skills[{place}]", f"each once, of {', '.join(sorted(SKILLS))}"
    return None
