"""Units as an administrator enrols them, and the page an officer scans once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from console.areas.area import Area, Level
from console.contract.admin import Done
from console.contract.enrolled import PhonePage
from console.contract.fleet import NewUnit, NewUnits
from console.desk.administration import Administration
from console.desk.phone_pages import PageShown, PhonePages
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.domain.unit import Unit, UnitKind, UnitStatus

__all__ = ["Area", "EnrolledUnits", "PhonePage", "UnitDraft", "UnitShown", "UnitsShown", "draft_of"]

_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 100
Pages = tuple[PhonePage, ...]


class UnitSource(Protocol):
    """What this desk holds of it (the store, by shape); any thread."""

    def units(self) -> tuple[Unit, ...]:
        """Every unit by call sign."""


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


class EnrolledUnits:
    """Asked in the background; reading works without the server, changing asks it."""

    def __init__(
        self, administration: Administration, source: UnitSource, pages: PhonePages, areas: AreaNames | None
    ) -> None:
        """`areas` knows kelurahan by name."""
        self._ask, self._source, self._pages, self._areas = administration.ask, source, pages, areas

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
        """How phones reach the server."""
        return self._pages.address()

    def make_page(self, unit_id: str, address: str) -> PageShown:
        """A new link for the unit's officer; the one before ends.

        Raises:
            InputFault: `unit_gone`, `phones_address_wrong`, `phones_address_local`.
        """
        unit = next((each for each in self._source.units() if each.id == unit_id), None)
        if unit is None:
            raise InputFault("unit_gone", "This unit is no more.", field="unit")
        return self._pages.make(f"/v1/admin/units/{unit_id}/link", unit.id, unit.call_sign, unit.title, address)

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


def _id_of(call_sign: str, known: dict[str, Unit]) -> str:
    plain = _UNFIT.sub("-", call_sign).strip("-") or "unit"
    return next(name for number in range(1, len(known) + 3) if (name := _numbered(plain, number)) not in known)


def _numbered(plain: str, number: int) -> str:
    return plain if number == 1 else f"{plain}-{number}"
