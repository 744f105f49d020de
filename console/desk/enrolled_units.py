"""Units as an administrator enrols them, and the page an officer scans once."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from console.areas.area import Area, Level
from console.contract.admin import Done
from console.contract.enrolled import PhonePage
from console.contract.fleet import NewUnit, NewUnits, PhoneLink
from console.desk.administration import Administration
from console.desk.qr_code import Grid, qr_grid
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.domain.unit import Unit, UnitKind, UnitStatus

__all__ = ["Area", "EnrolledUnits", "PageShown", "PhonePage", "UnitDraft", "UnitShown", "UnitsShown", "draft_of"]

_KEPT_ADDRESS = "phones.address"
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
_LONGEST = 100
Pages = tuple[PhonePage, ...]


class UnitSource(Protocol):
    """What this desk holds of it (the store, by shape); any thread."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit by call sign."""

    def setting(self, name: str, default: str = "") -> str:
        """A setting of this workstation."""

    def keep_setting(self, name: str, value: str) -> None:
        """Keep it."""


class AreaNames(Protocol):
    """Kelurahan by name and code (console.areas, by shape)."""

    def search(self, name: str, limit: int = 20) -> tuple[Area, ...]:
        """Areas whose name fits."""

    def area(self, code: str) -> Area | None:
        """The area with that code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitShown:
    """A unit, its beat by name, and its page: None without one."""

    unit: Unit
    beat: str
    page: PhonePage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsShown:
    """Every unit; `pages_known` is False while the server cannot say who has a page on his phone."""

    units: tuple[UnitShown, ...]
    pages_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDraft:
    """A unit as typed; `id` '' for a new one, `crew` a name a line."""

    id: str = ""
    kind: UnitKind = UnitKind.OFFICER
    call_sign: str = ""
    name: str = ""
    rank: str = ""
    service_number: str = ""
    function: str = ""
    post: str = ""
    crew: str = ""
    skills: tuple[str, ...] = ()
    beat_area: str = ""
    on_duty: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShown:
    """The link to scan, shown once: its squares, its address, and by when it must be opened."""

    unit: Unit
    address: str = field(repr=False)
    grid: Grid = field(repr=False)
    expires_at: datetime


class EnrolledUnits:
    """Asked in the background; reading works without the server, changing asks it."""

    def __init__(
        self, administration: Administration, source: UnitSource, server_address: str, areas: AreaNames | None
    ) -> None:
        """`server_address` is where this console finds the server: often where phones do, too."""
        self._ask, self._source, self._areas = administration.ask, source, areas
        self._server_address = server_address

    def shown(self) -> UnitsShown:
        """Every unit, with its page while the server can be asked."""
        pages: dict[str, PhonePage] = {}
        known = True
        try:
            pages = {page.unit_id: page for page in self._ask("GET", "/v1/admin/phone-pages", Pages)}
        except (NetworkFault, AccessFault):
            known = False
        units = tuple(
            UnitShown(unit=unit, beat=self.area_name(unit.beat_area), page=pages.get(unit.id))
            for unit in self._source.units()
        )
        return UnitsShown(units=units, pages_known=known)

    def save(self, draft: UnitDraft) -> str:
        """Enrol or change a unit; its id.

        Raises:
            InputFault: naming the field; NetworkFault, AccessFault: as administration.ask.
        """
        new = checked_unit(draft, self._source.units())
        self._ask("POST", "/v1/admin/units", Done, sent=NewUnits(units=(new,)))
        return new.id

    def retire(self, unit_id: str) -> None:
        """Take a unit off every list; refused by the server while an order binds it (`unit_busy`)."""
        self._ask("POST", f"/v1/admin/units/{unit_id}/retire", Done)

    def phones_address(self) -> str:
        """How phones reach the server, as said last here; else the server's own address, unless it is this machine."""
        kept = self._source.setting(_KEPT_ADDRESS)
        return kept or ("" if is_own_machine(self._server_address) else self._server_address)

    def make_page(self, unit_id: str, address: str) -> PageShown:
        """A new link for the unit's officer; the one before ends.

        Raises:
            InputFault: `phones_address_wrong`, `phones_address_local`.
        """
        base = checked_address(address)
        unit = next((each for each in self._source.units() if each.id == unit_id), None)
        if unit is None:
            raise InputFault("unit_gone", "This unit is no more.", field="unit")
        link = self._ask("POST", f"/v1/admin/units/{unit_id}/link", PhoneLink)
        self._source.keep_setting(_KEPT_ADDRESS, base)
        whole = base + link.path
        return PageShown(unit=unit, address=whole, grid=qr_grid(whole), expires_at=_told(link.expires_at))

    def take_back_page(self, unit_id: str) -> None:
        """The page on that officer's phone works no more."""
        self._ask("POST", f"/v1/admin/units/{unit_id}/link/revoke", Done)

    def find_areas(self, words: str) -> tuple[Area, ...]:
        """Kelurahan and desa by name; () for less than two letters."""
        if self._areas is None or len(words.strip()) < 2:
            return ()
        return tuple(area for area in self._areas.search(words.strip(), 30) if area.level is Level.VILLAGE)[:5]

    def area_name(self, code: str) -> str:
        """The name of a kelurahan, its code where nobody knows it."""
        area = self._areas.area(code) if self._areas is not None and code else None
        return area.name if area is not None else code


