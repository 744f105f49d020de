"""Words of police areas on the map: whose a point is, and how surely."""

from __future__ import annotations

from console.desk.map_data import Whose
from console.domain.place import AreaMethod
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def whose_lines(whose: Whose) -> list[str]:
    """'Polsek Klojen', 'Polresta Malang Kota · Polda Jawa Timur', 'Kel. Kauman', the number to ring."""
    area = translate("place", "Kel. {name}").format(name=one_line(whose.area)) if whose.area else ""
    doubts = []
    if whose.method is AreaMethod.NEAREST:
        doubts.append(translate("place", "kelurahan estimated"))
    if whose.ambiguous:
        doubts.append(translate("police", "borders overlap here: the smaller kelurahan counts"))
    where = " · ".join(part for part in (area, *doubts) if part)
    post = whose.post
    if post is None:
        known = translate("police", "In no police area of the table") if area else translate("police", "No area known")
        return [known, *([where] if where else [])]
    lines = [one_line(post.polsek), f"{one_line(post.polres)} · {one_line(post.polda)}", where]
    if post.phone:
        lines.append(translate("police", "Telephone {number}").format(number=one_line(post.phone)))
    if not whose.own:
        lines.append(translate("police", "Not our area"))
    return [line for line in lines if line]
