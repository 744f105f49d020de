"""Beat coverage: areas with a fresh officer, those with none and why, by need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.unit import Position, Unit, UnitStatus


class Cover(StrEnum):
    """Whether an area is covered, else why not, the likeliest to be mended first."""

    COVERED = "covered"
    STALE = "stale"
    OFF_DUTY = "off_duty"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """An area to be covered: its code and name, what lies above it, square metres (0 unknown), kelurahan in it."""

    code: str
    name: str
    above: str = ""
    size_m2: int = 0
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatCover:
    """An area now: fresh units on duty in it, available ones of them, open reports.

    `stale` are call signs on duty whose last position lay here, or whose beat it is, and is old, doubtful or missing;
    `off_duty` those of its beat officers who are off duty.
    """

    beat: Beat
    fresh: int = 0
    available: int = 0
    open_reports: int = 0
    stale: tuple[str, ...] = ()
    off_duty: tuple[str, ...] = ()

    @property
    def cover(self) -> Cover:
        """Covered by anybody fresh; else somebody is there who is not seen, or was sent home, or there is nobody."""
        if self.fresh:
            return Cover.COVERED
        return Cover.STALE if self.stale else Cover.OFF_DUTY if self.off_duty else Cover.NOBODY


def is_fresh(position: Position | None, now: datetime, stale_after_s: int) -> bool:
    """Whether a fix says where the unit is now, by the site's limit; one that was made up or leapt does not."""
    if position is None or position.mock or position.jump:
        return False
    return (now - position.at).total_seconds() <= stale_after_s


def covers(
    beats: Iterable[Beat],
    units: Iterable[Unit],
    positions: Mapping[str, Position],
    where: Mapping[str, str],
    open_reports: Mapping[str, int],
    now: datetime,
    *,
    stale_after_s: int,
) -> tuple[BeatCover, ...]:
    """Every area's cover, those without a fresh unit first, of them most open reports first, then the largest.

    `where` is unit id -> kelurahan code of its last fix; `open_reports` counts by kelurahan code. A unit or report in
    no area of `beats` counts nowhere.
    """
    every = tuple(beats)
    beat_of = {code: place for place, beat in enumerate(every) for code in (beat.areas or (beat.code,))}
    fresh, available = [0] * len(every), [0] * len(every)
    stale: list[list[str]] = [[] for _ in every]
    off_duty: list[list[str]] = [[] for _ in every]
    for unit in units:
        own = beat_of.get(unit.beat_area)
        if unit.status is UnitStatus.OFF_DUTY:
            if own is not None:
                off_duty[own].append(unit.call_sign)
            continue
        here = beat_of.get(where.get(unit.id, ""))
        if is_fresh(positions.get(unit.id), now, stale_after_s):
            if here is not None:
                fresh[here] += 1
                available[here] += unit.status is UnitStatus.AVAILABLE
            continue
        for place in {here, own} - {None}:
            if place is not None:
                stale[place].append(unit.call_sign)
    opened = [0] * len(every)
    for code, count in open_reports.items():
        if (place := beat_of.get(code)) is not None:
            opened[place] += count
    found = (
        BeatCover(
            beat=beat, fresh=fresh[i], available=available[i], open_reports=opened[i],
            stale=tuple(sorted(stale[i])), off_duty=tuple(sorted(off_duty[i])),
        )
        for i, beat in enumerate(every)
    )  # fmt: skip
    return tuple(sorted(found, key=need))


def need(cover: BeatCover) -> tuple[bool, int, int, str]:
    """The order of the list: uncovered first, then open reports, then size; the name keeps it still."""
    return cover.fresh > 0, -cover.open_reports, -cover.beat.size_m2, cover.beat.name
