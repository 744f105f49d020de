"""Words of alarms, rungs, hand-overs and police areas."""

from __future__ import annotations

from datetime import datetime

from console.desk.shift import ClimbingCase, OfferedCase, PassedCase, SafetyCase, SosCase
from console.domain.alarm import ANSWERED, AWAY, NOT_TOLD, TAKEN, TOLD
from console.domain.safety import SafetyState
from console.domain.timeline import Entry
from console.ui.case.words import distance_words
from console.ui.texts.cases import category_word
from console.ui.texts.language import translate
from console.ui.texts.times import ago_words, countdown_words, length_words
from console.ui.texts.unseen import one_line


def rung_word(rung: str) -> str:
    """Who stands on that rung of the ladder."""
    return {
        "operator": translate("shift", "all operators"),
        "duty_officer": translate("shift", "duty officer"),
        "polsek": "Polsek",
        "polres": "Polres",
        "polda": "Polda",
        "mabes": "Mabes Polri",
    }.get(rung, rung)


def alarm_word(alarm: str) -> str:
    """What rings."""
    return {
        "unclaimed": translate("shift", "Nobody took it"),
        "sos": translate("shift", "Officer asks for help"),
        "safety": translate("shift", "No word from the scene"),
    }.get(alarm, alarm)


def ring_words(step: Entry) -> str:
    """Whom to ring on the rung an alarm reached, and under which number."""
    rung, name = rung_word(step.params.get("rung", "")), one_line(step.params.get("name", ""))
    if step.params.get("rung") == "operator":
        return rung
    if not name:
        return translate("shift", "{rung}: nobody on the roster").format(rung=rung)
    return f"{name} · {one_line(step.params.get('contact', ''))}"


def step_words(step: Entry) -> str:
    """The line of the timeline by which an alarm reached a rung."""
    alarm, rung = alarm_word(step.params.get("alarm", "")), rung_word(step.params.get("rung", ""))
    if step.params.get("rung") == "operator":
        return translate("shift", "Alarm to {rung}: {alarm}").format(rung=rung, alarm=alarm)
    return translate("shift", "Alarm climbs to {rung}: {who}").format(rung=rung, who=ring_words(step))


def alarm_line_words(entry: Entry) -> str:
    """A line an alarm left on the timeline: a rung reached, a message that left or could not, an answer."""
    params = entry.params
    way, rung = way_word(params.get("way", "")), rung_word(params.get("rung", ""))
    name = one_line(params.get("name", ""))
    if entry.kind == TOLD:
        return translate("shift", "Alarm by {way} to {name} ({rung})").format(way=way, name=name, rung=rung)
    if entry.kind == NOT_TOLD:
        words = translate("shift", "No {way} to {name} ({rung}): {why}")
        return words.format(way=way, name=name, rung=rung, why=why_word(params.get("why", "")))
    if entry.kind in (TAKEN, ANSWERED):
        heard = heard_word(params.get("by", "")) or translate("shift", "on his own phone page")
        words = translate("shift", "{name} takes the alarm ({rung}, {heard})")
        return words.format(name=name, rung=rung, heard=heard)
    return step_words(entry)


def way_word(way: str) -> str:
    """How a message goes to a duty officer."""
    return {"email": translate("shift", "e-mail"), "sms": translate("shift", "SMS")}.get(way, one_line(way))


def why_word(why: str) -> str:
    """Why a message could not leave: our own way out, or the other side's answer."""
    away = translate("shift", "our mail or SMS gateway cannot be reached")
    return away if why == AWAY else translate("shift", "refused: {why}").format(why=one_line(why))


def heard_word(by: str) -> str:
    """How a desk knows that a duty officer takes an alarm."""
    return {
        "phone": translate("shift", "by phone"),
        "radio": translate("shift", "by radio"),
        "screen": translate("shift", "at a console"),
    }.get(by, "")


def answer_words(answer: Entry, now: datetime) -> str:
    """Who takes an alarm, for how long already, and how that is known."""
    heard = heard_word(answer.params.get("by", "")) or translate("shift", "on his own phone page")
    time = length_words((now - answer.at).total_seconds())
    words = translate("shift", "{name} takes it, for {time} ({heard})")
    return words.format(name=one_line(answer.params.get("name", "")), time=time, heard=heard)


def sos_words(case: SosCase, now: datetime) -> str:
    """One sentence: who, where, how old his last position is, and who is near."""
    facts = [one_line(case.who) or "—", case.number]
    if case.area_name:
        facts.append(one_line(case.area_name))
    if case.fix_at is None:
        facts.append(translate("shift", "no position"))
    else:
        age = ago_words((now - case.fix_at).total_seconds())
        facts.append(translate("shift", "last position {age}").format(age=age))
    if case.helpers:
        near = ", ".join(f"{one_line(h.call_sign)} {distance_words(h.distance_m)}" for h in case.helpers)
        facts.append(translate("shift", "nearest: {units}").format(units=near))
    else:
        facts.append(translate("shift", "no fresh unit near"))
    title = translate("shift", "OFFICER ASKS FOR HELP")
    if case.safe:
        title = translate("shift", "Officer says: I am safe")
    return f"{title} · " + " · ".join(facts)


def safety_words(case: SafetyCase, now: datetime) -> str:
    """One sentence: who is to be asked, and for how long nobody has."""
    late = countdown_words((case.check.due_at - now).total_seconds())
    units = ", ".join(one_line(sign) for sign in case.check.units)
    if case.state is SafetyState.ALARM:
        words = translate("shift", "NO WORD from {units} · {number} · safety check {late}")
    else:
        words = translate("shift", "Are {units} safe? · {number} · safety check {late}")
    return words.format(units=units, number=case.number, late=late)


def climbing_words(case: ClimbingCase, many: int, now: datetime) -> str:
    """One sentence: nobody took it, how far the alarm has climbed and for how long it waits there."""
    time = length_words((now - case.step.at).total_seconds())
    words = translate("shift", "Nobody took {number} {category} · at {rung} for {time}")
    if case.answer is not None:
        words = translate("shift", "No operator has {number} {category} yet · at {rung} for {time}")
    rung = rung_word(case.step.params.get("rung", ""))
    said = words.format(number=case.number, category=category_word(case.category), rung=rung, time=time)
    climbing = translate("shift", "{n} alarms climb").format(n=many)
    return said if many < 2 else f"{said} · {climbing}"


def offer_words(case: OfferedCase) -> str:
    """One sentence: who gives which case to the person who sits here."""
    if case.offer.assigned:
        words = translate("shift", "{by} assigns {number} to you · {category}")
    else:
        words = translate("shift", "{by} hands {number} over to you · {category}")
    by = one_line(case.offer.by_name)
    return words.format(by=by, number=case.number, category=category_word(case.category))


def passed_words(case: PassedCase, now: datetime) -> str:
    """One sentence: which post has not said yes, and since when it should have."""
    late = countdown_words((case.due_at - now).total_seconds())
    words = translate("shift", "{post} has not taken {number} · {late}")
    return words.format(post=one_line(case.transfer.name), number=case.number, late=late)
