"""How both ends recognise a caller's number without either keeping it in clear."""

from __future__ import annotations

import hashlib
import hmac
import re

_KEPT = re.compile(r"[^0-9+]")
_SHORTEST = 6


def plain_number(phone: str, country: str = "62") -> str:
    """A number as somebody types or an exchange tells it, in the form of E.164; '' when it is too short to be one.

    Only what every Indonesian number needs is done here (a leading 0 stands for the country); the server reads numbers
    with its own tables and agrees on all that are complete.
    """
    kept = _KEPT.sub("", phone)
    digits = kept.replace("+", "")
    if kept.startswith("00"):
        digits = digits[2:]
    elif not kept.startswith("+") and digits.startswith("0"):
        digits = country + digits[1:]
    elif not kept.startswith("+") and not digits.startswith(country):
        digits = country + digits
    return f"+{digits}" if len(digits) >= _SHORTEST else ""


def number_tag(identity_key: bytes, number: str) -> str:
    """What a number (E.164) is recognised by: HMAC-SHA-256 under a key derived from the identity key, 96 bits.

    Whoever may open identities can tell whether a number called before, also without the server; nobody else can.
    """
    key = hmac.new(identity_key, b"numbers of callers", hashlib.sha256).digest()
    return f"n-{hmac.new(key, number.encode(), hashlib.sha256).hexdigest()[:24]}"
