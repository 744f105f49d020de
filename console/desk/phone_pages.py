"""An officer's page on his phone: the link to scan, and how phones reach the server."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from console.contract.fleet import PhoneLink
from console.desk.administration import Administration
from console.desk.qr_code import Grid, qr_grid
from console.domain.errors import InputFault, NetworkFault

_KEPT_ADDRESS = "phones.address"
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_LONGEST = 100


class SettingSource(Protocol):
    """Small settings of this workstation (the store, by shape); any thread."""

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this workstation."""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShown:
    """The link to scan, shown once: whose it is, its squares, its address, and by when it must be opened."""

    holder: str
    sign: str
    title: str
    address: str = field(repr=False)
    grid: Grid = field(repr=False)
    expires_at: datetime


class PhonePages:
    """Makes links; `ask` blocks: in the background."""

    def __init__(self, administration: Administration, source: SettingSource, server_address: str) -> None:
        """`server_address` is where this console finds the server: often where phones do, too."""
        self._ask, self._source, self._server_address = administration.ask, source, server_address

    def address(self) -> str:
        """How phones reach the server, as said last here; else the server's own address, unless it is this machine."""
        kept = self._source.setting(_KEPT_ADDRESS)
        return kept or ("" if is_own_machine(self._server_address) else self._server_address)

    def make(self, path: str, holder: str, sign: str, title: str, address: str) -> PageShown:
        """A new link asked for at `path`; the one before ends.

        Raises:
            InputFault: `phones_address_wrong`, `phones_address_local`.
        """
        base = checked_address(address)
        link = self._ask("POST", path, PhoneLink)
        if link.expires_at is None:
            raise NetworkFault("bad_answer", "The server did not say when the link ends.")
        self._source.keep_setting(_KEPT_ADDRESS, base)
        whole = base + link.path
        return PageShown(
            holder=holder, sign=sign, title=title, address=whole, grid=qr_grid(whole), expires_at=link.expires_at
        )


def checked_address(text: str) -> str:
    """How phones reach the server: https://host or http://host:port, without a path.

    Raises:
        InputFault: `phones_address_wrong`; `phones_address_local` for this machine's own, which no phone reaches.
    """
    base = text.strip().rstrip("/")
    parts = urlsplit(base)
    if parts.scheme not in ("https", "http") or not _HOST.fullmatch(parts.netloc) or parts.path or len(base) > _LONGEST:
        raise InputFault("phones_address_wrong", "address: https://host", field="address")
    if is_own_machine(base):
        raise InputFault("phones_address_local", "address: no phone reaches that", field="address")
    return base


def is_own_machine(address: str) -> bool:
    """Whether an address leads nowhere but to the machine that asks."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
