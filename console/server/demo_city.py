"""The demo city Malang, ready to seed a server; all people in it are invented."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from console.areas.area import Area
from console.contract.intake import NewSource
from console.domain.agency import Agency, Site
from console.domain.unit import Unit, UnitKind, UnitStatus
from console.server.demo_facts import DemoPerson, DemoUser, Police, read_city
from console.server.demo_roster import Chance, car_unit, deal_officers, man_cars, put_on_duty, start_of

SEED = 3573
"""The roster everybody sees unless told otherwise: Malang's own code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCity:
    """Everything of the demo city. `units` are the officers by call sign, then the cars.

    An officer riding in a car is off duty as a unit of his own: he is sent with the car.
    `starts` gives each unit's first position in degrees, `riding` the officers in cars, `routing` the agencies
    of a category, first choice first.
    """

    site: Site
    police: Police
    areas: dict[str, Area]
    units: tuple[Unit, ...]
    riding: frozenset[str]
    starts: dict[str, tuple[float, float]]
    agencies: tuple[Agency, ...]
    routing: dict[str, tuple[str, ...]]
    users: tuple[DemoUser, ...]
    sources: tuple[NewSource, ...]
    citizens: tuple[DemoPerson, ...]
    drivers: tuple[DemoPerson, ...]

    @property
    def officers(self) -> tuple[Unit, ...]:
        """The officers alone."""
        return tuple(unit for unit in self.units if unit.kind is UnitKind.OFFICER)

    @property
    def vehicles(self) -> tuple[Unit, ...]:
        """The patrol cars alone."""
        return tuple(unit for unit in self.units if unit.kind is UnitKind.VEHICLE)

    @property
    def on_duty(self) -> tuple[Unit, ...]:
        """Units that can be sent now."""
        return tuple(unit for unit in self.units if unit.status is not UnitStatus.OFF_DUTY)


def read_demo_city(folder: Path | str, *, seed: int = SEED, all_on_duty: bool = False) -> DemoCity:
    """The demo city of `folder` (resources/demo): 840 officers, about a third on duty, and 20 cars.

    The same seed gives the same city everywhere. `all_on_duty` puts every officer on duty, for load; the
    crews too, so that 840 devices move. Raises InputFault naming the file and the field.
    """
    facts, areas = read_city(folder)
    chance = Chance(seed)
    officers = deal_officers(facts, areas, chance)
    crews = man_cars(facts.vehicles, officers, chance)
    riding = frozenset(unit.id for crew in crews.values() for unit in crew)
    if all_on_duty:
        officers = put_on_duty(officers, set(), len(officers), chance)
    else:
        wanted = round(len(officers) * facts.officers.on_duty_share) - len(riding)
        officers = put_on_duty(officers, set(riding), wanted, chance)
    units = (*officers, *(car_unit(vehicle, crews[vehicle.id]) for vehicle in facts.vehicles))
    site = facts.site
    return DemoCity(
        site=Site(name=site.name, zone=site.zone, lat=site.lat, lon=site.lon, zoom=site.zoom, demo=True),
        police=facts.police,
        areas=areas,
        units=units,
        riding=riding,
        starts={unit.id: start_of(unit, facts.police.polsek, areas, chance) for unit in units},
        agencies=facts.agencies,
        routing=facts.routing,
        users=facts.users,
        sources=facts.sources,
        citizens=facts.citizens,
        drivers=facts.drivers,
    )
