"""Words for what a report is: kind, status, category, source, priority."""

from __future__ import annotations

from console.domain.callback import CallbackWhy, TryResult
from console.domain.doubt import Finding
from console.domain.report import ReportKind, SourceKind, Status
from console.domain.ticks import Ticks
from console.ui.texts.language import translate
from console.ui.texts.unseen import one_line


def status_word(status: Status) -> str:
    """The status as a chip shows it."""
    return {
        Status.NEW: translate("status", "new"),
        Status.CLAIMED: translate("status", "in hand"),
        Status.ORDERED: translate("status", "unit ordered"),
        Status.EN_ROUTE: translate("status", "en route"),
        Status.ON_SCENE: translate("status", "on scene"),
        Status.FORWARDED: translate("status", "forwarded"),
        Status.CLOSED: translate("status", "closed"),
        Status.JUNKED: translate("status", "junk"),
        Status.MERGED: translate("status", "merged"),
    }[status]


def kind_word(kind: ReportKind) -> str:
    """What the reporter wants."""
    return {
        ReportKind.REPORT: translate("kind", "Report"),
        ReportKind.PANIC: translate("kind", "Panic button"),
        ReportKind.CALL: translate("kind", "Call"),
        ReportKind.SERVICE: translate("kind", "Service request"),
        ReportKind.ASPIRATION: translate("kind", "Aspiration"),
        ReportKind.INFORMATION: translate("kind", "Information request"),
    }[kind]


def category_word(category: str) -> str:
    """The category by id; an unknown id is 'Other'."""
    return {
        "traffic_accident": translate("category", "Traffic accident"),
        "fire": translate("category", "Fire"),
        "violent_crime": translate("category", "Violent crime"),
        "medical": translate("category", "Medical emergency"),
        "panic": translate("category", "Panic button"),
        "officer_sos": translate("category", "Officer in danger"),
        "domestic_violence": translate("category", "Domestic violence"),
        "sexual_violence": translate("category", "Sexual violence"),
        "child_harm": translate("category", "Harm to a child"),
        "suicide": translate("category", "Suicide risk"),
        "brawl": translate("category", "Brawl"),
        "theft": translate("category", "Theft"),
        "flood": translate("category", "Flood"),
        "fallen_tree": translate("category", "Fallen tree"),
        "disaster": translate("category", "Disaster"),
        "missing_person": translate("category", "Missing person"),
        "power_line": translate("category", "Power line"),
        "traffic_jam": translate("category", "Traffic jam"),
        "public_order": translate("category", "Public order"),
        "noise": translate("category", "Noise"),
        "infrastructure": translate("category", "Broken infrastructure"),
        "vehicle_service": translate("category", "Vehicle service"),
        "licence_service": translate("category", "Licence service"),
        "accident_followup": translate("category", "Help after an accident"),
        "aspiration": translate("category", "Aspiration"),
        "information": translate("category", "Information"),
    }.get(category) or translate("category", "Other")


def source_word(source: SourceKind) -> str:
    """The channel a report came by."""
    return {
        SourceKind.CITIZEN_APP: translate("source", "Citizen app"),
        SourceKind.PARTNER: translate("source", "Partner"),
        SourceKind.CALL_112: translate("source", "112"),
        SourceKind.CALL_110: translate("source", "110"),
        SourceKind.SMS: translate("source", "SMS"),
        SourceKind.PATROL: translate("source", "Patrol"),
        SourceKind.DEVICE: translate("source", "Officer's device"),
        SourceKind.WALK_IN: translate("source", "At the counter"),
        SourceKind.RADIO: translate("source", "Radio"),
        SourceKind.ASPIRATION: translate("source", "Aspiration"),
    }[source]


def priority_word(priority: int) -> str:
    """'P1 Critical' .. 'P4 Can wait'."""
    return {
        1: translate("priority", "P1 Critical"),
        2: translate("priority", "P2 Urgent"),
        3: translate("priority", "P3 Ordinary"),
        4: translate("priority", "P4 Can wait"),
    }[min(4, max(1, priority))]


def callback_word(why: CallbackWhy) -> str:
    """Why a report is on the call-back list."""
    return {
        CallbackWhy.PANIC: translate("callback", "panic button, no words"),
        CallbackWhy.BROKEN_OFF: translate("callback", "call broke off"),
        CallbackWhy.SILENT: translate("callback", "silent call"),
        CallbackWhy.UNANSWERED: translate("callback", "call nobody took"),
        CallbackWhy.WORDLESS: translate("callback", "photo without text"),
    }[why]


def finding_word(finding: str) -> str:
    """What a person found about a doubt, in a few words; an unknown code as it is."""
    words = {
        Finding.EXPLAINED.value: translate("claims", "explained: an old file sent as an example"),
        Finding.CLOCK.value: translate("claims", "the clock of the phone is wrong"),
        Finding.PLACE.value: translate("claims", "the place of the phone is wrong"),
        Finding.CONFIRMED.value: translate("claims", "confirmed: it does not belong to this report"),
    }
    return words.get(finding) or one_line(finding)


def short_finding_word(finding: str) -> str:
    """The same on a narrow key."""
    words = {
        Finding.EXPLAINED.value: translate("claims", "Old example"),
        Finding.CLOCK.value: translate("claims", "Clock is wrong"),
        Finding.PLACE.value: translate("claims", "Place is wrong"),
        Finding.CONFIRMED.value: translate("claims", "Not this report"),
    }
    return words.get(finding) or one_line(finding)


def try_word(result: str) -> str:
    """What came of a try to ring back; an unknown one as its code."""
    return {
        TryResult.ANSWERED.value: translate("callback", "answered"),
        TryResult.NO_ANSWER.value: translate("callback", "rang, no answer"),
        TryResult.UNREACHABLE.value: translate("callback", "did not ring"),
        TryResult.WRONG_NUMBER.value: translate("callback", "wrong number"),
    }.get(result, result)


def tick_word(name: str) -> str:
    """What is known of a case in a word; an unknown tick as its code."""
    return {
        "injured": translate("tick", "injured"),
        "armed": translate("tick", "weapon"),
        "crowd": translate("tick", "crowd"),
        "crowd50": translate("tick", "crowd of 50+"),
        "crowd200": translate("tick", "crowd of 200+"),
        "violence": translate("tick", "violence"),
        "vehicle": translate("tick", "vehicle"),
        "fire": translate("tick", "fire"),
    }.get(name, name)


def tick_words(name: str, ticks: Ticks) -> str:
    """A tick as it stands on its chip: '☑ crowd of 50+'."""
    on = bool(getattr(ticks, name))
    said = next((each for each in ticks.said if on and each.startswith(name)), name)
    return f"{'☑' if on else '☐'} {tick_word(said)}"


def tick_list(names: str) -> str:
    """Ticks named with commas between, as words; a dash when there is none."""
    return ", ".join(tick_word(name) for name in names.split(",") if name) or "—"
