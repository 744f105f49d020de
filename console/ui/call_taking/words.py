"""Words of call taking: timers, places, who calls, what the words suggest."""

from __future__ import annotations

from datetime import datetime

from console.desk.call_form import CallForm
from console.desk.call_taking import CallerHistory
from console.domain.call import Ring
from console.domain.place import Place
from console.domain.report import SourceKind
from console.domain.triage import Triage
from console.ui.case.words import certainty_words
from console.ui.texts.cases import category_word, priority_word, source_word
from console.ui.texts.language import translate
from console.ui.texts.times import minutes_seconds
from console.ui.texts.unseen import one_line


def ring_words(ring: Ring, now: datetime) -> str:
    """'110 is ringing · +62•••01 · line 2 · 0:07'."""
    parts = [translate("call", "{source} is ringing").format(source=source_word(SourceKind(ring.source_kind)))]
    parts.append(one_line(ring.number_masked) or translate("call", "number withheld"))
    if ring.line:
        parts.append(translate("call", "line {n}").format(n=one_line(ring.line)))
    parts.append(minutes_seconds(max(0.0, (now - ring.rang_at).total_seconds())))
    return " · ".join(parts)


def timer_words(form: CallForm, now: datetime) -> str:
    """How long ago it rang or was opened, and how soon it was answered, where an exchange measured that."""
    begun = form.rang_at or form.opened_at
    since = minutes_seconds(max(0.0, (now - begun).total_seconds()))
    told = translate("call", "since the ring {time}") if form.rang_at else translate("call", "since opened {time}")
    if form.rang_at is not None and form.answered_at is not None:
        seconds = (form.answered_at - form.rang_at).total_seconds()
        answered = translate("call", "answered after {n} s").format(n=round(seconds))
    else:
        answered = translate("call", "answer time not measured")
    return f"{told.format(time=since)} · {answered}"


def place_chosen_words(place: Place) -> str:
    """Which kelurahan, where it stands on the map and how sure; '' while there are only words."""
    if not place.known:
        name = one_line(place.area_name)
        return f"{name} · {translate('place', 'no point on the map')}" if name else ""
    name = one_line(place.area_name) or translate("call", "point on the map")
    return f"{name} · {certainty_words(place)}"


def suggestion_words(suggestion: Triage | None) -> str:
    """'The words say: Traffic accident, P1 Critical (tabrakan, luka)'; '' when they say nothing."""
    if suggestion is None:
        return ""
    says = []
    if suggestion.category:
        says.append(category_word(suggestion.category))
    if suggestion.priority:
        says.append(priority_word(suggestion.priority))
    words = ", ".join(one_line(word) for word in list(dict.fromkeys((*suggestion.life, *suggestion.words)))[:5])
    said = translate("call", "The words say: {what} ({words})")
    return said.format(what=", ".join(says), words=words) if says else ""


def caller_words(history: CallerHistory | None) -> str:
    """What is known of the number; '' without one."""
    if history is None:
        return ""
    if not history.reports:
        return translate("call", "First call from this number.")
    parts = [translate("call", "Reports from this number: {n}").format(n=history.reports)]
    if history.strikes:
        parts.append(translate("call", "{n} warnings").format(n=history.strikes))
    if history.blocked:
        parts.append(translate("call", "blocked"))
    return " · ".join(parts)


def missing_words(category: str, *, placed: bool) -> str:
    """What must stand before it can be filed; '' when it can."""
    if not placed:
        return translate("call", "A place is needed: words, a name from the list, or a click on the map.")
    return "" if category else translate("call", "A category is needed.")
