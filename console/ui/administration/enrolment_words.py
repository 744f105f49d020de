"""Words of the pages of enrolled things: what is wrong and what to do, roles, kinds."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.errors import Fault
from console.domain.person import Role
from console.domain.roster import Rung
from console.domain.unit import UnitKind, UnitStatus
from console.ui.texts.faults import fault_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import filled

_AWAY = frozenset({"unreachable", "timeout", "busy", "server_error"})


def fault_sentence(fault: Fault) -> str:
    """What is wrong and what to do, in the language spoken now."""
    sentence = (_typed() | _units() | _people() | _others() | _map() | _sms()).get(fault.code)
    if sentence:
        return filled(sentence, {key: str(value) for key, value in fault.params.items()})
    if fault.code in _AWAY:
        # Decisions on cases wait and are sent later; what is set up here is not.
        return translate("enrolment", "The server cannot be reached: nothing was changed. Try again when it is back.")
    return fault_words(fault)


def _typed() -> dict[str, str]:
    return {
        "name_missing": translate("enrolment", "Type a name."),
        "too_long": translate("enrolment", "That is too long: at most {most} characters."),
        "contact_wrong": translate("enrolment", "Type the number to ring, digits only, such as +62 341 000 000."),
        "email_wrong": translate("enrolment", "Type an address such as name@agency.go.id."),
        "day_wrong": translate("enrolment", "Type the day as 2026-12-31, or leave it empty."),
        "days_crossed": translate("enrolment", "The last day is before the first one."),
        "list_changed": translate(
            "enrolment", "Another administrator saved meanwhile. His version is shown now: look at it, then save again."
        ),
    }


def _units() -> dict[str, str]:
    return {
        "call_sign_missing": translate("enrolment", "A unit needs a call sign: it is how operators send it."),
        "call_sign_taken": translate("enrolment", "{by} has this call sign already. Choose another one."),
        "crew_missing": translate("enrolment", "Name who rides in the vehicle, one person a line."),
        "unit_gone": translate("enrolment", "This unit is no more. Choose another one."),
        "unit_busy": translate("enrolment", "An order binds this unit. End the order, then retire the unit."),
        "phones_address_wrong": translate(
            "enrolment", "Type how phones reach the server, such as https://sigap.polres.example, nothing behind."
        ),
        "phones_address_local": translate(
            "enrolment", "No phone reaches that: it leads to this computer. Type the server's address in the network."
        ),
    }


def _people() -> dict[str, str]:
    return {
        "login_missing": translate("enrolment", "Type a short user name to sign in with."),
        "login_spaces": translate("enrolment", "A user name has no blanks in it."),
        "login_taken": translate("enrolment", "Somebody has this user name already. Choose another one."),
        "own_account": translate("enrolment", "Nobody withdraws himself. Another administrator does it."),
        "uses_wrong": translate("enrolment", "A code serves 1 to {most} workstations."),
        "hours_wrong": translate("enrolment", "A code works for 1 to {most} hours."),
    }


def _others() -> dict[str, str]:
    return {
        "source_id_wrong": translate("enrolment", "Type a short id of small letters, digits, dots and dashes."),
        "source_taken": translate("enrolment", "A source has this id already. Choose another one."),
        "rate_wrong": translate("enrolment", "Type how many requests a second it may send, at most {most}."),
        "short_name_missing": translate("enrolment", "Type what operators call the agency, such as PLN."),
        "short_name_taken": translate("enrolment", "Another agency is called that. Choose another short name."),
        "no_way": translate("enrolment", "Type an address to write to or a number to ring: one of them at least."),
        "shift_wrong": translate("enrolment", "This line is no shift: {line}. Write it as: morning 06:00-14:00"),
        "shift_used": translate("enrolment", "Lines of the roster name the shift {shift}. Change those first."),
        "roster_wrong": translate("enrolment", "The roster cannot be saved: {detail}"),
        "file_missing": translate("enrolment", "There is no such file: {file}"),
        "file_unreadable": translate("enrolment", "{file} cannot be read as a table. Save it as CSV in UTF-8."),
        "bad_file": translate(
            "enrolment", "{file} lacks the column {field}. Needed: code, polsek, polres, polda; phone may follow."
        ),
        "own_unknown": translate("enrolment", "{name} is not in the file. Write it as it stands there."),
        "areas_empty": translate("enrolment", "No line of the file could be used. Look at what is wrong with them."),
        "areas_wrong": translate("enrolment", "The table cannot be used: {detail}"),
    }


def _map() -> dict[str, str]:
    return {
        "track_days_wrong": translate("enrolment", "Type for how many days: a whole number from 1 to {most}."),
        "traccar_address_wrong": translate(
            "enrolment", "Type its address, such as https://traccar.polres.example; http:// only to this computer."
        ),
        "traccar_user_missing": translate("enrolment", "Type the account it is asked with."),
        "traccar_password_missing": translate("enrolment", "Type the password of that account."),
        "tile_address_wrong": translate(
            "enrolment", "Type its address with z, x and y in braces, once each, beginning with https://."
        ),
        "tile_credit_missing": translate("enrolment", "Type whose map it is: it is always shown on the map."),
        "tile_number_wrong": translate("enrolment", "From {least} to {most}."),
        "tile_no_picture": translate("enrolment", "It answers, but what it gives is no picture of a map."),
        "set_by_environment": translate(
            "enrolment", "{name} is set from outside, by the environment of this computer. Change it there."
        ),
    }


def _sms() -> dict[str, str]:
    return {
        "sms_address_wrong": translate(
            "enrolment",
            "Type its address, such as https://sms.polres.example/cgi-bin/sendsms, without a question mark.",
        ),
        "sms_user_missing": translate("enrolment", "Type the account of the gateway."),
        "sms_password_missing": translate("enrolment", "Type the password of that account."),
        "number_wrong": translate("enrolment", "Type a phone number, such as +62 800 000 0310."),
    }


def role_word(role: Role) -> str:
    """A role in words."""
    return {
        Role.OPERATOR: translate("enrolment", "operator"),
        Role.SUPERVISOR: translate("enrolment", "supervisor"),
        Role.ADMINISTRATOR: translate("enrolment", "administrator"),
        Role.OVERSIGHT: translate("enrolment", "oversight"),
    }.get(role, role.value)


def role_hint(role: Role) -> str:
    """What a role may do, in a sentence."""
    return {
        Role.OPERATOR: translate("enrolment", "Takes calls, decides on cases, sends units."),
        Role.SUPERVISOR: translate("enrolment", "All an operator does; assigns cases, reviews, decides appeals."),
        Role.ADMINISTRATOR: translate("enrolment", "Sets the center up in this window; decides on no case."),
        Role.OVERSIGHT: translate("enrolment", "Reads cases and the audit trail from outside; changes nothing."),
    }.get(role, "")


def kind_word(kind: UnitKind) -> str:
    """Officer or vehicle."""
    vehicle = kind is UnitKind.VEHICLE
    return translate("enrolment", "vehicle with crew") if vehicle else translate("enrolment", "one officer")


def status_word(status: UnitStatus) -> str:
    """What a unit does now."""
    return {
        UnitStatus.AVAILABLE: translate("enrolment", "available"),
        UnitStatus.ORDERED: translate("enrolment", "ordered"),
        UnitStatus.EN_ROUTE: translate("enrolment", "en route"),
        UnitStatus.ON_SCENE: translate("enrolment", "on scene"),
        UnitStatus.OFF_DUTY: translate("enrolment", "off duty"),
    }[status]


def rung_name(rung: Rung) -> str:
    """A rung of the ladder, as it stands on the roster."""
    return {
        Rung.OPERATOR: translate("enrolment", "Operator"),
        Rung.DUTY_OFFICER: translate("enrolment", "Duty officer (Pawas/Pamapta)"),
        Rung.POLSEK: "Polsek",
        Rung.POLRES: "Polres",
        Rung.POLDA: "Polda",
        Rung.MABES: "Mabes",
    }[rung]


def day_time(at: datetime | None, zone: ZoneInfo) -> str:
    """Day and time in the site's zone, '' for never."""
    return at.astimezone(zone).strftime("%d-%m-%Y %H:%M") if at is not None else ""
