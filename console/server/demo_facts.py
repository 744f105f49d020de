"""The invented facts of the demo city as resources/demo/malang.json spells them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from console.areas.area import Area
from console.areas.facts import read_facts
from console.contract.codec import decode
from console.contract.intake import NewSource
from console.domain.agency import Agency
from console.domain.errors import InputFault
from console.domain.person import Role

CITY_FILE = "malang.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """The command center: name, IANA zone, centre of its map in degrees, first zoom."""

    name: str
    zone: str
    lat: float
    lon: float
    zoom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A Polsek: where it stands in degrees and the kelurahan codes it answers for."""

    id: str
    name: str
    lat: float
    lon: float
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Police:
    """The chain above the five Polsek, and where the Polres stands in degrees."""

    polda: str
    polres: str
    lat: float
    lon: float
    polsek: tuple[Post, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """A patrol car; `crew` is how many ride in it."""

    id: str
    call_sign: str
    name: str
    post: str
    crew: int
    function: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoUser:
    """Somebody who may sign in; the passphrase is set by whoever seeds the server."""

    id: str
    user: str
    name: str
    role: Role
    post: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """An invented citizen or, with a `source`, a driver of that company."""

    account: str
    name: str
    phone: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerFacts:
    """How the roster is dealt: numbers per rank, weights per function (with its skills) and extra skill (%)."""

    count: int
    on_duty_share: float
    women_share: float
    polres_share: float
    ranks: tuple[tuple[str, int], ...]
    beat_ranks: tuple[str, ...]
    functions: tuple[tuple[str, int, tuple[str, ...]], ...]
    extra_skills: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Parts of invented names."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    last: tuple[str, ...]
    last_female: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CityFacts:
    """The whole file; `routing` names per category the agencies to offer, first choice first."""

    invented: bool
    site: SiteFacts
    police: Police
    agencies: tuple[Agency, ...]
    routing: dict[str, tuple[str, ...]]
    vehicles: tuple[Vehicle, ...]
    sources: tuple[NewSource, ...]
    users: tuple[DemoUser, ...]
    citizens: tuple[DemoPerson, ...]
    drivers: tuple[DemoPerson, ...]
    officers: OfficerFacts
    names: Names


def read_city(folder: Path | str) -> tuple[CityFacts, dict[str, Area]]:
    """The demo city's facts and its kelurahan by code. Raises InputFault naming the file and the field."""
    path = Path(folder) / CITY_FILE
    try:
        facts = decode(path.read_bytes(), CityFacts)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputFault("demo_unusable", f"{path} cannot be read: {reason}", file=str(path), field="file") from error
    except InputFault as fault:
        raise InputFault("demo_unusable", f"{path}: {fault.message}", file=str(path), **fault.params) from fault
    labels = {area.code: area for area in read_facts(folder)}
    missing = [code for post in facts.police.polsek for code in post.areas if code not in labels]
    if missing:
        raise InputFault(
            "demo_unusable", f"{path}: no label point for {missing[0]}", file=str(path), field="police.polsek"
        )
    return facts, {code: labels[code] for post in facts.police.polsek for code in post.areas}
