"""Every skill a unit may be enrolled with, in words."""

from __future__ import annotations

from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def skill_word(skill: str) -> str:
    """A skill in words; one of a site's own as it is."""
    return {
        "accident_scene": translate("unit", "accident scenes"),
        "arrest": translate("unit", "arrests"),
        "crowd_control": translate("unit", "crowd control"),
        "first_aid": translate("unit", "first aid"),
        "interview": translate("unit", "interviews of victims"),
        "investigation": translate("unit", "investigation"),
        "mediation": translate("unit", "mediation"),
        "negotiation": translate("unit", "negotiator"),
        "patrol": translate("unit", "patrol"),
        "swimming": translate("unit", "rescue swimmer"),
        "traffic": translate("unit", "traffic"),
        "women_children": translate("unit", "women and children"),
    }.get(skill) or one_line(skill.replace("_", " "))
