"""Words of the health lamp and of what needs attention."""

from __future__ import annotations

from datetime import datetime

from console.desk.attention import Attention
from console.desk.ports import Link, LinkState
from console.ui.texts.language import translate
from console.ui.texts.ops import op_word
from console.ui.texts.refusals import refusal_words
from console.ui.texts.times import length_words

TONES = {
    LinkState.LIVE: "available",
    LinkState.CATCHING_UP: "en_route",
    LinkState.OFFLINE: "on_scene",
    LinkState.REFUSED: "p1",
}
"""Colour of the lamp by state; the words beside it say it too."""


def link_words(link: Link, now: datetime) -> str:
    """How the console stands to its server."""
    if link.state is LinkState.LIVE:
        return translate("status_line", "Connected")
    if link.state is LinkState.CATCHING_UP:
        return translate("status_line", "Catching up…")
    if link.state is LinkState.REFUSED:
        return translate("status_line", "Server refuses this desk")
    return translate("status_line", "Offline for {time} · work goes on").format(
        time=length_words((now - link.since).total_seconds())
    )


def waiting_words(link: Link, now: datetime) -> str:
    """How many decisions wait and how old the oldest is."""
    if not link.waiting:
        return translate("status_line", "0 decisions waiting to send")
    words = translate("status_line", "{n} decisions waiting to send").format(n=link.waiting)
    if link.oldest_waiting_at is None:
        return words
    age = length_words((now - link.oldest_waiting_at).total_seconds())
    return words + " · " + translate("status_line", "oldest {time}").format(time=age)


def attention_title(entry: Attention) -> str:
    """What it is about, in a few words."""
    what = op_word(entry.op)
    if entry.kind == "refused":
        return translate("attention", "{what} refused by the server").format(what=what)
    if entry.kind == "stuck":
        return translate("attention", "{what} not answered yet").format(what=what)
    return {
        "clock_off": translate("attention", "This machine's clock is wrong"),
        "server_restored": translate("attention", "The server came back from a backup"),
        "desk_refused": translate("attention", "The server refuses this workstation"),
        "stalled": translate("attention", "The server takes nothing"),
        "certificate": translate("attention", "The server's certificate is not trusted"),
        "wrong_protocol": translate("attention", "The server has another version"),
        "wrong_server": translate("attention", "This is another server"),
        "session_ended": translate("attention", "Your sign-in has ended"),
        "second_copy": translate("attention", "The second copy of decisions is missing"),
    }.get(entry.kind, entry.kind)


def attention_advice(entry: Attention) -> str:
    """Why, and what to do."""
    if entry.refusal is not None:
        return refusal_words(entry.refusal)
    params = dict(entry.params)
    seconds = float(params.get("seconds", "0") or 0)
    return {
        "stuck": translate("attention", "Sent {n} times without an answer. It is kept and sent on.").format(
            n=params.get("tries", "0")
        ),
        "clock_off": translate("attention", "It is {time} off. Set it; times of decisions follow the server.").format(
            time=length_words(abs(seconds))
        ),
        "server_restored": translate("attention", "Nothing decided here is lost; it is being sent again."),
        "desk_refused": translate("attention", "Decisions are kept. Ask the administrator to enrol this desk again."),
        "stalled": translate("attention", "{n} decisions wait. They are kept; tell the administrator.").format(
            n=params.get("waiting", "0")
        ),
        "certificate": translate("attention", "Nothing is sent until it is. Call the administrator."),
        "wrong_protocol": translate("attention", "Decisions are kept. Update this console."),
        "wrong_server": translate("attention", "Decisions are kept. Check the server's address."),
        "session_ended": translate("attention", "Decisions are still sent. Sign in again to see news."),
        "second_copy": translate("attention", "Decisions stand, but only once on this disk. Check its space."),
    }.get(entry.kind, "")
