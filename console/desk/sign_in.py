"""Coming in: how a console meets its server the first time, and how a person signs in."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from console.domain.errors import InputFault

DEMO_PASSPHRASE = "sigap-demo"  # noqa: S105 -- public on purpose: the demo city's invented people
"""Passphrase of every invented person of the demo city, printed on its sign-in screen only."""


class FirstRun(StrEnum):
    """What a new console may be."""

    CONNECT = "connect"
    EMBEDDED = "embedded"
    DEMO = "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunChoice:
    """The answer of the first-run screen; address, code, desk name and CA file are for CONNECT only."""

    way: FirstRun
    address: str = ""
    enrol_code: str = ""
    desk_name: str = ""
    ca_file: Path | None = None


MIN_PASSPHRASE = 8
"""Characters of the shortest passphrase (NIST SP 800-63B, 3.1.1.2; the server asks the same)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """The first person of a console with a server of its own."""

    name: str
    user: str
    passphrase: str = field(repr=False)


def checked_person(name: str, user: str, passphrase: str, again: str) -> NewPerson:
    """The person as typed, trimmed.

    Raises:
        InputFault: names the field: name_missing, user_missing, passphrase_short, passphrases_differ.
    """
    if not name.strip():
        raise InputFault("name_missing", "name: a name is needed", field="name")
    if not user.strip():
        raise InputFault("user_missing", "user: a user name is needed", field="user")
    if len(passphrase) < MIN_PASSPHRASE:
        raise InputFault("passphrase_short", f"passphrase: {MIN_PASSPHRASE} characters at least", field="passphrase")
    if passphrase != again:
        raise InputFault("passphrases_differ", "again: the two passphrases differ", field="again")
    return NewPerson(name=name.strip(), user=user.strip(), passphrase=passphrase)


def checked_choice(way: FirstRun, address: str, code: str, desk_name: str, ca_file: str) -> FirstRunChoice:
    """The choice, its fields trimmed and looked at.

    Raises:
        InputFault: names the field: address_missing, address_not_https, code_missing, desk_name_missing, ca_unreadable.
    """
    if way is not FirstRun.CONNECT:
        return FirstRunChoice(way=way, desk_name=desk_name.strip())
    url = checked_address(address)
    if not code.strip():
        raise InputFault("code_missing", "enrol_code: an enrolment code is needed", field="enrol_code")
    if not desk_name.strip():
        raise InputFault("desk_name_missing", "desk_name: a name for this desk is needed", field="desk_name")
    authority = Path(ca_file.strip()) if ca_file.strip() else None
    if authority is not None and not authority.is_file():
        raise InputFault("ca_unreadable", f"ca_file: {authority} is no readable file", field="ca_file")
    return FirstRunChoice(way=way, address=url, enrol_code=code.strip(), desk_name=desk_name.strip(), ca_file=authority)


def checked_address(address: str) -> str:
    """The server's base URL; https unless it is this machine (security.md rule 7).

    Raises:
        InputFault: address_missing, address_unreadable or address_not_https.
    """
    text = address.strip().rstrip("/")
    if not text:
        raise InputFault("address_missing", "address: the server's address is needed", field="address")
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or parts.scheme not in ("http", "https") or parts.username or parts.query or parts.fragment:
        raise InputFault("address_unreadable", "address: not an address of a server", field="address")
    if parts.scheme == "http" and not _is_this_machine(host):
        raise InputFault("address_not_https", "address: only https leaves this machine", field="address")
    return text


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHint:
    """What the demo city's sign-in screen tells: (user, shown name) of invented people and their one passphrase."""

    users: tuple[tuple[str, str], ...]
    passphrase: str = DEMO_PASSPHRASE


DEMO_HINT = DemoHint(
    users=(("sari", "Sari (operator)"), ("joko", "Joko (supervisor)"), ("admin", "Galih (administrator)"))
)
"""The first of them is signed in when the demo opens."""
