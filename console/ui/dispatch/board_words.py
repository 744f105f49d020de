"""Words of the board of units: heads of columns, filters, and what each cell says."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.fleet import CardOrder
from console.desk.unit_board import BoardColumn, BoardFilter, BoardRow
from console.domain.unit import Doubt
from console.ui.case.words import distance_words
from console.ui.dispatch.words import unit_status_word
from console.ui.texts.language import translate
from console.ui.texts.times import ago_words, clock_words, length_words
from console.ui.texts.unseen import one_line


def column_word(column: BoardColumn) -> str:
    """The head of a column."""
    return {
        BoardColumn.CALL_SIGN: translate("board", "Unit"),
        BoardColumn.NAME: translate("board", "Name"),
        BoardColumn.FUNCTION: translate("board", "Function"),
        BoardColumn.POST: translate("board", "Post"),
        BoardColumn.STATUS: translate("board", "Status"),
        BoardColumn.SINCE: translate("board", "Since"),
        BoardColumn.CASE: translate("board", "Case"),
        BoardColumn.POSITION: translate("board", "Position"),
        BoardColumn.BATTERY: translate("board", "Battery"),
        BoardColumn.DISTANCE: translate("board", "Distance"),
        BoardColumn.LOAD: translate("board", "Orders"),
    }[column]


def filter_word(which: BoardFilter) -> str:
    """The word of a filter."""
    return {
        BoardFilter.ALL: translate("board", "On duty"),
        BoardFilter.AVAILABLE: translate("board", "Available"),
        BoardFilter.MOVING: translate("board", "Under way"),
        BoardFilter.ON_SCENE: translate("board", "On scene"),
        BoardFilter.SILENT: translate("board", "On duty, GPS silent"),
    }[which]


def order_word(order: CardOrder) -> str:
    """What the strip is sorted by."""
    return {
        CardOrder.DISTANCE: translate("board", "Nearest"),
        CardOrder.STATUS: translate("board", "Free first"),
        CardOrder.AGE: translate("board", "Oldest fix"),
    }[order]


def cell_words(row: BoardRow, column: BoardColumn, now: datetime, zone: ZoneInfo) -> str:
    """What a cell says, '—' where there is nothing to say."""
    return _cell(row, column, now, zone) or "—"


def _cell(row: BoardRow, column: BoardColumn, now: datetime, zone: ZoneInfo) -> str:
    unit = row.unit
    match column:
        case BoardColumn.STATUS:
            return unit_status_word(unit.status)
        case BoardColumn.SINCE:
            return since_words(unit.status_at, now, zone)
        case BoardColumn.POSITION:
            return fix_words(row, zone)
        case BoardColumn.BATTERY:
            return "" if row.battery_percent is None else f"{round(row.battery_percent)} %"
        case BoardColumn.DISTANCE:
            return away_from_words(row)
        case BoardColumn.LOAD:
            return f"{row.orders} + {row.waiting}" if row.waiting else str(row.orders)
    return one_line(
        {
            BoardColumn.CALL_SIGN: unit.call_sign,
            BoardColumn.NAME: unit.title,
            BoardColumn.FUNCTION: unit.function,
            BoardColumn.POST: unit.post,
            BoardColumn.CASE: unit.report_number,
        }[column]
    )


def away_from_words(row: BoardRow) -> str:
    """How far; in brackets where the unit may be elsewhere by now."""
    if row.card.distance_m is None:
        return ""
    words = distance_words(row.card.distance_m)
    return f"({words})" if row.card.stale else words


def since_words(since: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """'14:05 · 12 min'; without the clock when it was another day."""
    if since is None:
        return ""
    length = length_words((now - since).total_seconds())
    return f"{clock_words(since, zone)} · {length}" if (now - since).days == 0 else length


def fix_words(row: BoardRow, zone: ZoneInfo) -> str:
    """How old the position is; an old one also since when, and what speaks against it."""
    age_s = row.card.position_age_s
    if age_s is None or row.fixed_at is None:
        return translate("board", "never seen")
    words = ago_words(age_s)
    if row.card.stale and age_s < 86_400:
        words = f"{words} ({clock_words(row.fixed_at, zone)})"
    doubt = doubt_sign(row.card.doubt)
    return f"{words} · {doubt}" if doubt else words


def doubt_sign(doubt: Doubt) -> str:
    """What speaks against a position, in a word; '' for nothing."""
    return {
        Doubt.NONE: "",
        Doubt.MOCK: translate("board", "faked?"),
        Doubt.JUMP: translate("board", "GPS jumps"),
    }[doubt]
