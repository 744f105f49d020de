"""What is offered for each trouble that can stop sending, besides reading why."""

from __future__ import annotations

from enum import StrEnum

from console.desk.attention import Attention


class Help(StrEnum):
    """Offers of a card that is not about a refused decision; ENROL asks for a code, READ acknowledges.

    SAVE writes a copy of a file the server will not have, GIVE_UP lets it go after one more question.
    """

    RETRY = "retry"
    SIGN_IN = "sign_in"
    ENROL = "enrol"
    COPY_AGAIN = "copy_again"
    OPEN = "open"
    READ = "read"
    SAVE = "save"
    GIVE_UP = "give_up"


_HELP: dict[str, tuple[Help, ...]] = {
    "desk_refused": (Help.ENROL, Help.RETRY),
    "session_ended": (Help.SIGN_IN, Help.RETRY),
    "forbidden": (Help.SIGN_IN, Help.RETRY),
    "second_copy": (Help.COPY_AGAIN,),
    "ledger_behind": (Help.READ,),
    "server_restored": (Help.READ,),
    "clock_off": (Help.RETRY, Help.READ),
    "taken_over": (Help.OPEN, Help.READ),
    "stuck": (Help.RETRY, Help.OPEN),
    "earlier": (Help.RETRY,),
    "unsent_file": (Help.RETRY, Help.OPEN, Help.SAVE, Help.GIVE_UP),
    "chain_truncated": (Help.READ,),
    "chain_rewritten": (Help.READ,),
    "chain_signature": (Help.READ,),
    "chain_other_key": (Help.READ,),
    "chain_restored": (Help.READ,),
}


def help_for(entry: Attention) -> tuple[Help, ...]:
    """The offers of a card, the likeliest first; what has none of its own can be tried again."""
    return _HELP.get(entry.kind, (Help.RETRY,))
