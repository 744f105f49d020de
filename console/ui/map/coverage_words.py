"""Words of beat coverage: why an area has nobody, and what it has."""

from __future__ import annotations

from console.domain.coverage import BeatCover, Cover
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line

_NAMED = 3


def why_words(why: Cover) -> str:
    """Why no fresh officer is there."""
    return {
        Cover.COVERED: translate("coverage", "covered"),
        Cover.STALE: translate("coverage", "GPS old"),
        Cover.OFF_DUTY: translate("coverage", "off duty"),
        Cover.NOBODY: translate("coverage", "nobody"),
    }[why]


def name_words(cover: BeatCover) -> str:
    """The area, as one line."""
    return one_line(cover.beat.name) or cover.beat.code


def cover_words(cover: BeatCover) -> str:
    """'3 officers, 2 available' or why there is none, with whom to ring."""
    if cover.fresh:
        return translate("coverage", "{n}, {free} available").format(n=cover.fresh, free=cover.available)
    why = why_words(cover.cover)
    signs = cover.stale or cover.off_duty
    named = ", ".join(map(one_line, signs[:_NAMED])) + ("…" if len(signs) > _NAMED else "")
    return f"{why} · {named}" if named else why


def reports_words(cover: BeatCover) -> str:
    """'2 open reports'; '' for none."""
    return translate("coverage", "{n} open").format(n=cover.open_reports) if cover.open_reports else ""


def summary_words(covers: tuple[BeatCover, ...], *, by_polsek: bool) -> str:
    """'12 of 57 kelurahan without a fresh officer'."""
    if not covers:
        return translate("coverage", "No areas are known around this site. Import an area pack.")
    empty = sum(not each.fresh for each in covers)
    if not empty:
        return (
            translate("coverage", "Every Polsek has a fresh officer.")
            if by_polsek
            else translate("coverage", "Every kelurahan has a fresh officer.")
        )
    said = (
        translate("coverage", "{n} of {all} Polsek without a fresh officer")
        if by_polsek
        else translate("coverage", "{n} of {all} kelurahan without a fresh officer")
    )
    return said.format(n=empty, all=len(covers))
