"""Who reported: masked for every screen, sealed for those who may look with a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """A reporter as a desk sees him; `sealed` is the encrypted identity (base64), opened only after a `Look`.

    `recognised_by`: opaque ids of his account, device and number; each has its own standing (domain.standing).
    `strikes` and `blocked` are those of the moment the report came in, or of the last decision about him on it.
    """

    id: str = ""
    name_masked: str = ""
    phone_masked: str = ""
    reports: int = 0
    confirmed: int = 0
    strikes: int = 0
    blocked: bool = False
    reachable: bool = False
    sealed: str = ""
    recognised_by: tuple[str, ...] = ()


def mask_name(name: str) -> str:
    """First letter of each word, the rest dots: 'Budi Santoso' -> 'B••• S••••••' (at most three words)."""
    words = name.split()[:3]
    return " ".join(word[0] + "•" * min(6, len(word) - 1) for word in words)


def mask_phone(phone: str) -> str:
    """Keep the country code's start and the last two digits: '+6281234567890' -> '+62•••••••••90'."""
    if len(phone) < 6:
        return "•" * len(phone)
    return phone[:3] + "•" * (len(phone) - 5) + phone[-2:]
