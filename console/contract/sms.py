"""The service's SMS gateway on the wire: as it is set, and a test message through it."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

FEWEST_DIGITS, MOST_DIGITS = 6, 15
"""Digits of a number a test message may go to; 15 is the longest of ITU-T E.164."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsGateway:
    """The gateway's sendsms address and the account there; `sender` is what the phone shows, '' the gateway's own."""

    url: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""


class SmsTry(msgspec.Struct, frozen=True, kw_only=True):
    """The number a test message is to go to; its words are the server's."""

    to: str


class SmsTried(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the gateway took the message, and what it said; whether a phone rang nobody here can know."""

    taken: bool
    said: str = ""


def is_number(text: str) -> bool:
    """Whether a message could be sent there: digits, a plus before them, blanks, dots and dashes between."""
    plain = "".join(each for each in text.strip().removeprefix("+") if each not in " .-()")
    return plain.isascii() and plain.isdigit() and FEWEST_DIGITS <= len(plain) <= MOST_DIGITS
