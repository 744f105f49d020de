"""What a unit that is on no case may be asked for, and who said so."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from console.domain.unit import Duty, Unit, UnitStatus
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words
from console.ui.texts.unseen import one_line


def duty_word(duty: Duty) -> str:
    """The duty by name."""
    return {
        Duty.AVAILABLE: translate("unit", "available"),
        Duty.BREAK: translate("unit", "on a break"),
        Duty.OUT_OF_SERVICE: translate("unit", "out of service"),
        Duty.OFF_DUTY: translate("unit", "off duty"),
    }[duty]


def duty_act_word(duty: Duty) -> str:
    """What setting it is called."""
    return {
        Duty.AVAILABLE: translate("unit", "Back on duty"),
        Duty.BREAK: translate("unit", "Break"),
        Duty.OUT_OF_SERVICE: translate("unit", "Out of service"),
        Duty.OFF_DUTY: translate("unit", "Off duty"),
    }[duty]


def away_words(unit: Unit) -> str:
    """'on a break, noted by Dewi', with the reason if there is one; plain 'off duty' where no operator set it."""
    away = unit.away
    if away is None:
        return duty_word(Duty.OFF_DUTY if unit.status is UnitStatus.OFF_DUTY else Duty.AVAILABLE)
    words = translate("unit", "{duty}, noted by {name}").format(duty=duty_word(unit.duty), name=one_line(away.by))
    return f"{words}: {one_line(away.note)}" if away.note else words


def since_words(unit: Unit, zone: ZoneInfo) -> str:
    """'on a break since 14:05, noted by Dewi'; '' while it is not away by anybody's word."""
    away = unit.away
    if away is None:
        return ""
    words = translate("unit", "{duty} since {time}, noted by {name}").format(
        duty=duty_word(unit.duty), time=clock_words(away.at, zone), name=one_line(away.by)
    )
    return f"{words}: {one_line(away.note)}" if away.note else words
