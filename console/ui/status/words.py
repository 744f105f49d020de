"""Words of the health lamp and of the troubles that need attention."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from console.desk.attention import Attention
from console.desk.ports import Link, LinkState
from console.desk.way_back import Help
from console.ui.status.unsent_words import unsent_words
from console.ui.texts.language import translate
from console.ui.texts.ops import op_word
from console.ui.texts.refusals import filled
from console.ui.texts.times import length_words

_TONES = {
    LinkState.LIVE: "available",
    LinkState.CATCHING_UP: "en_route",
    LinkState.OFFLINE: "on_scene",
    LinkState.REFUSED: "p1",
}


def lamp_colour(link: Link) -> str:
    """Colour of the lamp; the words beside it say it too."""
    return "p1" if link.stalled else _TONES[link.state]


def link_words(link: Link, now: datetime) -> str:
    """How the console stands to its server."""
    if link.stalled:
        return translate("status_line", "Connected, but nothing goes through")
    if link.state is LinkState.LIVE:
        return translate("status_line", "Connected")
    if link.state is LinkState.CATCHING_UP:
        return translate("status_line", "Catching up…")
    if link.state is LinkState.REFUSED:
        return _refused_words(link.trouble)
    return translate("status_line", "Offline for {time} · work goes on").format(
        time=length_words((now - link.since).total_seconds())
    )


def _refused_words(trouble: str) -> str:
    return {
        "desk_refused": translate("status_line", "Server refuses this desk"),
        "session_ended": translate("status_line", "Sign-in has ended"),
        "forbidden": translate("status_line", "Server refuses this person"),
    }.get(trouble, translate("status_line", "Versions do not fit"))


def waiting_words(link: Link, now: datetime, earlier: int = 0) -> str:
    """How many decisions wait, how many of them of people before, and how old the oldest is."""
    if not link.waiting:
        return translate("status_line", "0 decisions waiting to send")
    words = translate("status_line", "{n} decisions waiting to send").format(n=link.waiting)
    if earlier:
        words += " · " + translate("status_line", "{n} of people before").format(n=earlier)
    if link.oldest_waiting_at is None:
        return words
    age = length_words((now - link.oldest_waiting_at).total_seconds())
    return words + " · " + translate("status_line", "oldest {time}").format(time=age)


def trouble_title(entry: Attention) -> str:
    """What it is about, in a few words."""
    sentence = _titles().get(entry.kind) or translate("attention", "The server cannot be used now")
    return filled(sentence, {**dict(entry.params), "what": op_word(entry.op), "number": entry.number})


def trouble_advice(entry: Attention) -> str:
    """Why, and what to do."""
    params = dict(entry.params)
    seconds = float(params.get("seconds", "0") or 0)
    params["time"] = length_words(abs(seconds))
    if entry.kind == "unsent_file":
        return unsent_words(params.get("name", ""), params.get("refused", ""))
    kind = "clock_slow" if entry.kind == "clock_off" and seconds < 0 else entry.kind
    sentence = _advices().get(kind) or translate("attention", "Work goes on here; it is sent later.")
    if entry.kind == "taken_over" and not params.get("reason"):
        sentence = translate("attention", "Your claim had run out. What you may still add there is a note.")
    return filled(sentence, params)


def help_word(offer: Help) -> Callable[[], str]:
    """The words on the button of an offer, in the language spoken when called."""
    return {
        Help.RETRY: lambda: translate("attention", "Try now"),
        Help.SIGN_IN: lambda: translate("attention", "Sign in again"),
        Help.ENROL: lambda: translate("attention", "Enrol again…"),
        Help.COPY_AGAIN: lambda: translate("attention", "Write it now"),
        Help.OPEN: lambda: translate("attention", "Show case"),
        Help.READ: lambda: translate("attention", "I have read it"),
        Help.SAVE: lambda: translate("attention", "Save a copy…"),
        Help.GIVE_UP: lambda: translate("attention", "Give it up…"),
    }[offer]


def _titles() -> dict[str, str]:
    away = translate("attention", "The server cannot be reached")
    version = translate("attention", "The server has another version")
    return {
        "stuck": translate("attention", "{what} not answered yet"),
        "clock_off": translate("attention", "This machine's clock is wrong"),
        "server_restored": translate("attention", "The server came back from a backup"),
        "desk_refused": translate("attention", "The server refuses this workstation"),
        "stalled": translate("attention", "The server takes nothing"),
        "certificate": translate("attention", "The server's certificate is not trusted"),
        "wrong_protocol": version,
        "console_too_old": translate("attention", "This console is too old for the server"),
        "server_too_old": translate("attention", "The server is too old for this console"),
        "session_ended": translate("attention", "Your sign-in has ended"),
        "forbidden": translate("attention", "The server refuses this person"),
        "second_copy": translate("attention", "The second copy of decisions is missing"),
        "ledger_behind": translate("attention", "This console's database is older than its second copy"),
        "taken_over": translate("attention", "{by} took {number} over from you"),
        "earlier": translate("attention", "{count} decisions of people before still wait"),
        "unsent_file": translate("attention", "A file of {number} is not taken by the server"),
        "unreachable": away,
        "timeout": away,
        "busy": translate("attention", "The server is busy"),
        "server_error": translate("attention", "The server is failing"),
        "bad_answer": translate("attention", "Something else answers at the server's address"),
        "insecure_address": translate("attention", "The server's address is not safe"),
        "chain_truncated": translate("attention", "Records were cut off the server's audit chain"),
        "chain_rewritten": translate("attention", "The server's audit chain was written anew"),
        "chain_signature": translate("attention", "The server's audit chain is signed wrongly"),
        "chain_other_key": translate("attention", "The server's audit chain has another key"),
        "chain_restored": translate("attention", "The audit chain goes on from a backup"),
    }


def _advices() -> dict[str, str]:
    waits = translate("attention", "Decisions are kept and sent as soon as it answers. Work goes on here.")
    witnessed = translate(
        "attention", "This console has kept the proof, place {place}. Tell the supervisor and the oversight body."
    )
    update = translate("attention", "Decisions are kept. Call the administrator for the update, then try again.")
    return {
        "stuck": translate("attention", "Sent {tries} times without an answer. It is kept and sent on."),
        "clock_off": translate("attention", "It is {time} fast. Set it; times of decisions follow the server."),
        "clock_slow": translate("attention", "It is {time} slow. Set it; times of decisions follow the server."),
        "server_restored": translate("attention", "Nothing decided here is lost; it is being sent again."),
        "desk_refused": translate(
            "attention", "Nothing is sent until it is enrolled again. Ask the administrator for a code; all is kept."
        ),
        "stalled": translate(
            "attention", "{waiting} decisions wait, the oldest for {time}. They are kept; tell the administrator."
        ),
        "certificate": translate("attention", "Nothing is sent until it is. All is kept. Call the administrator."),
        "wrong_protocol": update,
        "console_too_old": update,
        "server_too_old": update,
        "session_ended": translate("attention", "Decisions are still sent. Sign in again to see news."),
        "forbidden": translate("attention", "Decisions are still sent. Sign in again, or ask a supervisor."),
        "second_copy": translate("attention", "Decisions stand, but only once on this disk. Free some space."),
        "ledger_behind": translate(
            "attention", "{count} decisions are only in decisions.journal. Call the administrator: main.py recover."
        ),
        "taken_over": translate("attention", "Reason: “{reason}”. What you may still add there is a note."),
        "earlier": translate("attention", "By {names}. They are sent under this desk's credential."),
        "unreachable": waits,
        "timeout": waits,
        "busy": waits,
        "server_error": waits,
        "bad_answer": translate("attention", "Decisions are kept. Check the network and the server's address."),
        "insecure_address": translate("attention", "Nothing is sent. Ask the administrator for the https address."),
        "chain_truncated": witnessed,
        "chain_rewritten": witnessed,
        "chain_signature": witnessed,
        "chain_other_key": witnessed,
        "chain_restored": translate(
            "attention", "What was recorded after the backup is missing from it. This console has kept the proof."
        ),
    }
