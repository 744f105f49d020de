"""Words of what is around a point of the map: units, reports, squares of partners' people."""

from __future__ import annotations

from console.desk.around import Around, PartnerSquare
from console.ui.case.words import distance_words
from console.ui.dispatch.words import doubt_words, position_words, unit_name, unit_status_word
from console.ui.queue.words import chip_words, line_words
from console.ui.texts.cases import priority_word
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def around_name(found: Around) -> str:
    """'U12 Bripka Agus', 'KJ-2611-0187 Tabrakan truk'."""
    if found.unit is not None:
        return unit_name(found.unit)
    return one_line(f"{found.report.number} {line_words(found.report)}") if found.report is not None else ""


def around_line(found: Around) -> str:
    """'available · position 8 s ago'; 'P1 Critical · new · Klojen'."""
    if found.unit is not None:
        unit = found.unit
        doing = f"{unit_status_word(unit.status)} {unit.report_number}".strip()
        return " · ".join(part for part in (doing, position_words(found.age_s), doubt_words(found.doubt)) if part)
    row = found.report
    if row is None:
        return ""
    parts = (priority_word(row.priority), chip_words(row), one_line(row.area_name))
    return " · ".join(part for part in parts if part)


def around_sentence(found: Around) -> str:
    """Everything a screen reader should say of one."""
    old = (translate("map", "old position"),) if found.stale else ()
    parts = (around_name(found), around_line(found), *old, distance_words(found.distance_m))
    return " · ".join(part for part in parts if part)


def square_label(square: PartnerSquare) -> str:
    """'12 · Ojol Malang'."""
    return f"{square.people} · {one_line(square.source)}"
