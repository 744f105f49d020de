"""Words of asking nearby: radius, whom, where a question stands, what an answer says."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.desk.nearby import ShownAsk
from console.domain.nearby import AskState, NearbyAnswer, NearbyAsk, Seen, Tally
from console.ui.texts.language import translate
from console.ui.texts.times import clock_words, countdown_words
from console.ui.texts.unseen import one_line


def radius_words(radius_m: int) -> str:
    """'500 m', '2 km'."""
    return f"{radius_m} m" if radius_m < 1000 else f"{radius_m / 1000:g} km"


def seen_words(seen: Seen) -> str:
    """What one touch says; '' on the screen for who only wrote."""
    return {
        Seen.YES: translate("nearby", "sees it"),
        Seen.NO: translate("nearby", "sees nothing"),
        Seen.UNSURE: translate("nearby", "is not sure"),
        Seen.NONE: translate("nearby", "writes"),
    }[seen]


def people_words(people: int | None) -> str:
    """How many of a source are known nearby."""
    if people is None:
        return translate("nearby", "it says how many it reached")
    return translate("nearby", "about {n} people known there").format(n=people)


def state_words(shown: ShownAsk, now: datetime, zone: ZoneInfo) -> str:
    """One line: 'leaves in 0:07', 'out · 14 people · until 14:36 (29:12)'."""
    ask = shown.ask
    if shown.waiting:
        if now >= ask.until:
            return translate("nearby", "ran out while it waited to be sent")
        return translate("nearby", "waiting to send")
    state = shown.state(now)
    until = translate("nearby", "until {time} ({left})").format(
        time=clock_words(ask.until, zone), left=countdown_words((ask.until - now).total_seconds())
    )
    if state is AskState.HELD:
        left = countdown_words((ask.send_after - now).total_seconds())
        return translate("nearby", "leaves in {time}").format(time=left)
    if state is AskState.WAITING:
        return " · ".join((translate("nearby", "not fetched yet"), until))
    if state is AskState.OUT:
        return " · ".join((out_words(ask), until))
    return _ended_words(ask, state, zone)


def _ended_words(ask: NearbyAsk, state: AskState, zone: ZoneInfo) -> str:
    if state is AskState.MISSED:
        return translate("nearby", "ran out before anybody fetched it")
    if state is AskState.UNDONE:
        return translate("nearby", "taken back before it left")
    if state is AskState.WITHDRAWN:
        at = ask.withdrawn_at
        when = f" {clock_words(at, zone)}" if at is not None else translate("nearby", " with the case")
        return translate("nearby", "withdrawn{when}").format(when=when)
    ended = translate("nearby", "ended {time}").format(time=clock_words(ask.until, zone))
    return " · ".join((out_words(ask), ended))


def out_words(ask: NearbyAsk) -> str:
    """How many it was put to, as far as the sources said."""
    if ask.reached is None:
        return translate("nearby", "handed over")
    return translate("nearby", "put to {n} people").format(n=ask.reached)


def tally_words(counted: Tally) -> str:
    """'3 people answered: 2 see it · 1 sees nothing'; said to be unproven by the section's own caption."""
    if not counted.people:
        return translate("nearby", "no answer yet")
    parts = []
    if counted.yes:
        parts.append(translate("nearby", "{n} see it").format(n=counted.yes))
    if counted.no:
        parts.append(translate("nearby", "{n} see nothing").format(n=counted.no))
    if counted.unsure:
        parts.append(translate("nearby", "{n} not sure").format(n=counted.unsure))
    head = translate("nearby", "{n} answered").format(n=counted.people)
    return f"{head}: {' · '.join(parts)}" if parts else head


def answer_words(answer: NearbyAnswer, zone: ZoneInfo, *, named: bool) -> str:
    """The head of an answer: '14:08 · sees it · 300 m', and whose it is (`named`) where several were asked."""
    parts = [clock_words(answer.at, zone), seen_words(answer.seen)]
    if answer.metres is not None:
        parts.append(translate("nearby", "about {m} from it").format(m=metres_words(answer.metres)))
    return " · ".join([*parts, one_line(answer.source_name)] if named else parts)


def metres_words(metres: int) -> str:
    """'under 50 m', '300 m', '1.2 km'."""
    if metres < 50:
        return translate("nearby", "under 50 m")
    return f"{metres} m" if metres < 1000 else f"{metres / 1000:.1f} km"


def nearby_worded(params: dict[str, str]) -> dict[str, str]:
    """Codes of asking nearby among a timeline line's params as words."""
    words: dict[str, str] = {}
    if params.get("radius", "").isdigit():
        words["radius"] = radius_words(int(params["radius"]))
    if "seen" in params and params["seen"] in set(Seen):
        words["seen"] = seen_words(Seen(params["seen"]))
    metres = params.get("metres", "")
    words["where"] = f", {metres_words(int(metres))}" if metres.isdigit() else ""
    return words