def checked_unit(draft: UnitDraft, known: Iterable[Unit]) -> NewUnit:
    """The unit as the server takes it; a new one's id is made from its call sign.

    Raises:
        InputFault: `call_sign_missing`, `call_sign_taken` (by: who has it), `name_missing`, `crew_missing`, `too_long`.
    """
    units = {unit.id: unit for unit in known}
    sign = draft.call_sign.strip()
    if not sign:
        raise InputFault("call_sign_missing", "call_sign: a unit needs one", field="call_sign")
    for name in ("call_sign", "name", "rank", "service_number", "function", "post"):
        if len(getattr(draft, name)) > _LONGEST:
            raise InputFault("too_long", f"{name}: at most {_LONGEST} characters", field=name, most=_LONGEST)
    same = next((u for u in units.values() if u.call_sign.casefold() == sign.casefold() and u.id != draft.id), None)
    if same is not None:
        raise InputFault("call_sign_taken", "call_sign: another unit has it", field="call_sign", by=same.title)
    crew = tuple(line.strip() for line in draft.crew.splitlines() if line.strip())
    vehicle = draft.kind is UnitKind.VEHICLE
    if not draft.name.strip():
        raise InputFault("name_missing", "name: whoever comes has a name", field="name")
    if vehicle and not crew:
        raise InputFault("crew_missing", "crew: who rides in it, a name a line", field="crew")
    return NewUnit(
        id=draft.id or _id_of(sign, units), call_sign=sign, kind=draft.kind, name=draft.name.strip(),
        rank="" if vehicle else draft.rank.strip(), service_number="" if vehicle else draft.service_number.strip(),
        function=draft.function.strip(), post=draft.post.strip(), crew=crew if vehicle else (),
        skills=draft.skills, beat_area="" if vehicle else draft.beat_area, on_duty=draft.on_duty,
    )  # fmt: skip


def draft_of(unit: Unit) -> UnitDraft:
    """A unit as it would be typed."""
    return UnitDraft(
        id=unit.id, kind=unit.kind, call_sign=unit.call_sign, name=unit.name, rank=unit.rank,
        service_number=unit.service_number, function=unit.function, post=unit.post, crew="\n".join(unit.crew),
        skills=unit.skills, beat_area=unit.beat_area, on_duty=unit.status is not UnitStatus.OFF_DUTY,
    )  # fmt: skip


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


def _id_of(call_sign: str, known: dict[str, Unit]) -> str:
    plain = _UNFIT.sub("-", call_sign).strip("-") or "unit"
    return next(name for number in range(1, len(known) + 3) if (name := _numbered(plain, number)) not in known)


def _numbered(plain: str, number: int) -> str:
    return plain if number == 1 else f"{plain}-{number}"


def _told(at: datetime | None) -> datetime:
    if at is None:
        raise NetworkFault("bad_answer", "The server did not say when the link ends.")
    return at
