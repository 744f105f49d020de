"""Agencies as an administrator keeps them: addresses, numbers, categories taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from console.contract.admin import Done, NewAgencies
from console.desk.administration import Administration
from console.domain.agency import Agency
from console.domain.errors import InputFault

_EMAIL = re.compile(r"[^\s@<>\"(),:;\\\[\]]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z0-9-]{2,}")
_PHONE = re.compile(r"\+?[0-9][0-9 .()/-]{2,24}")
_UNFIT = re.compile(r"[^a-z0-9]+")
_LONGEST = 200


class AgencySource(Protocol):
    """What this desk holds of it (the store, by shape); any thread."""

    def agencies(self) -> tuple[Agency, ...]:
        """Every agency by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDraft:
    """An agency as typed; `id` '' for a new one."""

    id: str = ""
    name: str = ""
    short_name: str = ""
    email: str = ""
    phone: str = ""
    categories: tuple[str, ...] = ()


class AgencyRoll:
    """Reading works without the server, changing tells it. Ask in the background."""

    def __init__(self, administration: Administration, source: AgencySource) -> None:
        self._ask, self._source = administration.ask, source

    def shown(self) -> tuple[Agency, ...]:
        """Every agency by name."""
        return self._source.agencies()

    def save(self, draft: AgencyDraft) -> str:
        """Add or change an agency; its id.

        Raises:
            InputFault: naming the field.
        """
        agency = checked_agency(draft, self._source.agencies())
        self._ask("POST", "/v1/admin/agencies", Done, sent=NewAgencies(agencies=(agency,)))
        return agency.id


def checked_agency(draft: AgencyDraft, known: Iterable[Agency]) -> Agency:
    """The agency as the server takes it; what the form does not show of a known one stays.

    Raises:
        InputFault: `name_missing`, `short_name_missing`, `short_name_taken`, `no_way`, `email_wrong`, `contact_wrong`,
            `too_long`.
    """
    agencies = {agency.id: agency for agency in known}
    name, short, email, phone = (text.strip() for text in (draft.name, draft.short_name, draft.email, draft.phone))
    if not name:
        raise InputFault("name_missing", "name: the agency's name", field="name")
    if not short:
        raise InputFault("short_name_missing", "short_name: what operators call it", field="short_name")
    for field, text in (("name", name), ("short_name", short)):
        if len(text) > _LONGEST:
            raise InputFault("too_long", f"{field}: at most {_LONGEST}", field=field, most=_LONGEST)
    if any(each.short_name.casefold() == short.casefold() and each.id != draft.id for each in agencies.values()):
        raise InputFault("short_name_taken", "short_name: another agency has it", field="short_name")
    if not (email or phone):
        raise InputFault("no_way", "email: an address or a number", field="email")
    if email and not _EMAIL.fullmatch(email):
        raise InputFault("email_wrong", "email: name@host", field="email")
    if phone and not _PHONE.fullmatch(phone):
        raise InputFault("contact_wrong", "phone: digits", field="phone")
    fresh = Agency(id=draft.id or _id_of(short, agencies), name=name, short_name=short)
    kept = agencies.get(draft.id, fresh)
    return replace(kept, name=name, short_name=short, email=email, phone=phone, categories=draft.categories)


def _id_of(short_name: str, known: dict[str, Agency]) -> str:
    plain = _UNFIT.sub("-", short_name.lower()).strip("-")[:60] or "agency"
    return next(
        name for n in range(1, len(known) + 3) if (name := plain if n == 1 else f"{plain}-{n}") not in known
    )
